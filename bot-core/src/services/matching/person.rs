//! A profile as the numbers that are ranked.

use bot_matching::{Availability, Code, Day, Level, Person, PersonKey, Point, Rating, Skill, Status};

use super::columns::SkillNumbers;
use crate::domain::account::{Account, AccountState};
use crate::domain::profile::{AvailabilityStatus, Profile};
use crate::domain::time::{Timestamp, utc_offset_minutes};

/// The numbers of `profile`. Its offset from UTC holds for the day of `now`.
pub(super) fn person(
    account: &Account,
    profile: &Profile,
    numbers: &mut SkillNumbers,
    now: Timestamp,
) -> Person {
    let skills = profile.skills.iter().map(|skill| Skill {
        id: numbers.number(&skill.skill),
        level: Level::from_number(skill.level),
        years: (skill.years > 0).then_some(skill.years),
    });
    let place = profile.place.as_ref();
    Person {
        key: PersonKey(account.id.0.as_u128()),
        visible: account.state == AccountState::Active && account.roles.works && !profile.skills.is_empty(),
        skills: skills.collect(),
        place: place.map(|place| Point { lat: place.point.latitude, lon: place.point.longitude }),
        country: place.and_then(|place| Code::new(&place.country)),
        reach_km: u32::try_from(profile.reach_km).unwrap_or_default(),
        remote: profile.remote,
        utc_offset_min: account.zone_known.then(|| utc_offset_minutes(account.zone, now)),
        languages: Vec::new(),
        availability: availability(profile),
        rating: Rating {
            sum: u32::try_from(profile.rating.0).unwrap_or_default(),
            count: u32::try_from(profile.rating.1).unwrap_or_default(),
        },
    }
}

fn availability(profile: &Profile) -> Availability {
    let said = profile.availability;
    Availability {
        status: match said.status {
            AvailabilityStatus::Now => Status::Now,
            AvailabilityStatus::Soon => Status::Soon,
            AvailabilityStatus::Limited => Status::Limited,
            AvailabilityStatus::Away => Status::Unavailable,
        },
        hours_per_week: Some(said.hours_per_week),
        from: said.from.and_then(|from| i32::try_from(from.day()).ok()).map(Day),
    }
}
