//! Where a pool's templates come from, and where its blocks go to: a node over RPC
//! ([`RpcSource`](super::RpcSource)), or the node of this process.
//!
//! Does not know miners.

use std::fmt::Debug;
use std::pin::Pin;
use std::sync::Arc;

use quarry_mining::Template;
use tokio::sync::watch;

/// What a source gives at the moment.
#[derive(Clone, Debug, Default)]
pub struct SourceState {
    /// The newest template; none before the first.
    pub template: Option<Arc<Template>>,
    /// Why there is no newer one, with what to do about it.
    pub error: Option<String>,
    /// The chain, as the source calls it, where it says so.
    pub chain: Option<String>,
}

/// A block to hand in.
#[derive(Clone, Debug)]
pub struct Submission {
    /// Its bytes.
    pub block: Vec<u8>,
    /// What its template was made from wants back (BIP-22).
    pub work_id: Option<String>,
}

/// Why a block that was handed in is not known to be one of the chain.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotTaken {
    /// The node says so, with the reason.
    #[error("{0}")]
    Refused(String),
    /// The node said nothing: it may take the block yet.
    #[error("{0}")]
    Unheard(String),
}

/// What became of a block.
pub type SubmitFuture = Pin<Box<dyn Future<Output = Result<(), NotTaken>> + Send>>;

/// Gives templates and takes blocks.
pub trait TemplateSource: Debug + Send + Sync {
    /// The newest template, and when there is another: at once for a new tip, every few seconds for
    /// better fees.
    fn templates(&self) -> watch::Receiver<SourceState>;
    /// Hands a block in. The work goes on whoever drops the future.
    fn submit(&self, submission: Submission) -> SubmitFuture;
}
