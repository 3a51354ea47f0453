//! A ranked list: matches, near misses, and how many were looked at.

use serde::{Deserialize, Serialize};

use crate::{Contribution, Judgement, PersonKey, Score, Signal, SkillId, Thresholds, Veto, WantedKey};

/// How good a match is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Strength {
    /// Good enough to tell, with a gap.
    Fair,
    /// High score and every must-have.
    Strong,
}

/// Somebody who fits a request.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Match {
    pub wanted: WantedKey,
    pub person: PersonKey,
    pub score: Score,
    pub strength: Strength,
    /// One for each [`Signal`], in its order.
    pub contributions: Vec<Contribution>,
}

/// Somebody who nearly fits, and what is missing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NearMiss {
    pub wanted: WantedKey,
    pub person: PersonKey,
    pub score: Score,
    pub missing: Missing,
    pub contributions: Vec<Contribution>,
}

/// The one thing that keeps a near miss from being a match.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Missing {
    /// The only veto, which could be lifted.
    Veto(Veto),
    /// Must-haves they don't have, the rarest first.
    MustHaves(Vec<SkillId>),
    /// No single thing rules them out; this signal costs most.
    Weak(Signal),
}

/// The result of a scan, best first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Ranking {
    /// The [`RANKER_VERSION`](crate::RANKER_VERSION) that made it.
    pub version: u32,
    pub matches: Vec<Match>,
    pub near_misses: Vec<NearMiss>,
    /// Pairs looked at, those with a veto included.
    pub considered: usize,
    /// Pairs with at least one veto.
    pub vetoed: usize,
}

impl Ranking {
    pub(crate) fn from_judgements(
        judgements: impl Iterator<Item = Judgement>,
        thresholds: &Thresholds,
        version: u32,
    ) -> Self {
        let mut ranking =
            Self { version, matches: Vec::new(), near_misses: Vec::new(), considered: 0, vetoed: 0 };
        for judgement in judgements {
            ranking.considered += 1;
            ranking.vetoed += usize::from(!judgement.vetoes.is_empty());
            ranking.sort_in(judgement, thresholds);
        }
        // keys are unique, so no two orders are possible
        ranking.matches.sort_unstable_by(|one, other| {
            other.score.cmp(&one.score).then((one.person, one.wanted).cmp(&(other.person, other.wanted)))
        });
        ranking.near_misses.sort_unstable_by(|one, other| {
            other.score.cmp(&one.score).then((one.person, one.wanted).cmp(&(other.person, other.wanted)))
        });
        ranking
    }

    fn sort_in(&mut self, judgement: Judgement, thresholds: &Thresholds) {
        let strength = judgement.strength(thresholds);
        let missing = judgement.near_miss(thresholds);
        let Judgement { wanted, person, score, contributions, .. } = judgement;
        if let Some(strength) = strength {
            self.matches.push(Match { wanted, person, score, strength, contributions });
        } else if let Some(missing) = missing {
            self.near_misses.push(NearMiss { wanted, person, score, missing, contributions });
        }
    }
}
