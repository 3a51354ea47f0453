//! The signals: one file each, facts in, value and evidence out.

pub(crate) mod availability;
pub(crate) mod place;
pub(crate) mod rating;
pub(crate) mod skills;
