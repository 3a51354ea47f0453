//! The listeners as a client sees them.

mod bench;
mod headers;
mod operations;
mod pages;
