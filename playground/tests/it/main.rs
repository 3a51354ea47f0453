//! The stand-ins as their clients meet them: over HTTP.

mod discord;
mod page;
mod telegram;
