//! A slip of the finger: "Typscript", "Recat".

use super::{Skill, Vocabulary, shape::Shape};

/// In letters; any two shorter words look alike.
const SHORTEST: usize = 5;
/// From here on two letters may be wrong.
const LONG: usize = 9;

impl Vocabulary {
    /// The skill that a word nobody knows must mean, if there is just one that close.
    pub(crate) fn slipped(&self, written: &str) -> Option<&Skill> {
        let key = crate::text::compact(written);
        let shape = Shape::of(&key);
        let first = key.chars().next()?;
        if shape.length < SHORTEST {
            return None;
        }
        let slips = if shape.length < LONG { 1 } else { 2 };
        let mut best: Option<(usize, super::SkillIndex)> = None;
        for spelling in self.spellings.iter().filter(|spelling| spelling.compact.starts_with(first)) {
            if !spelling.shape.may_be_within(shape, slips) {
                continue;
            }
            let distance = strsim::osa_distance(&key, &spelling.compact);
            match best {
                Some((known, skill)) if distance == known && skill != spelling.skill => return None,
                Some((known, _)) if distance >= known => {}
                _ if distance <= slips => best = Some((distance, spelling.skill)),
                _ => {}
            }
        }
        self.skill(best?.1)
    }
}
