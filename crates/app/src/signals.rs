//! Ctrl-C and SIGTERM, none of which is lost from the moment on that they are caught.
//!
//! Does not know what is ended.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use signal_hook::consts::{SIGINT, SIGTERM};
use tokio::signal::unix::{Signal, SignalKind, signal};

/// The signals that ask a process to end.
pub(crate) struct EndSignals {
    seen: Arc<AtomicBool>,
    interrupt: Signal,
    terminate: Signal,
}

impl EndSignals {
    /// Catches them; without this they end the process at once.
    ///
    /// # Errors
    /// The system's own.
    pub(crate) fn catch() -> io::Result<Self> {
        let seen = Arc::<AtomicBool>::default();
        // A stream hears only what comes once it is there, a moment after the handler is: a signal
        // in that moment would have no effect at all. The flag has it.
        for number in [SIGINT, SIGTERM] {
            signal_hook::flag::register(number, Arc::clone(&seen))?;
        }
        let interrupt = signal(SignalKind::interrupt())?;
        let terminate = signal(SignalKind::terminate())?;
        Ok(Self { seen, interrupt, terminate })
    }

    /// Ends once there was one, however long ago.
    pub(crate) async fn wait(&mut self) {
        if self.seen.load(Ordering::SeqCst) {
            return;
        }
        tokio::select! {
            _ = self.interrupt.recv() => {}
            _ = self.terminate.recv() => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_signal_before_anybody_waits_is_not_lost() {
        let mut signals = EndSignals::catch().unwrap();
        signal_hook::low_level::raise(SIGTERM).unwrap();
        signals.wait().await;
        // And it stays.
        signals.wait().await;
    }
}
