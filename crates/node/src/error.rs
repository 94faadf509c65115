//! What keeps a node from starting.
//!
//! Does not cover refused blocks and transactions: those are `quarry_chain`'s errors.

/// Why a node did not start.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum NodeError {
    /// The chain could not be opened.
    #[error(transparent)]
    Chain(#[from] quarry_chain::OpenError),
    /// There are no threads for scripts.
    #[error(transparent)]
    Threads(#[from] crate::ScriptThreadsError),
    /// The address could not be bound.
    #[error(transparent)]
    Bind(#[from] quarry_web::BindError),
    /// The listener has no address.
    #[error("listener: {0}")]
    Listener(#[source] std::io::Error),
    /// A thread that worked on the chain panicked.
    #[error("chain task: {0}")]
    Task(#[from] tokio::task::JoinError),
}
