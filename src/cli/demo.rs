//! `guildhall demo`: everything on this machine, no token, one address to open.

use std::net::SocketAddr;
use std::path::PathBuf;

use super::print;
use crate::demo::{self, Choices};
use crate::logging;
use crate::stop::Stop;

#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// Where the page listens
    #[arg(long, default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
    /// Keep the market in this folder; a temporary one where it is left out
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
    /// Another market: the same seed gives the same one
    #[arg(long, default_value_t = 1, value_name = "N")]
    seed: u64,
    /// Begin without anybody in the market
    #[arg(long)]
    empty: bool,
}

pub(super) async fn run(arguments: Arguments) -> Result<(), Stop> {
    let Arguments { listen, data, seed, empty } = arguments;
    // serenity warns of each connection it closes itself
    logging::start("warn,serenity=error");
    demo::run(Choices { listen, data, seed, empty }, |address| print(&format!("{address}\n"))).await
}
