//! A request as the numbers that are ranked.

use bot_matching::{Answers, Code, Day, OffsetRange, Point, Spot, Wanted, WantedKey, Workplace};

use super::pay::budget;
use super::skills::SkillNumbers;
use crate::domain::place::{Place, WorkPlace};
use crate::domain::request::{RequestState, WorkRequest};
use crate::domain::time::Timestamp;

/// How far from its place an on-site request still looks for people, in kilometres.
const ON_SITE_KM: u32 = 50;

/// The numbers of `request`, whose client answers as fast as `answers` say.
pub(super) fn wanted(
    request: &WorkRequest,
    answers: Answers,
    numbers: &mut SkillNumbers,
    now: Timestamp,
) -> Wanted {
    let (must, nice): (Vec<_>, Vec<_>) = request.brief.skills.iter().partition(|skill| skill.must);
    Wanted {
        key: WantedKey(request.id.0.as_u128()),
        open: request.state == RequestState::Open,
        must: must.into_iter().map(|skill| numbers.number(&skill.skill)).collect(),
        nice: nice.into_iter().map(|skill| numbers.number(&skill.skill)).collect(),
        workplace: workplace(&request.brief.place),
        languages: request.brief.languages.iter().filter_map(|code| Code::new(code)).collect(),
        starts: request.brief.starts_at.and_then(day),
        due: request.brief.due_at.and_then(day),
        hours_per_week: request.brief.hours_per_week,
        budget: request.brief.budget.and_then(|said| budget(said, now)),
        answers,
    }
}

fn day(at: Timestamp) -> Option<Day> {
    i32::try_from(at.day()).ok().map(Day)
}

fn workplace(place: &WorkPlace) -> Workplace {
    match place {
        WorkPlace::Remote { offsets } => {
            Workplace::Remote(offsets.map(|(min, max)| OffsetRange { min, max }))
        }
        WorkPlace::OnSite(place) => Workplace::OnSite(spot(place)),
        WorkPlace::Hybrid(place) => Workplace::Hybrid(spot(place)),
    }
}

fn spot(place: &Place) -> Spot {
    Spot {
        point: Some(Point { lat: place.point.latitude, lon: place.point.longitude }),
        country: Code::new(&place.country),
        within_km: Some(ON_SITE_KM),
    }
}
