//! Programs of others that run for one trial.

use std::{
    net::{Ipv4Addr, TcpListener, TcpStream},
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use crate::harness::{Failure, Outcome};

/// A port that nobody listens on.
pub(super) fn free_port() -> Outcome<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?
        .local_addr()?
        .port())
}

/// Says whether somebody listens on a port.
pub(super) fn listens(port: u16) -> bool {
    TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok()
}

/// Waits until what was started is there.
pub(super) async fn there(is: impl Fn() -> bool, what: &str) -> Outcome {
    let end = Instant::now() + Duration::from_secs(30);
    while !is() {
        if Instant::now() > end {
            return Err(Failure(format!("{what} did not start within 30 s")));
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    Ok(())
}

/// A process that does not outlive its owner, and ends its own workers first.
pub(super) struct Ended(Child);

impl Ended {
    pub(super) fn start(command: &mut Command) -> Outcome<Self> {
        let name = command.get_program().to_string_lossy().into_owned();
        command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        let child = command.spawn();
        child
            .map(Self)
            .map_err(|error| Failure(format!("{name} did not start: {error}")))
    }
}

impl Drop for Ended {
    fn drop(&mut self) {
        // A signal that can be heard; already gone is as good.
        let _ = Command::new("kill").arg(self.0.id().to_string()).status();
        let _ = self.0.wait();
    }
}
