//! From the arguments of a command to a query.

use std::collections::BTreeMap;

use bot_reading::money;
use bot_reading::places::{Gazetteer, Place as Found};
use bot_reading::workplace::{self, Kind};
use iso_currency::Currency;

use crate::domain::time::Timestamp;
use crate::flows::reading;
use crate::services::search::{Free, Limit, Query, Side, Where};
use crate::ui::interaction::Arg;

/// The most characters of a text that are looked at.
const TEXT: usize = 200;
/// The largest limit that is looked for, in whole units.
pub(super) const LARGEST: i64 = 1_000_000_000;

/// Why a command can't be taken as a query.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unclear {
    /// No place we know.
    Place,
    /// No currency we know.
    Currency,
    /// No amount above nothing.
    Amount,
}

/// Reads the arguments of `find work` and `find talent`. The words behind a typed command are its text.
pub(super) fn query(side: Side, args: &BTreeMap<String, Arg>, now: Timestamp) -> Result<Query, Unclear> {
    let text = |name: &str| match args.get(name) {
        Some(Arg::Text(text) | Arg::Choice(text)) if !text.trim().is_empty() => Some(text.trim()),
        _ => None,
    };
    let mut place = text("place").map(|place| read_place(place, now).ok_or(Unclear::Place)).transpose()?;
    let mut words = Vec::new();
    let typed: String =
        text("text").or_else(|| text("payload")).unwrap_or_default().chars().take(TEXT).collect();
    for word in typed.split_whitespace() {
        if place.is_none() && is_remote(word, now) {
            place = Some(Where::Remote);
        } else {
            words.push(word);
        }
    }
    let mut query = Query::all(side).with_text(&words.join(" "));
    if let Some(skills) = text("skills") {
        query = query.with_skills(reading::request_skills(skills).into_iter().map(|skill| skill.skill));
    }
    query.place = place;
    let currency =
        text("currency").map(|written| read_currency(written).ok_or(Unclear::Currency)).transpose()?;
    let amount = match side {
        Side::Work => args.get("budget-min"),
        Side::Talent => args.get("rate-max"),
    };
    query.limit = amount
        .map(|amount| read_amount(amount).ok_or(Unclear::Amount))
        .transpose()?
        .map(|units| Limit { units, currency });
    query.free = match text("available") {
        Some("now") => Some(Free::Now),
        Some(_) => Some(Free::Soon),
        None => None,
    };
    Ok(query)
}

fn is_remote(text: &str, now: Timestamp) -> bool {
    let read = workplace::read(text, now.in_zone(chrono_tz::UTC).to_utc(), Gazetteer::embedded());
    read.kind.is_some_and(|kind| kind.value == Kind::Remote)
}

fn read_place(text: &str, now: Timestamp) -> Option<Where> {
    if is_remote(text, now) {
        return Some(Where::Remote);
    }
    let found = Gazetteer::embedded().find(text);
    let first = found.first()?;
    match reading::town(first) {
        Some(town) => Some(Where::Near(town)),
        None => match first {
            Found::Country(country) => Some(Where::Country(country.code.to_owned())),
            Found::City(_) => None,
        },
    }
}

fn read_currency(text: &str) -> Option<Currency> {
    let code = text.get(..3).filter(|_| text.len() == 3).map(str::to_ascii_uppercase);
    code.and_then(|code| Currency::from_code(&code)).or_else(|| {
        match money::read(&format!("1 {text}"), None).ok()?.value {
            money::Budget::Stated(price) => Some(price.currency),
            money::Budget::Unknown => None,
        }
    })
}

fn read_amount(amount: &Arg) -> Option<i64> {
    let units = match amount {
        Arg::Int(units) => *units,
        Arg::Text(text) => text.trim().parse().ok()?,
        _ => return None,
    };
    (1..=LARGEST).contains(&units).then_some(units)
}
