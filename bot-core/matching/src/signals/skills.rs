//! Skill overlap: must-haves apart from nice-to-haves, related ones for less.

use crate::{Level, MatchedSkill, Person, Rarity, Related, RelatedSkill, Skill, SkillFit, SkillId, Wanted};

/// The nice-to-haves' part of the value where a request has both kinds.
const NICE_PART: f64 = 0.2;
/// What is lost where everything asked for is something the person doesn't want to do.
const UNWANTED_LOSS: f64 = 0.6;

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
pub(crate) fn weigh(wanted: &Wanted, person: &Person, rarity: &Rarity, related: &Related) -> (f64, SkillFit) {
    let mut must = wanted.must.clone();
    must.sort_unstable();
    must.dedup();
    let mut nice: Vec<SkillId> = wanted.nice.iter().copied().filter(|id| !must.contains(id)).collect();
    nice.sort_unstable();
    nice.dedup();

    let musts = Overlap::of(must, true, person, rarity, related);
    let nices = Overlap::of(nice, false, person, rarity, related);
    let value = match (musts.covered(), nices.covered()) {
        (Some(must), Some(nice)) => (1.0 - NICE_PART) * must + NICE_PART * nice,
        (Some(only), None) | (None, Some(only)) => only,
        (None, None) => 0.0,
    };
    let fit = SkillFit {
        matched: [musts.held, nices.held].concat(),
        related: [musts.near, nices.near].concat(),
        missing_must: musts.missing,
        missing_nice: nices.missing,
        unwanted: [musts.unwanted, nices.unwanted].concat(),
    };
    (value, fit)
}

/// The best thing somebody has that stands in for `wanted`, and how much of it that is worth.
pub(crate) fn stand_in(wanted: SkillId, person: &Person, related: &Related) -> Option<(SkillId, f64)> {
    let held = related.of(wanted).iter().filter_map(|(id, part)| {
        person.skill(*id).map(|skill| (*id, part * depth(skill.level))).filter(|(_, worth)| *worth > 0.0)
    });
    // on equal worth the lower id, which the list begins with
    held.fold(None, |best: Option<(SkillId, f64)>, next| match best {
        Some(best) if best.1 >= next.1 => Some(best),
        _ => Some(next),
    })
}

/// One kind of wanted skill against what a person has, the rarest first.
#[derive(Default)]
struct Overlap {
    held: Vec<MatchedSkill>,
    near: Vec<RelatedSkill>,
    missing: Vec<SkillId>,
    unwanted: Vec<SkillId>,
    had: f64,
    asked: f64,
    /// The part of `asked` that the person said is not for them.
    refused: f64,
}

impl Overlap {
    fn of(ids: Vec<SkillId>, must: bool, person: &Person, rarity: &Rarity, related: &Related) -> Self {
        let mut weighed: Vec<(SkillId, f64)> = ids.into_iter().map(|id| (id, rarity.weight(id))).collect();
        weighed.sort_by(|(id, weight), (other, other_weight)| {
            other_weight.total_cmp(weight).then(id.cmp(other))
        });
        let mut overlap = Self::default();
        for (id, weight) in weighed {
            overlap.asked += weight;
            if person.unwanted.contains(&id) {
                overlap.refused += weight;
                overlap.unwanted.push(id);
            }
            overlap.add(id, weight, must, person, related);
        }
        overlap
    }

    fn add(&mut self, id: SkillId, weight: f64, must: bool, person: &Person, related: &Related) {
        let exact = person.skill(id);
        let worth = exact.map_or(0.0, |skill| depth(skill.level));
        // a beginner in the very skill may be worth less than an expert in its neighbour; the skill itself is told
        let near = stand_in(id, person, related);
        self.had += weight * near.map_or(worth, |(_, near)| near.max(worth));
        match (exact, near) {
            (Some(Skill { level, years, .. }), _) => {
                self.held.push(MatchedSkill { id, must, level: *level, years: *years });
            }
            (None, Some((held, _))) => self.near.push(RelatedSkill { id, must, held }),
            (None, None) => self.missing.push(id),
        }
    }

    /// The part that is covered; `None` if nothing of this kind is asked for.
    fn covered(&self) -> Option<f64> {
        (self.asked > 0.0).then(|| self.had / self.asked * (1.0 - UNWANTED_LOSS * self.refused / self.asked))
    }
}
