//! The texts in `tests/evaluation`, and where the figures go.

use std::{fs, path::PathBuf};

use bot_reading::request::Context;
use chrono::{TimeZone, Utc};
use serde::{Deserialize, de::DeserializeOwned};
use serde_json::{Map, Value};

/// What a freelancer typed as skills.
#[derive(Debug, Deserialize)]
pub(super) struct SkillLine {
    pub(super) id: u32,
    /// In a set that was written bit by bit.
    #[serde(default)]
    pub(super) wave: u32,
    pub(super) text: String,
    pub(super) skills: Vec<String>,
    #[serde(default)]
    pub(super) optional: Vec<String>,
}

/// What a client posted.
#[derive(Debug, Deserialize)]
pub(super) struct Brief {
    pub(super) id: u32,
    #[serde(default)]
    pub(super) wave: u32,
    pub(super) text: String,
    pub(super) expected: Map<String, Value>,
    #[serde(default)]
    pub(super) optional: Vec<String>,
    /// By field, other values that are as right.
    #[serde(default)]
    pub(super) accept: Map<String, Value>,
}

/// "Now is 2026-11-24, a Tuesday."
pub(super) fn context() -> Context {
    let now = Utc.with_ymd_and_hms(2026, 11, 24, 12, 0, 0).single().expect("a time that exists");
    Context { now, zone: chrono_tz::UTC, usual_currency: None }
}

/// A file of `tests/evaluation`.
pub(super) fn skill_lines(file: &str) -> Vec<SkillLine> {
    lines(&format!("tests/evaluation/{file}"))
}

/// A file of `tests/evaluation`.
pub(super) fn briefs(file: &str) -> Vec<Brief> {
    lines(&format!("tests/evaluation/{file}"))
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn lines<T: DeserializeOwned>(path: &str) -> Vec<T> {
    let text = fs::read_to_string(root().join(path)).expect("the texts are part of the repository");
    text.lines().map(|line| serde_json::from_str(line).expect(path)).collect()
}

pub(super) fn write_docs(document: &str) {
    fs::create_dir_all(root().join("docs")).expect("docs can be made");
    fs::write(root().join("docs/reading.md"), document).expect("docs can be written");
}
