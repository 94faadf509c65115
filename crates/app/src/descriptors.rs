//! How many files and sockets this process may have open.
//!
//! Systems give a process few at first and more if it asks: a thousand is usual where hundreds of thousands are
//! allowed. Does not know what they are for.

use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

/// Raises the limit as far as this process may by itself, and says how far that is.
pub(crate) fn raise() -> usize {
    let Rlimit { current, maximum } = getrlimit(Resource::Nofile);
    if current != maximum {
        // Systems may refuse what they said is allowed; then it stays as it was.
        let _as_it_is = setrlimit(Resource::Nofile, Rlimit { current: maximum, maximum });
    }
    let current = getrlimit(Resource::Nofile).current;
    current.map_or(usize::MAX, |limit| usize::try_from(limit).unwrap_or(usize::MAX))
}

/// As many of `wanted` connections as there are descriptors for, beside `own` others, but a quarter of all
/// at least. Fewer are told in the log, with what to do about it as `option` says.
pub(crate) fn connections(wanted: usize, own: usize, option: &str) -> usize {
    let limit = raise();
    let most = limit.saturating_sub(own).max(limit / 4);
    if wanted <= most {
        return wanted;
    }
    let needed = wanted.saturating_add(own);
    tracing::warn!(
        "at most {most} connections of miners, not {wanted}: this process may have {limit} files open. Raise \
         that (`ulimit -Hn {needed}` in the shell as root, LimitNOFILE={needed} in a unit of systemd) or {option}"
    );
    most
}
