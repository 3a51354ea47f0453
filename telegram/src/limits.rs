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
const OVERALL: Rate = Rate { burst: 2, every: Duration::from_millis(35) };
/// One chat: one a second, and a few at once for an answer of several messages.
const CHAT: Rate = Rate { burst: 5, every: Duration::from_secs(1) };
/// One group: at most 20 in any minute.
const GROUP: Rate = Rate { burst: 5, every: Duration::from_secs(4) };
/// The longest queue of answers: whoever would wait longer is told so.
const QUEUE: Duration = Duration::from_secs(5);
/// How many chats are remembered before those at rest are forgotten.
const REMEMBERED: usize = 10_000;

/// Who waits for a message: that decides who goes first where there isn't room for all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Urgency {
    /// Somebody who has just done something.
    Answer,
    /// Nobody yet: it tells of something.
    Notice,
    /// Nobody at all: it only takes away what has become stale.
    Tidying,
}

impl Urgency {
    /// How much of the burst has to be left over for answers.
    const fn overall(self) -> Rate {
        match self {
            Self::Answer => OVERALL,
            Self::Notice | Self::Tidying => Rate { burst: 1, ..OVERALL },
        }
    }
}

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

    fn free_at(&self, chat: i64) -> Option<Instant> {
        let group = self.group.free_at(GROUP).filter(|_| is_group(chat));
        [self.parked, self.chat.free_at(CHAT), group].into_iter().flatten().max()
    }

    fn take(&mut self, chat: i64, now: Instant) {
        self.chat.take(CHAT, now);
        if is_group(chat) {
            self.group.take(GROUP, now);
        }
    }
}

/// Groups and channels have negative ids.
const fn is_group(chat: i64) -> bool {
    chat < 0
}

/// A place for a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Taken, for this moment.
    At(Instant),
    /// There is none before this moment: ask again then.
    NotBefore(Instant),
}

impl State {
    /// A place for a message to `chat`. One that is no more than a queue away is taken at once, so that answers go
    /// in the order they came; what is less urgent takes a place only where no answer needs it.
    fn place(&mut self, chat: i64, urgency: Urgency, now: Instant) -> Place {
        if self.chats.len() >= REMEMBERED {
            self.chats.retain(|_, lane| !lane.rests(now));
        }
        let lane = self.chats.entry(chat).or_default();
        if let Some(free) = lane.free_at(chat).filter(|free| *free > now) {
            return Place::NotBefore(free);
        }
        let free = self.overall.free_at(urgency.overall()).filter(|free| *free > now).unwrap_or(now);
        if free > now && (urgency != Urgency::Answer || free - now > QUEUE) {
            return Place::NotBefore(free);
        }
        self.overall.take(OVERALL, now);
        lane.take(chat, free);
        Place::At(free)
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
    /// Waits until a message to `chat` may go, at most `patience`. An error says how long it has to wait yet.
    pub(crate) async fn pass(&self, chat: i64, urgency: Urgency, patience: Duration) -> Result<(), Duration> {
        let until = Instant::now() + patience;
        loop {
            let now = Instant::now();
            let place = self.state().place(chat, urgency, now);
            match place {
                Place::At(at) => {
                    tokio::time::sleep_until(at).await;
                    return Ok(());
                }
                Place::NotBefore(free) if free > until => return Err(free - now),
                Place::NotBefore(free) => tokio::time::sleep_until(free).await,
            }
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

    /// How many messages go in `span` when everyone asks for a place whenever there may be one.
    fn sent(chats: &[i64], span: Duration) -> usize {
        let mut state = State::default();
        let start = Instant::now();
        let mut count = 0;
        let mut now = start;
        while now < start + span {
            let places = chats.iter().map(|chat| state.place(*chat, Urgency::Answer, now));
            count += places.filter(|place| matches!(place, Place::At(at) if *at < start + span)).count();
            now += Duration::from_millis(5);
        }
        count
    }

    fn now_or_not_before(place: Place, now: Instant) -> Result<(), Duration> {
        match place {
            Place::At(at) | Place::NotBefore(at) if at > now => Err(at - now),
            _ => Ok(()),
        }
    }

    #[test]
    fn no_second_sees_more_than_thirty_messages() {
        let chats: Vec<i64> = (1..500).collect();
        assert_eq!(sent(&chats, Duration::from_secs(1)), 30);
        assert_eq!(sent(&chats, Duration::from_secs(10)), 287);
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
        let mut asks = |chat, at| now_or_not_before(state.place(chat, Urgency::Answer, at), at);
        assert_eq!(asks(7, now), Err(Duration::from_secs(37)));
        assert_eq!(asks(7, now + Duration::from_millis(36_999)), Err(Duration::from_millis(1)));
        assert_eq!(asks(8, now), Ok(()));
        assert_eq!(asks(7, now + Duration::from_secs(37)), Ok(()));
    }

    #[test]
    fn answers_go_in_their_order_and_notices_where_no_answer_needs_the_place() {
        let mut state = State::default();
        let now = Instant::now();
        let places: Vec<Place> = (1..=8).map(|chat| state.place(chat, Urgency::Answer, now)).collect();
        let after = |steps: u32| Place::At(now + OVERALL.every * steps);
        let expected: Vec<Place> = [0, 0, 1, 2, 3, 4, 5, 6].map(after).to_vec();
        assert_eq!(places, expected);
        // eight places are taken: a notice goes once nobody is in its way
        let free = now + OVERALL.every * 8;
        assert_eq!(state.place(9, Urgency::Notice, now), Place::NotBefore(free));
        assert_eq!(state.place(10, Urgency::Answer, now), after(7));
    }
}
