//! The journey while things go wrong on the way to a platform and back.

mod answers;
mod outages;
mod reach;
mod routes;
