//! Everything of Guildhall that is not a platform.
//!
//! A platform adapter turns its own event into an [`ui::interaction::Interaction`], hands it to [`app::App`] and
//! renders the [`ui::reply::Reply`] it gets back. What members are told without having asked travels through
//! [`delivery`]. DESIGN: flows call services, services call storage, and nothing points the other way.

pub mod app;
pub mod clock;
pub mod delivery;
pub mod domain;
pub mod error;
pub mod flows;
pub mod i18n;
pub mod ids;
pub mod notify;
pub mod services;
pub mod storage;
pub mod tasks;
pub mod ui;
