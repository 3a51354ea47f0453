//! `serve` and `demo` on stand-ins: ready, in order, no more public than meant.

use std::time::Duration;

use playground::{Options, Playground};
use reqwest::{Client, StatusCode};
use tokio::io::{AsyncBufReadExt as _, BufReader};
use tokio::process::Child;
use tokio::time::{Instant, sleep, timeout};
use tokio_util::sync::{CancellationToken, DropGuard};
use tokio_util::task::TaskTracker;

use crate::place::{DEADLINE, Place, ended, free_port, signal};

/// The stand-ins, and a place configured for them.
struct Stage {
    place: Place,
    web: String,
    ops: String,
    _ends: DropGuard,
}

impl Stage {
    async fn new() -> Self {
        let (tracker, stop) = (TaskTracker::new(), CancellationToken::new());
        let playground =
            Playground::start(Options::default(), &tracker, stop.clone()).await.expect("free ports");
        let (web, ops) = (free_port(), free_port());
        let place = Place::new()
            .with("GUILDHALL_DISCORD_TOKEN", playground.discord().token())
            .with("GUILDHALL_DISCORD_API_URL", &playground.discord().url())
            .with("GUILDHALL_TELEGRAM_TOKEN", &playground.telegram().token())
            .with("GUILDHALL_TELEGRAM_API_URL", &playground.telegram().url())
            .with("GUILDHALL_WEB_LISTEN", "")
            .with("PORT", &web.to_string())
            .with("GUILDHALL_WEB_OPS_LISTEN", &format!("127.0.0.1:{ops}"));
        let address = |port: u16| format!("http://127.0.0.1:{port}");
        Self { place, web: address(web), ops: address(ops), _ends: stop.drop_guard() }
    }

    fn with(self, name: &str, value: &str) -> Self {
        Self { place: self.place.with(name, value), ..self }
    }

    /// Waits until `/readyz` answers with `status`, and gives back what it says.
    async fn readiness(&self, status: StatusCode, word: &str) -> String {
        let begun = Instant::now();
        loop {
            if let Ok((found, body)) = get(&format!("{}/readyz", self.ops)).await
                && found == status
                && body.contains(word)
            {
                return body;
            }
            assert!(begun.elapsed() < DEADLINE, "never {status} with {word}");
            sleep(Duration::from_millis(20)).await;
        }
    }

    async fn ready(&self) -> Child {
        let program = self.place.start(&["serve"]);
        self.readiness(StatusCode::OK, "\"ready\":true").await;
        program
    }
}

async fn get(address: &str) -> reqwest::Result<(StatusCode, String)> {
    let client = Client::builder().timeout(Duration::from_secs(5)).build()?;
    let answer = client.get(address).send().await?;
    Ok((answer.status(), answer.text().await?))
}

#[tokio::test]
async fn serve_is_ready_and_keeps_operations_to_itself() {
    let stage = Stage::new().await;
    let program = stage.ready().await;
    for path in ["/livez", "/readyz", "/metrics"] {
        let (found, _) = get(&format!("{}{path}", stage.ops)).await.expect("an answer");
        assert_eq!(found, StatusCode::OK, "{path}");
        let (found, _) = get(&format!("{}{path}", stage.web)).await.expect("an answer");
        assert_eq!(found, StatusCode::NOT_FOUND, "{path} is public");
    }
    let (_, metrics) = get(&format!("{}/metrics", stage.ops)).await.expect("an answer");
    assert!(metrics.contains("guildhall_build_info"), "{metrics}");
    for path in ["/", "/privacy", "/terms"] {
        let (found, body) = get(&format!("{}{path}", stage.web)).await.expect("an answer");
        assert!(found == StatusCode::OK && body.contains("Guildhall"), "{path}: {found}");
        assert!(!body.contains("<script"), "{path} has a script");
    }

    signal(&program, "TERM").await;
    let told = Instant::now();
    stage.readiness(StatusCode::SERVICE_UNAVAILABLE, "ending").await;
    let ended = ended(program).await;
    assert_eq!(ended.code, Some(0), "{ended:?}");
    assert!(told.elapsed() < Duration::from_secs(15), "{:?}", told.elapsed());
    assert_eq!(ended.out, "", "stdout is for results");
    for line in ended.err.lines() {
        assert!(
            line.starts_with('{') && line.ends_with('}'),
            "logs are JSON where nobody reads along: {line}"
        );
    }
}

#[tokio::test]
async fn a_second_signal_is_not_kept_waiting() {
    let stage = Stage::new().await;
    let program = stage.ready().await;
    signal(&program, "TERM").await;
    stage.readiness(StatusCode::SERVICE_UNAVAILABLE, "ending").await;
    signal(&program, "INT").await;
    let ended = ended(program).await;
    assert_eq!(ended.code, Some(1), "{ended:?}");
}

#[tokio::test]
async fn a_refused_token_makes_the_process_not_ready_and_is_never_shown() {
    let stage = Stage::new().await.with("GUILDHALL_TELEGRAM_TOKEN", "7:s3cret-of-nobody");
    let program = stage.place.start(&["serve"]);
    let body = stage.readiness(StatusCode::SERVICE_UNAVAILABLE, "telegram polling").await;
    assert!(body.contains("\"discord\":\"ok\"") || body.contains("not connected"), "{body}");
    signal(&program, "TERM").await;
    let ended = ended(program).await;
    assert_eq!(ended.code, Some(0), "{ended:?}");
    assert!(!format!("{body}{ended:?}").contains("s3cret"), "{ended:?}");

    let doctor = stage.place.run(&["doctor", "--json"]).await;
    assert_eq!(doctor.code, Some(1), "{doctor:?}");
    let report: serde_json::Value = serde_json::from_str(&doctor.out).expect("JSON");
    let faults: Vec<_> = report["findings"].as_array().expect("a list").iter().collect();
    let fault = faults.iter().find(|finding| finding["state"] == "fault").expect("a fault");
    assert_eq!(fault["name"], "telegram", "{report}");
    assert!(!doctor.out.contains("s3cret"), "{}", doctor.out);
}

#[tokio::test]
async fn doctor_looks_at_everything_and_says_how_to_invite_the_bot() {
    let stage = Stage::new().await;
    let program = stage.ready().await;
    let doctor = stage.place.run(&["doctor"]).await;
    assert_eq!(doctor.code, Some(0), "{doctor:?}");
    for expected in [
        "migrations",
        "last events",
        "disk",
        "clock (discord)",
        "gateway",
        "webhook",
        "scope=bot+applications.commands&permissions=0",
        "/newbot",
        "Without a public address",
    ] {
        assert!(doctor.out.contains(expected), "{expected} in {}", doctor.out);
    }
    signal(&program, "TERM").await;
    assert_eq!(ended(program).await.code, Some(0));
}

#[tokio::test]
async fn a_demo_prints_one_address_that_can_be_opened_within_ten_seconds() {
    let place = Place::new();
    let begun = Instant::now();
    let mut program = place.start(&["demo", "--listen", "127.0.0.1:0"]);
    let mut out = BufReader::new(program.stdout.take().expect("its output is ours")).lines();
    let address = timeout(DEADLINE, out.next_line()).await.expect("in time").expect("text").expect("a line");
    let (status, body) = get(&address).await.expect("the page");
    let took = begun.elapsed();
    assert!(status == StatusCode::OK && body.contains("<html"), "{status}");
    assert!(took < Duration::from_secs(10), "{took:?}");
    signal(&program, "INT").await;
    let rest = timeout(DEADLINE, out.next_line()).await.expect("it ends").expect("text");
    assert_eq!(rest, None, "one address and nothing else");
    let ended = ended(program).await;
    assert_eq!(ended.code, Some(0), "{ended:?}");
}
