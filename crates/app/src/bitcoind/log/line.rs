//! The form of one line: time, thread, place, category and level, text.
//!
//! Does not decide what is logged and has no clock.

use std::fmt::Write as _;

use tracing::Level;

/// What stands in front of a line's text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Form {
    pub(super) timestamps: bool,
    /// Microseconds too.
    pub(super) micros: bool,
    pub(super) threads: bool,
    /// Where in the source it comes from.
    pub(super) places: bool,
    /// Category and level even where they go without saying.
    pub(super) always_level: bool,
}

/// One event.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry<'a> {
    /// Microseconds since 1970.
    pub(super) micros: i64,
    /// Seconds; 0: the clock is not mocked.
    pub(super) mock_time: i64,
    pub(super) thread: &'a str,
    /// File, line and module.
    pub(super) place: (&'a str, u32, &'a str),
    pub(super) category: Option<&'a str>,
    pub(super) level: Level,
    pub(super) text: &'a str,
}

impl Form {
    /// The line, with its end.
    pub(super) fn line(self, entry: &Entry<'_>) -> String {
        let mut line = String::with_capacity(entry.text.len() + 64);
        if self.timestamps {
            self.timestamp(&mut line, entry);
        }
        if self.threads {
            let _infallible = write!(line, "[{}] ", entry.thread);
        }
        if self.places {
            let (file, number, module) = entry.place;
            let _infallible = write!(line, "[{file}:{number}] [{module}] ");
        }
        self.prefix(&mut line, entry);
        escape(&mut line, entry.text.trim_end_matches('\n'));
        line.push('\n');
        line
    }

    fn timestamp(self, line: &mut String, entry: &Entry<'_>) {
        let seconds = entry.micros.div_euclid(1_000_000);
        iso8601(line, seconds);
        if self.micros {
            let _infallible = write!(line, ".{:06}", entry.micros.rem_euclid(1_000_000));
        }
        line.push('Z');
        if entry.mock_time > 0 {
            line.push_str(" (mocktime: ");
            iso8601(line, entry.mock_time);
            line.push_str("Z)");
        }
        line.push(' ');
    }

    /// A category says debug, none says info: neither is said.
    fn prefix(self, line: &mut String, entry: &Entry<'_>) {
        let level = match entry.level {
            Level::ERROR => "error",
            Level::WARN => "warning",
            Level::INFO => "info",
            Level::DEBUG => "debug",
            Level::TRACE => "trace",
        };
        let category = if self.always_level {
            Some(entry.category.unwrap_or("all"))
        } else {
            entry.category.filter(|_| entry.level > Level::INFO)
        };
        let _infallible = match category {
            None if entry.level == Level::INFO => Ok(()),
            None => write!(line, "[{level}] "),
            Some(category) if entry.level == Level::DEBUG && !self.always_level => {
                write!(line, "[{category}] ")
            }
            Some(category) => write!(line, "[{category}:{level}] "),
        };
    }
}

/// Control characters in the form `\x1b`: a peer's text must not drive a terminal.
fn escape(line: &mut String, text: &str) {
    for c in text.chars() {
        if (u32::from(c) >= 32 || c == '\n') && c != '\x7f' {
            line.push(c);
        } else {
            let _infallible = write!(line, "\\x{:02x}", u32::from(c));
        }
    }
}

/// `2026-11-21T11:00:00` of seconds since 1970. The calendar is that of days since 0000-03-01, where
/// leap days come last.
fn iso8601(out: &mut String, seconds: i64) {
    let (days, second) = (seconds.div_euclid(86_400), seconds.rem_euclid(86_400));
    let days = days + 719_468;
    let (era, day) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let shifted = (5 * day + 2) / 153;
    let day = day - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    let year = year + era * 400 + i64::from(month <= 2);
    let (hour, minute, second) = (second / 3_600, second / 60 % 60, second % 60);
    let _infallible =
        write!(out, "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}");
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAIN: Form = Form {
        timestamps: true,
        micros: false,
        threads: false,
        places: false,
        always_level: false,
    };

    fn entry(category: Option<&'static str>, level: Level, text: &'static str) -> Entry<'static> {
        let micros = 1_795_258_800_000_042;
        Entry {
            micros,
            mock_time: 0,
            thread: "init",
            place: ("a.rs", 7, "m"),
            category,
            level,
            text,
        }
    }

    #[test]
    fn lines_have_cores_form() {
        let net = Some("net");
        let cases = [
            (PLAIN, entry(net, Level::DEBUG, "hi"), "2026-11-21T11:00:00Z [net] hi\n"),
            (PLAIN, entry(net, Level::TRACE, "hi"), "2026-11-21T11:00:00Z [net:trace] hi\n"),
            (PLAIN, entry(net, Level::INFO, "hi\n"), "2026-11-21T11:00:00Z hi\n"),
            (PLAIN, entry(net, Level::WARN, "hi"), "2026-11-21T11:00:00Z [warning] hi\n"),
            (PLAIN, entry(None, Level::ERROR, "\x1b"), "2026-11-21T11:00:00Z [error] \\x1b\n"),
            (
                Form { micros: true, threads: true, places: true, ..PLAIN },
                entry(net, Level::DEBUG, "hi"),
                "2026-11-21T11:00:00.000042Z [init] [a.rs:7] [m] [net] hi\n",
            ),
            (
                Form { timestamps: false, always_level: true, ..PLAIN },
                entry(None, Level::INFO, "hi"),
                "[all:info] hi\n",
            ),
            (
                PLAIN,
                Entry { mock_time: 1, ..entry(None, Level::INFO, "hi") },
                "2026-11-21T11:00:00Z (mocktime: 1970-01-01T00:00:01Z) hi\n",
            ),
        ];
        for (form, entry, line) in cases {
            assert_eq!(form.line(&entry), line);
        }
    }

    #[test]
    fn days_are_those_of_the_calendar() {
        let cases = [
            (0, "1970-01-01T00:00:00"),
            (951_782_400, "2000-02-29T00:00:00"),
            (951_868_799, "2000-02-29T23:59:59"),
            (4_107_542_400, "2100-03-01T00:00:00"),
            (-1, "1969-12-31T23:59:59"),
        ];
        for (seconds, text) in cases {
            let mut out = String::new();
            iso8601(&mut out, seconds);
            assert_eq!(out, text);
        }
    }
}
