//! The real client on a live connection to the stand-in, with the real inbox behind it.

mod answers;
mod bench;
mod connection;
mod core;
mod trouble;
