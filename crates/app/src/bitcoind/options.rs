//! The options that bitcoind and bitcoin-cli know, by name, and what becomes of each here.
//!
//! A known option is never refused, and an unknown one always is, as Bitcoin Core does; the names are
//! those of versions 28 to 31. Does not know what a value means (`settings`).

mod table;

use std::fmt::Write as _;

/// The heading in the help that an option stands under.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Group {
    General,
    Connection,
    Zmq,
    Debug,
    Chain,
    Relay,
    BlockCreation,
    Rpc,
    CliCommand,
    /// Known, but not in the help.
    Hidden,
}

impl Group {
    const fn heading(self) -> &'static str {
        match self {
            Self::General => "Options:",
            Self::Connection => "Connection options:",
            Self::Zmq => "ZeroMQ notification options:",
            Self::Debug => "Debugging/Testing options:",
            Self::Chain => "Chain selection options:",
            Self::Relay => "Node relay options:",
            Self::BlockCreation => "Block creation options:",
            Self::Rpc => "RPC server options:",
            Self::CliCommand => "CLI Commands:",
            Self::Hidden => "",
        }
    }
}

/// One known option.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Known {
    pub(crate) name: &'static str,
    /// The value as the help shows it, with its `=`; empty for a switch.
    value: &'static str,
    group: Group,
    /// Whether it does what it does in Bitcoin Core; if not, it is accepted and without effect.
    pub(crate) obeyed: bool,
    /// Whether `-noNAME` is refused.
    pub(crate) no_negation: bool,
    /// Whether `-NAME` without a value is refused.
    pub(crate) no_elision: bool,
    /// Whether the default section of the file gives it to the main chain only.
    pub(crate) network_only: bool,
    /// What it does, where Bitcoin Core does not know it and so nobody else says it.
    own: Option<&'static str>,
    /// Whether its value is kept out of the log.
    pub(crate) sensitive: bool,
}

const fn obeyed(name: &'static str, value: &'static str, group: Group) -> Known {
    Known {
        name,
        value,
        group,
        obeyed: true,
        no_negation: false,
        no_elision: false,
        network_only: false,
        own: None,
        sensitive: false,
    }
}

const fn inert(name: &'static str, value: &'static str, group: Group) -> Known {
    Known { obeyed: false, ..obeyed(name, value, group) }
}

impl Known {
    const fn no_negation(self) -> Self {
        Self { no_negation: true, ..self }
    }

    const fn no_elision(self) -> Self {
        Self { no_elision: true, ..self }
    }

    const fn network_only(self) -> Self {
        Self { network_only: true, ..self }
    }

    const fn own(self, what: &'static str) -> Self {
        Self { own: Some(what), ..self }
    }

    const fn sensitive(self) -> Self {
        Self { sensitive: true, ..self }
    }
}

/// All options of one program.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Options {
    own: &'static [Known],
}

/// What bitcoind knows.
pub(crate) const SERVER: Options = Options { own: table::SERVER };
/// What bitcoin-cli knows.
pub(crate) const CLIENT: Options = Options { own: table::CLIENT };

impl Options {
    /// Every known option.
    pub(crate) fn all(self) -> impl Iterator<Item = &'static Known> {
        self.own.iter().chain(table::CHAIN)
    }

    /// The option of that name, without its dash.
    pub(crate) fn find(self, name: &str) -> Option<&'static Known> {
        self.all().find(|known| known.name == name)
    }

    /// The options for a person: those without effect and those that Core does not have are marked, and
    /// the latter say what they do.
    pub(crate) fn help(self) -> String {
        let mut sorted: Vec<&Known> = self.all().filter(|k| k.group != Group::Hidden).collect();
        sorted.sort_by_key(|known| (known.group, known.name));
        let mut text = String::new();
        let mut heading = None;
        for known in sorted {
            if heading != Some(known.group) {
                heading = Some(known.group);
                let _infallible = write!(text, "\n{}\n\n", known.group.heading());
            }
            let mark = match known {
                Known { obeyed: false, .. } => "  (accepted, without effect)",
                Known { own: Some(_), .. } => "  (Quarry's own)",
                Known { .. } => "",
            };
            let _infallible = writeln!(text, "  -{}{}{mark}", known.name, known.value);
            if let Some(what) = known.own {
                let _infallible = writeln!(text, "       {what}");
            }
        }
        text
    }
}
