//! How fast Telegram lets a bot send, kept to before it has to say so.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use tokio::time::Instant;

/// So many at once, then one each `every`.
#[derive(Debug, Clone, Copy)]
struct Rate {
    burst: u32,
    every: Duration,
}

/// All chats together: at most 30 in any second.
const OVERALL: Rate = Rate { burst: 5, every: Duration::from_millis(40) };
/// One chat: one a second, and a few at once for an answer of several messages.
const CHAT: Rate = Rate { burst: 5, every: Duration::from_secs(1) };
/// One group: at most 20 in any minute.
const GROUP: Rate = Rate { burst: 5, every: Duration::from_secs(4) };
/// How many chats are remembered before those at rest are forgotten.
const REMEMBERED: usize = 10_000;

/// The limits of one bot's token. Every message and edit passes here.
#[derive(Debug, Default)]
pub(crate) struct Limits(Mutex<State>);

#[derive(Debug, Default)]
struct State {
    overall: Gauge,
    chats: HashMap<i64, Lane>,
}

#[derive(Debug, Default)]
struct Lane {
    chat: Gauge,
    group: Gauge,
    parked: Option<Instant>,
}

/// When the next message of a steady stream would be due.
#[derive(Debug, Default, Clone, Copy)]
struct Gauge(Option<Instant>);

impl Gauge {
    fn free_at(self, rate: Rate) -> Option<Instant> {
        self.0.and_then(|due| due.checked_sub(rate.every * rate.burst.saturating_sub(1)))
    }

    fn take(&mut self, rate: Rate, now: Instant) {
        self.0 = Some(self.0.map_or(now, |due| due.max(now)) + rate.every);
    }
}

impl Lane {
    fn rests(&self, now: Instant) -> bool {
        [self.chat.0, self.group.0, self.parked].into_iter().flatten().all(|at| at <= now)
    }
}

impl State {
    /// Takes a place for a message to `chat`, or says how long there is none.
    fn take(&mut self, chat: i64, now: Instant) -> Result<(), Duration> {
        if self.chats.len() >= REMEMBERED {
            self.chats.retain(|_, lane| !lane.rests(now));
        }
        let lane = self.chats.entry(chat).or_default();
        // Groups and channels have negative ids.
        let group = chat < 0;
        let free = [
            lane.parked,
            self.overall.free_at(OVERALL),
            lane.chat.free_at(CHAT),
            lane.group.free_at(GROUP).filter(|_| group),
        ];
        if let Some(free) = free.into_iter().flatten().max().filter(|free| *free > now) {
            return Err(free - now);
        }
        self.overall.take(OVERALL, now);
        lane.chat.take(CHAT, now);
        if group {
            lane.group.take(GROUP, now);
        }
        Ok(())
    }

    fn park(&mut self, chat: i64, until: Instant) {
        let lane = self.chats.entry(chat).or_default();
        lane.parked = lane.parked.max(Some(until));
    }

    fn parked(&self, chat: i64, now: Instant) -> Option<Duration> {
        let until = self.chats.get(&chat)?.parked?;
        until.checked_duration_since(now).filter(|left| !left.is_zero())
    }
}

impl Limits {
    /// Waits until a message to `chat` may go, at most `patience`. An error says how long the chat has to wait yet.
    pub(crate) async fn pass(&self, chat: i64, patience: Duration) -> Result<(), Duration> {
        let until = Instant::now() + patience;
        loop {
            let now = Instant::now();
            let Err(wait) = self.state().take(chat, now) else {
                return Ok(());
            };
            if now + wait > until {
                return Err(wait);
            }
            tokio::time::sleep(wait).await;
        }
    }

    /// Telegram asked for silence in `chat` for `retry_after`.
    pub(crate) fn park(&self, chat: i64, retry_after: Duration) {
        self.state().park(chat, Instant::now() + retry_after);
    }

    /// How long `chat` is still parked.
    pub(crate) fn parked(&self, chat: i64) -> Option<Duration> {
        self.state().parked(chat, Instant::now())
    }

    fn state(&self) -> std::sync::MutexGuard<'_, State> {
        // Nothing in here can panic half-way through a change.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How many messages get through in `span` when everyone sends whenever they may.
    fn sent(chats: &[i64], span: Duration) -> usize {
        let mut state = State::default();
        let start = Instant::now();
        let mut count = 0;
        let mut now = start;
        while now < start + span {
            count += chats.iter().filter(|chat| state.take(**chat, now).is_ok()).count();
            now += Duration::from_millis(5);
        }
        count
    }

    #[test]
    fn no_second_sees_more_than_thirty_messages() {
        let chats: Vec<i64> = (1..500).collect();
        assert_eq!(sent(&chats, Duration::from_secs(1)), 29);
        assert_eq!(sent(&chats, Duration::from_secs(10)), 254);
    }

    #[test]
    fn one_chat_gets_a_few_at_once_and_then_one_a_second() {
        assert_eq!(sent(&[7], Duration::from_secs(1)), 5);
        assert_eq!(sent(&[7], Duration::from_secs(10)), 14);
    }

    #[test]
    fn no_minute_sees_more_than_twenty_messages_in_a_group() {
        assert_eq!(sent(&[-7], Duration::from_mins(1)), 19);
    }

    #[test]
    fn a_parked_chat_is_silent_for_its_whole_time_and_others_go_on() {
        let mut state = State::default();
        let now = Instant::now();
        state.park(7, now + Duration::from_secs(37));
        state.park(7, now + Duration::from_secs(3));
        assert_eq!(state.take(7, now), Err(Duration::from_secs(37)));
        assert_eq!(state.take(7, now + Duration::from_millis(36_999)), Err(Duration::from_millis(1)));
        assert_eq!(state.take(8, now), Ok(()));
        assert_eq!(state.take(7, now + Duration::from_secs(37)), Ok(()));
    }
}
