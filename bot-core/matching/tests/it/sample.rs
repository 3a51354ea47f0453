//! A small market to tell stories with.

use bot_matching::{
    Answers, Availability, Code, Day, Exposure, Fluency, Judgement, Level, Load, Person, PersonKey, Point,
    Ranker, Rarity, Rating, Related, Relations, Skill, SkillId, Spoken, Status, Wanted, WantedKey, Workplace,
};

pub(crate) const WEBFLOW: SkillId = SkillId(0);
pub(crate) const FIGMA: SkillId = SkillId(1);
pub(crate) const COPY: SkillId = SkillId(2);
pub(crate) const TODAY: Day = Day(20_000);
pub(crate) const LISBON: Point = Point { lat: 38.72, lon: -9.14 };
pub(crate) const PORTO: Point = Point { lat: 41.15, lon: -8.61 };

/// Somebody who works remotely from Berlin, is free now and has no reviews.
pub(crate) fn person(key: u128, skills: &[SkillId]) -> Person {
    Person {
        key: PersonKey(key),
        visible: true,
        skills: skills
            .iter()
            .map(|id| Skill { id: *id, level: Some(Level::Advanced), years: Some(4) })
            .collect(),
        place: Some(Point { lat: 52.52, lon: 13.41 }),
        country: Code::new("de"),
        reach_km: 40,
        remote: true,
        utc_offset_min: Some(60),
        languages: vec![speaks("en", Fluency::Fluent)],
        rate: None,
        too_low: Vec::new(),
        unwanted: Vec::new(),
        availability: Availability { status: Status::Now, hours_per_week: Some(25), from: None },
        rating: Rating::default(),
        answers: Answers::default(),
        load: Load::default(),
        exposure: Exposure::default(),
    }
}

/// An open remote request.
pub(crate) fn wanted(must: &[SkillId], nice: &[SkillId]) -> Wanted {
    Wanted {
        key: WantedKey(1),
        open: true,
        must: must.to_vec(),
        nice: nice.to_vec(),
        workplace: Workplace::Remote(None),
        languages: Vec::new(),
        starts: None,
        due: Some(TODAY.plus(23)),
        hours_per_week: None,
        budget: None,
        answers: Answers::default(),
    }
}

pub(crate) fn code(text: &str) -> Code {
    Code::new(text).expect("a code written in a test")
}

pub(crate) fn speaks(text: &str, fluency: Fluency) -> Spoken {
    Spoken { language: code(text), fluency }
}

/// Judged among strangers, every skill equally rare.
pub(crate) fn judge(wanted: &Wanted, person: &Person) -> Judgement {
    let (rarity, related, relations) = (Rarity::default(), Related::default(), Relations::default());
    Ranker::new(&rarity, &related, &relations, TODAY).judge(wanted, person)
}
