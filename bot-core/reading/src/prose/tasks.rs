//! Skills said by what is to be done with what: "edit my podcast".

use std::{
    collections::{HashMap, HashSet},
    sync::LazyLock,
};

use super::{passage::Passage, skills::Found};
use crate::{
    skills::{SkillIndex, Vocabulary, root},
    table::{rows, several},
    token::Kind,
};

/// An act on things of some kind; without things the act says it alone.
#[derive(Debug)]
struct Task {
    skill: SkillIndex,
    things: HashSet<String>,
}

/// By the root of the act's word.
static TASKS: LazyLock<HashMap<String, Vec<Task>>> = LazyLock::new(|| {
    let table = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../config/data/reading/tasks.tsv"));
    let mut tasks: HashMap<String, Vec<Task>> = HashMap::new();
    for (_, [slug, acts, things]) in rows::<3>(table).filter_map(Result::ok) {
        let Some(skill) = Vocabulary::embedded().by_slug(slug) else { continue };
        for act in several(acts) {
            let things = several(things).map(|thing| key(&crate::text::fold(thing))).collect();
            tasks.entry(key(&crate::text::fold(act))).or_default().push(Task { skill: skill.index, things });
        }
    }
    tasks
});

/// How far an act and its thing may stand apart, in tokens.
const REACH: usize = 6;

fn key(word: &str) -> String {
    root(word)
}

/// Adds the skills of all tasks to those that are named.
pub(super) fn add(passage: &Passage<'_>, found: &mut Vec<Found>) {
    let keys: Vec<String> = passage
        .tokens
        .iter()
        .map(|token| if token.kind == Kind::Word { key(&token.folded) } else { String::new() })
        .collect();
    let mut named: Vec<Option<SkillIndex>> = vec![None; keys.len()];
    for (skill, tokens) in &*found {
        named[tokens.clone()].fill(Some(*skill));
    }
    for at in 0..keys.len() {
        for task in TASKS.get(&keys[at]).into_iter().flatten() {
            if named[at] != Some(task.skill) && is_done(passage, &keys, at, task) {
                found.push((task.skill, at..at + 1));
            }
        }
    }
    found.sort_by_key(|(_, tokens)| (tokens.start, tokens.end));
}

/// Whether one of the things of an act stands near it in its sentence.
fn is_done(passage: &Passage<'_>, keys: &[String], at: usize, task: &Task) -> bool {
    let sentence = passage.sentence(at);
    let mut near = at.saturating_sub(REACH).max(sentence.start)..(at + 1 + REACH).min(sentence.end);
    task.things.is_empty() || near.any(|other| other != at && task.things.contains(&keys[other]))
}
