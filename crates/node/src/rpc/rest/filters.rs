//! `/rest/blockfilter/` and `/rest/blockfilterheaders/`, as Core answers them without the index: this
//! node keeps no filters (BIP-157).
//!
//! Does not know how a filter is made.

use quarry_primitives::BlockHash;

use super::blocks::header_count;
use super::reply::Failure;
use super::uri::hash;
use super::{Answer, Ask};

/// The one kind of filters that has a name.
const BASIC: &str = "basic";

pub(super) fn filter(ask: &Ask<'_>) -> Answer {
    let parts: Vec<&str> = ask.rest.split('/').collect();
    let [kind, block] = parts[..] else {
        let text = "Invalid URI format. Expected /rest/blockfilter/<filtertype>/<blockhash>";
        return Err(Failure::bad(text));
    };
    let _: BlockHash = hash(block)?;
    no_index(kind)
}

pub(super) fn headers(ask: &Ask<'_>) -> Answer {
    let parts: Vec<&str> = ask.rest.split('/').collect();
    let (kind, count, block) = match parts[..] {
        [kind, count, block] => (kind, count.to_owned(), block),
        [kind, block] => (kind, ask.query("count")?.unwrap_or_else(|| "5".to_owned()), block),
        _ => {
            return Err(Failure::bad(
                "Invalid URI format. Expected \
                 /rest/blockfilterheaders/<filtertype>/<blockhash>.<ext>?count=<count>",
            ));
        }
    };
    header_count(&count)?;
    let _: BlockHash = hash(block)?;
    no_index(kind)
}

fn no_index(kind: &str) -> Answer {
    let known =
        if kind == BASIC { "Index is not enabled for filtertype" } else { "Unknown filtertype" };
    Err(Failure::bad(format!("{known} {kind}")))
}
