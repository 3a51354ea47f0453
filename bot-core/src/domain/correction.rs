//! One field of a request, set anew.

use serde::{Deserialize, Serialize};

use super::grounds::Field;
use super::money::Budget;
use super::place::WorkPlace;
use super::request::{Brief, Pace, RequestSkill};
use super::time::Timestamp;

/// One field, set anew.
#[derive(Debug, Clone, PartialEq)]
pub enum Correction {
    /// The title.
    Title(String),
    /// The description.
    Details(String),
    /// The skills: those that stay keep whether they are a must.
    Skills(Vec<RequestSkill>),
    /// The budget; none where it isn't decided yet.
    Budget(Option<Budget>),
    /// The times.
    When(Timing),
    /// The place.
    Where(WorkPlace),
    /// The languages, by code.
    Languages(Vec<String>),
}

/// When the work is done.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Timing {
    /// By when.
    pub due_at: Option<Timestamp>,
    /// From when, if not at once.
    pub starts_at: Option<Timestamp>,
    /// How many hours a week it takes.
    pub hours_per_week: Option<u8>,
    /// How much of a hurry there is.
    pub pace: Option<Pace>,
}

impl Correction {
    /// The field it sets.
    pub const fn field(&self) -> Field {
        match self {
            Self::Title(_) => Field::Title,
            Self::Details(_) => Field::Details,
            Self::Skills(_) => Field::Skills,
            Self::Budget(_) => Field::Budget,
            Self::When(_) => Field::When,
            Self::Where(_) => Field::Where,
            Self::Languages(_) => Field::Languages,
        }
    }

    /// Sets it.
    pub fn apply(&self, brief: &mut Brief) {
        match self {
            Self::Title(title) => title.clone_into(&mut brief.title),
            Self::Details(details) => details.clone_into(&mut brief.description),
            Self::Skills(skills) => brief.skills = kept(&brief.skills, skills),
            Self::Budget(budget) => brief.budget = *budget,
            Self::When(timing) => brief.set_timing(*timing),
            Self::Where(place) => brief.place = place.clone(),
            Self::Languages(languages) => languages.clone_into(&mut brief.languages),
        }
    }
}

/// The new skills; those there were already stay the must, or not, that they were.
fn kept(before: &[RequestSkill], new: &[RequestSkill]) -> Vec<RequestSkill> {
    let known = |skill: &RequestSkill| before.iter().find(|old| old.skill == skill.skill);
    if !new.iter().any(|skill| known(skill).is_some_and(|old| old.must)) {
        return new.to_vec();
    }
    let must = |skill: &RequestSkill| known(skill).is_some_and(|old| old.must);
    new.iter().map(|skill| RequestSkill { must: must(skill), ..skill.clone() }).collect()
}

/// The fields in which two briefs differ.
pub fn differences(before: &Brief, after: &Brief) -> Vec<Field> {
    let differs = |field: &Field| match field {
        Field::Title => before.title != after.title,
        Field::Details => before.description != after.description,
        Field::Skills => before.skills != after.skills,
        Field::Budget => before.budget != after.budget,
        Field::When => before.timing() != after.timing(),
        Field::Where => before.place != after.place,
        Field::Languages => before.languages != after.languages,
    };
    Field::ALL.into_iter().filter(differs).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn skills(list: &[(&str, bool)]) -> Vec<RequestSkill> {
        list.iter().map(|(skill, must)| RequestSkill { skill: (*skill).to_owned(), must: *must }).collect()
    }

    #[test]
    fn a_skill_that_stays_is_the_must_it_was() {
        let mut brief = Brief { skills: skills(&[("webflow", false), ("figma", true)]), ..Brief::default() };
        let before = brief.clone();
        Correction::Skills(skills(&[("cms", true), ("figma", false), ("webflow", false)])).apply(&mut brief);
        assert_eq!(brief.skills, skills(&[("cms", false), ("figma", true), ("webflow", false)]));
        assert_eq!(differences(&before, &brief), [Field::Skills]);
        Correction::Skills(skills(&[("cms", true)])).apply(&mut brief);
        assert_eq!(brief.skills, skills(&[("cms", true)]), "without any it had, the first is a must again");
    }

    #[test]
    fn what_is_set_as_it_was_is_no_difference() {
        let mut brief = Brief { title: "Page".to_owned(), ..Brief::default() };
        let before = brief.clone();
        for same in [Correction::Title("Page".to_owned()), Correction::When(Timing::default())] {
            same.apply(&mut brief);
        }
        assert_eq!(differences(&before, &brief), []);
        Correction::When(Timing { pace: Some(Pace::Asap), ..Timing::default() }).apply(&mut brief);
        assert_eq!(differences(&before, &brief), [Field::When]);
    }
}
