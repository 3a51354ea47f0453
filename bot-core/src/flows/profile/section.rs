//! A section of a profile in its owner's words: asked, read, and written back.

use super::action::Part;
use crate::domain::account::Account;
use crate::domain::money::{Money, Price, PriceKind};
use crate::domain::profile::{
    ABOUT, HEADLINE, LANGUAGES, MOST_HOURS, MOST_REACH_KM, Profile, ProfileLanguage,
};
use crate::flows::ctx::Ctx;
use crate::flows::form::{Field, Values};
use crate::flows::reading;
use crate::flows::wording;
use crate::i18n::Reader;
use crate::services::profile::Section;

/// The word that empties a section.
const NONE: &str = "-";
/// The key of the second field of a place.
pub(super) const REACH: &str = "reach";
/// Room for every skill a profile holds.
const LIST: u16 = 1_200;

/// The fields that ask for a part.
pub(super) fn fields(ctx: &Ctx<'_>, part: Part) -> Vec<Field> {
    let line = |key: &str| ctx.line(key, &[]);
    let field = |label: &str, example: &str, max_chars: u16| Field {
        key: part.key(),
        label: line(label),
        example: line(example),
        required: true,
        multiline: false,
        max_chars,
    };
    match part {
        Part::Headline => vec![field("profile-field-headline", "profile-example-headline", HEADLINE)],
        Part::Skills => vec![field("profile-field-skills", "profile-example-skills", LIST)],
        Part::Rate => vec![field("profile-field-rate", "profile-example-rate", 60)],
        Part::Languages => vec![field("profile-field-languages", "profile-example-languages", 300)],
        Part::Time => vec![field("profile-field-time", "profile-example-time", 120)],
        Part::About => {
            vec![Field { multiline: true, ..field("profile-field-about", "profile-example-about", ABOUT) }]
        }
        Part::Place => vec![
            field("profile-field-place", "profile-example-place", 100),
            Field {
                key: REACH,
                required: false,
                ..field("profile-field-reach", "profile-example-reach", 10)
            },
        ],
    }
}

/// What a profile says now, as its owner would type it.
pub(super) fn current(reader: &Reader, part: Part, profile: &Profile) -> Values {
    let value = match part {
        Part::Headline => profile.headline.clone(),
        Part::Skills => reading::written_skills(&profile.skills),
        Part::Rate => profile.rate.map(|rate| written_rate(reader, rate)).unwrap_or_default(),
        Part::Languages => wording::languages(reader, &profile.languages).words(),
        Part::Place => profile.place.as_ref().map(|place| wording::place(place).words()).unwrap_or_default(),
        Part::Time => written_time(reader, profile),
        Part::About => profile.about.clone(),
    };
    let mut values = Values::from([(part.key().to_owned(), value)]);
    if part == Part::Place {
        values.insert(REACH.to_owned(), profile.reach_km.to_string());
    }
    values
}

fn written_rate(reader: &Reader, rate: Price) -> String {
    match rate.kind {
        PriceKind::Fixed => rate.amount.shown(),
        _ => wording::price(reader, rate).words(),
    }
}

fn written_time(reader: &Reader, profile: &Profile) -> String {
    let hours = i64::from(profile.availability.hours_per_week);
    match profile.availability.from {
        Some(from) => {
            let date = reading::written_date(from, reader.zone);
            reader.line("profile-time-from", &[("hours", hours.into()), ("date", date.into())])
        }
        None => reader.line("profile-time-now", &[("hours", hours.into())]),
    }
}

/// Whether one field can be read.
pub(super) fn check(ctx: &Ctx<'_>, part: Part, field: &str, value: &str) -> Result<(), String> {
    if field == REACH {
        return reach(ctx, value).map(|_| ());
    }
    read_one(ctx, part, value).map(|_| ())
}

/// What filled fields change. An empty one changes nothing.
pub(super) fn read(ctx: &Ctx<'_>, part: Part, values: &Values) -> Result<Vec<Section>, String> {
    let value = |key: &str| values.get(key).map(|value| value.trim()).filter(|value| !value.is_empty());
    let mut sections = match value(part.key()) {
        Some(value) => read_one(ctx, part, value)?,
        None => Vec::new(),
    };
    if let Some(km) = value(REACH).filter(|_| part == Part::Place) {
        sections.push(Section::Reach(reach(ctx, km)?));
    }
    Ok(sections)
}

fn read_one(ctx: &Ctx<'_>, part: Part, value: &str) -> Result<Vec<Section>, String> {
    let none = value.trim() == NONE;
    Ok(match part {
        Part::Skills => {
            let skills = reading::profile_skills(value);
            if skills.is_empty() {
                return Err(ctx.line("join-skills-unread", &[]));
            }
            vec![Section::Skills(skills)]
        }
        Part::Headline if none => vec![Section::Headline(String::new())],
        Part::Headline => vec![Section::Headline(value.to_owned())],
        Part::About if none => vec![Section::About(String::new())],
        Part::About => vec![Section::About(value.to_owned())],
        Part::Rate if none => vec![Section::Rate(None)],
        Part::Rate => vec![Section::Rate(Some(rate(ctx, value)?))],
        Part::Languages if none => vec![Section::Languages(Vec::new())],
        Part::Languages => vec![Section::Languages(languages(ctx, value)?)],
        Part::Place if none => vec![Section::Place(None)],
        Part::Place => match reading::find_town(value) {
            Some(town) => vec![Section::Place(Some(town))],
            None => return Err(ctx.line("profile-place-unread", &[])),
        },
        Part::Time => time(ctx, ctx.account(), value)?,
    })
}

fn rate(ctx: &Ctx<'_>, value: &str) -> Result<Price, String> {
    let unread = || ctx.line("profile-rate-unread", &[]);
    let stated = reading::budget(value).map_err(|refusal| reading::money_problem(&ctx.reader, &refusal))?;
    let stated = stated.ok_or_else(unread)?;
    let minor = stated.min.or(stated.max).ok_or_else(unread)?;
    Ok(Price { amount: Money::new(minor, stated.currency), kind: stated.kind })
}

fn languages(ctx: &Ctx<'_>, value: &str) -> Result<Vec<ProfileLanguage>, String> {
    let (found, unread) = bot_reading::profile::languages(value);
    if let Some(word) = unread.first() {
        return Err(ctx.line("profile-language-unread", &[("word", word.value.into())]));
    }
    Ok(found.iter().take(LANGUAGES).map(|speech| reading::language(&speech.value)).collect())
}

fn reach(ctx: &Ctx<'_>, value: &str) -> Result<i64, String> {
    let digits: String = value.chars().take_while(char::is_ascii_digit).collect();
    let rest = value[digits.len()..].trim();
    match digits.parse::<i64>() {
        Ok(km) if (0..=MOST_REACH_KM).contains(&km) && matches!(rest, "" | "km") => Ok(km),
        _ => Err(ctx.line("profile-reach-unread", &[("most", MOST_REACH_KM.into())])),
    }
}

/// "20 h a week, from 1 December": hours, a start, or both.
fn time(ctx: &Ctx<'_>, account: &Account, value: &str) -> Result<Vec<Section>, String> {
    let told = reading::working_time(value, ctx.call.now, account.zone);
    let Some(told) = told.filter(|told| told.hours.is_none_or(|hours| hours <= MOST_HOURS)) else {
        return Err(ctx.line("profile-time-unread", &[("most", i64::from(MOST_HOURS).into())]));
    };
    let mut sections: Vec<Section> = told.hours.map(Section::Hours).into_iter().collect();
    if told.hours != Some(0) {
        sections.push(Section::From(told.from));
    }
    Ok(sections)
}
