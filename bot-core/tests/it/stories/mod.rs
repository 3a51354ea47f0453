//! What members go through, as transcripts that a product person can read.

mod journey;
mod kit;
mod onboarding;
mod samples;
