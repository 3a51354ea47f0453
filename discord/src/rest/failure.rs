//! Why a call brought nothing, told apart by what may be done about it.

use std::time::Duration;

use thiserror::Error;

/// A call that brought nothing.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub(crate) enum Failure {
    /// It never left: no connection, or our own limits held it back.
    #[error("not sent: {why}")]
    NotSent {
        /// In words.
        why: String,
        /// When to try again, where that is known.
        retry_after: Option<Duration>,
    },
    /// Discord answered 429.
    #[error("too many requests, again in {retry_after:?}")]
    TooMany {
        /// When to try again.
        retry_after: Duration,
    },
    /// Discord refused it.
    #[error("refused with {status}, code {code}: {message}")]
    Refused {
        /// HTTP status.
        status: u16,
        /// Discord's own code; 0 where there is none.
        code: u32,
        /// Discord's words, shortened.
        message: String,
    },
    /// Discord answered with a fault of its own: it may or may not have been done.
    #[error("Discord answered {status}")]
    Fault {
        /// HTTP status.
        status: u16,
    },
    /// It left and no answer came: it may or may not have been done.
    #[error("no answer: {why}")]
    NoAnswer {
        /// In words.
        why: String,
    },
}

impl Failure {
    /// Discord's code, where it refused.
    pub(crate) fn code(&self) -> Option<u32> {
        match self {
            Self::Refused { code, .. } => Some(*code),
            _ => None,
        }
    }
}
