//! The market's things in words, as every feature and every notice says them.

use bot_reading::codes::Codes;
use bot_reading::skills::Vocabulary;

use crate::domain::correction::Timing;
use crate::domain::identity::Identity;
use crate::domain::money::{Budget, Money, Price, PriceKind};
use crate::domain::place::{Place, WorkPlace};
use crate::domain::profile::{Availability, AvailabilityStatus, Profile, ProfileLanguage, ProfileSkill};
use crate::domain::proposal::Terms;
use crate::domain::request::{Brief, RequestSkill};
use crate::domain::time::Timestamp;
use crate::i18n::Reader;
use crate::ui::text::{Span, Text, TimeStyle};

/// A skill: the vocabulary's name, or the member's own word.
pub fn skill(key: &str) -> Text {
    match Vocabulary::embedded().by_slug(key) {
        Some(known) => Text::plain(known.name.to_string()),
        None => Text::untrusted(key),
    }
}

/// A language by its code.
pub fn language(code: &str) -> Text {
    match Codes::languages().find(code) {
        Some(known) => Text::plain(known.name),
        None => Text::untrusted(code),
    }
}

/// Skills in a row.
pub fn skills<'a>(keys: impl IntoIterator<Item = &'a str>) -> Text {
    Text::joined(keys.into_iter().map(skill), ", ")
}

/// The skills of a profile, each with its level and years where they say more than "solid".
pub fn profile_skills(reader: &Reader, list: &[ProfileSkill]) -> Text {
    Text::joined(list.iter().map(|entry| profile_skill(reader, entry)), ", ")
}

/// `React (senior, 6 years)`.
pub fn profile_skill(reader: &Reader, entry: &ProfileSkill) -> Text {
    let args = [("skill", skill(&entry.skill).into()), ("years", i64::from(entry.years).into())];
    match entry.level {
        1 => reader.text("skill-beginner", &args),
        3 => reader.text("skill-senior", &args),
        4 => reader.text("skill-expert", &args),
        _ => reader.text("skill-solid", &args),
    }
}

/// Languages in a row, each with its level: `English fluent, Portuguese native`.
pub fn languages(reader: &Reader, list: &[ProfileLanguage]) -> Text {
    let one = |spoken: &ProfileLanguage| {
        let name = language(&spoken.language);
        let level = spoken.level.key();
        reader.text("language-spoken", &[("language", name.into()), ("level", level.into())])
    };
    Text::joined(list.iter().map(one), ", ")
}

/// What somebody usually asks: a fixed price is where their projects begin.
pub fn rate(reader: &Reader, rate: Price) -> Text {
    match rate.kind {
        PriceKind::Fixed => reader.text("rate-fixed", &[("amount", reader.money(rate.amount).into())]),
        _ => price(reader, rate),
    }
}

/// When somebody can work: how available they are, or until when they are away.
pub fn working_time(reader: &Reader, profile: &Profile) -> Text {
    if let Some(absence) = profile.away(reader.now) {
        let until = reader.time(absence.until, TimeStyle::Date);
        return reader.text("availability-until", &[("date", until.into())]);
    }
    availability(reader, profile.availability)
}

/// The skills a request can't do without, or those that help.
pub fn request_skills(list: &[RequestSkill], must: bool) -> Text {
    skills(list.iter().filter(|entry| entry.must == must).map(|entry| entry.skill.as_str()))
}

/// Whoever somebody is on the platforms; someone who left has no name any more.
pub fn person(reader: &Reader, identities: &[Identity]) -> Text {
    match identities.first() {
        Some(identity) => Span::Person {
            name: identity.name.clone(),
            handle: identity.handle.clone(),
            platform: identity.platform,
        }
        .into(),
        None => reader.text("person-gone", &[]),
    }
}

/// Just the name.
pub fn name(reader: &Reader, identities: &[Identity]) -> Text {
    match identities.first() {
        Some(identity) => Text::untrusted(identity.name.clone()),
        None => reader.text("person-gone", &[]),
    }
}

/// `980 EUR, fixed price`.
pub fn price(reader: &Reader, price: Price) -> Text {
    reader.text(&format!("price-{}", price.kind.key()), &[("amount", reader.money(price.amount).into())])
}

/// The price of terms, or that there is none yet.
pub fn terms_price(reader: &Reader, terms: &Terms) -> Text {
    terms.price.map_or_else(|| reader.text("price-none", &[]), |named| price(reader, named))
}

/// `800 – 1,200 EUR, fixed price`.
pub fn budget(reader: &Reader, budget: Option<Budget>) -> Text {
    let Some(budget) = budget else { return reader.text("budget-none", &[]) };
    let amount = |minor| reader.money(Money::new(minor, budget.currency));
    let range = match (budget.min, budget.max) {
        (Some(min), Some(max)) if min == max => amount(max).into(),
        (Some(min), Some(max)) => {
            reader.text("budget-range", &[("least", amount(min).into()), ("most", amount(max).into())])
        }
        (Some(min), None) => reader.text("budget-from", &[("least", amount(min).into())]),
        (None, Some(max)) => reader.text("budget-up-to", &[("most", amount(max).into())]),
        (None, None) => return reader.text("budget-none", &[]),
    };
    reader.text(&format!("price-{}", budget.kind.key()), &[("amount", range.into())])
}

/// `Lisbon, PT`.
pub fn place(place: &Place) -> Text {
    Text::plain(format!("{}, {}", place.name, place.country))
}

/// Where a request's work is done.
pub fn work_place(reader: &Reader, work: &WorkPlace) -> Text {
    match work {
        WorkPlace::Remote { offsets: None } => reader.text("place-remote", &[]),
        WorkPlace::Remote { offsets: Some((least, most)) } => {
            reader.text("place-remote-zones", &[("least", utc(*least).into()), ("most", utc(*most).into())])
        }
        WorkPlace::OnSite(town) => reader.text("place-on-site", &[("place", place(town).into())]),
        WorkPlace::Hybrid(town) => reader.text("place-hybrid", &[("place", place(town).into())]),
    }
}

/// An offset from UTC in minutes, as `UTC+2` or `UTC-3:30`.
pub fn utc(minutes: i32) -> String {
    let sign = if minutes < 0 { '-' } else { '+' };
    let (hours, rest) = (minutes.abs() / 60, minutes.abs() % 60);
    if rest == 0 { format!("UTC{sign}{hours}") } else { format!("UTC{sign}{hours}:{rest:02}") }
}

/// The languages a request is done in, by their codes.
pub fn request_languages(codes: &[String]) -> Text {
    Text::joined(codes.iter().map(|code| language(code)), ", ")
}

/// A request's title; a draft may have none yet.
pub fn request_title(reader: &Reader, brief: &Brief) -> Text {
    match brief.title.as_str() {
        "" => reader.text("request-untitled", &[]),
        title => Text::untrusted(title),
    }
}

/// When the work is done: `from 1 December, by 15 December (in 23 days), 20 h a week`.
pub fn timing(reader: &Reader, timing: Timing) -> Text {
    let mut parts = Vec::new();
    if let Some(pace) = timing.pace {
        parts.push(reader.text(&format!("pace-{}", pace.key()), &[]));
    }
    if let Some(starts) = timing.starts_at {
        parts.push(reader.text("starts-from", &[("date", reader.time(starts, TimeStyle::Date).into())]));
    }
    if timing.due_at.is_some() {
        parts.push(due(reader, timing.due_at));
    }
    if let Some(hours) = timing.hours_per_week {
        parts.push(reader.text("hours-a-week", &[("hours", i64::from(hours).into())]));
    }
    if parts.is_empty() { due(reader, None) } else { Text::joined(parts, ", ") }
}

/// `by 15 December (in 23 days)`.
pub fn due(reader: &Reader, due: Option<Timestamp>) -> Text {
    let Some(due) = due else { return reader.text("due-none", &[]) };
    let args = [
        ("date", reader.time(due, TimeStyle::Date).into()),
        ("distance", reader.time(due, TimeStyle::Relative).into()),
    ];
    reader.text("due-by", &args)
}

/// An instant, said twice: when, and how far away.
pub fn moment(reader: &Reader, at: Timestamp) -> Text {
    let args = [
        ("date", reader.time(at, TimeStyle::DateTime).into()),
        ("distance", reader.time(at, TimeStyle::Relative).into()),
    ];
    reader.text("moment", &args)
}

/// How available somebody is.
pub fn availability(reader: &Reader, said: Availability) -> Text {
    let hours = i64::from(said.hours_per_week);
    match (said.status, said.from.filter(|from| *from > reader.now)) {
        (AvailabilityStatus::Soon, Some(from)) => reader.text(
            "availability-from",
            &[("hours", hours.into()), ("date", reader.time(from, TimeStyle::Date).into())],
        ),
        (AvailabilityStatus::Soon, None) => reader.text("availability-soon", &[("hours", hours.into())]),
        (AvailabilityStatus::Now, _) => reader.text("availability-now", &[("hours", hours.into())]),
        (AvailabilityStatus::Limited, _) => reader.text("availability-limited", &[("hours", hours.into())]),
        (AvailabilityStatus::Away, _) => reader.text("availability-away", &[]),
    }
}
