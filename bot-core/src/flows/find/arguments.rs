//! From the arguments of a command to a query.

use std::collections::BTreeMap;

use bot_reading::money::{self, Per};
use bot_reading::places::{Gazetteer, Place as Found};
use bot_reading::query::{self, QueryDraft};
use bot_reading::request::{Context, Terms};
use bot_reading::skills::Vocabulary;
use bot_reading::workplace::{self, Kind};
use iso_currency::Currency;

use crate::domain::money::Money;
use crate::domain::time::Timestamp;
use crate::flows::reading;
use crate::i18n::Reader;
use crate::services::search::{Bound, Free, Limit, Named, Query, Side, Where};
use crate::ui::interaction::Arg;

/// The most characters of a text that are looked at.
const TEXT: usize = 200;
/// The largest limit that is looked for, in whole units.
const LARGEST: i64 = 1_000_000_000;
/// How long ago something may have been posted, and how many days that is.
const POSTED: [(&str, u16); 3] = [("day", 1), ("week", 7), ("month", 30)];

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

/// Reads the arguments of `find work` and `find talent`: its text as people say it, and what the others say instead.
/// The words behind a typed command are its text.
pub(super) fn query(side: Side, args: &BTreeMap<String, Arg>, reader: &Reader) -> Result<Query, Unclear> {
    let text = |name: &str| match args.get(name) {
        Some(Arg::Text(text) | Arg::Choice(text)) if !text.trim().is_empty() => Some(text.trim()),
        _ => None,
    };
    let skills = text("skills").map(reading::request_skills).unwrap_or_default();
    let mut query = Query::all(side).with_skills(skills.into_iter().map(|skill| skill.skill));
    if let Some(typed) = text("text").or_else(|| text("payload")) {
        let typed: String = typed.chars().take(TEXT).collect();
        query = said(query, &typed, reader);
    }
    if let Some(place) = text("place") {
        query.place = Some(read_place(place, reader.now).ok_or(Unclear::Place)?);
        query.remote_too = false;
    }
    let currency =
        text("currency").map(|written| read_currency(written).ok_or(Unclear::Currency)).transpose()?;
    let (bound, amount) = match side {
        Side::Work => (Bound::Least, args.get("budget-min")),
        Side::Talent => (Bound::Most, args.get("rate-max")),
    };
    if let Some(amount) = amount {
        let units = read_amount(amount).ok_or(Unclear::Amount)?;
        query.limit = Some(Limit { bound, hundredths: units * 100, currency });
    } else if let Some(limit) = &mut query.limit {
        limit.currency = currency.or(limit.currency);
    }
    match text("available") {
        Some("now") => query.free = Some(Free::Now),
        Some(_) => query.free = Some(Free::Soon),
        None => {}
    }
    let posted = text("posted").and_then(|said| POSTED.iter().find(|(key, _)| *key == said));
    query.days = posted.map(|(_, days)| *days);
    Ok(query)
}

/// What a text says, as far as it can be read; the rest are words to look for.
fn said(query: Query, text: &str, reader: &Reader) -> Query {
    let now = reader.now.in_zone(chrono_tz::UTC).to_utc();
    let read = query::read(text, &Context { now, zone: reader.zone, usual_currency: None });
    let side = query.side;
    let vocabulary = Vocabulary::embedded();
    let named = read.skills.iter().filter_map(|found| {
        let skill = vocabulary.skill(found.value)?.slug.to_string();
        Some(Named { skill, words: found.span.of(text).to_lowercase() })
    });
    let words = read.words.iter().map(|word| word.span.of(text).to_lowercase());
    let mut query = query.with_named(named).with_words(words);
    (query.place, query.remote_too) = place_said(&read);
    if let Some(terms) = read.pay.as_ref().map(|pay| &pay.value) {
        query.limit = limit(side, terms);
        query.kind = (terms.per != Per::Fixed).then(|| reading::price_kind(terms.per));
    }
    query.free = read.now.filter(|_| side == Side::Talent).map(|_| Free::Now);
    query
}

fn place_said(read: &QueryDraft) -> (Option<Where>, bool) {
    let kind = read.kind.as_ref().map(|kind| kind.value);
    match (read.place.as_ref().and_then(|place| found(&place.value)), kind) {
        (Some(place), kind) => (Some(place), kind == Some(Kind::Remote)),
        (None, Some(Kind::Remote)) => (Some(Where::Remote), false),
        (None, Some(Kind::OnSite | Kind::Hybrid)) => (Some(Where::InPerson), false),
        (None, None) => (None, false),
    }
}

/// "400-600 €" is at least 400 for whoever looks for work, and at most 600 for whoever pays it.
fn limit(side: Side, terms: &Terms) -> Option<Limit> {
    let (bound, minor) = match (side, terms.min, terms.max) {
        (Side::Work, Some(min), _) | (Side::Talent, Some(min), None) => (Bound::Least, min),
        (_, _, Some(max)) => (Bound::Most, max),
        (Side::Work, None, None) | (Side::Talent, _, None) => return None,
    };
    let unit = terms.currency.map_or(100, |currency| 10_i64.pow(Money::new(0, currency).decimals()));
    Some(Limit { bound, hundredths: minor.saturating_mul(100) / unit, currency: terms.currency })
}

fn read_place(text: &str, now: Timestamp) -> Option<Where> {
    let read = workplace::read(text, now.in_zone(chrono_tz::UTC).to_utc(), Gazetteer::embedded());
    if read.kind.is_some_and(|kind| kind.value == Kind::Remote) {
        return Some(Where::Remote);
    }
    found(Gazetteer::embedded().find(text).first()?)
}

fn found(place: &Found<'_>) -> Option<Where> {
    match place {
        Found::City(_) => reading::town(place).map(Where::Near),
        Found::Country(country) => Some(Where::Country(country.code.to_owned())),
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
