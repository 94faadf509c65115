//! The layer between `tracing` and the log.
//!
//! Does not know files.

use std::fmt::{self, Write as _};
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::{SystemTime, UNIX_EPOCH};

use tracing::field::{Field, Visit};
use tracing::subscriber::Interest;
use tracing::{Event, Level, Metadata, Subscriber};
use tracing_subscriber::Layer;
use tracing_subscriber::layer::Context;

use super::line::Entry;
use super::{Shared, categories};

/// Writes what is enabled.
#[derive(Debug)]
pub(super) struct CoreLayer {
    shared: Arc<Shared>,
}

impl CoreLayer {
    pub(super) fn new(shared: Arc<Shared>) -> Self {
        Self { shared }
    }

    fn wants(&self, metadata: &Metadata<'_>) -> bool {
        let level = *metadata.level();
        let Some(bit) = categories::index(metadata.target()) else {
            let ours = metadata.target().starts_with("quarry");
            return level <= if ours { Level::INFO } else { Level::WARN };
        };
        let of_level = match level {
            Level::TRACE => &self.shared.tracing,
            Level::DEBUG => &self.shared.debugging,
            _ => return true,
        };
        let enabled = self.shared.enabled.load(Ordering::Relaxed);
        (enabled & of_level.load(Ordering::Relaxed)) >> bit & 1 == 1
    }
}

impl<S: Subscriber> Layer<S> for CoreLayer {
    fn register_callsite(&self, metadata: &'static Metadata<'static>) -> Interest {
        // Categories are switched while it runs, so their events are asked about each time.
        if !metadata.is_event() {
            Interest::never()
        } else if *metadata.level() > Level::INFO && categories::index(metadata.target()).is_some()
        {
            Interest::sometimes()
        } else if self.wants(metadata) {
            Interest::always()
        } else {
            Interest::never()
        }
    }

    fn enabled(&self, metadata: &Metadata<'_>, _context: Context<'_, S>) -> bool {
        self.wants(metadata)
    }

    fn on_event(&self, event: &Event<'_>, _context: Context<'_, S>) {
        let metadata = event.metadata();
        let mut text = Text::default();
        event.record(&mut text);
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        let thread = std::thread::current();
        let entry = Entry {
            micros: i64::try_from(since.as_micros()).unwrap_or(i64::MAX),
            mock_time: self.shared.mock_time.load(Ordering::Relaxed),
            thread: thread.name().unwrap_or("unknown"),
            place: (
                metadata.file().unwrap_or("unknown"),
                metadata.line().unwrap_or(0),
                metadata.module_path().unwrap_or("unknown"),
            ),
            category: categories::index(metadata.target()).map(|_| metadata.target()),
            level: *metadata.level(),
            text: &(text.message + &text.fields),
        };
        self.shared.write(&self.shared.form.line(&entry));
    }
}

/// The message, and behind it the other fields as `name=value`.
#[derive(Default)]
struct Text {
    message: String,
    fields: String,
}

impl Visit for Text {
    fn record_str(&mut self, field: &Field, value: &str) {
        self.record_debug(field, &format_args!("{value}"));
    }

    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        let _infallible = if field.name() == "message" {
            write!(self.message, "{value:?}")
        } else {
            write!(self.fields, " {}={value:?}", field.name())
        };
    }
}
