//! The only room that knows the database: one SQL text for SQLite and PostgreSQL.
//!
//! [`Storage::write`] is the only way to change anything; it may run its closure again, so nothing in there may have
//! an effect outside the transaction. What must happen once the change stands goes to [`Tx::after_commit`].

pub mod dialect;
mod migrations;
mod open;
mod seal;
mod statement;
mod tx;

pub use dialect::Dialect;
pub use migrations::{Migration, SCHEMA, migrations};
pub use open::{OpenError, Options};
pub use seal::{Key, Seal, SealError};
pub use sqlx::Error as DatabaseError;
pub use statement::Statement;
pub use tx::{Storage, Tx};

pub(crate) use statement::statements;
