//! What the ranker promises: named stories, and properties of generated markets.

mod generated;
mod near_misses;
mod properties;
mod sample;
mod signals;
mod stories;
