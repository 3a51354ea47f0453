//! "Did you mean": the spellings closest to a word that nobody knows.

use std::collections::BTreeMap;

use super::{Skill, SkillIndex, Vocabulary, shape::Shape};

impl Vocabulary {
    /// The skills whose spelling is closest to what was written, nearest first, at most `limit`; none if all are far.
    pub fn did_you_mean(&self, written: &str, limit: usize) -> Vec<&Skill> {
        let key = crate::text::compact(written);
        let shape = Shape::of(&key);
        let slips = allowed_slips(shape.length);
        if slips == 0 {
            return Vec::new();
        }
        let mut nearest: BTreeMap<SkillIndex, usize> = BTreeMap::new();
        for spelling in &self.spellings {
            if !spelling.shape.may_be_within(shape, slips) {
                continue;
            }
            let distance = strsim::osa_distance(&key, &spelling.compact);
            if distance <= slips {
                nearest
                    .entry(spelling.skill)
                    .and_modify(|best| *best = distance.min(*best))
                    .or_insert(distance);
            }
        }
        let mut found: Vec<(usize, &Skill)> = nearest
            .into_iter()
            .filter_map(|(index, distance)| Some((distance, self.skill(index)?)))
            .collect();
        found.sort_by_key(|(distance, skill)| (*distance, std::cmp::Reverse(skill.seen), skill.index));
        found.into_iter().take(limit).map(|(_, skill)| skill).collect()
    }
}

/// How many letters may be wrong: none in a very short word, since any two of those look alike, and never very many.
const fn allowed_slips(length: usize) -> usize {
    match length {
        4..=5 => 1,
        6..=10 => 2,
        11..=40 => 3,
        _ => 0,
    }
}
