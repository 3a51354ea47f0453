//! Gateway sessions: numbered events, kept for a client that comes back.

use std::collections::VecDeque;

use serde_json::{Value, json};
use tokio::sync::mpsc;

/// Events a session keeps for a RESUME.
const KEPT: usize = 10_000;
/// How long a session waits for its client, in milliseconds.
const WAITS_MS: i64 = 300_000;

/// Which sessions an event is for.
#[derive(Clone, Copy, Debug)]
pub(in crate::discord) struct Audience {
    /// The intent a session must have; 0 if every session gets it.
    pub(in crate::discord) intent: u64,
    /// The server it happens in; direct messages go to shard 0.
    pub(in crate::discord) guild: Option<u64>,
}

/// What a connection is told to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Order {
    Send(String),
    /// Close with a code, as Discord does.
    Close(u16, &'static str),
    /// Vanish without a word.
    Cut,
}

/// All sessions of the bot.
#[derive(Debug, Default)]
pub(in crate::discord) struct Sessions {
    list: Vec<Session>,
    made: u64,
}

#[derive(Debug)]
struct Session {
    id: String,
    seq: u64,
    kept: VecDeque<(u64, String)>,
    intents: u64,
    /// Its number, and of how many.
    shard: (u64, u64),
    link: Option<mpsc::Sender<Order>>,
    left_ms: Option<i64>,
}

impl Session {
    fn hears(&self, audience: Audience) -> bool {
        let (number, of) = self.shard;
        let shard = audience.guild.map_or(0, |guild| (guild >> 22) % of.max(1));
        (audience.intent == 0 || self.intents & audience.intent != 0) && shard == number
    }

    fn tell(&mut self, name: &str, data: &Value) {
        self.seq += 1;
        let text = json!({"op": 0, "s": self.seq, "t": name, "d": data}).to_string();
        if self.kept.len() >= KEPT {
            self.kept.pop_front();
        }
        self.kept.push_back((self.seq, text.clone()));
        if let Some(link) = &self.link
            && link.try_send(Order::Send(text)).is_err()
        {
            // it doesn't read any more; what it misses waits for its RESUME
            self.link = None;
        }
    }
}

impl Sessions {
    /// A new session on `link`; returns its id.
    pub(super) fn open(&mut self, intents: u64, shard: (u64, u64), link: mpsc::Sender<Order>) -> String {
        self.made += 1;
        let id = format!("session-{}", self.made);
        self.list.push(Session {
            id: id.clone(),
            seq: 0,
            kept: VecDeque::new(),
            intents,
            shard,
            link: Some(link),
            left_ms: None,
        });
        id
    }

    /// Takes a session up again: what it missed after `seq` is sent at once. Says whether that is possible.
    pub(super) fn resume(&mut self, id: &str, seq: u64, link: mpsc::Sender<Order>, now_ms: i64) -> Resume {
        self.forget_gone(now_ms);
        let Some(session) = self.list.iter_mut().find(|session| session.id == id) else {
            return Resume::Gone;
        };
        if seq > session.seq {
            return Resume::AheadOfUs;
        }
        let first = session.kept.front().map_or(session.seq + 1, |(seq, _)| *seq);
        if seq + 1 < first {
            return Resume::Gone;
        }
        let missed = session.kept.iter().filter(|(at, _)| *at > seq);
        for (_, text) in missed {
            if link.try_send(Order::Send(text.clone())).is_err() {
                return Resume::Gone;
            }
        }
        session.link = Some(link);
        session.left_ms = None;
        session.tell("RESUMED", &json!({}));
        Resume::Done
    }

    /// A connection ended: its session waits for a RESUME, unless it said goodbye.
    pub(super) fn left(&mut self, id: &str, link: &mpsc::Sender<Order>, goodbye: bool, now_ms: i64) {
        let Some(at) = self.list.iter().position(|session| session.id == id) else { return };
        let session = &mut self.list[at];
        let taken_up = session.link.as_ref().is_some_and(|current| !current.same_channel(link));
        if taken_up {
            return;
        }
        if goodbye {
            self.list.remove(at);
        } else {
            session.link = None;
            session.left_ms = Some(now_ms);
        }
    }

    /// Sends an event to everyone it is for; says whether a session got it or keeps it.
    pub(in crate::discord) fn publish(
        &mut self,
        name: &str,
        data: &Value,
        audience: Audience,
        now_ms: i64,
    ) -> bool {
        self.forget_gone(now_ms);
        let mut heard = false;
        for session in self.list.iter_mut().filter(|session| session.hears(audience)) {
            session.tell(name, data);
            heard = true;
        }
        heard
    }

    /// Sends an event to one session.
    pub(super) fn tell(&mut self, id: &str, name: &str, data: &Value) {
        if let Some(session) = self.list.iter_mut().find(|session| session.id == id) {
            session.tell(name, data);
        }
    }

    /// Whether a client is connected and identified.
    pub(in crate::discord) fn is_connected(&self) -> bool {
        self.list.iter().any(|session| session.link.is_some())
    }

    /// Breaks every connection off without a word; sessions can be resumed.
    pub(in crate::discord) fn drop_all(&mut self) {
        self.order_all(&Order::Cut);
    }

    /// Asks every client to reconnect (op 7).
    pub(in crate::discord) fn ask_to_reconnect(&mut self) {
        self.order_all(&Order::Send(json!({"op": 7, "d": null}).to_string()));
    }

    /// Makes every session invalid (op 9): it can't be resumed.
    pub(in crate::discord) fn invalidate_all(&mut self) {
        self.order_all(&Order::Send(json!({"op": 9, "d": false}).to_string()));
        self.list.clear();
    }

    fn order_all(&mut self, order: &Order) {
        for session in &mut self.list {
            if session.link.as_ref().is_some_and(|link| link.try_send(order.clone()).is_err()) {
                session.link = None;
            }
        }
    }

    fn forget_gone(&mut self, now_ms: i64) {
        self.list.retain(|session| session.left_ms.is_none_or(|left| now_ms - left < WAITS_MS));
    }
}

/// How a RESUME went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Resume {
    Done,
    /// Unknown, or too much was missed.
    Gone,
    /// The client claims events that were never sent.
    AheadOfUs,
}
