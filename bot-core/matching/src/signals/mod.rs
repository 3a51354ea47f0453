//! The signals: one file each, facts in, value and evidence out.

pub(crate) mod answers;
pub(crate) mod availability;
pub(crate) mod budget;
pub(crate) mod exposure;
pub(crate) mod language;
pub(crate) mod place;
pub(crate) mod rating;
pub(crate) mod skills;
