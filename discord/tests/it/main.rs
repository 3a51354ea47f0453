//! The adapter from the outside: what it reads, draws, registers and does.

mod anything;
mod decoding;
mod limits;
mod live;
mod registration;
mod rendering;
