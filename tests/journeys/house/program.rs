//! `guildhall serve` as a process that can be ended in every way.

use std::fs::{self, File, OpenOptions};
use std::path::{Path, PathBuf};
use std::process::{ExitStatus, Stdio};
use std::time::{Duration, Instant};

use anyhow::Context as _;
use serde_json::Value;
use tokio::process::{Child, Command};

use super::{eventually, within};

/// Where the program shall stop and wait to be killed: the `turn`-th time it gets to `point`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Hold {
    pub(crate) point: &'static str,
    pub(crate) turn: u32,
}

/// A running program. It is killed when it is dropped.
#[derive(Debug)]
pub(crate) struct Program {
    process: Child,
    client: reqwest::Client,
    log: PathBuf,
    /// What stands in the log from an earlier process.
    before: usize,
}

impl Program {
    /// Starts it; its log is appended to `log`.
    pub(crate) fn start(
        arguments: &[&str],
        environment: &[(&'static str, String)],
        log: &Path,
    ) -> anyhow::Result<Self> {
        let before = fs::read(log).map_or(0, |bytes| bytes.len());
        let written: File = OpenOptions::new().create(true).append(true).open(log)?;
        let process = command(arguments, environment)
            .stdout(Stdio::null())
            .stderr(written)
            .spawn()
            .context("guildhall doesn't start")?;
        let client = reqwest::Client::builder().timeout(Duration::from_secs(5)).no_proxy().build()?;
        Ok(Self { process, client, log: log.to_owned(), before })
    }

    /// Waits until it says that it is ready; how long that took.
    pub(crate) async fn ready(&mut self) -> anyhow::Result<Duration> {
        let started = Instant::now();
        let operations = eventually("guildhall listens", async || {
            if let Some(status) = self.process.try_wait()? {
                return Ok(Some(Err(anyhow::anyhow!("guildhall ended ({status}): {}", self.tail()))));
            }
            Ok(self.listens_at("web.ops_listen").map(Ok))
        })
        .await??;
        let address = format!("http://{operations}/readyz");
        eventually("guildhall is ready", async || {
            let answer = self.client.get(&address).send().await?;
            let ready = answer.status().is_success();
            anyhow::ensure!(ready, "not ready: {}", answer.text().await?);
            Ok(Some(()))
        })
        .await
        .with_context(|| self.tail())?;
        Ok(started.elapsed())
    }

    /// Whether it says that it is ready.
    pub(crate) async fn is_ready(&self) -> bool {
        let Some(operations) = self.listens_at("web.ops_listen") else { return false };
        let answer = self.client.get(format!("http://{operations}/readyz")).send().await;
        answer.is_ok_and(|answer| answer.status().is_success())
    }

    /// A gauge or counter of its own, summed over its labels.
    pub(crate) async fn metric(&self, name: &str) -> anyhow::Result<u64> {
        let operations = self.listens_at("web.ops_listen").context("it doesn't listen")?;
        let told = self.client.get(format!("http://{operations}/metrics")).send().await?.text().await?;
        let values =
            told.lines().filter(|line| line.starts_with(name)).filter_map(|line| line.split(' ').nth(1));
        Ok(values.filter_map(|value| value.parse::<u64>().ok()).sum())
    }

    /// The address of a listener, once it is said.
    pub(crate) fn listens_at(&self, key: &str) -> Option<String> {
        let said = self.everything();
        let mut lines = said.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
        let line =
            lines.find(|line| line["fields"]["message"] == "listening" && line["fields"]["key"] == key)?;
        line["fields"]["address"].as_str().map(str::to_owned)
    }

    /// Ends it as a power cut does, and waits until it is gone.
    pub(crate) async fn kill(&mut self) -> anyhow::Result<()> {
        self.process.kill().await.context("guildhall can't be killed")
    }

    /// Sends a signal by name: `TERM`, `INT`.
    pub(crate) async fn signal(&self, name: &str) -> anyhow::Result<()> {
        let id = self.process.id().context("guildhall has ended already")?;
        let sent = Command::new("kill").arg(format!("-{name}")).arg(id.to_string()).status().await?;
        anyhow::ensure!(sent.success(), "kill -{name} {id}: {sent}");
        Ok(())
    }

    /// Waits for its end.
    pub(crate) async fn ended(&mut self, most: Duration) -> anyhow::Result<ExitStatus> {
        within(most, "guildhall ends", async || Ok(self.process.try_wait()?)).await
    }

    /// Whether it has come to where it holds.
    pub(crate) fn holds(&self) -> bool {
        self.said("holding at ")
    }

    /// Whether these words stand in its log.
    pub(crate) fn said(&self, words: &str) -> bool {
        self.everything().contains(words)
    }

    /// The end of its log.
    pub(crate) fn tail(&self) -> String {
        let said = self.everything();
        let lines: Vec<&str> = said.lines().collect();
        format!("the end of its log:\n{}", lines[lines.len().saturating_sub(40)..].join("\n"))
    }

    fn everything(&self) -> String {
        let bytes = fs::read(&self.log).unwrap_or_default();
        String::from_utf8_lossy(&bytes[self.before.min(bytes.len())..]).into_owned()
    }
}

/// The program with nothing of this process's own configuration.
pub(crate) fn command(arguments: &[&str], environment: &[(&'static str, String)]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_guildhall"));
    let inherited = std::env::vars().map(|(name, _)| name).filter(|name| name.starts_with("GUILDHALL_"));
    for name in inherited.chain(["PORT".to_owned(), "DATABASE_URL".to_owned()]) {
        command.env_remove(name);
    }
    command.args(arguments).envs(environment.iter().cloned()).stdin(Stdio::null()).kill_on_drop(true);
    command
}
