//! A request, as the numbers that matching weighs.

use serde::{Deserialize, Serialize};

use crate::{Answers, Budget, Code, Day, SkillId, Workplace};

/// The request's stable key (its UUID as a number): names it in results and breaks ties.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct WantedKey(pub u128);

/// What a request states. What it leaves open is `None` or empty and is held against nobody.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Wanted {
    pub key: WantedKey,
    /// False once it is closed, expired or held for a moderator.
    pub open: bool,
    /// Skills the work can't be done without. Somebody who has none of them isn't considered.
    pub must: Vec<SkillId>,
    /// Skills that help. One that is also a must counts as a must.
    pub nice: Vec<SkillId>,
    pub workplace: Workplace,
    /// Languages the client needs, all of them.
    pub languages: Vec<Code>,
    pub starts: Option<Day>,
    pub due: Option<Day>,
    /// The effort: hours a week while it lasts.
    pub hours_per_week: Option<u8>,
    pub budget: Option<Budget>,
    /// How fast its client answers.
    pub answers: Answers,
}
