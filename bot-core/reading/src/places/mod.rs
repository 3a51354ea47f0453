//! Places: cities with coordinates and time zones, and countries.

mod country;
mod find;
mod gazetteer;
mod name;

pub use country::Country;
pub use find::Place;
pub use gazetteer::{City, Gazetteer};
