//! Rate limits: one bucket a route and main resource, and one for everything.

use std::{
    collections::HashMap,
    hash::{DefaultHasher, Hash, Hasher},
};

use super::{
    refusal::Refusal,
    table::{Limit, Params, Route},
};

/// Requests a second for the whole bot; answers to interactions don't count.
const GLOBAL: Limit = Limit { limit: 50, per_ms: 1_000 };
/// Buckets kept before those that are over are forgotten.
const KEPT: usize = 10_000;

/// The path parameters that have buckets of their own.
const MAJOR: [&str; 4] = ["channel_id", "guild_id", "webhook_id", "webhook_token"];

#[derive(Debug, Default)]
pub(super) struct Limits {
    buckets: HashMap<String, Window>,
    global: Option<Window>,
}

#[derive(Clone, Copy, Debug)]
struct Window {
    ends_ms: i64,
    used: u32,
}

/// What the rate limit headers of an answer say.
#[derive(Clone, Debug)]
pub(super) struct Standing {
    pub(super) limit: u32,
    pub(super) remaining: u32,
    /// Seconds since the Unix epoch.
    pub(super) reset: f64,
    /// Seconds.
    pub(super) reset_after: f64,
    pub(super) bucket: String,
}

impl Limits {
    /// Counts a call; `None` if the route has no limit.
    pub(super) fn count(
        &mut self,
        route: &Route,
        params: &Params,
        now_ms: i64,
    ) -> (Option<Standing>, Result<(), Refusal>) {
        let Some(limit) = route.limit else { return (None, Ok(())) };
        if !params.iter().any(|(name, _)| name == "webhook_token")
            && let Some(wait) =
                take(self.global.get_or_insert(Window { ends_ms: 0, used: 0 }), GLOBAL, now_ms)
        {
            return (None, Err(Refusal::too_many(seconds(wait), true)));
        }
        if self.buckets.len() > KEPT {
            self.buckets.retain(|_, window| window.ends_ms > now_ms);
        }
        let major: Vec<&str> =
            params.iter().filter(|(name, _)| MAJOR.contains(name)).map(|(_, value)| value).collect();
        let bucket = bucket(&route.operation);
        let window = self
            .buckets
            .entry(format!("{bucket}:{}", major.join(":")))
            .or_insert(Window { ends_ms: 0, used: 0 });
        let over = take(window, limit, now_ms);
        let standing = Standing {
            limit: limit.limit,
            remaining: limit.limit.saturating_sub(window.used),
            reset: seconds(window.ends_ms),
            reset_after: seconds(window.ends_ms - now_ms),
            bucket,
        };
        (Some(standing), over.map_or(Ok(()), |wait| Err(Refusal::too_many(seconds(wait), false))))
    }
}

/// Counts one call; how long to wait, in milliseconds, if it is one too many.
fn take(window: &mut Window, limit: Limit, now_ms: i64) -> Option<i64> {
    if window.ends_ms <= now_ms {
        *window = Window { ends_ms: now_ms + limit.per_ms, used: 0 };
    }
    if window.used >= limit.limit {
        return Some(window.ends_ms - now_ms);
    }
    window.used += 1;
    None
}

fn bucket(operation: &str) -> String {
    let mut hasher = DefaultHasher::new();
    operation.hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

#[expect(clippy::cast_precision_loss, reason = "milliseconds of this century fit 53 bits")]
fn seconds(ms: i64) -> f64 {
    ms as f64 / 1_000.0
}
