//! A change to a request that is out: prepared, looked at, then made.

use super::id::RequestId;
use super::request::Brief;

/// A change to a request that takes proposals.
#[derive(Debug, Clone, PartialEq)]
pub struct Revision {
    /// Which request.
    pub request: RequestId,
    /// The version of the request that it changes.
    pub base: i64,
    /// What the request said.
    pub before: Brief,
    /// What it says then.
    pub after: Brief,
    /// Whether it was made.
    pub made: bool,
}
