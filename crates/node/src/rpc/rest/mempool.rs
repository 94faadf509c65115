//! `/rest/mempool/info` and `/rest/mempool/contents`.
//!
//! Does not know the mempool: RPC's methods do.

use quarry_api::rpc::Json;

use super::reply::{Failure, Reply};
use super::{Answer, Ask, only_json};

pub(super) fn answer(ask: &Ask<'_>) -> Answer {
    let is_info = ask.rest == "info";
    if !is_info && ask.rest != "contents" {
        let text = "Invalid URI format. Expected /rest/mempool/<info|contents>.json";
        return Err(Failure::bad(text));
    }
    only_json(ask)?;
    if is_info {
        return ask.rpc("getmempoolinfo", Vec::new()).map(Reply::Json);
    }
    let verbose = switch(ask, "verbose", true)?;
    let sequence = switch(ask, "mempool_sequence", false)?;
    if verbose && sequence {
        return Err(Failure::bad(
            "Verbose results cannot contain mempool sequence values. (hint: set \"verbose=false\")",
        ));
    }
    ask.rpc("getrawmempool", vec![Json::from(verbose), Json::from(sequence)]).map(Reply::Json)
}

fn switch(ask: &Ask<'_>, name: &str, default: bool) -> Result<bool, Failure> {
    match ask.query(name)?.as_deref() {
        None => Ok(default),
        Some("true") => Ok(true),
        Some("false") => Ok(false),
        Some(_) => Err(Failure::bad(format!(
            "The \"{name}\" query parameter must be either \"true\" or \"false\"."
        ))),
    }
}
