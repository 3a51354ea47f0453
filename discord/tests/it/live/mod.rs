//! The real client on a live connection to the stand-in.

mod answers;
mod bench;
mod connection;
mod core;
mod trouble;
