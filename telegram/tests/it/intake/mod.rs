//! Updates on their way into the inbox.

mod polling;
mod webhook;
