//! Our own sender to Discord's REST API.
//!
//! serenity builds the request; we send it and keep what came back whole.

mod call;
mod connect;
mod failure;
#[cfg(test)]
mod tests;

use std::sync::Arc;
use std::time::Duration;

use reqwest::header::HeaderMap;
use secrecy::{ExposeSecret as _, SecretString};
use serde_json::Value;
use serenity::http::Request;

pub(crate) use call::{Call, To};
pub(crate) use failure::Failure;

use crate::config::Endpoint;
use crate::limits::{Answered, Limits, Quota};
use bot_core::ui::limits::shortened;

/// The longest refusal kept for a log, in characters.
const MESSAGE: usize = 600;
/// How long to wait after a 429 that doesn't say.
const UNSAID: Duration = Duration::from_secs(1);

/// Sends calls. Cheap to clone; all clones share their limits.
#[derive(Clone)]
pub(crate) struct Rest {
    inner: Arc<Inner>,
}

struct Inner {
    client: reqwest::Client,
    base: Option<String>,
    /// With `Bot ` in front.
    token: SecretString,
    limits: Limits,
}

impl std::fmt::Debug for Rest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Rest").field("base", &self.inner.base).finish_non_exhaustive()
    }
}

impl Rest {
    /// A sender for `endpoint`, within `limits`.
    pub(crate) fn new(endpoint: &Endpoint, token: &SecretString, limits: Limits) -> anyhow::Result<Self> {
        let inner = Inner {
            client: connect::client(endpoint)?,
            base: connect::base(endpoint).map(str::to_owned),
            token: format!("Bot {}", token.expose_secret()).into(),
            limits,
        };
        Ok(Self { inner: Arc::new(inner) })
    }

    /// The client, for serenity's own few calls.
    pub(crate) fn client(&self) -> reqwest::Client {
        self.inner.client.clone()
    }

    /// The address that takes the place of Discord's, where there is one.
    pub(crate) fn base(&self) -> Option<&str> {
        self.inner.base.as_deref()
    }

    /// Sends `call` once and gives back the JSON that came: null for an empty answer.
    pub(crate) async fn send(&self, call: &Call) -> Result<Value, Failure> {
        let route = call.to.name();
        let outcome = self.attempt(call).await;
        let label = match &outcome {
            Ok(_) => "done",
            Err(Failure::NotSent { .. }) => "not_sent",
            Err(Failure::TooMany { .. }) => "too_many",
            Err(Failure::Refused { .. }) => "refused",
            Err(Failure::Fault { .. }) => "fault",
            Err(Failure::NoAnswer { .. }) => "no_answer",
        };
        metrics::counter!("discord_rest_total", "route" => route, "outcome" => label).increment(1);
        if let Err(failure) = &outcome {
            tracing::debug!(route, %failure, "a call to Discord brought nothing");
        }
        outcome
    }

    async fn attempt(&self, call: &Call) -> Result<Value, Failure> {
        let quota = Quota {
            route: format!("{:?} {}", call.method, call.to.name()),
            subject: call.to.subject(),
            exempt: call.to.answers_interaction(),
        };
        let permit =
            self.inner.limits.admit(&quota, call.patience).await.map_err(|held| Failure::NotSent {
                why: held.to_string(),
                retry_after: held.retry_after(),
            })?;
        let request = self.request(call)?;
        let response = match request.timeout(call.timeout).send().await {
            Ok(response) => response,
            Err(error) => return Err(unsent(error)),
        };
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        let text = response.text().await;
        let body: Value =
            text.as_deref().ok().and_then(|text| serde_json::from_str(text).ok()).unwrap_or_default();
        let code = body["code"].as_u64().and_then(|code| u32::try_from(code).ok()).unwrap_or_default();
        let answered = answered(status, code, &headers, &body, call);
        permit.learn(&answered);
        match status {
            200..=299 => match text {
                Ok(text) if text.is_empty() || !body.is_null() => Ok(body),
                Ok(_) => Err(Failure::NoAnswer { why: "the answer was no JSON".to_owned() }),
                Err(error) => Err(Failure::NoAnswer { why: error.without_url().to_string() }),
            },
            429 => Err(Failure::TooMany { retry_after: answered.retry_after.unwrap_or(UNSAID) }),
            400..=499 => {
                let message = if body.is_null() { String::new() } else { body.to_string() };
                Err(Failure::Refused { status, code, message: shortened(&message, MESSAGE) })
            }
            _ => Err(Failure::Fault { status }),
        }
    }

    /// The request as serenity builds it. Its span would carry the interaction's token into a log, so it is built
    /// with no subscriber listening.
    fn request(&self, call: &Call) -> Result<reqwest::RequestBuilder, Failure> {
        let body = call.body.as_ref().map(|body| body.to_string().into_bytes());
        let params = (!call.params.is_empty()).then(|| call.params.clone());
        let request = Request::new(call.to.route(), call.method).body(body).params(params);
        let (client, base) = (&self.inner.client, self.inner.base.as_deref());
        let silent = tracing::subscriber::NoSubscriber::default();
        tracing::subscriber::with_default(silent, || {
            request.build(client, self.inner.token.expose_secret(), base).map_err(|error| Failure::NotSent {
                why: format!("the request can't be built: {error}"),
                retry_after: None,
            })
        })
    }
}

/// An error of the HTTP client. Its address may hold an interaction's token and is left out.
fn unsent(error: reqwest::Error) -> Failure {
    let never_left = error.is_connect() || error.is_builder();
    let why = format!("{:#}", anyhow::Error::from(error.without_url()));
    if never_left { Failure::NotSent { why, retry_after: None } } else { Failure::NoAnswer { why } }
}

/// What the limits learn from an answer.
fn answered(status: u16, code: u32, headers: &HeaderMap, body: &Value, call: &Call) -> Answered {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    let seconds = |value: Option<f64>| {
        value.filter(|seconds| seconds.is_finite() && *seconds >= 0.0).map(Duration::from_secs_f64)
    };
    let number = |name: &str| text(name).and_then(|value| value.parse::<f64>().ok());
    let retry = body["retry_after"].as_f64().or_else(|| number("retry-after"));
    let scope = text("x-ratelimit-scope");
    let is_global = body["global"].as_bool().unwrap_or_default() || scope == Some("global");
    Answered {
        bucket: text("x-ratelimit-bucket").map(str::to_owned),
        limit: text("x-ratelimit-limit").and_then(|value| value.parse().ok()),
        remaining: text("x-ratelimit-remaining").and_then(|value| value.parse().ok()),
        resets_after: seconds(number("x-ratelimit-reset-after")),
        retry_after: (status == 429).then(|| seconds(retry).unwrap_or(UNSAID)),
        is_global: status == 429 && is_global,
        is_ok: (200..300).contains(&status),
        is_invalid: matches!(status, 401 | 403) || (status == 429 && scope != Some("shared")),
        bad_token: status == 401 && code == 0 && !call.to.answers_interaction(),
    }
}
