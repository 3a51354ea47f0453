//! Journeys: the built program as a process of its own, driven from outside.
//!
//! Discord and Telegram are the playground's stand-ins in a process of their own; what a person sees is read off the
//! payloads that went over the wire.
#![expect(clippy::print_stdout, reason = "a journey tells its figures")]

mod browser;
mod crowd;
mod faults;
mod hostile;
mod house;
mod journey;
mod kills;
mod people;
mod stops;
mod story;
