//! A Telegram of our own for the tests of what only this package sees.

use playground::clock::SimClock;
use playground::telegram::{NewUser, Options, Telegram};
use secrecy::SecretString;
use serde_json::Value;
use tokio_util::sync::{CancellationToken, DropGuard};
use tokio_util::task::TaskTracker;

use crate::rest::Rest;

/// A running stand-in, a person who has started the bot, and our way to it.
pub(crate) struct StandIn {
    pub(crate) telegram: Telegram,
    pub(crate) person: i64,
    pub(crate) rest: Rest,
    _stop: DropGuard,
}

impl StandIn {
    pub(crate) async fn start() -> Self {
        let (stop, tracker) = (CancellationToken::new(), TaskTracker::new());
        let listen = "127.0.0.1:0".parse().expect("an address");
        let telegram = Telegram::start(listen, Options::default(), SimClock::new(), &tracker, stop.clone())
            .await
            .expect("a free port");
        let rest = Rest::new(
            &SecretString::from(telegram.token()),
            Some(telegram.url().parse().expect("an address")),
        );
        let mut stand_in =
            Self { telegram, person: 0, rest: rest.expect("a client"), _stop: stop.drop_guard() };
        stand_in.person = stand_in.someone("Ana");
        stand_in
    }

    /// One more person who has started the bot.
    pub(crate) fn someone(&self, first_name: &str) -> i64 {
        let first_name = first_name.to_owned();
        let person = self.telegram.add_user(NewUser { first_name, username: None, language_code: None });
        self.telegram.start_chat(person, None).expect("everyone can start");
        person
    }

    /// The last message of the person's chat.
    pub(crate) fn last_message(&self) -> Value {
        self.telegram.messages(self.person).pop().unwrap_or_default()
    }

    /// The methods called so far.
    pub(crate) fn calls(&self) -> Vec<String> {
        self.telegram.journal().list().into_iter().map(|entry| entry.route).collect()
    }

    /// Asserts that the real Telegram would have taken every call.
    pub(crate) fn took_everything(&self) {
        for entry in self.telegram.journal().list() {
            assert!(entry.refused.is_none() && entry.warning.is_none(), "{entry:?}");
        }
    }
}
