//! The two listeners: one for people, one for operations.

use std::net::SocketAddr;

use confique::Config;

/// The two listeners.
#[derive(Debug, Config)]
pub(crate) struct Web {
    /// Public pages and webhooks. `PORT` is read too: then it listens on that port of every interface.
    pub(crate) listen: SocketAddr,

    /// The address people see, as in https://guildhall.example; derived from `listen` where it is left out.
    pub(crate) public_url: Option<String>,

    /// `/livez`, `/readyz` and `/metrics`: keep it away from the public.
    pub(crate) ops_listen: SocketAddr,
}
