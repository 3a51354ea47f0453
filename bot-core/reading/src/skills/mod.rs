//! Skills: the vocabulary, how they relate, chips from free text, and autocomplete.

mod around;
mod chips;
mod claims;
mod nearest;
mod relations;
mod shape;
mod slip;
mod suggest;
mod vocabulary;

pub use chips::Chip;
pub use claims::Claimed;
pub use relations::Relations;
pub use vocabulary::{Skill, SkillIndex, Vocabulary};
