//! The updates that wait for the bot.

use std::collections::VecDeque;

use serde_json::{Value, json};

use super::{call::Call, table};

/// Kinds that a bot gets only if it asks for them by name.
const ON_REQUEST: [&str; 3] = ["chat_member", "message_reaction", "message_reaction_count"];

/// The first id that an update could have had.
const FIRST_ID: i64 = 700_000_000;
/// When it could have had it: the beginning of 2026, in seconds since the Unix epoch.
const FIRST_S: i64 = 1_767_225_600;

/// One update on its way.
#[derive(Clone, Debug)]
pub(super) struct Pending {
    pub(super) id: i64,
    /// The `Update` object.
    pub(super) update: Value,
    /// The chat or person it is about: one lane is delivered in order.
    lane: i64,
    created_ms: i64,
    /// When a webhook may be tried (again).
    next_try_ms: i64,
    tries: u32,
    in_flight: bool,
}

/// A queue from which updates go only when they are confirmed or too old.
#[derive(Debug)]
pub(super) struct Updates {
    waiting: VecDeque<Pending>,
    last_id: i64,
    allowed: Option<Vec<String>>,
    kept_ms: i64,
}

impl Updates {
    /// An empty queue that keeps an update for `kept_ms`. A stand-in that starts later begins with a greater id, so that
    /// a bot which remembers an earlier one doesn't take new updates for old.
    pub(super) fn new(kept_ms: i64, now_ms: i64) -> Self {
        let last_id = FIRST_ID + (now_ms / 1000 - FIRST_S).max(0);
        Self { waiting: VecDeque::new(), last_id, allowed: None, kept_ms }
    }

    /// Which kinds the bot wants from now on, if the call says so; an empty list stands for the default.
    pub(super) fn allow(&mut self, call: &mut Call) {
        let Some(kinds) = call.get("allowed_updates").and_then(Value::as_array) else { return };
        let kinds = kinds.iter().filter_map(Value::as_str).map(str::to_owned);
        let (known, unknown): (Vec<String>, Vec<String>) = kinds.partition(|kind| table::is_update(kind));
        self.allowed = Some(known).filter(|kinds| !kinds.is_empty());
        call.remarks
            .extend(unknown.into_iter().map(|kind| format!("there are no updates of kind \"{kind}\"")));
    }

    /// The kinds the bot asked for, `None` for the default.
    pub(super) fn allowed(&self) -> Option<&[String]> {
        self.allowed.as_deref()
    }

    /// Queues an update and gives its id; `None` if the bot does not want this kind.
    pub(super) fn push(&mut self, kind: &str, content: Value, now_ms: i64) -> Option<i64> {
        let wanted = match &self.allowed {
            Some(kinds) => kinds.iter().any(|known| known == kind),
            None => !ON_REQUEST.contains(&kind),
        };
        wanted.then(|| {
            self.last_id += 1;
            let mut update = json!({ "update_id": self.last_id });
            update[kind] = content;
            self.queue(self.last_id, update, now_ms);
            self.last_id
        })
    }

    /// Queues an update as it is, under its own `update_id` if it has one.
    pub(super) fn inject(&mut self, mut update: Value, now_ms: i64) -> i64 {
        let id = update["update_id"].as_i64().unwrap_or(self.last_id + 1);
        update["update_id"] = json!(id);
        self.last_id = self.last_id.max(id);
        self.queue(id, update, now_ms);
        id
    }

    fn queue(&mut self, id: i64, update: Value, now_ms: i64) {
        let lane = lane(&update);
        let pending =
            Pending { id, update, lane, created_ms: now_ms, next_try_ms: 0, tries: 0, in_flight: false };
        self.waiting.push_back(pending);
    }

    /// Everything below `offset` is confirmed and forgotten; a negative one leaves only that many.
    pub(super) fn confirm(&mut self, offset: i64) {
        if offset < 0 {
            let keep = usize::try_from(offset.unsigned_abs()).unwrap_or(usize::MAX);
            self.waiting.drain(..self.waiting.len().saturating_sub(keep));
        } else {
            self.waiting.retain(|pending| pending.id >= offset);
        }
    }

    /// Up to `limit` updates, oldest first; they stay until they are confirmed.
    pub(super) fn list(&mut self, limit: usize, now_ms: i64) -> Vec<Value> {
        self.expire(now_ms);
        self.waiting.iter().take(limit).map(|pending| pending.update.clone()).collect()
    }

    /// How many updates wait.
    pub(super) fn len(&self) -> usize {
        self.waiting.len()
    }

    /// Forgets all that wait.
    pub(super) fn clear(&mut self) {
        self.waiting.clear();
    }

    /// Up to `limit` updates to deliver now, at most one of a lane and never past one that failed.
    pub(super) fn due(&mut self, limit: usize, now_ms: i64) -> Vec<Pending> {
        self.expire(now_ms);
        let mut busy = Vec::new();
        let mut due = Vec::new();
        for pending in &mut self.waiting {
            if due.len() == limit {
                break;
            }
            if busy.contains(&pending.lane) {
                continue;
            }
            busy.push(pending.lane);
            if !pending.in_flight && pending.next_try_ms <= now_ms {
                pending.in_flight = true;
                due.push(pending.clone());
            }
        }
        due
    }

    /// How a delivery ended.
    pub(super) fn settle(&mut self, id: i64, delivered: bool, now_ms: i64) {
        if delivered {
            self.waiting.retain(|pending| pending.id != id || !pending.in_flight);
            return;
        }
        for pending in self.waiting.iter_mut().filter(|pending| pending.id == id) {
            pending.in_flight = false;
            pending.tries += 1;
            pending.next_try_ms = now_ms + (250 << pending.tries.min(8));
        }
    }

    fn expire(&mut self, now_ms: i64) {
        let oldest = now_ms - self.kept_ms;
        self.waiting.retain(|pending| pending.created_ms >= oldest);
    }
}

fn lane(update: &Value) -> i64 {
    let content = update.as_object().into_iter().flatten().find(|(_, value)| value.is_object());
    let content = content.map_or(&Value::Null, |(_, value)| value);
    let ids = [&content["chat"]["id"], &content["message"]["chat"]["id"], &content["from"]["id"]];
    ids.into_iter().find_map(Value::as_i64).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::Updates;

    fn message(chat: i64) -> serde_json::Value {
        json!({ "chat": { "id": chat } })
    }

    #[test]
    fn updates_stay_until_confirmed_or_a_day_old() {
        let mut updates = Updates::new(1000, 0);
        let first = updates.push("message", message(1), 0).expect("wanted");
        updates.push("message", message(1), 600);
        assert_eq!(updates.list(100, 700).len(), 2);
        updates.confirm(first + 1);
        assert_eq!(updates.list(100, 700).len(), 1);
        assert_eq!(updates.list(100, 1700).len(), 0);
    }

    #[test]
    fn a_failed_delivery_holds_up_its_own_lane_only() {
        let mut updates = Updates::new(i64::MAX / 2, 0);
        let first = updates.push("message", message(1), 0).expect("wanted");
        updates.push("message", message(1), 0);
        let other = updates.push("message", message(2), 0).expect("wanted");
        let ids = |due: Vec<super::Pending>| due.into_iter().map(|one| one.id).collect::<Vec<_>>();
        assert_eq!(ids(updates.due(10, 0)), [first, other]);
        updates.settle(first, false, 0);
        updates.settle(other, true, 0);
        assert!(updates.due(10, 1).is_empty());
        assert_eq!(ids(updates.due(10, 1000)), [first]);
    }

    #[test]
    fn a_later_stand_in_repeats_no_id() {
        let first = |at_ms| Updates::new(1000, at_ms).push("message", json!({}), at_ms);
        let at_ms = 1_795_521_600_000;
        assert!(first(at_ms) < first(at_ms + 1_000));
    }
}
