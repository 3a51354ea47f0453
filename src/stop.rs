//! Why a command ends badly, and the exit code that says so.

use std::process::ExitCode;

use bot_core::storage::{DatabaseError, OpenError};
use thiserror::Error;

use crate::config::Problems;

/// Why a command ends badly.
#[derive(Debug, Error)]
pub(crate) enum Stop {
    /// The configuration is at fault: 2.
    #[error("{0}")]
    Configuration(Problems),
    /// The command is used wrongly in a way the parser can't see: 2.
    #[error("{0}")]
    Usage(String),
    /// The database can't be used as it is: 78.
    #[error("{0}")]
    Database(String),
    /// A second signal came before everything had ended: 1.
    #[error("told twice to stop: what was under way is found by the next start")]
    Impatient,
    /// Not everything ended in the time there is for that: 1.
    #[error("not everything ended in time: what was under way is found by the next start")]
    Overdue,
    /// Something isn't well, and what has been said: 1.
    #[error("not everything is well")]
    Unwell,
    /// Anything else: 1.
    #[error("{0:#}")]
    Failed(#[from] anyhow::Error),
}

impl Stop {
    /// The exit code.
    pub(crate) fn code(&self) -> ExitCode {
        match self {
            Self::Configuration(_) | Self::Usage(_) => ExitCode::from(2),
            Self::Database(_) => ExitCode::from(78),
            Self::Impatient | Self::Overdue | Self::Unwell | Self::Failed(_) => ExitCode::FAILURE,
        }
    }
}

impl From<OpenError> for Stop {
    fn from(error: OpenError) -> Self {
        let restore = "move it aside and bring a backup back: guildhall restore --from FILE";
        match error {
            OpenError::Damaged(_) => Self::Database(format!("{error}\n{restore}")),
            OpenError::OtherKey { .. } | OpenError::UnknownEngine | OpenError::Seal(_) => {
                Self::Usage(error.to_string())
            }
            OpenError::File { .. } => {
                Self::Database(format!("the database can't be used: {error}\nsee to its folder's owner"))
            }
            OpenError::Database(ref refused) if is_unusable(refused) => Self::Database(format!(
                "the database can't be used: {error}\nsee to the owner and the permissions of the file and its folder"
            )),
            _ => Self::Failed(error.into()),
        }
    }
}

/// What no second try mends: SQLITE_PERM, READONLY, IOERR, CORRUPT, CANTOPEN, NOTADB, whatever their details.
fn is_unusable(error: &DatabaseError) -> bool {
    let code = error.as_database_error().and_then(|error| error.code()?.parse::<u32>().ok());
    code.is_some_and(|code| matches!(code & 0xff, 3 | 8 | 10 | 11 | 14 | 26))
}
