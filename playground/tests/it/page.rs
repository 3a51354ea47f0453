//! The playground as a process: one line of JSON.
//!
//! Then the page and the stand-ins' verbs on one address.

use std::{
    io::{BufRead, BufReader},
    process::{Child, Command, Stdio},
    time::Duration,
};

use reqwest::Client;
use serde_json::{Value, json};

/// The running program; killed with the test.
struct Program {
    child: Child,
    line: Value,
}

impl Program {
    fn start(arguments: &[&str]) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_playground"))
            .args(arguments)
            .stdout(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let mut line = String::new();
        let out = child.stdout.take().expect("its output is piped");
        BufReader::new(out).read_line(&mut line).expect("it says where it is");
        let line = serde_json::from_str(&line).expect("one line of JSON");
        Self { child, line }
    }

    fn page(&self, path: &str) -> String {
        format!("{}{path}", self.line["page"].as_str().expect("an address"))
    }

    fn persona(&self, name: &str) -> &str {
        let personas = self.line["personas"].as_array().expect("a list");
        let found = personas.iter().find(|persona| persona["name"] == name).expect("in the cast");
        found["id"].as_str().expect("an id")
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // it may have ended by itself; then there is nothing to kill
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

fn client() -> Client {
    Client::builder().timeout(Duration::from_secs(10)).build().expect("a client")
}

async fn read(url: String) -> Value {
    client().get(url).send().await.expect("an answer").json().await.expect("JSON")
}

#[tokio::test]
async fn everyone_on_the_page_has_an_account_on_their_side() {
    let program = Program::start(&[]);
    let client = program.persona("Kite Studio");
    let seen = read(program.page(&format!("/sim/discord/state?user={client}"))).await;
    assert_eq!(seen["user"]["global_name"], "Kite Studio");

    let freelancer = program.persona("Ana P.");
    let seen = read(program.page(&format!("/sim/telegram/state?user={freelancer}"))).await;
    assert_eq!(seen["user"]["first_name"], "Ana P.");

    let config = read(program.page("/config.json")).await;
    assert_eq!(config["personas"], program.line["personas"]);
}

#[tokio::test]
async fn both_stand_ins_answer_a_client_that_has_the_printed_token() {
    let program = Program::start(&[]);
    let telegram = &program.line["telegram"];
    let (url, token) = (telegram["api_url"].as_str(), telegram["token"].as_str());
    let url = format!("{}/bot{}/getMe", url.expect("an address"), token.expect("a token"));
    assert_eq!(read(url).await["result"]["is_bot"], true);

    let discord = &program.line["discord"];
    let answer = client()
        .get(format!("{}/api/v10/users/@me", discord["api_url"].as_str().expect("an address")))
        .header("authorization", format!("Bot {}", discord["token"].as_str().expect("a token")))
        .send()
        .await
        .expect("an answer");
    assert_eq!(answer.json::<Value>().await.expect("JSON")["bot"], true);
}

#[tokio::test]
async fn the_authority_of_the_tls_address_is_written_where_it_was_asked_for() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("ca.pem");
    let program = Program::start(&["--ca-file", file.to_str().expect("a name in UTF-8")]);
    assert!(program.line["discord"]["api_address"].is_string());
    let written = std::fs::read(&file).expect("the authority");

    let address = program.line["discord"]["api_address"].as_str().expect("an address");
    let client = Client::builder()
        .timeout(Duration::from_secs(10))
        .resolve("discord.com", address.parse().expect("an address and port"))
        .add_root_certificate(reqwest::Certificate::from_pem(&written).expect("a certificate"))
        .build()
        .expect("a client");
    let token = program.line["discord"]["token"].as_str().expect("a token");
    let gateway = client
        .get("https://discord.com/api/v10/gateway/bot")
        .header("authorization", format!("Bot {token}"))
        .send()
        .await
        .expect("a trusted connection");
    assert!(gateway.status().is_success(), "{}", gateway.status());
}

#[tokio::test]
async fn a_jump_moves_the_stand_ins_too() {
    let program = Program::start(&[]);
    let week = 604_800_000_i64;
    let client = client();
    let jump = client.post(program.page("/sim/clock/jump")).json(&json!({ "ms": week }));
    let before = jump.send().await.expect("an answer").json::<Value>().await.expect("JSON");

    let user: i64 = program.persona("Ana P.").parse().expect("a number");
    let start = client.post(program.page("/sim/telegram/start")).json(&json!({ "user": user }));
    start.send().await.expect("an answer").error_for_status().expect("the chat opens");
    let messages = read(program.page(&format!("/sim/telegram/chats/{user}/messages"))).await;
    let said_at = messages[0]["date"].as_i64().expect("a date");
    assert!(said_at >= before["now_ms"].as_i64().expect("a time") / 1000, "{said_at}");
}
