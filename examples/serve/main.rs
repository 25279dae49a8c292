//! Serves the demo on this machine: a published folder with its own headers, as two origins, and an answer to its forms.
//!
//! ```sh
//! cargo run --example serve -- dist --port 8080
//! ```

mod echo;
mod files;

use std::{net::Ipv4Addr, path::PathBuf, process::ExitCode, sync::Arc};

use axum::{
    Router,
    extract::{Request, State},
    response::Response,
    routing::post,
};
use clap::Parser;
use files::Folder;
use tokio::net::TcpListener;

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
    match serve(dist.clone(), port).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: cannot serve {}: {error}", dist.display());
            eprintln!("  help: `make publish` writes dist/; --port 0 takes any free port");
            ExitCode::FAILURE
        }
    }
}

async fn serve(dist: PathBuf, port: u16) -> std::io::Result<()> {
    let folder = Arc::new(Folder::open(dist.clone())?);
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await?;
    let port = listener.local_addr()?.port();
    println!("Serving {} (Ctrl-C stops it)", dist.display());
    println!("Partner site: http://localhost:{port}/demo/partner.html");
    println!("http://127.0.0.1:{port}/");
    let router = Router::new()
        .route("/demo/echo", post(echo::answer))
        .fallback(file)
        .with_state(folder);
    axum::serve(listener, router).await
}

async fn file(State(folder): State<Arc<Folder>>, request: Request) -> Response {
    folder.answer(request.uri().path())
}
