//! Pure types and rules of the marketplace: no async, no storage, no wording.

pub mod account;
pub mod activity;
pub mod contract;
pub mod correction;
pub mod exchange;
pub mod grounds;
pub mod hold;
pub mod id;
pub mod identity;
pub mod link;
pub mod merging;
pub mod money;
pub mod place;
pub mod profile;
pub mod proposal;
pub mod quiet;
pub mod report;
pub mod request;
pub mod revision;
pub mod template;
pub mod time;
pub mod topic;
pub mod wall;
pub mod wishes;
pub mod words;
