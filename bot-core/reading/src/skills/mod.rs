//! Skills: the vocabulary, how they relate, chips from free text, and autocomplete.

mod around;
pub(crate) mod chips;
mod claims;
mod forms;
mod nearest;
mod relations;
mod shape;
mod slip;
mod suggest;
mod vocabulary;

pub use chips::Chip;
pub use claims::Claimed;
pub(crate) use forms::{Forms, is_small, root};
pub use relations::Relations;
pub use vocabulary::{Skill, SkillIndex, Vocabulary};
