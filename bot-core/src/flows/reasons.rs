//! Reasons, gaps and obstacles in words, each with what would change it.

use crate::domain::money::PriceKind;
use crate::domain::profile::LanguageLevel;
use crate::domain::proposal::Side;
use crate::flows::wording;
use crate::i18n::Reader;
use crate::services::matching::{Fact, HeldSkill, Obstacle};
use crate::ui::text::Text;

/// Those of `facts` that are the business of the one who reads them, in words.
pub fn told(reader: &Reader, facts: &[Fact], to: Side) -> impl Iterator<Item = Text> {
    facts.iter().filter_map(move |each| fact(reader, each, to))
}

/// A reason or a gap, said to one of the two; none where it is the other's business alone.
pub fn fact(reader: &Reader, fact: &Fact, to: Side) -> Option<Text> {
    let said = match fact {
        Fact::Skills { .. }
        | Fact::MissingSkills { .. }
        | Fact::RelatedSkill { .. }
        | Fact::Unwanted { .. } => return skills(reader, fact, to),
        Fact::Pays { .. } | Fact::NoBudget | Fact::NoTop | Fact::NoRate | Fact::PriceKinds { .. } => {
            price(reader, fact, to)?
        }
        Fact::Speaks { language, level } => {
            let language = wording::language(language);
            let args = [
                ("to", to.key().into()),
                ("language", language.into()),
                ("level", fluency(reader, *level).into()),
            ];
            let enough = *level >= LanguageLevel::Fluent;
            reader.text(if enough { "fact-speaks" } else { "fact-speaks-little" }, &args)
        }
        Fact::LanguagesUnknown { language } => {
            let args = [("to", to.key().into()), ("language", wording::language(language).into())];
            reader.text("fact-languages-unknown", &args)
        }
        Fact::Remote
        | Fact::SharedHours { .. }
        | Fact::ZoneUnknown
        | Fact::Distance { .. }
        | Fact::SameCountry
        | Fact::PlaceUnknown => place(reader, fact, to)?,
        Fact::FreeNow { .. }
        | Fact::FreeLater { .. }
        | Fact::FewerHours { .. }
        | Fact::LittleTime { .. }
        | Fact::SlotsTaken { .. } => time(reader, fact, to)?,
        Fact::Rated { tenths, reviews } => {
            let stars = format!("{}.{}", tenths / 10, tenths % 10);
            reader.text("fact-rated", &[("stars", stars.into()), ("reviews", i64::from(*reviews).into())])
        }
        Fact::NotRated => reader.text("fact-not-rated", &[]),
        Fact::ClientAnswers { minutes } if to == Side::Freelancer => {
            reader.text("fact-client-answers", &[("time", took(reader, *minutes).into())])
        }
        Fact::FreelancerAnswers { minutes } => {
            let args = [("to", to.key().into()), ("time", took(reader, *minutes).into())];
            reader.text("fact-freelancer-answers", &args)
        }
        Fact::AskedOften if to == Side::Freelancer => reader.text("fact-asked-often", &[]),
        Fact::ClientAnswers { .. } | Fact::AskedOften => return None,
    };
    Some(said)
}

fn skills(reader: &Reader, fact: &Fact, to: Side) -> Option<Text> {
    Some(match fact {
        Fact::Skills { skills, must } => {
            let skills = Text::joined(skills.iter().map(|skill| held(reader, skill)), ", ");
            let key = if *must { "fact-skills-needed" } else { "fact-skills-helping" };
            reader.text(key, &[("to", to.key().into()), ("skills", skills.into())])
        }
        Fact::MissingSkills { skills, must } => {
            let skills = wording::skills(skills.iter().map(String::as_str));
            let key = if *must { "fact-missing-needed" } else { "fact-missing-helping" };
            reader.text(key, &[("to", to.key().into()), ("skills", skills.into())])
        }
        Fact::RelatedSkill { skill, held, must } => {
            let args = [
                ("to", to.key().into()),
                ("skill", wording::skill(skill).into()),
                ("held", wording::skill(held).into()),
            ];
            reader.text(if *must { "fact-related-needed" } else { "fact-related-helping" }, &args)
        }
        Fact::Unwanted { skills } if to == Side::Freelancer => {
            let skills = wording::skills(skills.iter().map(String::as_str));
            reader.text("fact-unwanted", &[("skills", skills.into())])
        }
        _ => return None,
    })
}

fn held(reader: &Reader, held: &HeldSkill) -> Text {
    let skill = wording::skill(&held.skill);
    match held.years {
        Some(years) if years > 0 => {
            reader.text("skill-with-years", &[("skill", skill.into()), ("years", i64::from(years).into())])
        }
        _ => skill,
    }
}

fn price(reader: &Reader, fact: &Fact, to: Side) -> Option<Text> {
    Some(match fact {
        Fact::Pays { percent, about } => {
            let about = if *about { "yes" } else { "no" };
            match 100_u16.checked_sub(*percent).filter(|short| *short > 0) {
                None => reader.text("fact-pays", &[("to", to.key().into()), ("about", about.into())]),
                Some(short) => reader.text(
                    "fact-pays-less",
                    &[("to", to.key().into()), ("about", about.into()), ("short", i64::from(short).into())],
                ),
            }
        }
        Fact::NoBudget => reader.text("fact-no-budget", &[("to", to.key().into())]),
        Fact::NoTop => reader.text("fact-no-top", &[("to", to.key().into())]),
        Fact::NoRate => reader.text("fact-no-rate", &[("to", to.key().into())]),
        Fact::PriceKinds { budget, rate } => {
            let args = [
                ("to", to.key().into()),
                ("budget", per(reader, *budget).into()),
                ("rate", per(reader, *rate).into()),
            ];
            reader.text("fact-price-kinds", &args)
        }
        _ => return None,
    })
}

fn place(reader: &Reader, fact: &Fact, to: Side) -> Option<Text> {
    Some(match fact {
        Fact::Remote => reader.text("fact-remote", &[]),
        Fact::SharedHours { minutes } => reader
            .text("fact-shared-hours", &[("to", to.key().into()), ("hours", i64::from(minutes / 60).into())]),
        Fact::ZoneUnknown => reader.text("fact-zone-unknown", &[("to", to.key().into())]),
        Fact::Distance { km } => reader.text("fact-distance", &[("km", i64::from(*km).into())]),
        Fact::SameCountry => reader.text("fact-same-country", &[]),
        Fact::PlaceUnknown => reader.text("fact-place-unknown", &[("to", to.key().into())]),
        _ => return None,
    })
}

fn time(reader: &Reader, fact: &Fact, to: Side) -> Option<Text> {
    let count = |hours: Option<u8>| i64::from(hours.unwrap_or_default());
    Some(match fact {
        Fact::FreeNow { hours: told } => {
            reader.text("fact-free-now", &[("to", to.key().into()), ("hours", count(*told).into())])
        }
        Fact::FreeLater { days, hours: told } => reader.text(
            "fact-free-later",
            &[("to", to.key().into()), ("days", i64::from(*days).into()), ("hours", count(*told).into())],
        ),
        Fact::FewerHours { has, needed } => reader.text(
            "fact-fewer-hours",
            &[
                ("to", to.key().into()),
                ("hours", i64::from(*has).into()),
                ("needed", i64::from(*needed).into()),
            ],
        ),
        Fact::LittleTime { hours: told } => {
            reader.text("fact-little-time", &[("to", to.key().into()), ("hours", count(*told).into())])
        }
        Fact::SlotsTaken { running } => reader
            .text("fact-slots-taken", &[("to", to.key().into()), ("running", i64::from(*running).into())]),
        _ => return None,
    })
}

fn per(reader: &Reader, kind: PriceKind) -> Text {
    let key = match kind {
        PriceKind::Fixed => "per-fixed",
        PriceKind::Hourly => "per-hourly",
        PriceKind::Daily => "per-daily",
        PriceKind::Weekly => "per-weekly",
        PriceKind::Monthly => "per-monthly",
    };
    reader.text(key, &[])
}

/// How long an answer takes, in the unit a person would say it in.
fn took(reader: &Reader, minutes: u32) -> Text {
    let (unit, count) = match minutes {
        0..60 => ("answer-minutes", minutes.max(1)),
        60..2_880 => ("answer-hours", minutes / 60),
        _ => ("answer-days", minutes / 1_440),
    };
    reader.text(unit, &[("count", i64::from(count).into())])
}

fn fluency(reader: &Reader, level: LanguageLevel) -> Text {
    let key = match level {
        LanguageLevel::Basic => "fluency-basic",
        LanguageLevel::Conversational => "fluency-conversational",
        LanguageLevel::Fluent => "fluency-fluent",
        LanguageLevel::Native => "fluency-native",
    };
    reader.text(key, &[])
}

/// What the freelancer could do about a gap; none where time alone helps, or nothing does.
pub fn lever(reader: &Reader, fact: &Fact) -> Option<Text> {
    let key = match fact {
        Fact::MissingSkills { .. } | Fact::RelatedSkill { .. } => "lever-skill",
        Fact::Unwanted { .. } => "lever-tune",
        Fact::Pays { .. } => "lever-pay",
        Fact::NoBudget | Fact::NoTop | Fact::PriceKinds { .. } => "lever-ask-price",
        Fact::NoRate => "lever-rate",
        Fact::Speaks { .. } | Fact::LanguagesUnknown { .. } => "lever-languages",
        Fact::SharedHours { .. } => "lever-hours",
        Fact::ZoneUnknown => "lever-zone",
        Fact::PlaceUnknown => "lever-place",
        Fact::FreeLater { .. }
        | Fact::FewerHours { .. }
        | Fact::LittleTime { .. }
        | Fact::SlotsTaken { .. } => "lever-time",
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
    let names = Text::joined(codes.iter().map(|code| wording::language(code)), ", ");
    reader.text(key, &[("languages", names.into())])
}
