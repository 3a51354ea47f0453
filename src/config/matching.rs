//! Who is put forward for what.

use confique::Config;

/// Who is put forward for what.
#[derive(Debug, Config)]
pub(crate) struct Matching {
    /// How many people are told of one request at most.
    pub(crate) people_per_request: usize,
}
