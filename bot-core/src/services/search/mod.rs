//! Search on both sides of the market.
//!
//! What fits a query, what narrows it and what would widen it.
//!
//! The tables decide what is found; the ranker of matching orders it. Drafts, what people who are leaving have, and
//! whoever is blocked in either direction never appear.

mod alert;
mod bookmark;
mod entry;
mod facet;
mod kept;
mod leaf;
mod market;
mod query;
mod ranking;
mod results;
mod widening;
mod words;

pub use alert::{Alert, AlertRefusal, alert, alerts, stop, stop_all, tell_alerts, watch};
pub use bookmark::{BookmarkRefusal, bookmark, bookmarks, unbookmark};
pub use entry::{Entry, EntryId};
pub use facet::{Counted, Facet};
pub use kept::{List, Search, change, find, start};
pub use query::{Bound, Free, Limit, Named, Query, Side, Term, Where};
pub use results::{Hit, NearHit, Results, results};
pub use widening::{Widen, Widening};
