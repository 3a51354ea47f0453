//! Two at once, on both engines: exactly one outcome, and the other side of the race is told clearly.

mod accepting;
mod crowds;
mod kit;
