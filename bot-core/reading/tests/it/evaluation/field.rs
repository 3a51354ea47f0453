//! When a field counts as read rightly.

use std::collections::BTreeSet;

use bot_reading::{
    places::{Gazetteer, Place},
    skills::Vocabulary,
    text,
};
use chrono::NaiveDate;
use serde_json::Value;

use super::texts::Brief;

/// A field of a brief.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    Title,
    Skills,
    NiceToHave,
    Budget,
    Place,
    Timeline,
    Languages,
}

impl Field {
    pub(super) const ALL: [Self; 7] = [
        Self::Title,
        Self::Skills,
        Self::NiceToHave,
        Self::Budget,
        Self::Place,
        Self::Timeline,
        Self::Languages,
    ];

    pub(super) const fn key(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Skills => "skills",
            Self::NiceToHave => "nice_to_have",
            Self::Budget => "budget",
            Self::Place => "place",
            Self::Timeline => "timeline",
            Self::Languages => "languages",
        }
    }
}

/// "Three days to either side are right as well."
const VAGUE_DAYS: i64 = 3;

pub(super) fn is_right(vocabulary: &Vocabulary, field: Field, got: &Value, brief: &Brief) -> bool {
    let got = &got[field.key()];
    let others = brief.accept.get(field.key()).and_then(Value::as_array);
    let wanted = brief.expected.get(field.key()).into_iter().chain(others.into_iter().flatten());
    wanted.into_iter().any(|wanted| {
        if field == Field::Skills || field == Field::NiceToHave {
            return same_skills(vocabulary, got, wanted, &brief.optional);
        }
        if got.is_null() || wanted.is_null() {
            return got.is_null() && wanted.is_null();
        }
        match field {
            Field::Title => in_common(got, wanted),
            Field::Budget => ["min", "max", "currency", "kind", "period"].iter().all(|key| {
                got[key] == wanted[key]
                    || got[key].as_f64().is_some_and(|got| Some(got) == wanted[key].as_f64())
            }),
            Field::Place => same_place(got, wanted),
            Field::Timeline => same_times(got, wanted),
            _ => strings(got).collect::<BTreeSet<_>>() == strings(wanted).collect(),
        }
    })
}

fn strings(value: &Value) -> impl Iterator<Item = &str> {
    value.as_array().into_iter().flatten().filter_map(Value::as_str)
}

/// Slugs, or the spelling itself of what the vocabulary doesn't know.
pub(super) fn keys(vocabulary: &Vocabulary, names: &[String]) -> BTreeSet<String> {
    let key = |name: &String| {
        vocabulary.find(name).map_or_else(|| text::compact(name), |skill| skill.slug.to_string())
    };
    names.iter().map(key).collect()
}

fn same_skills(vocabulary: &Vocabulary, got: &Value, wanted: &Value, optional: &[String]) -> bool {
    let optional = keys(vocabulary, optional);
    let set = |value: &Value| -> BTreeSet<String> {
        let names: Vec<String> = strings(value).map(str::to_owned).collect();
        keys(vocabulary, &names).difference(&optional).cloned().collect()
    };
    set(got) == set(wanted)
}

/// Titles are right if half of what a person would put there stands in them.
fn in_common(got: &Value, wanted: &Value) -> bool {
    let words = |value: &Value| -> BTreeSet<String> {
        let folded = text::fold(value.as_str().unwrap_or_default());
        let chinese = |letter: char| matches!(letter, '\u{3400}'..='\u{9fff}');
        let apart: String = folded
            .chars()
            .flat_map(|letter| if chinese(letter) { vec![' ', letter, ' '] } else { vec![letter] })
            .collect();
        apart
            .split_whitespace()
            .filter(|word| word.chars().any(chinese) || word.chars().count() > 2)
            // endings aside
            .map(|word| word.chars().take(5).collect())
            .collect()
    };
    let (got, wanted) = (words(got), words(wanted));
    2 * wanted.intersection(&got).count() >= wanted.len()
}

fn same_place(got: &Value, wanted: &Value) -> bool {
    let city = |value: &Value| {
        let name = value["city"].as_str()?;
        let found = Gazetteer::embedded().find(name);
        let id = found.iter().find_map(|place| match place {
            Place::City(city) => Some(city.id.to_string()),
            Place::Country(_) => None,
        });
        Some(id.unwrap_or_else(|| text::fold(name)))
    };
    let zones = |value: &Value| -> Option<Vec<f64>> {
        value["time_zones"].as_array().map(|zones| zones.iter().filter_map(Value::as_f64).collect())
    };
    got["kind"] == wanted["kind"]
        && got["country"] == wanted["country"]
        && city(got) == city(wanted)
        && zones(got) == zones(wanted)
}

fn same_times(got: &Value, wanted: &Value) -> bool {
    let date = |value: &Value, key: &str| value[key].as_str().and_then(|date| date.parse::<NaiveDate>().ok());
    let vague = wanted["vague"] == Value::Bool(true);
    let near = |got: Option<NaiveDate>, wanted: Option<NaiveDate>| match (got, wanted) {
        (Some(got), Some(wanted)) => {
            got == wanted || (vague && (got - wanted).num_days().abs() <= VAGUE_DAYS)
        }
        (got, wanted) => got == wanted,
    };
    let (starts, due) = (date(wanted, "starts"), date(wanted, "due"));
    let (got_starts, got_due) = (date(got, "starts"), date(got, "due"));
    // a job on one day: either is enough
    let one_day = starts.is_some() && starts == due && (got_starts.is_none() || got_due.is_none());
    let dates = if one_day {
        got_starts.or(got_due) == starts
    } else {
        near(got_starts, starts) && near(got_due, due)
    };
    dates && ["min_days", "max_days", "pace"].iter().all(|key| got[key] == wanted[key])
}
