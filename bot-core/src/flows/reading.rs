//! What members write, read into the domain's types.
//!
//! The seam between forms and the readers of free text.

use std::fmt::Write as _;

use bot_reading::codes::Codes;
use bot_reading::money::{self, Currency, Per, Refusal};
use bot_reading::places::{Gazetteer, Place as Found};
use bot_reading::profile::ProfileDraft;
use bot_reading::request::{Speech, SpeechLevel};
use bot_reading::skills::{Chip, Vocabulary};
use bot_reading::{timeline, workplace};
use chrono::NaiveDate;
use chrono_tz::Tz;

use crate::domain::correction::Timing;
use crate::domain::grounds::Doubt;
use crate::domain::money::{Budget, PriceKind};
use crate::domain::place::{Place, Point, WorkPlace};
use crate::domain::profile::{self, LanguageLevel, ProfileLanguage, ProfileSkill};
use crate::domain::request::{self, Pace, RequestSkill};
use crate::domain::time::{Timestamp, date_in};
use crate::i18n::Reader;

/// The level of a skill nobody said more about: solid.
const LEVEL: u8 = 2;
/// How each level is written beside a skill.
const LEVELS: [&str; 5] = ["", "beginner", "", "senior", "expert"];

/// Keys of the skills in a list as people write it: the vocabulary's key, or the member's own word in lower case.
fn skill_keys(text: &str) -> impl Iterator<Item = String> {
    let vocabulary = Vocabulary::embedded();
    vocabulary.chips(text).into_iter().filter_map(|chip| match chip.value {
        Chip::Known(index) => vocabulary.skill(index).map(|skill| skill.slug.to_string()),
        Chip::Unknown { text, .. } => Some(text.to_lowercase()),
    })
}

/// The skills of a profile, with the level and the years said beside each.
pub fn profile_skills(text: &str) -> Vec<ProfileSkill> {
    let vocabulary = Vocabulary::embedded();
    let claims = vocabulary.claims(text).into_iter().filter_map(|claim| {
        let skill = match claim.value.chip {
            Chip::Known(index) => vocabulary.skill(index)?.slug.to_string(),
            Chip::Unknown { text, .. } => text.to_lowercase(),
        };
        Some(claimed(skill, claim.value.level, claim.value.years))
    });
    claims.take(profile::SKILLS).collect()
}

/// The skills that a description of oneself names.
pub fn claimed_skills(draft: &ProfileDraft) -> Vec<ProfileSkill> {
    let vocabulary = Vocabulary::embedded();
    let claims = draft.skills.iter().filter_map(|claim| {
        let skill = vocabulary.skill(claim.value.skill)?.slug.to_string();
        Some(claimed(skill, claim.value.level, claim.value.years))
    });
    claims.take(profile::SKILLS).collect()
}

fn claimed(skill: String, level: Option<u8>, years: Option<u8>) -> ProfileSkill {
    ProfileSkill { skill, level: level.unwrap_or(LEVEL), years: years.unwrap_or_default() }
}

/// Skills as their owner would type them: what [`profile_skills`] reads as the same.
pub fn written_skills(skills: &[ProfileSkill]) -> String {
    let written = skills.iter().map(|entry| {
        let known = Vocabulary::embedded().by_slug(&entry.skill);
        let mut words = known.map_or_else(|| entry.skill.clone(), |skill| skill.name.to_string());
        if let Some(level) = LEVELS.get(usize::from(entry.level)).filter(|level| !level.is_empty()) {
            words.push(' ');
            words.push_str(level);
        }
        if entry.years > 0 {
            let _ = write!(words, " {}y", entry.years);
        }
        words
    });
    written.collect::<Vec<_>>().join(", ")
}

/// A language with its level; somebody who only names it works in it.
pub fn language(speech: &Speech) -> ProfileLanguage {
    let level = match speech.level {
        Some(SpeechLevel::Basic) => LanguageLevel::Basic,
        Some(SpeechLevel::Good) => LanguageLevel::Conversational,
        Some(SpeechLevel::Fluent) | None => LanguageLevel::Fluent,
        Some(SpeechLevel::Native) => LanguageLevel::Native,
    };
    ProfileLanguage { language: speech.code.to_owned(), level }
}

/// When somebody can work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WorkingTime {
    /// Hours a week, where they say.
    pub hours: Option<u8>,
    /// From when; none is now.
    pub from: Option<Timestamp>,
}

/// Reads "20", "20 h a week", "20 h a week, from 1 December"; none where neither is said, or the date is doubtful.
pub fn working_time(text: &str, now: Timestamp, zone: Tz) -> Option<WorkingTime> {
    let time = timeline::read(text, date_in(zone, now));
    let hours = text.trim().parse().ok().or_else(|| time.hours_per_week.as_ref().map(|hours| hours.value));
    let date = time.starts.as_ref().or(time.due.as_ref()).map(|date| date.value);
    let from = date.and_then(|date| Timestamp::start_of_day(date, zone));
    ((hours.is_some() || from.is_some()) && time.doubts.is_empty()).then_some(WorkingTime { hours, from })
}

/// The one date that a text names, today or later: the start of its day.
pub fn day(text: &str, now: Timestamp, zone: Tz) -> Option<Timestamp> {
    let time = timeline::read(text, date_in(zone, now));
    let date = time.due.as_ref().or(time.starts.as_ref()).map(|date| date.value);
    date.filter(|_| time.doubts.is_empty()).and_then(|date| Timestamp::start_of_day(date, zone))
}

/// A date as [`day`] reads it again.
pub fn written_date(at: Timestamp, zone: Tz) -> String {
    date_in(zone, at).to_string()
}

/// The skills of a request: the first is a must until its client says otherwise.
pub fn request_skills(text: &str) -> Vec<RequestSkill> {
    let keys = skill_keys(text).take(request::SKILLS).enumerate();
    keys.map(|(position, skill)| RequestSkill { skill, must: position == 0 }).collect()
}

/// A budget; none where they don't know yet.
pub fn budget(text: &str) -> Result<Option<Budget>, Refusal> {
    read_budget(text, None)
}

fn read_budget(text: &str, usual: Option<Currency>) -> Result<Option<Budget>, Refusal> {
    match money::read(text, usual).map_err(|refusal| refusal.value)?.value {
        money::Budget::Unknown => Ok(None),
        money::Budget::Stated(price) => Ok(Some(Budget {
            min: price.min,
            max: price.max,
            currency: price.currency,
            kind: price_kind(price.per),
        })),
    }
}

/// A budget in which the currency isn't written, or a sign that means several is, read with the one it is in.
pub fn budget_in(text: &str, code: &str) -> Result<Option<Budget>, Refusal> {
    read_budget(text, Currency::from_code(code))
}

/// What an amount is for.
pub fn price_kind(per: Per) -> PriceKind {
    match per {
        Per::Fixed => PriceKind::Fixed,
        Per::Hour => PriceKind::Hourly,
        Per::Day => PriceKind::Daily,
        Per::Week => PriceKind::Weekly,
        Per::Month => PriceKind::Monthly,
    }
}

/// Why an amount can't be read, and how to write it.
pub fn money_problem(reader: &Reader, refusal: &Refusal) -> String {
    let key = match refusal {
        Refusal::Negative => "money-negative",
        Refusal::Zero => "money-zero",
        Refusal::TooLarge => "money-too-large",
        Refusal::TooPrecise => "money-too-precise",
        Refusal::UnknownCurrency(_) => "money-unknown-currency",
        Refusal::NoCurrency | Refusal::WhichCurrency(_) => "money-no-currency",
        _ => "money-no-amount",
    };
    reader.line(key, &[])
}

/// When and where.
#[derive(Debug, Clone, PartialEq)]
pub struct WhenWhere {
    /// When.
    pub timing: Timing,
    /// Where.
    pub place: WorkPlace,
}

/// Reads "by 15 December, remote, CET ±3 h". A deadline is the end of its day in the writer's zone.
pub fn when_where(text: &str, now: Timestamp, zone: Tz) -> Result<WhenWhere, Doubt> {
    Ok(WhenWhere { timing: when(text, now, zone)?, place: work_place(text, now)? })
}

/// Reads "by 15 December", "2-3 weeks from 1 March", "ASAP".
pub fn when(text: &str, now: Timestamp, zone: Tz) -> Result<Timing, Doubt> {
    let today = date_in(zone, now);
    let time = timeline::read(text, today);
    match time.doubts.first() {
        Some(doubt) => Err(date_doubt(doubt.value)),
        None => Ok(timing(&time, today, zone)),
    }
}

/// Why a date is asked about.
pub(super) const fn date_doubt(doubt: timeline::Doubt) -> Doubt {
    match doubt {
        timeline::Doubt::Past(_) => Doubt::Past,
        _ => Doubt::Date,
    }
}

/// What a text says about time. Work that takes three weeks ends three weeks after its start.
pub(super) fn timing(time: &timeline::Timeline, today: NaiveDate, zone: Tz) -> Timing {
    let starts = time.starts.as_ref().map(|starts| starts.value);
    let takes = time.takes.as_ref().map(|takes| i64::from(takes.value.max_days));
    let from = starts.unwrap_or(today);
    let last_day = time
        .due
        .as_ref()
        .map(|due| due.value)
        .or_else(|| from.checked_add_signed(chrono::TimeDelta::try_days(takes?)?));
    Timing {
        due_at: last_day.and_then(|date| Timestamp::end_of_day(date, zone)),
        starts_at: starts.and_then(|date| Timestamp::start_of_day(date, zone)),
        hours_per_week: time.hours_per_week.as_ref().map(|hours| hours.value),
        pace: time.pace.as_ref().map(|pace| match pace.value {
            timeline::Pace::Asap => Pace::Asap,
            timeline::Pace::Flexible => Pace::Flexible,
            timeline::Pace::Ongoing => Pace::Ongoing,
        }),
    }
}

/// Reads "remote, CET ±3 h", "on site in Porto".
pub fn work_place(text: &str, now: Timestamp) -> Result<WorkPlace, Doubt> {
    let found = workplace::read(text, now.in_zone(Tz::UTC).to_utc(), Gazetteer::embedded());
    let offsets = found.offsets.map(|range| (range.value.min, range.value.max));
    placed(found.kind.map(|kind| kind.value), found.place.as_ref().map(|place| &place.value), offsets)
}

/// Where work is done, out of what was said about it.
pub(super) fn placed(
    kind: Option<workplace::Kind>,
    place: Option<&Found<'_>>,
    offsets: Option<(i32, i32)>,
) -> Result<WorkPlace, Doubt> {
    match (kind, place.and_then(town)) {
        (Some(workplace::Kind::Hybrid), Some(town)) => Ok(WorkPlace::Hybrid(town)),
        (Some(workplace::Kind::OnSite | workplace::Kind::Hybrid), None) => Err(Doubt::Town),
        (Some(workplace::Kind::OnSite) | None, Some(town)) => Ok(WorkPlace::OnSite(town)),
        _ => Ok(WorkPlace::Remote { offsets }),
    }
}

/// The languages of a list, by code; else the first word that names none.
pub fn languages(text: &str) -> Result<Vec<String>, String> {
    let mut codes: Vec<String> = Vec::new();
    for word in text.split([',', ';', '/', '\n', '&', '+', '、', '，']).map(str::trim) {
        if word.is_empty() {
            continue;
        }
        let known = Codes::languages().find(word).ok_or_else(|| word.to_owned())?;
        if !codes.iter().any(|code| code == known.code) {
            codes.push(known.code.to_owned());
        }
    }
    Ok(codes)
}

/// A town of the gazetteer; none for a country.
pub fn town(place: &Found<'_>) -> Option<Place> {
    let Found::City(city) = place else { return None };
    Some(Place {
        name: city.name.to_string(),
        country: city.country.to_string(),
        point: Point { latitude: city.lat, longitude: city.lon },
    })
}

/// The town a text names, if it names one.
pub fn find_town(text: &str) -> Option<Place> {
    Gazetteer::embedded().find(text).iter().find_map(town)
}
