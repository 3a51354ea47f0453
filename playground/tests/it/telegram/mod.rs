//! The Telegram stand-in, through raw calls and through the real teloxide.

use std::time::Duration;

use playground::{
    clock::SimClock,
    telegram::{NewUser, Options, Telegram},
};
use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio_util::{
    sync::{CancellationToken, DropGuard},
    task::TaskTracker,
};

mod client;
mod faults;
mod files;
mod menus;
mod messages;
mod people;
mod polling;
mod probes;
mod webhook;

/// How long a test waits for what must happen.
const DEADLINE: Duration = Duration::from_secs(10);

/// A running stand-in with one person who has opened the bot's chat.
struct Bench {
    telegram: Telegram,
    clock: SimClock,
    person: i64,
    http: reqwest::Client,
    tracker: TaskTracker,
    _stop: DropGuard,
}

impl Bench {
    async fn new() -> Self {
        Self::with(Options::default()).await
    }

    async fn with(options: Options) -> Self {
        let (clock, stop, tracker) = (SimClock::new(), CancellationToken::new(), TaskTracker::new());
        let listen = "127.0.0.1:0".parse().expect("an address");
        let telegram = Telegram::start(listen, options, clock.clone(), &tracker, stop.clone())
            .await
            .expect("any free port");
        let person = telegram.add_user(NewUser {
            first_name: "Ana".to_owned(),
            username: Some("ana_designs".to_owned()),
            language_code: Some("de".to_owned()),
        });
        telegram.start_chat(person, None).expect("everyone can start");
        let http = reqwest::Client::builder().timeout(Duration::from_mins(1)).build().expect("a client");
        Self { telegram, clock, person, http, tracker, _stop: stop.drop_guard() }
    }

    /// Calls a method with a JSON body: the status and the whole envelope.
    async fn call(&self, method: &str, parameters: Value) -> (u16, Value) {
        let url = format!("{}/bot{}/{method}", self.telegram.url(), self.telegram.token());
        let answer = self.http.post(url).json(&parameters).send().await.expect("the stand-in answers");
        (answer.status().as_u16(), answer.json().await.expect("an envelope"))
    }

    /// Calls a method that must succeed: its result.
    async fn done(&self, method: &str, parameters: Value) -> Value {
        let (status, envelope) = self.call(method, parameters).await;
        assert_eq!((status, &envelope["ok"]), (200, &json!(true)), "{method}: {envelope}");
        envelope["result"].clone()
    }

    /// Calls a method that must be refused: the error code and the description.
    async fn refused(&self, method: &str, parameters: Value) -> (i64, String) {
        let (status, envelope) = self.call(method, parameters).await;
        assert_eq!(envelope["ok"], json!(false), "{method}: {envelope}");
        assert_eq!(envelope["error_code"], json!(status));
        (i64::from(status), envelope["description"].as_str().unwrap_or_default().to_owned())
    }

    /// A message of the bot's to the person.
    async fn say(&self, more: Value) -> Value {
        let mut parameters = json!({ "chat_id": self.person, "text": "Hello" });
        for (name, value) in more.as_object().into_iter().flatten() {
            parameters[name] = value.clone();
        }
        self.done("sendMessage", parameters).await
    }

    /// Serves `router` as long as the test runs: its address.
    async fn serve(&self, router: axum::Router) -> String {
        let socket = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let url = format!("http://{}", socket.local_addr().expect("an address"));
        self.tracker.spawn(async move { axum::serve(socket, router).await });
        url
    }

    /// What the platform would have passed over, in order.
    fn warnings(&self) -> Vec<String> {
        self.telegram.journal().list().into_iter().filter_map(|call| call.warning).collect()
    }

    /// Why calls were refused, in order.
    fn refusals(&self) -> Vec<String> {
        self.telegram.journal().list().into_iter().filter_map(|call| call.refused).collect()
    }
}
