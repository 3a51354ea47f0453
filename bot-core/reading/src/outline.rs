//! Drafts as plain values: what `guildhall parse` prints.

use chrono::NaiveDate;
use iso_currency::Currency;
use serde::Serialize;

use crate::{
    Reading,
    money::Per,
    places::Place,
    profile::{Capacity, ProfileDraft},
    request::{Offer, RequestDraft, Speech, Where},
    skills::{SkillIndex, Vocabulary},
    timeline::{Pace, Timeline},
    workplace::Kind,
};

/// One text's fields; `None` where it doesn't say.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Outline {
    pub title: Option<String>,
    /// By their names in the vocabulary.
    pub skills: Option<Vec<String>>,
    pub nice_to_have: Option<Vec<String>>,
    pub budget: Option<Amount>,
    pub place: Option<Location>,
    pub timeline: Option<Times>,
    pub rate: Option<Amount>,
    pub availability: Option<Availability>,
    /// ISO 639-1.
    pub languages: Option<Vec<&'static str>>,
}

/// An amount in whole units of its currency.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Amount {
    pub min: Option<f64>,
    pub max: Option<f64>,
    /// ISO 4217.
    pub currency: Option<&'static str>,
    /// fixed, hourly, daily, weekly or monthly
    pub kind: &'static str,
    /// hour, day, week or month
    pub period: Option<&'static str>,
}

/// A workplace or a home.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Location {
    /// remote, on-site or hybrid
    pub kind: Option<&'static str>,
    pub city: Option<&'static str>,
    /// ISO 3166-1
    pub country: Option<&'static str>,
    /// Lowest and highest offset from UTC, in hours.
    pub time_zones: Option<[f64; 2]>,
}

/// When work is done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Times {
    pub starts: Option<NaiveDate>,
    pub due: Option<NaiveDate>,
    pub min_days: Option<u32>,
    pub max_days: Option<u32>,
    /// asap, flexible or ongoing
    pub pace: Option<&'static str>,
}

/// How much somebody can work.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Availability {
    pub hours_per_week: Option<u8>,
    pub from: Option<NaiveDate>,
    /// free, busy, full-time or part-time
    pub status: Option<&'static str>,
}

impl From<&RequestDraft> for Outline {
    fn from(draft: &RequestDraft) -> Self {
        Self {
            title: draft.title.as_ref().map(|title| title.value.clone()),
            skills: names(draft.skills.iter().map(|skill| skill.value)),
            nice_to_have: names(draft.nice_to_have.iter().map(|skill| skill.value)),
            budget: draft.budget.as_ref().and_then(amount),
            place: draft.place.as_ref().map(location),
            timeline: times(&draft.timeline),
            languages: codes(&draft.languages),
            ..Self::default()
        }
    }
}

impl From<&ProfileDraft> for Outline {
    fn from(draft: &ProfileDraft) -> Self {
        Self {
            title: draft.headline.as_ref().map(|headline| headline.value.clone()),
            skills: names(draft.skills.iter().map(|claim| claim.value.skill)),
            rate: draft.rate.as_ref().and_then(amount),
            place: draft.place.as_ref().map(location),
            availability: availability(draft),
            languages: codes(&draft.languages),
            ..Self::default()
        }
    }
}

fn names(skills: impl Iterator<Item = SkillIndex>) -> Option<Vec<String>> {
    let vocabulary = Vocabulary::embedded();
    let names: Vec<String> =
        skills.filter_map(|skill| vocabulary.skill(skill)).map(|skill| skill.name.to_string()).collect();
    (!names.is_empty()).then_some(names)
}

fn codes(languages: &[Reading<Speech>]) -> Option<Vec<&'static str>> {
    let codes: Vec<&'static str> = languages.iter().map(|language| language.value.code).collect();
    (!codes.is_empty()).then_some(codes)
}

fn amount(offer: &Reading<Offer>) -> Option<Amount> {
    let Offer::Stated(terms) = &offer.value else { return None };
    let exponent = terms.currency.and_then(Currency::exponent).unwrap_or(2);
    // amounts end at `money::LARGEST`, far below where a float gets coarse
    #[expect(clippy::cast_precision_loss, reason = "no amount is that large")]
    let whole = |minor: i64| minor as f64 / 10_f64.powi(i32::from(exponent));
    let (kind, period) = match terms.per {
        Per::Fixed => ("fixed", None),
        Per::Hour => ("hourly", Some("hour")),
        Per::Day => ("daily", Some("day")),
        Per::Week => ("weekly", Some("week")),
        Per::Month => ("monthly", Some("month")),
    };
    Some(Amount {
        min: terms.min.map(whole),
        max: terms.max.map(whole),
        currency: terms.currency.map(|currency| currency.code()),
        kind,
        period,
    })
}

fn location(place: &Where<'static>) -> Location {
    let kind = place.kind.as_ref().map(|kind| match kind.value {
        Kind::Remote => "remote",
        Kind::OnSite => "on-site",
        Kind::Hybrid => "hybrid",
    });
    let (city, country) = match place.place.as_ref().map(|place| place.value) {
        Some(Place::City(city)) => (Some(city.name), Some(city.country)),
        Some(Place::Country(country)) => (None, Some(country.code)),
        None => (None, None),
    };
    let hours = |minutes: i32| f64::from(minutes) / 60.0;
    let time_zones = place.offsets.as_ref().map(|range| [hours(range.value.min), hours(range.value.max)]);
    Location { kind, city, country, time_zones }
}

fn times(timeline: &Timeline) -> Option<Times> {
    let times = Times {
        starts: timeline.starts.as_ref().map(|date| date.value),
        due: timeline.due.as_ref().map(|date| date.value),
        min_days: timeline.takes.as_ref().and_then(|takes| takes.value.min_days),
        max_days: timeline.takes.as_ref().map(|takes| takes.value.max_days),
        pace: timeline.pace.as_ref().map(|pace| match pace.value {
            Pace::Asap => "asap",
            Pace::Flexible => "flexible",
            Pace::Ongoing => "ongoing",
        }),
    };
    let silent =
        times.starts.is_none() && times.due.is_none() && times.max_days.is_none() && times.pace.is_none();
    (!silent).then_some(times)
}

fn availability(draft: &ProfileDraft) -> Option<Availability> {
    let availability = Availability {
        hours_per_week: draft.availability.hours_per_week.as_ref().map(|hours| hours.value),
        from: draft.availability.starts.as_ref().map(|date| date.value),
        status: draft.capacity.as_ref().map(|capacity| match capacity.value {
            Capacity::Free => "free",
            Capacity::Busy => "busy",
            Capacity::FullTime => "full-time",
            Capacity::PartTime => "part-time",
        }),
    };
    let silent =
        availability.hours_per_week.is_none() && availability.from.is_none() && availability.status.is_none();
    (!silent).then_some(availability)
}
