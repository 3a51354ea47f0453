//! The database: whether it is there, whole, ours, and how its queues stand.

use bot_core::domain::time::Timestamp;
use bot_core::storage::contents::Contents;
use bot_core::storage::inspection::Inspection;
use bot_core::storage::{Key, OpenError, SCHEMA, Seal};
use secrecy::ExposeSecret as _;

use super::Finding;
use crate::config::Configuration;

/// More open rows than this in a queue are more than a moment's work.
const MANY: i64 = 1_000;

/// Changes nothing: a schema that is missing stays missing.
pub(super) async fn examine(configuration: &Configuration, now: Timestamp) -> Vec<Finding> {
    let database = &configuration.database;
    let shown = database.shown();
    if database.file().is_some_and(|file| !file.exists()) {
        return vec![Finding::warning(
            "database",
            format!("{shown} isn't there yet"),
            "guildhall serve makes it",
        )];
    }
    let contents = match Contents::read(database.url()).await {
        Ok(contents) => contents,
        Err(error @ OpenError::Damaged(_)) => {
            let fix = "move it aside and bring a backup back: guildhall restore --from FILE";
            return vec![Finding::fault("database", format!("{shown}: {error}"), fix)];
        }
        Err(error) => {
            let fix = "see to database.url, and to the server or the file's owner";
            return vec![Finding::fault("database", format!("{shown}: {error}"), fix)];
        }
    };
    let how = if database.file().is_some() { "is whole" } else { "answers" };
    let mut findings = vec![Finding::ok("database", format!("{shown} {how}, {} rows", contents.total()))];
    findings.push(schema(contents.schema));
    if contents.schema == 0 {
        return findings;
    }
    findings.push(key(configuration, &contents.keys));
    match Inspection::read(database.url()).await {
        Ok(inspection) => {
            findings.push(queues(&inspection));
            findings.push(last_events(&inspection, now));
        }
        Err(error) => {
            findings.push(Finding::fault("queues", error.to_string(), "guildhall migrate, then look again"));
        }
    }
    findings
}

fn schema(found: i64) -> Finding {
    match found {
        SCHEMA => Finding::ok("migrations", format!("schema {SCHEMA}, the newest")),
        newer if newer > SCHEMA => Finding::fault(
            "migrations",
            format!("schema {newer}, this program knows {SCHEMA}"),
            "run the newer program",
        ),
        older => Finding::warning(
            "migrations",
            format!("schema {older}, the newest is {SCHEMA}"),
            "make a backup, then guildhall migrate (serve does it too)",
        ),
    }
}

fn key(configuration: &Configuration, written_under: &[String]) -> Finding {
    let key = configuration.security.key.as_ref().and_then(|key| Key::from_base64(key.expose_secret()).ok());
    let given =
        key.and_then(|key| Seal::new(&key).ok()).map(|seal| seal.key_id().to_owned()).unwrap_or_default();
    if written_under.is_empty() || written_under.contains(&given) {
        return Finding::ok("key", given);
    }
    Finding::fault(
        "key",
        format!("the data was written under {}, the configuration gives {given}", written_under.join(", ")),
        "give the key it was written with",
    )
}

fn queues(inspection: &Inspection) -> Finding {
    let said: Vec<_> = inspection
        .queues
        .iter()
        .map(|(name, open, given_up)| format!("{name} {open} open, {given_up} given up"))
        .collect();
    let said = said.join("; ");
    let given_up = inspection.queues.iter().find(|(_, _, given_up)| *given_up > 0);
    if let Some((name, ..)) = given_up {
        return Finding::warning("queues", said, format!("guildhall admin {name} list"));
    }
    if inspection.queues.iter().any(|(_, open, _)| *open > MANY) {
        return Finding::warning("queues", said, "see whether `guildhall serve` runs with the role worker");
    }
    Finding::ok("queues", said)
}

fn last_events(inspection: &Inspection, now: Timestamp) -> Finding {
    if inspection.last_events.is_empty() {
        return Finding::ok("last events", "none yet");
    }
    let said = inspection.last_events.iter().map(|(platform, at)| {
        let minutes = (now.millis() - at.millis()).max(0) / 60_000;
        format!("{platform} {minutes} min ago")
    });
    Finding::ok("last events", said.collect::<Vec<_>>().join(", "))
}
