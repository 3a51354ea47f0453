//! The playground alone: prints one line of JSON that says where everything is.

use std::{
    fs,
    io::{self, Write},
    net::{Ipv4Addr, SocketAddr},
    path::{Path, PathBuf},
};

use anyhow::Context;
use clap::Parser;
use playground::{
    persona::Persona,
    stage::{Options, Playground},
};
use serde_json::json;
use tokio_util::{sync::CancellationToken, task::TaskTracker};

/// Stand-ins for Discord and Telegram on loopback, and a page with both chats.
#[derive(Debug, Parser)]
struct Arguments {
    /// Where the page listens.
    #[arg(long, default_value = "127.0.0.1:0")]
    listen: SocketAddr,
    /// Where the Discord stand-in listens.
    #[arg(long, default_value = "127.0.0.1:0")]
    discord_listen: SocketAddr,
    /// Where the Telegram stand-in listens.
    #[arg(long, default_value = "127.0.0.1:0")]
    telegram_listen: SocketAddr,
    /// Where to write the authority that the TLS address is trusted by; without it there is no TLS address.
    #[arg(long)]
    ca_file: Option<PathBuf>,
    /// A JSON file with the people one can be, in place of the built-in cast.
    #[arg(long)]
    personas: Option<PathBuf>,
    /// The page's name.
    #[arg(long, default_value = "Playground")]
    title: String,
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let arguments = Arguments::parse();
    let (tracker, stop) = (TaskTracker::new(), CancellationToken::new());
    let mut options = Options {
        listen: arguments.listen,
        discord_listen: arguments.discord_listen,
        telegram_listen: arguments.telegram_listen,
        title: arguments.title,
        personas: cast(arguments.personas.as_deref())?,
        ..Options::default()
    };
    options.discord.tls = arguments.ca_file.is_some().then(|| SocketAddr::from((Ipv4Addr::LOCALHOST, 0)));

    let playground = Playground::start(options, &tracker, stop.clone()).await?;
    if let (Some(path), Some(authority)) = (&arguments.ca_file, playground.discord().authority()) {
        fs::write(path, authority).with_context(|| format!("can't write {}", path.display()))?;
    }
    announce(&playground, arguments.ca_file.as_deref())?;

    tokio::signal::ctrl_c().await?;
    stop.cancel();
    tracker.close();
    tracker.wait().await;
    Ok(())
}

fn cast(file: Option<&Path>) -> anyhow::Result<Vec<Persona>> {
    let text = match file {
        Some(path) => fs::read_to_string(path).with_context(|| format!("can't read {}", path.display()))?,
        None => include_str!("../tables/cast.json").to_owned(),
    };
    serde_json::from_str(&text).context("the people one can be")
}

/// Says once where everything is; a program that started this one waits for the line.
fn announce(playground: &Playground, ca_file: Option<&Path>) -> anyhow::Result<()> {
    let (discord, telegram) = (playground.discord(), playground.telegram());
    let line = json!({
        "page": playground.url(),
        "discord": {
            "api_url": discord.url(), "token": discord.token(),
            "api_address": discord.tls_address(), "ca_file": ca_file,
        },
        "telegram": { "api_url": telegram.url(), "token": telegram.token() },
        "personas": playground.members(),
    });
    let mut out = io::stdout().lock();
    writeln!(out, "{line}")?;
    Ok(out.flush()?)
}
