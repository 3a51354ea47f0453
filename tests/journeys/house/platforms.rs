//! The playground as a process: both stand-ins.

use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use anyhow::Context as _;
use serde_json::Value;
use tokio::io::{AsyncBufReadExt as _, BufReader};
use tokio::process::{Child, Command};

use super::Sim;

/// How the program is told to find Discord.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DiscordMode {
    /// Another base address of the REST API.
    Url,
    /// discord.com itself over TLS, at another address and with another authority.
    Address,
}

/// A running playground. It ends when it is dropped.
#[derive(Debug)]
pub(super) struct Platforms {
    _process: Child,
    announced: Value,
    pub(super) discord: Sim,
    pub(super) telegram: Sim,
}

impl Platforms {
    pub(super) async fn start(folder: &Path) -> anyhow::Result<Self> {
        let personas = folder.join("personas.json");
        std::fs::write(&personas, "[]")?;
        let mut process = Command::new(program()?)
            .arg("--ca-file")
            .arg(folder.join("ca.pem"))
            .arg("--personas")
            .arg(personas)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .context("the playground doesn't start")?;
        let mut said = BufReader::new(process.stdout.take().context("its stdout")?);
        let mut line = String::new();
        let read = said.read_line(&mut line);
        tokio::time::timeout(Duration::from_secs(10), read)
            .await
            .context("the playground says nothing")??;
        let announced: Value =
            serde_json::from_str(&line).with_context(|| format!("the playground said {line:?}"))?;
        let page = announced["page"].as_str().context("its page")?;
        let discord = Sim::at(format!("{page}/sim/discord"))?;
        let telegram = Sim::at(format!("{page}/sim/telegram"))?;
        Ok(Self { _process: process, announced, discord, telegram })
    }

    /// What a program needs to know to use the stand-ins.
    pub(super) fn environment(&self, mode: DiscordMode) -> Vec<(&'static str, String)> {
        let text =
            |side: &str, field: &str| self.announced[side][field].as_str().unwrap_or_default().to_owned();
        let mut variables = vec![
            ("GUILDHALL_DISCORD_TOKEN", text("discord", "token")),
            ("GUILDHALL_TELEGRAM_TOKEN", text("telegram", "token")),
            ("GUILDHALL_TELEGRAM_API_URL", text("telegram", "api_url")),
        ];
        match mode {
            DiscordMode::Url => variables.push(("GUILDHALL_DISCORD_API_URL", text("discord", "api_url"))),
            DiscordMode::Address => variables.extend([
                ("GUILDHALL_DISCORD_API_ADDRESS", text("discord", "api_address")),
                ("GUILDHALL_DISCORD_CA_FILE", text("discord", "ca_file")),
            ]),
        }
        variables
    }
}

/// Cargo puts the workspace's programs into one folder.
fn program() -> anyhow::Result<PathBuf> {
    let ours = Path::new(env!("CARGO_BIN_EXE_guildhall"));
    let path = ours.with_file_name("playground");
    anyhow::ensure!(path.exists(), "{} is missing: build with `cargo build --workspace`", path.display());
    Ok(path)
}
