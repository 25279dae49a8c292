//! What takes long, told step by step.

use std::{
    io::Write,
    sync::mpsc::{RecvTimeoutError, Sender, channel},
    thread::{JoinHandle, spawn},
    time::Duration,
};

/// Names each step that takes longer than somebody should wait without a word. Without anybody to listen it is silent.
#[derive(Debug, Default)]
pub struct ProgressReporter(Option<(Sender<&'static str>, JoinHandle<()>)>);

impl ProgressReporter {
    /// Reports to `out` every step that has taken longer than `patience`.
    pub fn to(mut out: impl Write + Send + 'static, patience: Duration) -> Self {
        let (steps, next) = channel::<&'static str>();
        let teller = spawn(move || {
            let mut step = None;
            loop {
                let said = match step {
                    Some(_) => next.recv_timeout(patience),
                    None => next.recv().map_err(|_| RecvTimeoutError::Disconnected),
                };
                match said {
                    Ok(new) => step = Some(new),
                    Err(RecvTimeoutError::Timeout) => {
                        if let Some(step) = step.take() {
                            let _ = writeln!(out, "{step} …");
                        }
                    }
                    Err(RecvTimeoutError::Disconnected) => return,
                }
            }
        });
        Self(Some((steps, teller)))
    }

    /// Says what is being done from now on.
    pub fn step(&self, what: &'static str) {
        if let Some((steps, _)) = &self.0 {
            let _ = steps.send(what);
        }
    }
}

impl Drop for ProgressReporter {
    fn drop(&mut self) {
        if let Some((steps, teller)) = self.0.take() {
            drop(steps);
            // Nothing of it is said after what comes of the work.
            let _ = teller.join();
        }
    }
}

#[cfg(test)]
mod tests {
    use std::{
        io,
        sync::{Arc, Mutex},
        thread::sleep,
    };

    use super::*;

    #[derive(Clone, Default)]
    struct Heard(Arc<Mutex<Vec<u8>>>);

    impl Write for Heard {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.lock().expect("nobody panics").write(bytes)
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn only_what_takes_long_is_told() {
        let heard = Heard::default();
        let progress = ProgressReporter::to(heard.clone(), Duration::from_millis(200));
        progress.step("Reading");
        progress.step("Making");
        sleep(Duration::from_millis(600));
        progress.step("Writing");
        drop(progress);
        let said = heard.0.lock().expect("nobody panics").clone();
        assert_eq!(String::from_utf8_lossy(&said), "Making …\n");
    }
}
