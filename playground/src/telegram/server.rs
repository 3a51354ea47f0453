//! The HTTP face of the Bot API: tokens, faults, envelope, journal.

use std::time::Duration;

use axum::{
    Router,
    body::{Body, to_bytes},
    extract::{ConnectInfo, Request, State},
    http::{StatusCode, header::CONTENT_TYPE},
    response::{Html, IntoResponse, Response},
};
use serde_json::{Value, json};
use tokio::time::sleep;

use super::{
    Core, body,
    call::{Call, for_journal},
    check, methods, poll,
    refusal::Refusal,
    table,
};
use crate::{
    faults::{Kind, Rule},
    journal,
    wire::Wire,
};

const BAD_GATEWAY: &str = "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad \
                           Gateway</h1></center>\r\n<hr><center>nginx/1.18.0</center>\r\n</body>\r\n</html>\r\n";

/// Everything under the stand-in's address.
pub(super) fn router(core: Core) -> Router {
    Router::new().fallback(answer).with_state(core)
}

async fn answer(
    State(core): State<Core>,
    ConnectInfo(wire): ConnectInfo<Wire>,
    request: Request,
) -> Response {
    let path = body::decoded(&request.uri().path().replace('+', "%2B"));
    if let Some(rest) = path.strip_prefix("/file/bot") {
        return file(&core, rest);
    }
    let Some((token, method)) = path.strip_prefix("/bot").and_then(|rest| rest.split_once('/')) else {
        return refused(&Refusal::not_found());
    };
    let method = method.trim_end_matches('/');
    let route = table::method(method).unwrap_or(method).to_owned();
    if let Err(refusal) = authorised(&core, token) {
        core.note(&route, Some(&refusal), &[], Value::Null);
        return refused(&refusal);
    }
    let fault = core.faults.take(&route);
    if let Some(answer) = before(&core, &wire, &route, fault.as_ref()).await {
        return answer;
    }
    let (outcome, remarks, sent) = perform(&core, &route, request).await;
    if fault.is_some_and(|rule| rule.kind == Kind::DropAfter) {
        core.fault(&route, 0, sent);
        return hang_up(&wire).await;
    }
    core.note(&route, outcome.as_ref().err(), &remarks, sent);
    match outcome {
        Ok(result) => axum::Json(json!({ "ok": true, "result": result })).into_response(),
        Err(refusal) => refused(&refusal),
    }
}

/// 404 for what can't be a token, 401 for one that is nobody's.
fn authorised(core: &Core, token: &str) -> Result<(), Refusal> {
    let letter = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-';
    let formed = token.split_once(':').is_some_and(|(id, secret)| {
        !id.is_empty()
            && id.bytes().all(|digit| digit.is_ascii_digit())
            && secret.len() >= 30
            && secret.bytes().all(letter)
    });
    if !formed {
        return Err(Refusal::not_found());
    }
    if token == core.world().options.token { Ok(()) } else { Err(Refusal::unauthorized()) }
}

/// What goes wrong before the call is looked at, if anything.
async fn before(core: &Core, wire: &Wire, route: &str, fault: Option<&Rule>) -> Option<Response> {
    let rule = fault?;
    match rule.kind {
        Kind::TooMany => {
            #[expect(clippy::cast_possible_truncation, reason = "a wait is a few seconds")]
            let seconds = rule.retry_after.unwrap_or(1.0).ceil().max(1.0) as i64;
            core.fault(route, 429, Value::Null);
            Some(refused(&Refusal::too_many(seconds)))
        }
        Kind::ServerError => {
            core.fault(route, 502, Value::Null);
            Some((StatusCode::BAD_GATEWAY, Html(BAD_GATEWAY)).into_response())
        }
        Kind::DropBefore => {
            core.fault(route, 0, Value::Null);
            Some(hang_up(wire).await)
        }
        Kind::Delay => {
            sleep(Duration::from_millis(rule.delay_ms.unwrap_or(1000))).await;
            None
        }
        Kind::DropAfter => None,
    }
}

/// Closes the connection; the answer is never sent.
async fn hang_up(wire: &Wire) -> Response {
    wire.cut();
    std::future::pending().await
}

/// Reads, checks and does a call; also what is to be said of it in the journal.
async fn perform(core: &Core, route: &str, request: Request) -> (Result<Value, Refusal>, Vec<String>, Value) {
    let mut call = match read(route, request).await {
        Ok(call) => call,
        Err((refusal, sent)) => return (Err(refusal), Vec::new(), sent),
    };
    let outcome = if call.method == "getUpdates" {
        poll::get_updates(core, &mut call).await
    } else {
        let outcome = methods::run(&mut core.world(), &mut call);
        if call.method == "setWebhook" && outcome.is_ok() {
            core.poller.end();
        }
        outcome
    };
    let sent = call.for_journal();
    (outcome, call.remarks, sent)
}

async fn read(route: &str, request: Request) -> Result<Call, (Refusal, Value)> {
    let early = |refusal| (refusal, Value::Null);
    let method = table::method(route).ok_or_else(|| early(Refusal::no_method()))?;
    let query = request.uri().query().unwrap_or_default().to_owned();
    let headers = request.headers().clone();
    let bytes = to_bytes(request.into_body(), body::LIMIT).await.map_err(|_| early(Refusal::too_large()))?;
    let raw = body::read(&query, &headers, &bytes).map_err(early)?;
    let sent = for_journal(&raw.params);
    check::call(method, raw).map_err(|refusal| (refusal, sent))
}

/// `/file/bot{token}/{file_path}`
fn file(core: &Core, rest: &str) -> Response {
    let Some((token, path)) = rest.split_once('/') else { return refused(&Refusal::not_found()) };
    if let Err(refusal) = authorised(core, token) {
        return refused(&refusal);
    }
    let kept =
        core.world().files.values().find(|kept| kept.path == path).map(|kept| kept.upload.bytes.clone());
    match kept {
        Some(bytes) => ([(CONTENT_TYPE, "application/octet-stream")], Body::from(bytes)).into_response(),
        None => refused(&Refusal::not_found()),
    }
}

fn refused(refusal: &Refusal) -> Response {
    let status = StatusCode::from_u16(refusal.code).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    (status, axum::Json(refusal.envelope())).into_response()
}

impl Core {
    /// Writes a call down, with what is to be said of it.
    fn note(&self, route: &str, refusal: Option<&Refusal>, remarks: &[String], body: Value) {
        let status = refusal.map_or(200, |refusal| refusal.code);
        self.journal.push(journal::Call {
            at_ms: self.clock.now_ms(),
            route: route.to_owned(),
            status,
            code: refusal.map(|refusal| i64::from(refusal.code)),
            refused: refusal.map(|refusal| refusal.description.clone()),
            warning: (!remarks.is_empty()).then(|| remarks.join("; ")),
            body,
        });
    }

    /// A fault that answered instead of the platform; 0 where the connection was closed instead.
    fn fault(&self, route: &str, status: u16, body: Value) {
        let (at_ms, route) = (self.clock.now_ms(), route.to_owned());
        self.journal.push(journal::Call {
            at_ms,
            route,
            status,
            code: None,
            refused: None,
            warning: None,
            body,
        });
    }
}
