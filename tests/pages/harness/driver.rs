//! A running driver, and the screen that WebKit wants.

use std::{
    io::{BufRead as _, BufReader},
    net::{Ipv4Addr, TcpListener, TcpStream},
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use super::{Engine, Failure, Outcome, engine::program};

/// A driver process. Dropping it ends it.
pub(crate) struct Driver {
    pub address: String,
    _process: Process,
    _screen: Option<Process>,
}

impl Driver {
    /// Starts the engine's driver on a free port and waits until it answers.
    pub(crate) fn start(engine: Engine) -> Outcome<Self> {
        let screen = match engine {
            Engine::WebKit => Some(screen()?),
            Engine::Chromium | Engine::Firefox => None,
        };
        let port = free_port()?;
        let mut command = engine.driver(port, screen.as_ref().map(|(_, display)| *display))?;
        let process = Process::start(command.stdout(Stdio::null()).stderr(Stdio::null()))?;
        let deadline = Instant::now() + Duration::from_secs(20);
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            if Instant::now() > deadline {
                return Err(Failure(format!(
                    "the driver of {} did not open its port within 20 s",
                    engine.name()
                )));
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        Ok(Self {
            address: format!("http://127.0.0.1:{port}"),
            _process: process,
            _screen: screen.map(|(process, _)| process),
        })
    }
}

/// A virtual screen of its own, so that no other window takes the focus.
fn screen() -> Outcome<(Process, u32)> {
    let mut command = Command::new(program("XVFB", &["Xvfb"])?);
    command
        .args([
            "-displayfd",
            "1",
            "-screen",
            "0",
            "1280x1024x24",
            "-nolisten",
            "tcp",
        ])
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    let mut process = Process::start(&mut command)?;
    let mut number = String::new();
    if let Some(output) = process.0.stdout.take() {
        BufReader::new(output).read_line(&mut number)?;
    }
    let number = number.trim().parse();
    let number = number.map_err(|_| Failure("Xvfb did not say which screen it opened".into()))?;
    Ok((process, number))
}

fn free_port() -> Outcome<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?
        .local_addr()?
        .port())
}

/// A child process that does not outlive its owner.
struct Process(Child);

impl Process {
    fn start(command: &mut Command) -> Outcome<Self> {
        let name = command.get_program().to_string_lossy().into_owned();
        let child = command.stdin(Stdio::null()).spawn();
        child
            .map(Self)
            .map_err(|error| Failure(format!("{name} did not start: {error}")))
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // Already gone is as good.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
