//! What every test stands on: a database, a stand-in for Telegram, a person.

use std::future::IntoFuture as _;
use std::sync::Arc;
use std::time::Duration;

use bot_core::app::App;
use bot_core::clock::{OffsetClock, SharedClock};
use bot_core::delivery::inbox::{Claimed, EventHandler, Handled, Inbox, InboxWorker};
use bot_core::delivery::{Desk, Owner, Wakes};
use bot_core::domain::identity::Platform;
use bot_core::domain::time::Timestamp;
use bot_core::ids::{RandomIds, SharedIds};
use bot_core::services::Rules;
use bot_testing::TestDatabase;
use futures::FutureExt as _;
use futures::future::BoxFuture;
use playground::clock::SimClock;
use playground::telegram::NewUser;
use secrecy::SecretString;
use serde_json::Value;
use telegram::{Answering, Config, Intake, Mode, Telegram};
use tokio::net::TcpListener;
use tokio::sync::mpsc;
use tokio_util::sync::{CancellationToken, DropGuard};
use tokio_util::task::TaskTracker;

/// How long a test waits for what must happen.
pub(crate) const DEADLINE: Duration = Duration::from_secs(20);

/// A database with an inbox, and the stand-in.
pub(crate) struct Bench {
    pub(crate) platform: playground::telegram::Telegram,
    pub(crate) inbox: Inbox,
    pub(crate) clock: SharedClock,
    pub(crate) person: i64,
    pub(crate) tracker: TaskTracker,
    desk: Desk,
    stop: CancellationToken,
    _database: TestDatabase,
    _ends: DropGuard,
}

impl Bench {
    pub(crate) async fn new() -> Self {
        let (stop, tracker) = (CancellationToken::new(), TaskTracker::new());
        let listen = "127.0.0.1:0".parse().expect("an address");
        let options = playground::telegram::Options::default();
        let platform =
            playground::telegram::Telegram::start(listen, options, SimClock::new(), &tracker, stop.clone())
                .await
                .expect("a free port");
        let clock: SharedClock = Arc::new(OffsetClock::default());
        let ids: SharedIds = Arc::new(RandomIds);
        let now = clock.now();
        let database = TestDatabase::sqlite().await.expect("a fresh database");
        let storage = database.open(Arc::clone(&ids), now).await.expect("a database that opens");
        let owner = Owner::nameless(&*ids, now);
        let desk = Desk::new(storage, Arc::clone(&clock), ids, Wakes::default(), owner);
        let mut bench = Self {
            platform,
            inbox: Inbox::new(desk.clone()),
            clock,
            person: 0,
            tracker,
            desk,
            stop: stop.clone(),
            _database: database,
            _ends: stop.drop_guard(),
        };
        bench.person = bench.someone("Ana");
        bench
    }

    /// One more person who knows the bot but has not written yet.
    pub(crate) fn someone(&self, first_name: &str) -> i64 {
        let first_name = first_name.to_owned();
        self.platform.add_user(NewUser { first_name, username: None, language_code: None })
    }

    /// Our side, with the bot's own token or another.
    pub(crate) fn telegram(&self, mode: Mode, inbox_high: i64, token: &str) -> Telegram {
        let config = Config {
            token: SecretString::from(token.to_owned()),
            api_url: Some(self.platform.url().parse().expect("an address")),
            mode,
            inbox_high,
        };
        Telegram::new(config, Arc::clone(&self.clock)).expect("a configuration that can be used")
    }

    /// Starts polling; ends with the returned token.
    pub(crate) fn poll(&self, inbox_high: i64) -> DropGuard {
        let Intake::Polling(listener) =
            self.telegram(Mode::Polling, inbox_high, &self.platform.token()).intake(&self.inbox)
        else {
            panic!("polling was asked for");
        };
        let stop = self.stop.child_token();
        self.tracker.spawn(listener.run(stop.clone()));
        stop.drop_guard()
    }

    /// Starts handling what is in the inbox; the bodies come out here.
    pub(crate) fn work(&self) -> Heard {
        let (sender, receiver) = mpsc::channel(100);
        let worker = InboxWorker::new(self.desk.clone(), Arc::new(Ear(sender)), 4);
        self.tracker.spawn(worker.run(self.stop.child_token()));
        Heard(receiver)
    }

    /// Starts all of our side: updates come in by polling, are handled by the real app and answered.
    pub(crate) fn serve(&self) {
        let app = App::new(self.desk.clone(), Rules::default());
        let telegram = self.telegram(Mode::Polling, 1000, &self.platform.token());
        let Intake::Polling(listener) = telegram.intake(app.inbox()) else {
            panic!("polling was asked for");
        };
        self.tracker.spawn(listener.run(self.stop.child_token()));
        self.answer(&telegram, &app);
    }

    /// The same with updates that are posted to a hook of ours.
    pub(crate) async fn serve_hook(&self, secret: &str) {
        let app = App::new(self.desk.clone(), Rules::default());
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = format!("http://{}", listener.local_addr().expect("an address"));
        let mode = Mode::Webhook {
            public_url: address.parse().expect("an address"),
            secret: SecretString::from(secret.to_owned()),
        };
        let telegram = self.telegram(mode, 1000, &self.platform.token());
        let Intake::Webhook(router) = telegram.intake(app.inbox()) else {
            panic!("a webhook was asked for");
        };
        self.tracker.spawn(axum::serve(listener, router).into_future());
        self.answer(&telegram, &app);
    }

    fn answer(&self, telegram: &Telegram, app: &App) {
        let Answering { handler, commands } = telegram.answering(app).expect("it can be used");
        let worker = InboxWorker::new(self.desk.clone(), handler, 16);
        self.tracker.spawn(worker.run(self.stop.child_token()));
        self.tracker.spawn(commands.run(self.stop.child_token()));
    }

    /// How many calls of `method` were made.
    pub(crate) fn calls(&self, method: &str) -> usize {
        self.platform.journal().list().iter().filter(|call| call.route == method).count()
    }

    /// Asserts that the real Telegram would have taken every call.
    pub(crate) fn took_everything(&self) {
        for call in self.platform.journal().list() {
            assert!(call.refused.is_none() && call.warning.is_none(), "{call:?}");
        }
    }

    /// Now, moved by `days`.
    pub(crate) fn days_from_now(&self, days: i64) -> Timestamp {
        self.clock.now().plus_millis(days * bot_core::domain::time::DAY_MS)
    }
}

/// What the inbox gave to its handler.
pub(crate) struct Heard(mpsc::Receiver<String>);

impl Heard {
    /// The text of the next message.
    pub(crate) async fn text(&mut self) -> String {
        let body = tokio::time::timeout(DEADLINE, self.0.recv()).await.expect("an update comes in time");
        let update: Value = serde_json::from_str(&body.expect("the worker runs")).expect("JSON");
        update["message"]["text"].as_str().unwrap_or_default().to_owned()
    }

    /// Asserts that nothing else is there.
    pub(crate) fn nothing_more(&mut self) {
        assert!(self.0.try_recv().is_err(), "an update was handled twice");
    }
}

#[derive(Debug)]
struct Ear(mpsc::Sender<String>);

impl EventHandler for Ear {
    fn platform(&self) -> Platform {
        Platform::Telegram
    }

    fn handle(&self, event: Claimed) -> BoxFuture<'_, Handled> {
        async move {
            self.0.send(event.body).await.expect("the test listens");
            Handled::Answered
        }
        .boxed()
    }
}

/// Waits until `condition` holds.
pub(crate) async fn until(what: &str, mut condition: impl AsyncFnMut() -> bool) {
    let wait = async {
        while !condition().await {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    };
    tokio::time::timeout(DEADLINE, wait).await.unwrap_or_else(|_| panic!("{what} did not happen in time"));
}
