//! What the program said to a platform, and what it was answered.

use anyhow::ensure;
use serde::Deserialize;
use serde_json::Value;

/// A call, as the stand-in's journal has it.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Call {
    /// `METHOD path` on Discord, the method's name on Telegram.
    pub(crate) route: String,
    /// 0 where the connection was closed instead.
    pub(crate) status: u16,
    /// Why it was refused, where the platform itself would have refused it.
    pub(crate) refused: Option<String>,
    /// What the platform lets pass, but a careful bot never sends.
    pub(crate) warning: Option<String>,
    /// What was sent.
    pub(crate) body: Value,
}

impl Call {
    /// Its route without ids and tokens: `PATCH /webhooks/{}/{}/messages/@original`.
    pub(crate) fn kind(&self) -> String {
        let parts = self.route.split('/').map(|part| {
            let secret = part.len() > 30;
            let number = part.len() > 5 && part.chars().all(|c| c.is_ascii_digit());
            if secret || number { "{}" } else { part }
        });
        parts.collect::<Vec<_>>().join("/")
    }
}

/// Fails if the program did what a platform refuses or frowns upon. `expected` are parts of refusals a test provokes.
pub(crate) fn clean(calls: &[Call], expected: &[&str]) -> anyhow::Result<()> {
    for call in calls {
        let Call { route, body, .. } = call;
        if let Some(refused) = &call.refused {
            let meant = expected.iter().any(|words| refused.contains(words));
            ensure!(meant, "{route} was refused: {refused}\n{body:#}");
        }
        if let Some(warning) = &call.warning {
            anyhow::bail!("{route} is careless: {warning}\n{body:#}");
        }
    }
    Ok(())
}
