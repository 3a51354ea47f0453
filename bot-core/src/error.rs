//! The two ways a use case ends badly.
//!
//! Refused, which a member can mend, or failed, which we must.

use thiserror::Error;

use crate::storage::{DatabaseError, SealError};

/// What a service returns when it doesn't do what was asked.
#[derive(Debug)]
pub enum Error<R> {
    /// The rules don't allow it; `R` says which, and the flow words it.
    Refused(R),
    /// Something of ours is broken.
    Fault(Fault),
}

impl<R> Error<R> {
    /// The same failure for a caller whose refusals are another type.
    pub fn refused_as<S>(self, with: impl FnOnce(R) -> S) -> Error<S> {
        match self {
            Self::Refused(reason) => Error::Refused(with(reason)),
            Self::Fault(fault) => Error::Fault(fault),
        }
    }
}

impl<R> From<Fault> for Error<R> {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

impl<R> From<DatabaseError> for Error<R> {
    fn from(error: DatabaseError) -> Self {
        Self::Fault(error.into())
    }
}

/// A failure of ours. Logged once, where the interaction is answered, with the reference the member sees.
#[derive(Debug, Error)]
pub enum Fault {
    /// The database refused or was not there.
    #[error("storage: {0}")]
    Storage(#[from] DatabaseError),
    /// A row holds what it must not hold.
    #[error("{table} row {row}: {why}")]
    Inconsistent {
        /// The table.
        table: &'static str,
        /// The row's key.
        row: String,
        /// What is wrong.
        why: String,
    },
    /// A sealed value couldn't be opened or made.
    #[error("seal: {0}")]
    Seal(#[from] SealError),
    /// Stored JSON couldn't be read or written.
    #[error("json: {0}")]
    Json(#[from] serde_json::Error),
    /// Anything else.
    #[error("{0}")]
    Other(String),
}

/// A refusal that can't be: for use cases that only ever fail by a fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Never {}

impl From<Error<Never>> for Fault {
    fn from(error: Error<Never>) -> Self {
        match error {
            Error::Fault(fault) => fault,
            Error::Refused(never) => match never {},
        }
    }
}
