//! Skill overlap: rarity-weighted, must-haves apart from nice-to-haves.

use crate::{Level, MatchedSkill, Person, Rarity, Skill, SkillFit, SkillId, Wanted};

/// The nice-to-haves' part of the value where a request has both kinds.
const NICE_PART: f64 = 0.2;

/// What a skill counts for by level: somebody who calls themselves a beginner still has it.
fn depth(level: Option<Level>) -> f64 {
    match level {
        Some(Level::Beginner) => 0.6,
        // most people never say; most of those can do it
        None | Some(Level::Working) => 0.85,
        Some(Level::Advanced) => 0.95,
        Some(Level::Expert) => 1.0,
    }
}

/// Value 0 to 1 and which skills it comes from. A request that names no skill gives 0: there is nothing to match on.
pub(crate) fn weigh(wanted: &Wanted, person: &Person, rarity: &Rarity) -> (f64, SkillFit) {
    let mut must = wanted.must.clone();
    must.sort_unstable();
    must.dedup();
    let mut nice: Vec<SkillId> = wanted.nice.iter().copied().filter(|id| !must.contains(id)).collect();
    nice.sort_unstable();
    nice.dedup();

    let musts = Overlap::of(must, person, rarity);
    let nices = Overlap::of(nice, person, rarity);
    let value = match (musts.covered(), nices.covered()) {
        (Some(must), Some(nice)) => (1.0 - NICE_PART) * must + NICE_PART * nice,
        (Some(only), None) | (None, Some(only)) => only,
        (None, None) => 0.0,
    };
    let matched = |held: &[Skill], must| -> Vec<MatchedSkill> {
        held.iter()
            .map(|skill| MatchedSkill { id: skill.id, must, level: skill.level, years: skill.years })
            .collect()
    };
    let fit = SkillFit {
        matched: [matched(&musts.held, true), matched(&nices.held, false)].concat(),
        missing_must: musts.missing,
        missing_nice: nices.missing,
    };
    (value, fit)
}

/// One kind of wanted skill against what a person has, the rarest first.
struct Overlap {
    held: Vec<Skill>,
    missing: Vec<SkillId>,
    had: f64,
    asked: f64,
}

impl Overlap {
    fn of(ids: Vec<SkillId>, person: &Person, rarity: &Rarity) -> Self {
        let mut weighed: Vec<(SkillId, f64)> = ids.into_iter().map(|id| (id, rarity.weight(id))).collect();
        weighed.sort_by(|(id, weight), (other, other_weight)| {
            other_weight.total_cmp(weight).then(id.cmp(other))
        });
        let mut overlap = Self { held: Vec::new(), missing: Vec::new(), had: 0.0, asked: 0.0 };
        for (id, weight) in weighed {
            overlap.asked += weight;
            if let Some(skill) = person.skill(id) {
                overlap.had += weight * depth(skill.level);
                overlap.held.push(*skill);
            } else {
                overlap.missing.push(id);
            }
        }
        overlap
    }

    /// The part that is covered; `None` if nothing of this kind is asked for.
    fn covered(&self) -> Option<f64> {
        (self.asked > 0.0).then(|| self.had / self.asked)
    }
}
