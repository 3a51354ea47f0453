//! A person who could do the work, as the numbers that matching weighs.

use serde::{Deserialize, Serialize};

use crate::{Answers, Availability, Code, Exposure, Level, Load, Pay, Point, Skill, SkillId, Spoken};

/// The person's stable key (their account's UUID as a number): names them in results and breaks ties.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct PersonKey(pub u128);

/// What somebody has said of themselves, and their reviews.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Person {
    pub key: PersonKey,
    /// False while they hide their profile, are suspended, or asked to be deleted.
    pub visible: bool,
    /// A repeated skill counts once, at its highest level.
    pub skills: Vec<Skill>,
    pub place: Option<Point>,
    pub country: Option<Code>,
    /// How far they travel to work, in kilometres.
    pub reach_km: u32,
    /// Whether they take work done from afar.
    pub remote: bool,
    /// Minutes east of UTC where they are now. Changes with daylight saving: the caller refreshes it.
    pub utc_offset_min: Option<i32>,
    /// Empty until they say; then nothing is held against them but a gap.
    pub languages: Vec<Spoken>,
    /// What they usually ask.
    pub rate: Option<Pay>,
    /// Amounts they called too low: what pays no more isn't for them.
    pub too_low: Vec<Pay>,
    /// Skills they don't want to be asked for.
    pub unwanted: Vec<SkillId>,
    pub availability: Availability,
    pub rating: Rating,
    pub answers: Answers,
    pub load: Load,
    pub exposure: Exposure,
}

impl Person {
    /// Their best entry for a skill.
    pub fn skill(&self, id: SkillId) -> Option<&Skill> {
        self.skills.iter().filter(|skill| skill.id == id).max_by_key(|skill| {
            // an entry without a level is weighed as a working one
            (skill.level.unwrap_or(Level::Working), skill.level, skill.years)
        })
    }
}

/// Stars received so far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rating {
    /// Sum of the stars, 1 to 5 a review.
    pub sum: u32,
    /// Number of reviews.
    pub count: u32,
}
