//! Serves a published folder on this machine, with its own headers, as two origins.
//!
//! ```sh
//! cargo run --example serve -- dist --port 8080
//! ```

use std::{path::PathBuf, process::ExitCode};

use clap::Parser;

#[allow(dead_code, unused_imports, reason = "the page tests use the rest")]
#[path = "../tests/pages/server/mod.rs"]
mod server;

#[derive(Parser)]
struct Arguments {
    /// The published folder.
    #[arg(default_value = "dist")]
    dist: PathBuf,
    /// 0 takes any free port.
    #[arg(long, default_value_t = 8080)]
    port: u16,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let Arguments { dist, port } = Arguments::parse();
    let config = server::Config {
        dist: dist.clone(),
        site: None,
        behaviour: server::Behaviour::default(),
        port,
    };
    let server = match server::Server::start(config).await {
        Ok(server) => server,
        Err(error) => {
            eprintln!("error: cannot serve {}: {error}", dist.display());
            eprintln!("  help: `make publish` writes dist/; --port 0 takes any free port");
            return ExitCode::FAILURE;
        }
    };
    println!("Serving {} (Ctrl-C stops it)", dist.display());
    println!("Partner site: {}demo/partner.html", server.partner());
    println!("{}", server.home());
    // Runs until it is stopped from outside.
    std::future::pending().await
}
