//! The adapter from the outside: what it reads, draws and registers, and how it behaves on a live connection.

mod decoding;
mod limits;
mod live;
mod registration;
mod rendering;
