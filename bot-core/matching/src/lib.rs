//! Who fits a request, and why: veto, score and reasons over dense numbers.
//!
//! Nothing here knows an account, a language's words or a database: the caller turns members into [`Person`] and
//! requests into [`Wanted`], says how the two already stand to each other ([`Relations`]) and gets back who fits, with
//! the numbers every reason is worded from.
//!
//! ```text
//! Person  ─┐                    hard veto, or two soft ones ──► nothing
//! Wanted  ─┼─► vetoes ─► score ─┬─ at least `fair`          ──► Match (strong | fair) with its contributions
//! Relation ┘                    └─ one soft veto, or nearly ──► NearMiss with what is missing
//! ```
//!
//! - [`Ranker::judge`] is the one function that decides about a pair. [`Ranker::rank`] (people for a request) and
//!   [`Ranker::rank_for_person`] (requests for a person) are exact scans over it, so both directions agree by
//!   construction. A faster index may propose candidates; this scan stays the oracle it is compared with.
//! - The order depends on nothing but the arguments: score first, then the stable keys. Scores are whole millionths, so
//!   that a last-bit difference between two machines' arithmetic can't reorder a list that is replayed.
//! - Only what members state about work, and what they did here, is weighed: skills, price, place and languages as the
//!   request asks for them, availability, reviews, answers. Nothing a platform knows about them is.
//! - A new signal is a field on `Person` and `Wanted`, a file in `signals/`, an [`Evidence`] variant and a weight.

#![expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "bounded arithmetic, see each clamp"
)]

mod availability;
mod code;
mod evidence;
mod judgement;
mod language;
mod pay;
mod person;
mod place;
mod ranker;
mod ranking;
mod rarity;
mod related;
mod relation;
mod score;
mod signals;
mod skill;
mod standing;
mod veto;
mod wanted;
mod weights;

pub use availability::{Availability, Day, Status};
pub use code::Code;
pub use evidence::{
    AnswerFit, Contribution, Evidence, LanguageFit, MatchedSkill, PayFit, PlaceFit, RelatedSkill, Signal,
    SkillFit, TimeFit,
};
pub use judgement::Judgement;
pub use language::{Fluency, Spoken};
pub use pay::{Budget, Pay, Per};
pub use person::{Person, PersonKey, Rating};
pub use place::{OffsetRange, Point, Spot, Workplace};
pub use ranker::Ranker;
pub use ranking::{Match, Missing, NearMiss, Ranking, Strength};
pub use rarity::Rarity;
pub use related::{CLOSEST, Related};
pub use relation::{Relation, Relations};
pub use score::Score;
pub use signals::rating::{PRIOR_COUNT, PRIOR_MEAN};
pub use skill::{Level, Skill, SkillId};
pub use standing::{Answers, Exposure, Load};
pub use veto::Veto;
pub use wanted::{Wanted, WantedKey};
pub use weights::{RANKER_VERSION, Step, Thresholds, Tuning, Weights};
