//! What shall go wrong on purpose: rules that a stand-in asks before it answers.

use std::sync::{Arc, Mutex, PoisonError};

use serde::{Deserialize, Serialize};

/// What goes wrong with a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// 429 in the platform's own shape, with the rule's `retry_after`.
    TooMany,
    /// 502 with an HTML body, as a proxy in front of the platform would send it.
    ServerError,
    /// The connection is closed before anything is done.
    DropBefore,
    /// The call is done, then the connection is closed without an answer.
    DropAfter,
    /// The call is answered after the rule's `delay_ms`.
    Delay,
}

/// One thing that shall go wrong, a number of times.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Rule {
    /// `*`, or what the route must contain: of `METHOD path` on Discord, of the method's name on Telegram.
    #[serde(default = "every_route")]
    pub route: String,
    /// What happens to the call.
    pub kind: Kind,
    /// How many calls it happens to.
    #[serde(default = "once")]
    pub times: u32,
    /// Seconds, for [`Kind::TooMany`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retry_after: Option<f64>,
    /// Milliseconds, for [`Kind::Delay`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delay_ms: Option<u64>,
}

fn every_route() -> String {
    "*".to_owned()
}

const fn once() -> u32 {
    1
}

impl Rule {
    fn fits(&self, route: &str) -> bool {
        self.times > 0 && (self.route == "*" || route.contains(&self.route))
    }
}

/// The rules of one stand-in; clones share them.
#[derive(Clone, Debug, Default)]
pub struct Faults {
    rules: Arc<Mutex<Vec<Rule>>>,
}

impl Faults {
    /// Uses up one of the first rule that fits `route`.
    pub fn take(&self, route: &str) -> Option<Rule> {
        let mut rules = self.lock();
        let at = rules.iter().position(|rule| rule.fits(route))?;
        let taken = rules[at].clone();
        rules[at].times -= 1;
        if rules[at].times == 0 {
            rules.remove(at);
        }
        Some(taken)
    }

    /// Adds a rule behind those already there.
    pub fn add(&self, rule: Rule) {
        self.lock().push(rule);
    }

    /// Takes all rules away.
    pub fn clear(&self) {
        self.lock().clear();
    }

    /// The rules that are not used up yet.
    pub fn list(&self) -> Vec<Rule> {
        self.lock().clone()
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Vec<Rule>> {
        // a list of rules has no state in between that a panic could leave behind
        self.rules.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::{Faults, Kind, Rule};

    fn rule(route: &str, kind: Kind, times: u32) -> Rule {
        Rule { route: route.to_owned(), kind, times, retry_after: None, delay_ms: None }
    }

    #[test]
    fn a_rule_is_used_up_only_by_routes_that_fit() {
        let faults = Faults::default();
        faults.add(rule("/messages", Kind::ServerError, 2));
        faults.add(rule("*", Kind::Delay, 1));

        let kinds =
            ["POST /channels/1/messages", "GET /gateway", "POST /channels/1/messages", "GET /gateway"]
                .map(|route| faults.take(route).map(|taken| taken.kind));
        assert_eq!(kinds, [Some(Kind::ServerError), Some(Kind::Delay), Some(Kind::ServerError), None]);
        assert_eq!(faults.list(), []);
    }

    #[test]
    fn a_rule_may_leave_out_all_but_its_kind() {
        let read: Rule = serde_json::from_str(r#"{"kind":"too_many"}"#).expect("a rule");
        assert_eq!(read, rule("*", Kind::TooMany, 1));
    }
}
