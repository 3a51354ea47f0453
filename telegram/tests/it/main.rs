//! Telegram's adapter against a Telegram of our own, over real sockets.

mod answers;
mod bench;
mod intake;
mod notices;
mod renderer;
