//! The local page with both chats, and the stand-ins' verbs beside it.

use axum::{
    Json, Router,
    extract::{Path, Request, State},
    http::{HeaderMap, HeaderValue, Method, StatusCode, header},
    middleware::{self, Next},
    response::{IntoResponse, Response},
    routing::{get, post},
};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::{clock::SimClock, persona::Member};

mod assets;

/// Only what this server holds; scripts and styles as files, never in the markup.
const POLICY: &str = "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// What the page is told when it opens.
#[derive(Clone, Debug, Serialize)]
pub struct Config {
    /// The page's name.
    pub title: String,
    /// A line below it.
    pub subtitle: String,
    /// The path to POST to for starting over, where the host offers that.
    pub reset: Option<String>,
    /// Who one can be, the first of a side in front.
    pub personas: Vec<Member>,
}

/// The page and, below `/sim`, the verbs of both stand-ins and of the clock; the host's `extra` routes beside them.
pub fn router(config: Config, clock: SimClock, discord: Router, telegram: Router, extra: Router) -> Router {
    let config = serde_json::to_value(config).unwrap_or_default();
    Router::new()
        .route("/", get(|| async { assets::file("index.html") }))
        .route("/{*path}", get(|Path(path): Path<String>| async move { assets::file(&path) }))
        .route("/config.json", get(move || async move { Json(config) }))
        .route("/sim/clock", get(time))
        .route("/sim/clock/jump", post(jump))
        .with_state(clock)
        .nest("/sim/discord", discord)
        .nest("/sim/telegram", telegram)
        .merge(extra)
        .layer(middleware::from_fn(guard))
}

async fn time(State(clock): State<SimClock>) -> Json<Value> {
    Json(json!({ "now_ms": clock.now_ms(), "offset_ms": clock.offset_ms() }))
}

#[derive(Deserialize)]
struct Jump {
    ms: i64,
}

async fn jump(State(clock): State<SimClock>, Json(Jump { ms }): Json<Jump>) -> Json<Value> {
    clock.jump(ms);
    time(State(clock)).await
}

/// Keeps other pages in the same browser from pressing buttons here, and this page from fetching anything elsewhere.
async fn guard(request: Request, next: Next) -> Response {
    let changes = !matches!(*request.method(), Method::GET | Method::HEAD);
    if changes && is_foreign(request.headers()) {
        return (StatusCode::FORBIDDEN, Json(json!({ "error": "asked by another page" }))).into_response();
    }
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    response
}

// programs don't send the header; browsers do, and pages can't change it
fn is_foreign(headers: &HeaderMap) -> bool {
    headers.get("sec-fetch-site").is_some_and(|site| site != "same-origin" && site != "none")
}

#[cfg(test)]
mod tests {
    use axum::{
        Router,
        body::{Body, to_bytes},
        http::{Request, StatusCode, header},
        response::Response,
    };
    use tower::ServiceExt;

    use super::{Config, router};
    use crate::{
        clock::SimClock,
        persona::{Member, Part, Persona, Side},
    };

    fn page(clock: &SimClock) -> Router {
        let persona = Persona {
            side: Side::Discord,
            name: "Kite Studio".to_owned(),
            handle: "kite".to_owned(),
            role: "Client".to_owned(),
            part: Some(Part::Client),
            language: None,
        };
        let personas = vec![Member { id: "1".to_owned(), persona }];
        let config = Config { title: "T".to_owned(), subtitle: "S".to_owned(), reset: None, personas };
        router(config, clock.clone(), Router::new(), Router::new(), Router::new())
    }

    async fn answer(router: Router, request: Request<Body>) -> Response {
        router.oneshot(request).await.expect("an answer")
    }

    fn jump_asked_from(site: &str) -> Request<Body> {
        let request = Request::post("/sim/clock/jump")
            .header("sec-fetch-site", site)
            .header(header::CONTENT_TYPE, "application/json");
        request.body(Body::from(r#"{"ms":3600000}"#)).expect("a request")
    }

    #[tokio::test]
    async fn the_clock_is_jumped_by_this_page_and_by_no_other() {
        let clock = SimClock::new();
        let foreign = answer(page(&clock), jump_asked_from("cross-site")).await;
        assert_eq!((foreign.status(), clock.offset_ms()), (StatusCode::FORBIDDEN, 0));

        let own = answer(page(&clock), jump_asked_from("same-origin")).await;
        assert_eq!((own.status(), clock.offset_ms()), (StatusCode::OK, 3_600_000));
    }

    #[tokio::test]
    async fn the_page_may_load_nothing_from_elsewhere() {
        let request = Request::get("/").body(Body::empty()).expect("a request");
        let front = answer(page(&SimClock::new()), request).await;
        let policy = front.headers()[header::CONTENT_SECURITY_POLICY].to_str().expect("text");
        assert!(policy.starts_with("default-src 'self';"), "{policy}");
    }

    #[tokio::test]
    async fn the_page_is_told_whom_one_can_be() {
        let request = Request::get("/config.json").body(Body::empty()).expect("a request");
        let config = to_bytes(answer(page(&SimClock::new()), request).await.into_body(), 4096).await;
        let config: serde_json::Value = serde_json::from_slice(&config.expect("a body")).expect("JSON");
        assert_eq!(config["personas"][0]["part"], "client");
        assert_eq!(config["personas"][0]["side"], "discord");
    }
}
