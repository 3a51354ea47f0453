//! Two at once, on both engines: exactly one outcome, and a clear answer to both.

mod accepting;
mod crowds;
pub(crate) mod kit;
mod linking;
