//! `guildhall demo` as a process: what a newcomer starts.

use std::process::Stdio;
use std::time::{Duration, Instant};

use anyhow::{Context as _, ensure};
use serde_json::Value;
use tokio::io::{AsyncBufReadExt as _, BufReader};
use tokio::process::{Child, Command};

/// A running demo. It is killed when it is dropped.
pub(super) struct Demo {
    /// The one address it printed.
    pub(super) address: String,
    /// When its process was started.
    pub(super) started: Instant,
    _process: Child,
}

impl Demo {
    /// Starts it and waits for its address.
    pub(super) async fn start() -> anyhow::Result<Self> {
        let started = Instant::now();
        let mut process = Command::new(env!("CARGO_BIN_EXE_guildhall"))
            .args(["demo", "--listen", "127.0.0.1:0"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()?;
        let output = process.stdout.take().context("the program has an output")?;
        let line =
            BufReader::new(output).lines().next_line().await?.context("the demo printed no address")?;
        ensure!(line.starts_with("http://127.0.0.1:"), "the demo printed {line:?}");
        Ok(Self { address: line.trim().to_owned(), started, _process: process })
    }

    /// The id of one of its people.
    pub(super) async fn persona(&self, handle: &str) -> anyhow::Result<String> {
        let config: Value =
            client()?.get(format!("{}/config.json", self.address)).send().await?.json().await?;
        let personas = config["personas"].as_array().context("the demo has people")?;
        let found = personas.iter().find(|persona| persona["handle"] == handle);
        let id = found.and_then(|persona| persona["id"].as_str());
        Ok(id.with_context(|| format!("nobody is called {handle}"))?.to_owned())
    }

    /// Moves its clock ahead.
    pub(super) async fn jump(&self, ms: i64) -> anyhow::Result<()> {
        let body = serde_json::json!({ "ms": ms });
        let jumped = client()?.post(format!("{}/sim/clock/jump", self.address)).json(&body).send().await?;
        jumped.error_for_status()?;
        Ok(())
    }
}

/// Asks with a deadline, and straight.
fn client() -> reqwest::Result<reqwest::Client> {
    reqwest::Client::builder().timeout(Duration::from_secs(5)).no_proxy().build()
}
