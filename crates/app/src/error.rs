//! Everything that a user can run into, each with an exit code and what to do.
//!
//! Does not print; messages are fragments that fit after "failed to".

use std::path::PathBuf;
use std::process::ExitCode;

use quarry_api::ApiError;
use quarry_exchange::ClientError;

/// An error that ends a command.
#[derive(Debug, thiserror::Error)]
pub(crate) enum AppError {
    #[error("cannot start the runtime: {source}")]
    Runtime { source: std::io::Error },
    #[error("{message}")]
    Usage { message: String, hint: String },
    #[error("{message}")]
    Failed { message: String, hint: Option<String> },
    #[error("{message}")]
    Unreachable { message: String, hint: String },
    #[error("{message}")]
    NotFound { message: String, hint: String },
    #[error("cannot write to stdout: {reason}")]
    Stdout { reason: String },
    /// Whoever reads stdout has read enough (`| head`): the command ends and says nothing.
    #[error("nobody reads stdout")]
    ReaderGone,
    #[error("{message}")]
    LimitReached { message: String, hint: Option<String>, json: Option<String> },
    #[error("interrupted{more}")]
    Interrupted { more: String, json: Option<String> },
    #[error("{error}")]
    Exchange { error: ApiError },
    #[error("cannot read {path}: {reason}")]
    File { path: PathBuf, reason: String, hint: Option<String> },
}

impl AppError {
    pub(crate) fn usage(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self::Usage { message: message.into(), hint: hint.into() }
    }

    pub(crate) fn failed(message: impl Into<String>) -> Self {
        Self::Failed { message: message.into(), hint: None }
    }

    pub(crate) fn failed_with_hint(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self::Failed { message: message.into(), hint: Some(hint.into()) }
    }

    /// Ended by the user; `more` goes on with the sentence.
    pub(crate) fn interrupted(more: impl Into<String>) -> Self {
        Self::Interrupted { more: more.into(), json: None }
    }

    /// What `--json` prints instead of the error: what was done before the end.
    pub(crate) fn document(&self) -> Option<&str> {
        match self {
            Self::LimitReached { json, .. } | Self::Interrupted { json, .. } => json.as_deref(),
            _ => None,
        }
    }

    /// The documented exit code.
    pub(crate) fn exit_code(&self) -> ExitCode {
        ExitCode::from(match self {
            Self::Usage { .. } => 2,
            Self::Unreachable { .. } | Self::NotFound { .. } => 3,
            Self::LimitReached { .. } => 4,
            Self::Interrupted { .. } => 130,
            Self::Exchange { error } if error.code.starts_with("unknown_") => 3,
            Self::Exchange { error } if USAGE_CODES.contains(&error.code.as_str()) => 2,
            Self::Runtime { .. }
            | Self::Failed { .. }
            | Self::Stdout { .. }
            | Self::Exchange { .. }
            | Self::File { .. } => 1,
            Self::ReaderGone => 0,
        })
    }

    /// What to try next.
    pub(crate) fn hint(&self) -> Option<&str> {
        self.any_hint().filter(|hint| !hint.is_empty())
    }

    fn any_hint(&self) -> Option<&str> {
        match self {
            Self::Usage { hint, .. }
            | Self::Unreachable { hint, .. }
            | Self::NotFound { hint, .. } => Some(hint),
            Self::Failed { hint, .. }
            | Self::LimitReached { hint, .. }
            | Self::File { hint, .. } => hint.as_deref(),
            Self::Exchange { error } => error.hint.as_deref(),
            Self::Runtime { .. }
            | Self::Stdout { .. }
            | Self::ReaderGone
            | Self::Interrupted { .. } => None,
        }
    }

    /// Stable, for `--json`.
    pub(crate) fn code(&self) -> &str {
        match self {
            Self::Usage { .. } => "usage",
            Self::Unreachable { .. } => "unreachable",
            Self::NotFound { .. } => "not_found",
            Self::LimitReached { .. } => "limit_reached",
            Self::Interrupted { .. } => "interrupted",
            Self::Exchange { error } => &error.code,
            Self::Runtime { .. }
            | Self::Failed { .. }
            | Self::Stdout { .. }
            | Self::ReaderGone
            | Self::File { .. } => "failed",
        }
    }
}

/// Refusals that only a different command line can mend.
const USAGE_CODES: &[&str] = &["bad_request", "price_zero"];

/// Most characters of what was typed that an error repeats.
const TYPED_CHARS_MAX: usize = 40;

/// What was typed, as an error repeats it: quoted where it would not be seen for what it is, and not
/// all of it where it is long.
pub(crate) fn typed(text: &str) -> String {
    let mut shown: String = text.chars().take(TYPED_CHARS_MAX).collect();
    if shown.len() < text.len() {
        shown.push_str("...");
    }
    let plain = |c: char| !c.is_whitespace() && !c.is_control();
    if !shown.is_empty() && shown.chars().all(plain) { shown } else { format!("{shown:?}") }
}

impl From<ClientError> for AppError {
    fn from(error: ClientError) -> Self {
        match error {
            ClientError::Unreachable { url, reason } => Self::Unreachable {
                message: format!("cannot reach the exchange at {url}: {reason}"),
                hint: "start it with: quarry up".to_owned(),
            },
            ClientError::Refused(error) => Self::Exchange { error },
            protocol @ ClientError::Protocol { .. } => Self::Failed {
                message: protocol.to_string(),
                hint: Some("is --exchange-url the address of an exchange?".to_owned()),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_is_seen_for_what_it_is() {
        assert_eq!(typed("12"), "12");
        assert_eq!(typed(""), "\"\"");
        assert_eq!(typed(" 1\n"), "\" 1\\n\"");
        assert_eq!(typed(&"0".repeat(300)).len(), 43);
    }
}
