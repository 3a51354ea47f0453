//! Skills close to one another: somebody with one can do part of the other.

use std::collections::HashMap;

use crate::SkillId;

/// The closest two different skills may stand: an exact one always counts for more.
pub const CLOSEST: f64 = 0.9;

/// Which skills stand in for which, and how well.
#[derive(Clone, Debug, Default)]
pub struct Related(HashMap<SkillId, Vec<(SkillId, f64)>>);

impl Related {
    /// Says that `held` covers this part of `wanted`, at most [`CLOSEST`]. The last word on a pair counts.
    pub fn set(&mut self, wanted: SkillId, held: SkillId, part: f64) {
        if wanted == held || part.is_nan() {
            return;
        }
        let near = self.0.entry(wanted).or_default();
        near.retain(|(id, _)| *id != held);
        near.push((held, part.clamp(0.0, CLOSEST)));
        // in the order of ids, whatever order they came in
        near.sort_unstable_by_key(|(id, _)| *id);
    }

    /// What stands in for `wanted`.
    pub fn of(&self, wanted: SkillId) -> &[(SkillId, f64)] {
        self.0.get(&wanted).map(Vec::as_slice).unwrap_or_default()
    }
}
