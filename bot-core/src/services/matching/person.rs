//! A profile as the numbers that are ranked.

use bot_matching::{
    Availability, Code, Day, Fluency, Level, Person, PersonKey, Point, Rating, Skill, Spoken, Status,
};

use super::backdrop::Backdrop;
use super::pay::pay;
use super::skills::SkillNumbers;
use crate::domain::account::{Account, AccountState};
use crate::domain::profile::{AvailabilityStatus, LanguageLevel, Profile, ProfileLanguage};
use crate::domain::time::{Timestamp, utc_offset_minutes};

/// The numbers of `profile` with what is behind it. Its offset from UTC holds for the day of `now`.
pub(super) fn person(
    account: &Account,
    profile: &Profile,
    backdrop: &Backdrop,
    numbers: &mut SkillNumbers,
    now: Timestamp,
) -> Person {
    let wishes = backdrop.wishes(account.id);
    let unwanted = wishes.unwanted().map(|key| numbers.number(key)).collect();
    let skills = profile.skills.iter().map(|skill| Skill {
        id: numbers.number(&skill.skill),
        level: Level::from_number(skill.level),
        years: (skill.years > 0).then_some(skill.years),
    });
    let place = profile.place.as_ref();
    let reach_km = u32::try_from(profile.reach_km).unwrap_or_default();
    Person {
        key: PersonKey(account.id.0.as_u128()),
        visible: account.state == AccountState::Active && account.roles.works && !profile.skills.is_empty(),
        skills: skills.collect(),
        place: place.map(|place| Point { lat: place.point.latitude, lon: place.point.longitude }),
        country: place.and_then(|place| Code::new(&place.country)),
        reach_km: reach_km.min(wishes.reach_km().unwrap_or(u32::MAX)),
        remote: profile.remote,
        utc_offset_min: account.zone_known.then(|| utc_offset_minutes(account.zone, now)),
        languages: profile.languages.iter().filter_map(spoken).collect(),
        rate: profile.rate.and_then(|rate| pay(rate, now)),
        too_low: wishes.too_low().filter_map(|price| pay(price, now)).collect(),
        unwanted,
        availability: availability(profile, now),
        rating: Rating {
            sum: u32::try_from(profile.rating.0).unwrap_or_default(),
            count: u32::try_from(profile.rating.1).unwrap_or_default(),
        },
        answers: backdrop.answers(account.id),
        load: backdrop.load(profile),
        exposure: backdrop.exposure(account, profile, now),
    }
}

fn spoken(said: &ProfileLanguage) -> Option<Spoken> {
    let fluency = match said.level {
        LanguageLevel::Basic => Fluency::Basic,
        LanguageLevel::Conversational => Fluency::Conversational,
        LanguageLevel::Fluent => Fluency::Fluent,
        LanguageLevel::Native => Fluency::Native,
    };
    Some(Spoken { language: Code::new(&said.language)?, fluency })
}

fn availability(profile: &Profile, now: Timestamp) -> Availability {
    let said = profile.availability;
    let back = profile.away(now).map(|absence| absence.until);
    let day = |at: Timestamp| i32::try_from(at.day()).ok().map(Day);
    Availability {
        status: match said.status {
            AvailabilityStatus::Now => Status::Now,
            AvailabilityStatus::Soon => Status::Soon,
            AvailabilityStatus::Limited => Status::Limited,
            AvailabilityStatus::Away => Status::Unavailable,
        },
        hours_per_week: Some(said.hours_per_week),
        from: said.from.max(back).and_then(day),
    }
}
