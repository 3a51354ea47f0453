//! The one place that calls Telegram.
//!
//! teloxide's own client sleeps 10 s inside a call when the server answers 5xx, which would hold a lane of answers for
//! as long; so what members wait for is sent by [`Rest::call`]. Its typed methods serve [`crate::commands`], where
//! nobody waits.

mod error;
mod message;
#[cfg(test)]
mod tests;

use std::fmt;
use std::time::Duration;

use anyhow::Context as _;
use reqwest::Url;
use secrecy::{ExposeSecret as _, SecretString};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use teloxide::Bot;
use tokio::sync::OnceCell;

pub(crate) use self::error::CallError;
use self::error::{Envelope, refusal, transport};
pub(crate) use self::message::Spot;
use crate::limits::Limits;

/// How long an ordinary call may take.
const CALL: Duration = Duration::from_secs(10);
/// How long connecting may take.
const CONNECT: Duration = Duration::from_secs(5);

/// A bot's way to Telegram.
pub(crate) struct Rest {
    bot: Bot,
    http: reqwest::Client,
    limits: Limits,
    username: OnceCell<String>,
}

/// What we need of `getMe`.
#[derive(Deserialize)]
struct Me {
    username: String,
}

impl Rest {
    /// For the bot with `token`, at `api_url` or at Telegram's own servers.
    pub(crate) fn new(token: &SecretString, api_url: Option<Url>) -> anyhow::Result<Self> {
        let http = reqwest::Client::builder()
            .connect_timeout(CONNECT)
            .timeout(CALL)
            .redirect(reqwest::redirect::Policy::none())
            .tcp_nodelay(true)
            .build()
            .context("the HTTP client for Telegram can't be made")?;
        let bot = Bot::with_client(token.expose_secret(), http.clone());
        let bot = match api_url {
            Some(url) => bot.set_api_url(url),
            None => bot,
        };
        Ok(Self { bot, http, limits: Limits::default(), username: OnceCell::new() })
    }

    /// teloxide's typed methods, for calls nobody waits for.
    pub(crate) fn bot(&self) -> &Bot {
        &self.bot
    }

    /// The bot's own id: the digits in front of the token.
    pub(crate) fn bot_id(&self) -> Option<i64> {
        self.bot.token().split(':').next()?.parse().ok()
    }

    /// The bot's `@username`, asked for once.
    pub(crate) async fn username(&self) -> Result<&str, CallError> {
        let ask = async || self.call::<Me>("getMe", &serde_json::json!({})).await.map(|me| me.username);
        self.username.get_or_try_init(ask).await.map(String::as_str)
    }

    /// How long `chat` has to be left alone yet.
    pub(crate) fn parked(&self, chat: i64) -> Option<Duration> {
        self.limits.parked(chat)
    }

    /// Calls `method` once.
    pub(crate) async fn call<R>(&self, method: &str, body: &(impl Serialize + Sync)) -> Result<R, CallError>
    where
        R: DeserializeOwned,
    {
        self.call_within(CALL, method, body).await
    }

    /// Calls `method` once and waits at most `timeout` for its answer.
    pub(crate) async fn call_within<R>(
        &self,
        timeout: Duration,
        method: &str,
        body: &(impl Serialize + Sync),
    ) -> Result<R, CallError>
    where
        R: DeserializeOwned,
    {
        let outcome = self.answer(timeout, method, body).await;
        let label = match &outcome {
            Ok(_) | Err(CallError::NotModified) => "done",
            Err(CallError::Unknown(_)) => "unknown",
            Err(CallError::NotSent(_)) => "not_sent",
            Err(CallError::TooMany { .. }) => "too_many",
            Err(_) => "refused",
        };
        metrics::counter!("guildhall_telegram_calls_total", "method" => method.to_owned(), "outcome" => label)
            .increment(1);
        outcome
    }

    async fn answer<R>(
        &self,
        timeout: Duration,
        method: &str,
        body: &(impl Serialize + Sync),
    ) -> Result<R, CallError>
    where
        R: DeserializeOwned,
    {
        let path = format!("/bot{}/{method}", self.bot.token());
        // The parser's error would quote the address, and with it the token.
        let url = self.bot.api_url().join(&path).map_err(|_| CallError::NotSent("bad address".to_owned()))?;
        let answer = self.http.post(url).timeout(timeout).json(body).send().await.map_err(transport)?;
        let status = answer.status().as_u16();
        let bytes = answer.bytes().await.map_err(transport)?;
        let Ok(envelope) = serde_json::from_slice::<Envelope<R>>(&bytes) else {
            let words = format!("{status} with a body that can't be read");
            return Err(match status {
                400..500 => CallError::Refused { code: status, description: words },
                _ => CallError::Unknown(words),
            });
        };
        match envelope.result {
            Some(result) if envelope.ok => Ok(result),
            _ => Err(refusal(status, envelope.description, &envelope.parameters)),
        }
    }
}

impl fmt::Debug for Rest {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Rest").field("api_url", &self.bot.api_url().as_str()).finish_non_exhaustive()
    }
}
