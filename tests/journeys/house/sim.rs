//! The people's side of a stand-in, over HTTP.

use std::time::Duration;

use anyhow::{Context as _, bail};
use serde_json::{Value, json};

use super::Call;

/// The verbs of one stand-in, or any other JSON over HTTP on this machine. Cheap to clone.
#[derive(Clone, Debug)]
pub(crate) struct Sim {
    base: String,
    client: reqwest::Client,
}

impl Sim {
    /// The verbs below `base`.
    pub(crate) fn at(base: String) -> anyhow::Result<Self> {
        let client = reqwest::Client::builder()
            .timeout(Duration::from_secs(10))
            .redirect(reqwest::redirect::Policy::none())
            .no_proxy()
            .build()?;
        Ok(Self { base, client })
    }

    pub(crate) async fn get(&self, path: &str) -> anyhow::Result<Value> {
        self.read(self.client.get(format!("{}{path}", self.base)), path).await
    }

    pub(crate) async fn post(&self, path: &str, body: Value) -> anyhow::Result<Value> {
        self.read(self.client.post(format!("{}{path}", self.base)).json(&body), path).await
    }

    pub(crate) async fn delete(&self, path: &str) -> anyhow::Result<()> {
        self.read(self.client.delete(format!("{}{path}", self.base)), path).await.map(drop)
    }

    /// Something goes wrong with the next calls: see the playground's `faults::Rule`.
    pub(crate) async fn add_fault(&self, rule: Value) -> anyhow::Result<()> {
        self.post("/faults", rule).await.map(drop)
    }

    /// The faults that didn't happen yet.
    pub(crate) async fn faults(&self) -> anyhow::Result<Vec<Value>> {
        self.get("/faults").await?.as_array().cloned().context("a list of faults")
    }

    /// The stand-in is gone for a while.
    pub(crate) async fn restart(&self, down: Duration) -> anyhow::Result<()> {
        self.post("/restart", json!({"down_ms": down.as_millis()})).await.map(drop)
    }

    /// Every call the program made.
    pub(crate) async fn calls(&self) -> anyhow::Result<Vec<Call>> {
        Ok(serde_json::from_value(self.get("/requests").await?)?)
    }

    async fn read(&self, request: reqwest::RequestBuilder, path: &str) -> anyhow::Result<Value> {
        let answer = request.send().await?;
        let status = answer.status();
        let text = answer.text().await?;
        if !status.is_success() {
            bail!("{path}: {status} {text}");
        }
        if text.is_empty() {
            return Ok(Value::Null);
        }
        serde_json::from_str(&text).with_context(|| format!("{path}: {text}"))
    }
}
