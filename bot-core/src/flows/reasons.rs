//! Reasons, gaps and obstacles in words, each with what would change it.

use crate::domain::profile::LanguageLevel;
use crate::flows::wording::skill;
use crate::i18n::Reader;
use crate::services::matching::{Fact, Obstacle};
use crate::ui::text::Text;

/// A reason or a gap.
pub fn fact(reader: &Reader, fact: &Fact) -> Text {
    match fact {
        Fact::Skill { .. }
        | Fact::MissingSkill { .. }
        | Fact::RelatedSkill { .. }
        | Fact::Unwanted { .. } => skills(reader, fact),
        Fact::Pays { percent, about } => pays(reader, *percent, *about),
        Fact::NoBudget => reader.text("fact-no-budget", &[]),
        Fact::NoTop => reader.text("fact-no-top", &[]),
        Fact::NoRate => reader.text("fact-no-rate", &[]),
        Fact::PriceKinds { budget, rate } => {
            let word = |key: &str| reader.line(&format!("per-{key}"), &[]);
            let args = [("budget", word(budget.key()).into()), ("rate", word(rate.key()).into())];
            reader.text("fact-price-kinds", &args)
        }
        Fact::Speaks { language: code, level } => {
            let how = reader.line(&format!("fluency-{}", fluency(*level)), &[]);
            reader.text("fact-speaks", &[("language", language(reader, code).into()), ("level", how.into())])
        }
        Fact::LanguagesUnknown => reader.text("fact-languages-unknown", &[]),
        Fact::Remote => reader.text("fact-remote", &[]),
        Fact::SharedHours { minutes } => {
            reader.text("fact-shared-hours", &[("hours", i64::from(minutes / 60).into())])
        }
        Fact::ZoneUnknown => reader.text("fact-zone-unknown", &[]),
        Fact::Distance { km } => reader.text("fact-distance", &[("km", i64::from(*km).into())]),
        Fact::SameCountry => reader.text("fact-same-country", &[]),
        Fact::PlaceUnknown => reader.text("fact-place-unknown", &[]),
        Fact::FreeNow { hours } => reader.text("fact-free-now", &[("hours", hours_of(*hours).into())]),
        Fact::FreeLater { days, hours } => {
            let args = [("days", i64::from(*days).into()), ("hours", hours_of(*hours).into())];
            reader.text("fact-free-later", &args)
        }
        Fact::LittleTime { hours } => reader.text("fact-little-time", &[("hours", hours_of(*hours).into())]),
        Fact::SlotsTaken { running } => {
            reader.text("fact-slots-taken", &[("running", i64::from(*running).into())])
        }
        Fact::Rated { tenths, reviews } => {
            let stars = format!("{}.{}", tenths / 10, tenths % 10);
            reader.text("fact-rated", &[("stars", stars.into()), ("reviews", i64::from(*reviews).into())])
        }
        Fact::NotRated => reader.text("fact-not-rated", &[]),
        Fact::ClientAnswers { minutes } => {
            reader.text("fact-client-answers", &[("time", time(reader, *minutes).into())])
        }
        Fact::FreelancerAnswers { minutes } => {
            reader.text("fact-freelancer-answers", &[("time", time(reader, *minutes).into())])
        }
        Fact::AskedOften => reader.text("fact-asked-often", &[]),
    }
}

fn skills(reader: &Reader, fact: &Fact) -> Text {
    match fact {
        Fact::Skill { skill: key, must, years } => {
            let years = i64::from(years.unwrap_or_default());
            let text = if *must { "fact-skill-must" } else { "fact-skill" };
            reader.text(text, &[("skill", skill(key).into()), ("years", years.into())])
        }
        Fact::MissingSkill { skill: key, must } => {
            let text = if *must { "fact-missing-must" } else { "fact-missing" };
            reader.text(text, &[("skill", skill(key).into())])
        }
        Fact::RelatedSkill { skill: key, held } => {
            reader.text("fact-related", &[("skill", skill(key).into()), ("held", skill(held).into())])
        }
        Fact::Unwanted { skill: key } => reader.text("fact-unwanted", &[("skill", skill(key).into())]),
        _ => Text::default(),
    }
}

fn pays(reader: &Reader, percent: u16, about: bool) -> Text {
    let about = if about { "yes" } else { "no" };
    if percent >= 100 {
        return reader.text("fact-pays", &[("about", about.into())]);
    }
    let short = i64::from(100 - percent);
    reader.text("fact-pays-less", &[("short", short.into()), ("about", about.into())])
}

fn hours_of(hours: Option<u8>) -> i64 {
    i64::from(hours.unwrap_or_default())
}

/// How long an answer takes, in the unit a person would say it in.
fn time(reader: &Reader, minutes: u32) -> Text {
    let (unit, count) = match minutes {
        0..60 => ("answer-minutes", minutes.max(1)),
        60..2_880 => ("answer-hours", minutes / 60),
        _ => ("answer-days", minutes / 1_440),
    };
    reader.text(unit, &[("count", i64::from(count).into())])
}

/// A language by its code.
fn language(reader: &Reader, code: &str) -> Text {
    reader.text("language-name", &[("code", code.into())])
}

const fn fluency(level: LanguageLevel) -> &'static str {
    match level {
        LanguageLevel::Basic => "basic",
        LanguageLevel::Conversational => "conversational",
        LanguageLevel::Fluent => "fluent",
        LanguageLevel::Native => "native",
    }
}

/// What the person could do about a gap; none where time alone helps, or nothing does.
pub fn lever(reader: &Reader, fact: &Fact) -> Option<Text> {
    let key = match fact {
        Fact::MissingSkill { .. } | Fact::RelatedSkill { .. } => "lever-skill",
        Fact::Unwanted { .. } | Fact::AskedOften => "lever-tune",
        Fact::Pays { .. } => "lever-pay",
        Fact::NoBudget | Fact::NoTop | Fact::PriceKinds { .. } => "lever-ask-price",
        Fact::NoRate => "lever-rate",
        Fact::Speaks { .. } | Fact::LanguagesUnknown => "lever-languages",
        Fact::SharedHours { .. } => "lever-hours",
        Fact::ZoneUnknown => "lever-zone",
        Fact::PlaceUnknown => "lever-place",
        Fact::FreeLater { .. } | Fact::LittleTime { .. } | Fact::SlotsTaken { .. } => "lever-time",
        Fact::NotRated => "lever-reviews",
        Fact::FreelancerAnswers { .. } => "lever-answers",
        _ => return None,
    };
    Some(reader.text(key, &[]))
}

/// What rules a pair out and what would change it, said to the freelancer.
pub fn obstacle(reader: &Reader, obstacle: &Obstacle) -> Text {
    let key = match obstacle {
        Obstacle::NotOpen => "obstacle-not-open",
        Obstacle::Own => "obstacle-own",
        Obstacle::Answered => "obstacle-answered",
        Obstacle::Dismissed => "obstacle-dismissed",
        Obstacle::Hidden => "obstacle-hidden",
        Obstacle::NoSkill => "obstacle-no-skill",
        Obstacle::NotRemote => "obstacle-not-remote",
        Obstacle::TooFar { km, limit } => return too_far(reader, "obstacle-too-far", *km, *limit),
        Obstacle::OtherCountry => "obstacle-other-country",
        Obstacle::NoPlace => "obstacle-no-place",
        Obstacle::Language { missing } => return languages(reader, "obstacle-language", missing),
        Obstacle::PayTooLow => "obstacle-pay-too-low",
        Obstacle::NoTime => "obstacle-no-time",
    };
    reader.text(key, &[])
}

/// The same, said to the client: only what makes a near miss.
pub fn obstacle_of_person(reader: &Reader, obstacle: &Obstacle) -> Text {
    let key = match obstacle {
        Obstacle::NotRemote => "person-not-remote",
        Obstacle::TooFar { km, limit } => return too_far(reader, "person-too-far", *km, *limit),
        Obstacle::OtherCountry => "person-other-country",
        Obstacle::NoPlace => "person-no-place",
        Obstacle::Language { missing } => return languages(reader, "person-language", missing),
        Obstacle::PayTooLow => "person-pay-too-low",
        Obstacle::NoTime => "person-no-time",
        _ => "person-not-available",
    };
    reader.text(key, &[])
}

fn too_far(reader: &Reader, key: &str, km: u32, limit: u32) -> Text {
    reader.text(key, &[("km", i64::from(km).into()), ("limit", i64::from(limit).into())])
}

fn languages(reader: &Reader, key: &str, codes: &[String]) -> Text {
    let names = Text::joined(codes.iter().map(|code| language(reader, code)), ", ");
    reader.text(key, &[("languages", names.into())])
}
