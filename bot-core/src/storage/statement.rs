//! SQL texts with names, so that a test can prepare every one on both engines.

/// A named SQL text.
#[derive(Debug, Clone, Copy)]
pub struct Statement {
    /// Its name in the code.
    pub name: &'static str,
    /// The text.
    pub sql: &'static str,
}

/// Declares SQL texts as constants and lists them in `STATEMENTS`.
macro_rules! statements {
    ($($(#[$doc:meta])* $name:ident = $sql:expr;)+) => {
        $($(#[$doc])* const $name: &str = $sql;)+

        /// Every SQL text of this file.
        pub(super) const STATEMENTS: &[$crate::storage::Statement] =
            &[$($crate::storage::Statement { name: stringify!($name), sql: $name }),+];
    };
}

pub(crate) use statements;
