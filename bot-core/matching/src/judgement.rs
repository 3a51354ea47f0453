//! The verdict on one pair: vetoes, or a score with its parts.

use serde::{Deserialize, Serialize};

use crate::{
    Contribution, Evidence, Missing, PayFit, PersonKey, Score, SkillFit, SkillId, Strength, Thresholds, Veto,
    WantedKey,
};

/// The part of somebody's rate, in percent, below which a match isn't strong whatever else fits.
const FAIR_PERCENT: u16 = 75;

/// Everything that was found about a request and a person.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Judgement {
    pub wanted: WantedKey,
    pub person: PersonKey,
    /// Empty if nothing rules them out. Any entry means no match, whatever the score.
    pub vetoes: Vec<Veto>,
    /// How well they would fit, vetoes aside.
    pub score: Score,
    /// One for each [`Signal`](crate::Signal), in its order.
    pub contributions: Vec<Contribution>,
}

impl Judgement {
    /// Whether this is a match, and how good; `None` with any veto or under the fair threshold.
    pub fn strength(&self, thresholds: &Thresholds) -> Option<Strength> {
        if !self.vetoes.is_empty() || self.score < thresholds.fair {
            return None;
        }
        let complete = self.score >= thresholds.strong && self.has_all_musts() && self.is_paid();
        Some(if complete { Strength::Strong } else { Strength::Fair })
    }

    /// What keeps a nearly good pair from being a match; `None` if it is one, or is far from it.
    pub fn near_miss(&self, thresholds: &Thresholds) -> Option<Missing> {
        if self.score < thresholds.near {
            return None;
        }
        match self.vetoes.as_slice() {
            [veto] if veto.is_soft() => Some(Missing::Veto(veto.clone())),
            [] if self.score < thresholds.fair => self.shortest(),
            _ => None,
        }
    }

    fn skills(&self) -> Option<&SkillFit> {
        self.contributions.iter().find_map(|part| match &part.evidence {
            Evidence::Skills(fit) => Some(fit),
            _ => None,
        })
    }

    /// Must-haves the person has nothing for, not even something related.
    fn missing_must(&self) -> &[SkillId] {
        self.skills().map(|fit| fit.missing_must.as_slice()).unwrap_or_default()
    }

    /// Whether every must-have is there itself, and none of them is refused.
    fn has_all_musts(&self) -> bool {
        self.skills().is_none_or(|fit| {
            fit.missing_must.is_empty()
                && !fit.related.iter().any(|near| near.must)
                && !fit.matched.iter().any(|held| held.must && fit.unwanted.contains(&held.id))
        })
    }

    /// Whether the budget isn't known to be far below the rate.
    fn is_paid(&self) -> bool {
        !self.contributions.iter().any(|part| match part.evidence {
            Evidence::Budget(PayFit::Covers { percent, .. }) => part.weight > 0.0 && percent < FAIR_PERCENT,
            _ => false,
        })
    }

    /// Missing must-haves if there are any, else the signal that costs most.
    fn shortest(&self) -> Option<Missing> {
        let must = self.missing_must();
        if !must.is_empty() {
            return Some(Missing::MustHaves(must.to_vec()));
        }
        let worst = self.contributions.iter().max_by(|one, other| {
            // on equal cost the earlier signal, which weighs more by default
            one.shortfall().total_cmp(&other.shortfall()).then(other.signal.cmp(&one.signal))
        });
        worst.map(|part| Missing::Weak(part.signal))
    }
}
