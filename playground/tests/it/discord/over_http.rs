//! The verbs over HTTP, as the page and tests in other processes use them.

use std::net::SocketAddr;

use playground::wire::Server;
use reqwest::Method;
use serde_json::{Value, json};
use tokio_util::{sync::CancellationToken, task::TaskTracker};

use super::{probes::Probe, wire::text};

struct Sim {
    client: reqwest::Client,
    base: String,
}

impl Sim {
    async fn call(&self, method: Method, path: &str, body: Value) -> (u16, Value) {
        let request = self.client.request(method, format!("{}{path}", self.base)).json(&body);
        let answer = request.send().await.expect("an answer");
        let status = answer.status().as_u16();
        (status, answer.json().await.unwrap_or_default())
    }

    async fn get(&self, path: &str) -> Value {
        let (status, body) = self.call(Method::GET, path, Value::Null).await;
        assert_eq!(status, 200, "{body}");
        body
    }

    async fn post(&self, path: &str, body: Value) -> Value {
        let (status, body) = self.call(Method::POST, path, body).await;
        assert_eq!(status, 200, "{body}");
        body
    }
}

#[tokio::test]
async fn a_whole_round_goes_over_http() {
    let mut probe = Probe::new().await;
    let (tracker, stop) = (TaskTracker::new(), CancellationToken::new());
    let app = axum::Router::new().nest("/sim/discord", probe.stage.discord.sim_router());
    let listen = SocketAddr::from(([127, 0, 0, 1], 0));
    let server = Server::start(listen, None, app, &tracker, stop.clone()).await.expect("a free port");
    let client = reqwest::Client::builder().build().expect("a client");
    let sim = Sim { client, base: format!("http://{}/sim/discord", server.address()) };

    let user =
        sim.post("/users", json!({"username": "kite", "global_name": "Kite Studio"})).await["id"].clone();
    let user = text(&user).to_owned();
    let state = sim.get(&format!("/state?user={user}")).await;
    assert_eq!(
        (&state["user"]["global_name"], &state["gateway_connected"]),
        (&json!("Kite Studio"), &json!(true))
    );
    assert_eq!(state["commands"][0]["name"], "do");
    let channel = sim.post("/dms/open", json!({"user": user})).await["channel"].clone();
    let ran = sim.post("/run", json!({"user": user, "channel": channel, "command": "do"})).await;
    let event = probe.gateway.interaction().await;
    assert_eq!(event["id"], ran["interaction"]);
    let modal = json!({"type": 9, "data": super::probes::form(&json!([super::probes::input("why")]))});
    probe.rest.answer(&event, &modal).await;
    let state = sim.get(&format!("/state?user={user}")).await;
    assert_eq!(state["modals"][0]["raw"]["title"], "A form");
    let submit = json!({"user": user, "modal": state["modals"][0]["id"], "fields": {"why": "Because"}});
    sim.post("/submit", submit).await;
    let event = probe.gateway.interaction().await;
    assert_eq!(event["data"]["components"][0]["components"][0]["value"], "Because");
    let card = super::probes::with(&json!([super::probes::row(&json!([super::probes::button("go")]))]));
    probe.rest.answer(&event, &json!({"type": 4, "data": card})).await;
    let shown = sim.get(&format!("/channels/{}/messages?user={user}", text(&channel))).await;
    let press = json!({"user": user, "message": shown[0]["id"], "custom_id": "go"});
    let pressed = sim.post("/press", press).await;
    let event = probe.gateway.interaction().await;
    probe.rest.answer(&event, &json!({"type": 6})).await;
    let seen = sim.get(&format!("/interactions/{}", text(&pressed["interaction"]))).await;
    assert_eq!(seen["state"], "acknowledged");

    let (status, body) = sim
        .call(Method::POST, "/press", json!({"user": user, "message": shown[0]["id"], "custom_id": "no"}))
        .await;
    assert_eq!((status, &body), (400, &json!({"error": "no such component"})));
    sim.post("/faults", json!({"kind": "server_error"})).await;
    assert_eq!(probe.rest.get("/gateway").await.status, 502);
    let calls = sim.get("/requests").await;
    assert_eq!(calls[0]["route"], format!("PUT /applications/{}/commands", probe.rest.application));
    assert!(!calls.to_string().contains("interaction-token"), "no token is written down");
    assert_eq!(sim.call(Method::DELETE, "/requests", Value::Null).await.0, 204);
    stop.cancel();
}
