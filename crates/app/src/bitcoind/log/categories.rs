//! The categories of `-debug` and how much of each is logged.
//!
//! Does not write anything.

use super::super::args::{Args, Note};

/// Bitcoin Core's categories, of versions 28 to 31.
pub(super) const CATEGORIES: [&str; 32] = [
    "net",
    "tor",
    "mempool",
    "http",
    "bench",
    "zmq",
    "walletdb",
    "rpc",
    "estimatefee",
    "addrman",
    "selectcoins",
    "reindex",
    "cmpctblock",
    "rand",
    "prune",
    "proxy",
    "mempoolrej",
    "libevent",
    "coindb",
    "qt",
    "leveldb",
    "validation",
    "i2p",
    "ipc",
    "lock",
    "blockstorage",
    "txreconciliation",
    "scan",
    "txpackages",
    "kernel",
    "privatebroadcast",
    "util",
];

// A bit for each.
const _: () = assert!(CATEGORIES.len() <= u32::BITS as usize);

/// The bits of a category, or of all.
pub(super) fn bits(name: &str) -> Option<u32> {
    if matches!(name, "" | "1" | "all") {
        return Some(u32::MAX);
    }
    index(name).map(|bit| 1 << bit)
}

/// The place of a category.
pub(super) fn index(name: &str) -> Option<usize> {
    CATEGORIES.iter().position(|category| *category == name)
}

/// What is logged of each category: a bit for each.
#[derive(Clone, Copy, Debug)]
pub(super) struct Levels {
    pub(super) enabled: u32,
    /// Those that log level debug if they are enabled.
    pub(super) debugging: u32,
    /// Those that log level trace if they are enabled.
    pub(super) tracing: u32,
}

impl Levels {
    pub(super) fn read(args: &mut Args) -> Result<Self, String> {
        let mut levels = Self { enabled: 0, debugging: u32::MAX, tracing: 0 };
        let named = args.list("debug");
        // What stands before `-debug=0` does not count, not even if it is wrong.
        let off = named.iter().rposition(|name| name == "0" || name == "none");
        for name in &named[off.map_or(0, |last| last + 1)..] {
            levels.enabled |=
                bits(name).ok_or_else(|| format!("Unsupported logging category -debug={name}."))?;
        }
        for name in args.list("debugexclude") {
            levels.enabled &= !bits(&name)
                .ok_or_else(|| format!("Unsupported logging category -debugexclude={name}."))?;
        }
        for text in args.list("loglevel") {
            levels.set_level(&text)?;
        }
        let text = "Log output may contain privacy-sensitive information. Be cautious when sharing \
                    logs.";
        args.note(Note::Info(text.to_owned()));
        Ok(levels)
    }

    /// `LEVEL` or `CATEGORY:LEVEL`.
    fn set_level(&mut self, text: &str) -> Result<(), String> {
        let (category, level) = match text.split_once(':') {
            None => (None, text),
            Some((category, level)) => (Some(category), level),
        };
        let which = category.map_or(Some(u32::MAX), bits);
        let (debugging, tracing) = match level {
            "info" => (false, false),
            "debug" => (true, false),
            "trace" => (true, true),
            _ => return Err(unsupported(category, text)),
        };
        let which = which.ok_or_else(|| unsupported(category, text))?;
        let set = |bits: u32, on: bool| if on { bits | which } else { bits & !which };
        self.debugging = set(self.debugging, debugging);
        self.tracing = set(self.tracing, tracing);
        Ok(())
    }
}

fn unsupported(category: Option<&str>, text: &str) -> String {
    const LEVELS: &str = "info, debug, trace";
    if category.is_none() {
        return format!(
            "Unsupported global logging level -loglevel={text}. Valid values: {LEVELS}."
        );
    }
    let mut names = CATEGORIES;
    names.sort_unstable();
    let names = names.join(", ");
    format!(
        "Unsupported category-specific logging level -loglevel={text}. Expected \
         -loglevel=<category>:<loglevel>. Valid categories: {names}. Valid loglevels: {LEVELS}."
    )
}
