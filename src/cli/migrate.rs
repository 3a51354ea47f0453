//! `guildhall migrate`: brings the schema up to date; needs an address only.

use bot_core::storage::{SCHEMA, migrate};

use super::print;
use crate::config::{Loaded, Problems};
use crate::stop::Stop;

pub(super) async fn run(loaded: &Loaded) -> Result<(), Stop> {
    let database = &loaded.configuration.database;
    let faults: Vec<_> =
        loaded.problems.faults.iter().filter(|fault| fault.subject == "database.url").collect();
    let (Some(dialect), true) = (database.dialect(), faults.is_empty()) else {
        let faults = faults.into_iter().cloned().collect();
        return Err(Stop::Configuration(Problems { faults, notes: Vec::new() }));
    };
    migrate(database.url(), dialect).await?;
    print(&format!("{} has schema {SCHEMA}\n", database.shown()))
}
