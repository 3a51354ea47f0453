//! Loopback stand-ins for Discord and Telegram, and a page with both chats.
//!
//! Nothing here is built on the other packages of this workspace: the stand-ins check what the platforms check from
//! tables made of the platforms' own specifications, so a constant that is wrong in our code is wrong against them too.

pub mod clock;
pub mod discord;
pub mod faults;
pub mod journal;
pub mod page;
pub mod persona;
pub mod stage;
pub mod telegram;
pub mod wire;

pub use stage::{Options, Playground};
