//! The REST API: every call through faults, limits and checks to its operation.

mod body;
mod callback;
mod channels;
mod commands;
mod directory;
mod multipart;
mod webhooks;

use std::time::Duration;

use axum::{
    body::Bytes,
    extract::{ConnectInfo, Path, State},
    http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, Uri, header},
    response::{IntoResponse, Response},
};
use serde_json::Value;

use self::body::Sent;
use super::{
    Discord,
    limits::Standing,
    refusal::Refusal,
    table::{Lookup, Params, Route, table},
};
use crate::{
    faults::{Kind, Rule},
    journal::Call,
    wire::Wire,
};

/// What an operation answers: 200 with a body, or 204.
type Answer = Result<Option<Value>, Refusal>;

/// A call on its way to its operation.
struct Request<'a> {
    discord: &'a Discord,
    params: &'a Params,
    query: Vec<(String, String)>,
    sent: Sent,
}

impl Request<'_> {
    /// A parameter that is an id; it was checked before.
    fn id(&self, name: &str) -> u64 {
        self.params.get(name).parse().unwrap_or_default()
    }

    fn query(&self, name: &str) -> Option<&str> {
        self.query.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    fn wants(&self, flag: &str) -> bool {
        matches!(self.query(flag), Some("true" | "True" | "1"))
    }
}

/// How a call ended, for its answer and the journal.
struct Outcome {
    answer: Answer,
    standing: Option<Standing>,
    body: Value,
    warning: Option<String>,
}

/// Answers one call of the API.
pub(super) async fn handle(
    State(discord): State<Discord>,
    ConnectInfo(wire): ConnectInfo<Wire>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    bytes: Bytes,
) -> Response {
    let path = uri.path();
    let path =
        ["/api/v10", "/api/v9", "/api"].iter().find_map(|base| path.strip_prefix(base)).unwrap_or(path);
    let lookup = table().lookup(method.as_str(), path);
    let name = match &lookup {
        Lookup::Found(route, params) => format!("{method} {}", without_token(&route.path, params)),
        _ => format!("{method} {path}"),
    };
    let fault = discord.faults().take(&name);
    if let Some(response) = fail_first(&discord, &wire, &name, fault.as_ref()).await {
        return response;
    }
    let outcome = match lookup {
        Lookup::Found(route, params) => discord.answer(route, &params, &uri, &headers, &bytes),
        Lookup::WrongMethod => refused(Refusal::WRONG_METHOD),
        Lookup::Unknown => refused(Refusal::NOT_FOUND),
    };
    let dropped = fault.is_some_and(|rule| rule.kind == Kind::DropAfter);
    let (status, response) = respond(&outcome);
    discord.write_down(name, if dropped { 0 } else { status }, outcome);
    if dropped {
        wire.cut();
    }
    response
}

fn refused(refusal: Refusal) -> Outcome {
    Outcome { answer: Err(refusal), standing: None, body: Value::Null, warning: None }
}

/// The path as the journal and the faults know it: with ids, without tokens.
fn without_token(template: &str, params: &Params) -> String {
    params
        .iter()
        .filter(|(name, _)| !name.ends_with("token"))
        .fold(template.to_owned(), |path, (name, value)| path.replace(&format!("{{{name}}}"), value))
}

/// The faults that strike before anything is done.
async fn fail_first(discord: &Discord, wire: &Wire, name: &str, fault: Option<&Rule>) -> Option<Response> {
    let rule = fault?;
    let (status, response) = match rule.kind {
        Kind::DropAfter => return None,
        Kind::Delay => {
            tokio::time::sleep(Duration::from_millis(rule.delay_ms.unwrap_or_default())).await;
            return None;
        }
        Kind::DropBefore => {
            wire.cut();
            (0, StatusCode::BAD_GATEWAY.into_response())
        }
        Kind::ServerError => {
            let page = "<html><head><title>502 Bad Gateway</title></head></html>";
            (502, (StatusCode::BAD_GATEWAY, [(header::CONTENT_TYPE, "text/html")], page).into_response())
        }
        Kind::TooMany => {
            let refusal = Refusal::too_many(rule.retry_after.unwrap_or(1.0), false);
            let outcome = Outcome { answer: Err(refusal), standing: None, body: Value::Null, warning: None };
            respond(&outcome)
        }
    };
    discord.journal().push(Call {
        at_ms: discord.now_ms(),
        route: name.to_owned(),
        status,
        code: None,
        // it failed because it was told to, not because of what was asked
        refused: None,
        warning: None,
        body: Value::Null,
    });
    Some(response)
}

impl Discord {
    fn answer(
        &self,
        route: &'static Route,
        params: &Params,
        uri: &Uri,
        headers: &HeaderMap,
        bytes: &Bytes,
    ) -> Outcome {
        let mut outcome = Outcome { answer: Ok(None), standing: None, body: Value::Null, warning: None };
        if self.options().limits {
            let now_ms = self.now_ms();
            let (standing, counted) = self.limits().count(route, params, now_ms);
            outcome.standing = standing;
            if let Err(refusal) = counted {
                outcome.answer = Err(refusal);
                return outcome;
            }
        }
        let allowed = self.authorized(params, headers).and_then(|()| body::check_ids(params));
        if let Err(refusal) = allowed {
            outcome.answer = Err(refusal);
            return outcome;
        }
        let sent = match Sent::read(route, headers, bytes) {
            Ok(sent) => sent,
            Err(refusal) => {
                outcome.body = serde_json::from_slice(bytes).unwrap_or_default();
                outcome.answer = Err(refusal);
                return outcome;
            }
        };
        outcome.body = sent.body.clone();
        outcome.warning = body::warning(route, &sent.body);
        let request = Request { discord: self, params, query: query(uri), sent };
        outcome.answer = request.perform(&route.operation);
        outcome
    }

    /// The bot's token, where no interaction's token stands in the path.
    fn authorized(&self, params: &Params, headers: &HeaderMap) -> Result<(), Refusal> {
        let by_path = params.iter().any(|(name, _)| name.ends_with("token"));
        let given = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
        let known = given.is_some_and(|given| given.starts_with("Bot ") && self.is_token(given));
        if by_path || known { Ok(()) } else { Err(Refusal::UNAUTHORIZED) }
    }

    fn write_down(&self, route: String, status: u16, outcome: Outcome) {
        let refusal = outcome.answer.err();
        self.journal().push(Call {
            at_ms: self.now_ms(),
            route,
            status,
            code: refusal.as_ref().map(|refusal| refusal.code),
            refused: refusal.as_ref().map(Refusal::reason),
            warning: outcome.warning,
            body: outcome.body,
        });
    }
}

impl Request<'_> {
    fn perform(self, operation: &str) -> Answer {
        match operation {
            "get_gateway" => Ok(Some(self.gateway())),
            "get_bot_gateway" => Ok(Some(self.gateway_for_bots())),
            "get_my_user" => Ok(Some(self.my_user())),
            "get_user" => self.user(),
            "list_my_guilds" => Ok(Some(self.my_guilds())),
            "create_dm" => self.create_dm(),
            "get_my_oauth2_application" | "get_my_application" => Ok(Some(self.my_application())),
            "get_guild" => self.guild(),
            "list_guild_channels" => self.guild_channels(),
            "get_guild_member" => self.guild_member(),
            "list_application_commands" | "list_guild_application_commands" => self.list_commands(),
            "bulk_set_application_commands" | "bulk_set_guild_application_commands" => self.set_commands(),
            "create_application_command" | "create_guild_application_command" => self.create_command(),
            "get_application_command" | "get_guild_application_command" => self.get_command(),
            "update_application_command" | "update_guild_application_command" => self.update_command(),
            "delete_application_command" | "delete_guild_application_command" => self.delete_command(),
            "create_interaction_response" => self.answer_interaction(),
            "execute_webhook" => self.follow_up(),
            "get_original_webhook_message" | "get_webhook_message" => self.get_webhook_message(),
            "update_original_webhook_message" | "update_webhook_message" => self.update_webhook_message(),
            "delete_original_webhook_message" | "delete_webhook_message" => self.delete_webhook_message(),
            "get_channel" => self.channel(),
            "list_messages" => self.list_messages(),
            "get_message" => self.get_message(),
            "create_message" => self.create_message(),
            "update_message" => self.update_message(),
            "delete_message" => self.delete_message(),
            "trigger_typing_indicator" => self.type_something(),
            _ => Err(Refusal::NOT_FOUND),
        }
    }
}

fn query(uri: &Uri) -> Vec<(String, String)> {
    let pairs = uri.query().unwrap_or_default().split('&').filter(|pair| !pair.is_empty());
    pairs
        .map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            (name.to_owned(), value.to_owned())
        })
        .collect()
}

fn respond(outcome: &Outcome) -> (u16, Response) {
    let (status, mut response) = match &outcome.answer {
        Ok(Some(body)) => (200, axum::Json(body).into_response()),
        Ok(None) => (204, StatusCode::NO_CONTENT.into_response()),
        Err(refusal) => {
            let code = StatusCode::from_u16(refusal.status).unwrap_or(StatusCode::BAD_REQUEST);
            (refusal.status, (code, axum::Json(refusal.body())).into_response())
        }
    };
    let headers = response.headers_mut();
    let mut set = |name: &'static str, value: String| {
        if let Ok(value) = HeaderValue::from_str(&value) {
            headers.insert(HeaderName::from_static(name), value);
        }
    };
    if let Some(standing) = &outcome.standing {
        set("x-ratelimit-limit", standing.limit.to_string());
        set("x-ratelimit-remaining", standing.remaining.to_string());
        set("x-ratelimit-reset", format!("{:.3}", standing.reset));
        set("x-ratelimit-reset-after", format!("{:.3}", standing.reset_after));
        set("x-ratelimit-bucket", standing.bucket.clone());
    }
    if let Some(retry) = outcome.answer.as_ref().err().and_then(|refusal| refusal.retry) {
        set("retry-after", retry.after.ceil().to_string());
        set("x-ratelimit-scope", if retry.global { "global" } else { "user" }.to_owned());
        if retry.global {
            set("x-ratelimit-global", "true".to_owned());
        }
    }
    (status, response)
}

/// A file a message came with.
pub(super) async fn file(State(discord): State<Discord>, Path((id, _)): Path<(u64, String)>) -> Response {
    match discord.file(id) {
        Some((content_type, bytes)) => ([(header::CONTENT_TYPE, content_type)], bytes).into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}
