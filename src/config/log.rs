//! What is logged.

use confique::Config;

/// What is logged: text on a terminal, else JSON.
#[derive(Debug, Config)]
pub(crate) struct Log {
    /// What to log, by level and place, as in `warn` or `info,discord=debug`. Nothing members write is logged above
    /// debug, and no secret ever.
    pub(crate) filter: String,
}
