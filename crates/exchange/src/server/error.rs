//! What keeps an exchange from starting or from taking a command.
//!
//! Does not cover refused commands: those are `quarry_market::Rejection`.

/// Why an exchange did not start, or a command was not taken.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ExchangeError {
    /// The command log could not be read or written.
    #[error(transparent)]
    Log(#[from] quarry_store::CommandLogError),
    /// A record or snapshot of the log is not what this program writes.
    #[error("command log: record {seq}: {reason}")]
    Record {
        /// Its number.
        seq: u64,
        /// What is wrong.
        reason: String,
    },
    /// The log was made by another exchange or on another chain.
    #[error("command log is of another exchange or chain: choose another --datadir")]
    OtherExchange,
    /// The market refused its terms, or to go on.
    #[error("open the market: {0}")]
    Opening(#[source] quarry_market::Rejection),
    /// The address could not be bound.
    #[error(transparent)]
    Bind(#[from] quarry_web::BindError),
    /// The listener has no address.
    #[error("listener: {0}")]
    Listener(#[source] std::io::Error),
    /// Too many commands wait.
    #[error("exchange is busy: try again in a second")]
    Busy,
    /// The exchange is stopping, or its log failed and it takes nothing more.
    #[error("exchange has stopped")]
    Stopped,
    /// A background thread panicked.
    #[error("exchange task: {0}")]
    Task(#[from] tokio::task::JoinError),
    /// The system gave no thread.
    #[error("start a thread: {0}")]
    Thread(#[source] std::io::Error),
}
