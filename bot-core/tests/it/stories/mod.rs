//! What members go through, as transcripts that a product person can read.

mod availability;
mod buttons;
mod deciding;
mod finding;
mod forms;
mod introductions;
mod journey;
pub(crate) mod kit;
mod leaving;
mod link_threats;
pub(crate) mod linking;
mod matching;
mod notices;
mod onboarding;
mod places;
mod profiles;
mod proposing;
mod requests;
mod safety;
mod samples;
mod settings;
mod showcase;
mod signals;
mod skills;
mod tuning;
mod visibility;
mod watching;
