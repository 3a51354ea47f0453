//! Skills: the vocabulary, chips from free text, and autocomplete.

mod around;
mod chips;
mod nearest;
mod slip;
mod suggest;
mod vocabulary;

pub use chips::Chip;
pub use vocabulary::{Skill, SkillIndex, Vocabulary};
