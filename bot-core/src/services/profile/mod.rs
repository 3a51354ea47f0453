//! Profiles: changing a section of one's own, seeing somebody's.

mod absence;
mod edit;
mod experience;
mod freshness;
mod portfolio;
mod read;

pub use absence::{BEGIN_ABSENCE, begin_absence};
pub use edit::{ProfileRefusal, Section, edit, edit_at};
pub(super) use edit::{apply_all, store};
pub use experience::{put_experience, remove_experience};
pub use freshness::is_stale;
pub use portfolio::{put_item, remove_item};
pub use read::{ProfileCard, approach, card};
