//! What may be typed after `quarry top`.
//!
//! Does not know terminals.

use std::path::PathBuf;

use clap::Args;

#[derive(Debug, Args)]
#[command(after_help = "\
Keys: s starts or stops the miner, + and - change its threads, Tab turns to the pool and back, q ends it, \
? explains what is shown.\n\
Exit codes: 0 ended by q, 1 refused (a wrong token), 3 nothing answers there.")]
pub(crate) struct TopArgs {
    /// Page of a miner or a pool [default: that of the miner, the pool or the instance that runs on the data directory, in this order]
    #[arg(long, value_name = "URL")]
    pub(crate) url: Option<String>,
    /// File with its token [default: the one in the data directory]
    #[arg(long, value_name = "FILE")]
    pub(crate) token_file: Option<PathBuf>,
    /// Print what there is to see once, and end
    #[arg(long)]
    pub(crate) once: bool,
}
