//! What asking a platform takes: patience, and a look at the answer's clock.

use std::time::Duration;

use bot_core::domain::time::Timestamp;
use chrono::DateTime;
use reqwest::header::DATE;
use reqwest::{ClientBuilder, Response};

use super::Finding;

/// How long an answer may take.
const PATIENCE: Duration = Duration::from_secs(10);
/// A clock that is further off makes signatures and expiries fail.
const SKEW_MOST_MS: i64 = 5_000;

/// A client to go on building.
pub(super) fn client() -> ClientBuilder {
    reqwest::Client::builder().timeout(PATIENCE).redirect(reqwest::redirect::Policy::none())
}

/// Why there was no answer. The address is left out: Telegram's holds the token.
pub(super) fn no_answer(error: reqwest::Error) -> String {
    let error = error.without_url();
    match std::error::Error::source(&error) {
        Some(source) => format!("no answer: {error}: {source}"),
        None => format!("no answer: {error}"),
    }
}

/// How far our clock is from the platform's, if the answer says what time it is there.
pub(super) fn skew(name: &'static str, answer: &Response, now: Timestamp) -> Option<Finding> {
    let date = DateTime::parse_from_rfc2822(answer.headers().get(DATE)?.to_str().ok()?).ok()?;
    // The header is in whole seconds, rounded down.
    let off = now.millis() - date.timestamp_millis() - 500;
    let seen =
        format!("{:.1} s from the platform's", Duration::from_millis(off.unsigned_abs()).as_secs_f64());
    Some(if off.abs() <= SKEW_MOST_MS {
        Finding::ok(name, seen)
    } else {
        Finding::warning(name, seen, "let the machine keep its time by NTP: timedatectl set-ntp true")
    })
}
