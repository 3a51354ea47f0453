//! What a member goes through: a flow decodes, calls one service and picks a view.
//!
//! One folder a feature: its actions, its forms, its views, and what they do. A feature knows of another only its
//! actions, which is what a button that leads there carries.

pub mod account;
pub mod action;
pub mod availability;
pub mod catalogue;
pub mod closed;
pub mod contract;
mod ctx;
pub mod dashboard;
pub mod experience;
pub mod find;
pub mod form;
pub mod greeting;
pub mod help;
pub mod link;
pub mod matches;
pub mod notice;
mod pager;
pub mod portfolio;
pub mod profile;
pub mod proposal;
pub mod reading;
pub mod reasons;
pub mod request;
mod router;
pub mod safety;
pub mod sample;
pub mod settings;
mod showcase;
mod suggest;
pub mod wording;

pub use ctx::Ctx;
pub use router::{first_answer, resume, route};
pub use suggest::{Suggestion, suggest};
