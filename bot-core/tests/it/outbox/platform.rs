//! A platform that fails as it is told to, and a composer of plain words.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use bot_core::delivery::messenger::{Found, Messenger, Outcome, Outgoing};
use bot_core::delivery::{Composed, Composer, Desk, Dispatcher};
use bot_core::domain::id::AccountId;
use bot_core::domain::identity::Platform;
use bot_core::domain::time::Timestamp;
use bot_core::error::Fault;
use bot_core::ui::text::Text;
use bot_core::ui::view::View;
use futures::FutureExt as _;
use futures::future::BoxFuture;
use tokio::sync::Notify;

use crate::office::{Office, Running, until};

/// A platform's server. It sends unless an outcome was planned.
#[derive(Debug)]
pub(crate) struct Stand {
    platform: Platform,
    window: Option<Duration>,
    state: Mutex<State>,
    /// While this is set, a send begins and doesn't end before it is rung.
    gate: Mutex<Option<Arc<Notify>>>,
}

#[derive(Debug, Default)]
struct State {
    planned: VecDeque<Outcome>,
    found: Option<Found>,
    requests: Vec<Outgoing>,
    looked: Vec<Timestamp>,
}

impl Stand {
    /// One that drops repeats of a key for 90 s.
    pub(crate) fn discord() -> Arc<Self> {
        Self::new(Platform::Discord, Some(Duration::from_secs(90)))
    }

    /// One that never drops a repeat.
    pub(crate) fn telegram() -> Arc<Self> {
        Self::new(Platform::Telegram, None)
    }

    fn new(platform: Platform, window: Option<Duration>) -> Arc<Self> {
        Arc::new(Self { platform, window, state: Mutex::default(), gate: Mutex::default() })
    }

    fn state(&self) -> std::sync::MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// From now on sends begin and don't end before the gate given back is rung.
    pub(crate) fn close(&self) -> Arc<Notify> {
        let gate = Arc::new(Notify::new());
        *self.gate.lock().unwrap_or_else(PoisonError::into_inner) = Some(Arc::clone(&gate));
        gate
    }

    /// From now on sends end again.
    pub(crate) fn open(&self) {
        *self.gate.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }

    /// The next requests end so.
    pub(crate) fn plan(&self, outcomes: impl IntoIterator<Item = Outcome>) {
        self.state().planned.extend(outcomes);
    }

    /// Looking for a message gives this.
    pub(crate) fn will_find(&self, found: Found) {
        self.state().found = Some(found);
    }

    /// Every request it got.
    pub(crate) fn requests(&self) -> Vec<Outgoing> {
        self.state().requests.clone()
    }

    /// The keys of every request it got.
    pub(crate) fn keys(&self) -> Vec<String> {
        self.state().requests.iter().map(|request| request.key.clone()).collect()
    }

    /// Since when it was asked for a message.
    pub(crate) fn looked(&self) -> Vec<Timestamp> {
        self.state().looked.clone()
    }

    /// Waits until it got `count` requests.
    pub(crate) async fn until_requests(&self, count: usize) -> anyhow::Result<()> {
        let what = format!("{} got {count} requests", self.platform.key());
        until(&what, || async { Ok(self.state().requests.len() >= count) }).await
    }

    /// Starts a dispatcher for it.
    pub(crate) fn dispatch(self: &Arc<Self>, office: &Office, desk: Desk) -> Running {
        self.dispatch_composed(office, desk, &Arc::new(Scribe::default()))
    }

    /// Starts a dispatcher for it whose words are `scribe`'s.
    pub(crate) fn dispatch_composed(
        self: &Arc<Self>,
        office: &Office,
        desk: Desk,
        scribe: &Arc<Scribe>,
    ) -> Running {
        let dispatcher = Dispatcher::new(desk, Arc::<Self>::clone(self), Arc::<Scribe>::clone(scribe), 8);
        office.start(|stop| dispatcher.run(stop))
    }
}

impl Messenger for Stand {
    fn platform(&self) -> Platform {
        self.platform
    }

    fn send<'a>(&'a self, message: &'a Outgoing) -> BoxFuture<'a, Outcome> {
        async move {
            assert_eq!(message.chat.platform, self.platform, "a message went to the wrong platform");
            self.state().requests.push(message.clone());
            let gate = self.gate.lock().unwrap_or_else(PoisonError::into_inner).clone();
            if let Some(gate) = gate {
                gate.notified().await;
            }
            let planned = self.state().planned.pop_front();
            planned.unwrap_or_else(|| Outcome::Sent { message: format!("of {}", message.key) })
        }
        .boxed()
    }

    fn find<'a>(&'a self, _message: &'a Outgoing, since: Timestamp) -> BoxFuture<'a, Found> {
        let mut state = self.state();
        state.looked.push(since);
        let found = state.found.clone().unwrap_or(Found::CannotTell);
        async move { found }.boxed()
    }

    fn repeat_window(&self) -> Option<Duration> {
        self.window
    }
}

/// Says what the facts say, unless it was told to hold or drop.
#[derive(Debug, Default)]
pub(crate) struct Scribe {
    pub(crate) composed: Mutex<u32>,
    pub(crate) instead: Mutex<Option<Composed>>,
}

impl Composer for Scribe {
    fn compose(
        &self,
        _recipient: AccountId,
        kind: &str,
        _subject: &str,
        facts: &str,
    ) -> BoxFuture<'_, Result<Composed, Fault>> {
        let mut composed = self.composed.lock().unwrap_or_else(PoisonError::into_inner);
        *composed += 1;
        // The words differ with each composing: a retry must repeat the first ones.
        let title = Text::plain(format!("{facts}, composed {composed} times"));
        let say = Composed::Say { view: View::new(kind, title), silent: false };
        let instead = self.instead.lock().unwrap_or_else(PoisonError::into_inner).clone();
        async move { Ok(instead.unwrap_or(say)) }.boxed()
    }
}
