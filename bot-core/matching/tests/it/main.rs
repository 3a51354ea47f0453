//! What the ranker promises: stories with names, and properties over generated markets.

mod generated;
mod near_misses;
mod properties;
mod sample;
mod stories;
