//! Route limits, learned from Discord's headers.

use std::collections::HashMap;
use std::time::Duration;

use tokio::time::Instant;

use super::{Answered, Quota};

/// Entries above which those not needed any more are dropped.
const MANY: usize = 2_000;

/// Discord's name of a limit (until it is known, the route), and what it counts apart.
pub(super) type Key = (String, String);

/// Whether a call may go.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Turn {
    Now,
    In(Duration),
    /// Nothing is known of this limit yet: one call at a time finds out.
    AfterAnother,
}

/// Every limit seen so far.
#[derive(Debug, Default)]
pub(super) struct Buckets {
    names: HashMap<String, String>,
    buckets: HashMap<Key, Bucket>,
}

#[derive(Debug)]
struct Bucket {
    window: Option<Window>,
    in_flight: u32,
}

#[derive(Debug, Clone, Copy)]
struct Window {
    limit: u32,
    remaining: u32,
    resets: Instant,
}

impl Buckets {
    /// Where `quota` counts.
    pub(super) fn key(&self, quota: &Quota) -> Key {
        let name = self.names.get(&quota.route).unwrap_or(&quota.route);
        (name.clone(), quota.subject.clone())
    }

    /// Whether a call may go now.
    pub(super) fn turn(&mut self, key: &Key, now: Instant) -> Turn {
        let Some(bucket) = self.buckets.get_mut(key) else { return Turn::Now };
        match &mut bucket.window {
            None if bucket.in_flight == 0 => Turn::Now,
            None => Turn::AfterAnother,
            Some(window) => {
                if now >= window.resets {
                    window.remaining = window.limit.saturating_sub(bucket.in_flight);
                }
                match (window.remaining, window.resets.saturating_duration_since(now)) {
                    (0, Duration::ZERO) => Turn::AfterAnother,
                    (0, wait) => Turn::In(wait),
                    _ => Turn::Now,
                }
            }
        }
    }

    /// A call goes.
    pub(super) fn take(&mut self, key: &Key, now: Instant) {
        if self.buckets.len() > MANY {
            self.buckets.retain(|_, bucket| {
                bucket.in_flight > 0 || bucket.window.is_some_and(|window| window.resets > now)
            });
        }
        let bucket = self.buckets.entry(key.clone()).or_insert(Bucket { window: None, in_flight: 0 });
        bucket.in_flight += 1;
        if let Some(window) = &mut bucket.window {
            window.remaining = window.remaining.saturating_sub(1);
        }
    }

    /// A call brought no answer.
    pub(super) fn give_back(&mut self, key: &Key) {
        if let Some(bucket) = self.buckets.get_mut(key) {
            bucket.in_flight = bucket.in_flight.saturating_sub(1);
        }
    }

    /// A call was answered.
    pub(super) fn learn(&mut self, route: &str, key: &Key, answered: &Answered, now: Instant) {
        self.give_back(key);
        let mut key = key.clone();
        if let Some(name) = answered.bucket.as_ref().filter(|name| **name != key.0) {
            self.names.insert(route.to_owned(), name.clone());
            let known = self.buckets.remove(&key);
            key.0.clone_from(name);
            if let Some(known) = known {
                let bucket = self.buckets.entry(key.clone()).or_insert(Bucket { window: None, in_flight: 0 });
                bucket.in_flight += known.in_flight;
            }
        }
        let Some(bucket) = self.buckets.get_mut(&key) else { return };
        let in_flight = bucket.in_flight;
        if let Some(wait) = answered.retry_after.filter(|_| !answered.is_global) {
            let limit = answered.limit.or(bucket.window.map(|window| window.limit)).unwrap_or(1);
            bucket.window = Some(Window { limit: limit.max(1), remaining: 0, resets: now + wait });
        } else if let (Some(limit), Some(remaining), Some(after)) =
            (answered.limit, answered.remaining, answered.resets_after)
        {
            let same = bucket.window.filter(|window| window.resets > now);
            let most = remaining.saturating_sub(in_flight);
            bucket.window = Some(Window {
                limit: limit.max(1),
                // Answers overtake each other: within one window the count only falls.
                remaining: same.map_or(most, |window| window.remaining.min(most)),
                resets: same.map_or(now + after, |window| window.resets.max(now + after)),
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quota() -> Quota {
        Quota { route: "POST messages".to_owned(), subject: "7".to_owned(), exempt: false }
    }

    fn answered(remaining: u32) -> Answered {
        Answered {
            bucket: Some("abc".to_owned()),
            limit: Some(5),
            remaining: Some(remaining),
            resets_after: Some(Duration::from_secs(5)),
            is_ok: true,
            ..Answered::default()
        }
    }

    #[test]
    fn a_used_up_limit_waits_for_its_reset() {
        let (mut buckets, now) = (Buckets::default(), Instant::now());
        let first = buckets.key(&quota());
        assert_eq!(buckets.turn(&first, now), Turn::Now);
        buckets.take(&first, now);
        assert_eq!(buckets.turn(&first, now), Turn::AfterAnother);
        buckets.learn("POST messages", &first, &answered(4), now);
        let key = buckets.key(&quota());
        assert_eq!(key.0, "abc");
        for _ in 0..4 {
            assert_eq!(buckets.turn(&key, now), Turn::Now);
            buckets.take(&key, now);
        }
        assert_eq!(buckets.turn(&key, now), Turn::In(Duration::from_secs(5)));
        for remaining in [3, 1, 2, 0] {
            buckets.learn("POST messages", &key, &answered(remaining), now);
        }
        assert_eq!(buckets.turn(&key, now + Duration::from_secs(5)), Turn::Now);
    }

    #[test]
    fn a_429_holds_its_own_route_for_exactly_as_long_as_it_says() {
        let (mut buckets, now) = (Buckets::default(), Instant::now());
        let key = buckets.key(&quota());
        buckets.take(&key, now);
        let refused = Answered { retry_after: Some(Duration::from_millis(1_300)), ..Answered::default() };
        buckets.learn("POST messages", &key, &refused, now);
        assert_eq!(buckets.turn(&key, now), Turn::In(Duration::from_millis(1_300)));
        assert_eq!(buckets.turn(&(key.0.clone(), "8".to_owned()), now), Turn::Now);
        assert_eq!(buckets.turn(&key, now + Duration::from_millis(1_300)), Turn::Now);
    }
}
