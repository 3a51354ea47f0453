//! The gateway: what happens, told to the bot over a WebSocket.

mod connection;
mod identify;
mod session;

pub(super) use self::{
    connection::upgrade,
    session::{Audience, Sessions},
};
