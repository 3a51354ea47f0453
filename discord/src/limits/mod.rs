//! Discord's limits, kept before they are hit.
//!
//! Per route, overall, and on refused requests.

mod breaker;
mod bucket;
mod pace;

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use thiserror::Error;
use tokio::sync::{Notify, watch};
use tokio::time::Instant;

use breaker::Breaker;
use bucket::{Buckets, Turn};
use pace::Pace;

/// Under what a call counts.
#[derive(Debug)]
pub(crate) struct Quota {
    /// Method and route.
    pub(crate) route: String,
    /// What is counted apart within the route.
    pub(crate) subject: String,
    /// Whether the overall limit leaves it out.
    pub(crate) exempt: bool,
}

/// What an answer says about limits.
#[derive(Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "four independent facts about one answer")]
pub(crate) struct Answered {
    pub(crate) bucket: Option<String>,
    pub(crate) limit: Option<u32>,
    pub(crate) remaining: Option<u32>,
    pub(crate) resets_after: Option<Duration>,
    pub(crate) retry_after: Option<Duration>,
    pub(crate) is_global: bool,
    pub(crate) is_ok: bool,
    /// Counted by Discord against this machine's address.
    pub(crate) is_invalid: bool,
    /// The bot's token is wrong.
    pub(crate) bad_token: bool,
}

/// Why a call is held back.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub(crate) enum Held {
    /// Discord refused the token; nothing more is sent with it.
    #[error("Discord refused the bot's token")]
    BadToken,
    /// Too many requests were refused.
    #[error("too many requests were refused lately")]
    Refusals(Duration),
    /// A limit is used up for longer than the call can wait.
    #[error("a rate limit is used up")]
    Limit(Duration),
}

impl Held {
    /// When to try again.
    pub(crate) fn retry_after(&self) -> Option<Duration> {
        match self {
            Self::BadToken => None,
            Self::Refusals(after) | Self::Limit(after) => Some(*after),
        }
    }
}

/// All limits of one token. Cheap to clone.
#[derive(Debug, Clone)]
pub(crate) struct Limits {
    inner: Arc<Inner>,
}

#[derive(Debug)]
struct Inner {
    state: Mutex<State>,
    changed: Notify,
    bad_token: watch::Sender<bool>,
}

#[derive(Debug, Default)]
struct State {
    buckets: Buckets,
    pace: Pace,
    breaker: Breaker,
}

impl Inner {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The right to send one call; given back when dropped.
#[derive(Debug)]
pub(crate) struct Permit {
    limits: Limits,
    key: Option<bucket::Key>,
    route: String,
}

impl Limits {
    /// Limits nothing is known of yet.
    pub(crate) fn new() -> Self {
        let inner =
            Inner { state: Mutex::default(), changed: Notify::new(), bad_token: watch::Sender::new(false) };
        Self { inner: Arc::new(inner) }
    }

    /// Becomes true when Discord has refused the token.
    pub(crate) fn bad_token(&self) -> watch::Receiver<bool> {
        self.inner.bad_token.subscribe()
    }

    /// Discord has refused the token: nothing more is sent with it.
    pub(crate) fn refuse_token(&self) {
        self.inner.bad_token.send_replace(true);
    }

    /// Waits for the turn of a call, at most as long as `patience`.
    pub(crate) async fn admit(&self, quota: &Quota, patience: Duration) -> Result<Permit, Held> {
        let until = Instant::now() + patience;
        loop {
            let changed = self.inner.changed.notified();
            tokio::pin!(changed);
            changed.as_mut().enable();
            let now = Instant::now();
            let wait = match self.try_admit(quota, now)? {
                Ok(permit) => return Ok(permit),
                Err(wait) => wait,
            };
            let left = until.saturating_duration_since(now);
            match wait {
                Some(wait) if wait > left => return Err(Held::Limit(wait)),
                Some(wait) => tokio::time::sleep(wait).await,
                None => {
                    if tokio::time::timeout(left, changed).await.is_err() {
                        return Err(Held::Limit(Duration::ZERO));
                    }
                }
            }
        }
    }

    /// A permit, or how long to wait; none where another call has to come back first.
    fn try_admit(&self, quota: &Quota, now: Instant) -> Result<Result<Permit, Option<Duration>>, Held> {
        if *self.inner.bad_token.borrow() {
            return Err(Held::BadToken);
        }
        let mut state = self.inner.state();
        if let Some(wait) = state.pace.paused(now) {
            return Ok(Err(Some(wait)));
        }
        let key = state.buckets.key(quota);
        match state.buckets.turn(&key, now) {
            Turn::Now => {}
            Turn::In(wait) => return Ok(Err(Some(wait))),
            Turn::AfterAnother => return Ok(Err(None)),
        }
        if !quota.exempt
            && let Some(wait) = state.pace.full(now)
        {
            return Ok(Err(Some(wait)));
        }
        state.breaker.admit(now).map_err(Held::Refusals)?;
        if !quota.exempt {
            state.pace.take(now);
        }
        state.buckets.take(&key, now);
        Ok(Ok(Permit { limits: self.clone(), key: Some(key), route: quota.route.clone() }))
    }
}

impl Permit {
    /// Takes over what the answer says and gives the permit back.
    pub(crate) fn learn(mut self, answered: &Answered) {
        let now = Instant::now();
        let inner = &self.limits.inner;
        let mut state = inner.state();
        if let Some(key) = self.key.take() {
            state.buckets.learn(&self.route, &key, answered, now);
        }
        if answered.is_global
            && let Some(pause) = answered.retry_after
        {
            state.pace.pause(now + pause);
        }
        state.breaker.learn(answered, now);
        drop(state);
        if answered.bad_token {
            tracing::error!("Discord refused the bot's token: nothing more is sent with it");
            self.limits.refuse_token();
        }
        inner.changed.notify_waiters();
    }
}

impl Drop for Permit {
    fn drop(&mut self) {
        if let Some(key) = self.key.take() {
            self.limits.inner.state().buckets.give_back(&key);
            self.limits.inner.changed.notify_waiters();
        }
    }
}
