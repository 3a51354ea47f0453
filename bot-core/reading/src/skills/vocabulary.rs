//! The skills members can name, and every way to write them.

use std::{collections::HashMap, sync::LazyLock};

use serde::{Deserialize, Serialize};

use super::shape::Shape;
use crate::{
    TableError,
    table::{rows, several},
    text,
};

/// A skill's dense number in this process; [`Skill::slug`] is what is stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct SkillIndex(pub u32);

/// One canonical skill.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skill {
    pub index: SkillIndex,
    /// The stored key: never changes.
    pub slug: Box<str>,
    /// As members read it.
    pub name: Box<str>,
    pub category: Box<str>,
    /// Requests that asked for it among those the table was built from; 0 where there is no evidence.
    pub seen: u32,
}

/// A way to write a skill.
#[derive(Debug)]
pub(super) struct Spelling {
    /// Folded, for what a member has typed so far.
    pub(super) folded: String,
    /// Compact, the key.
    pub(super) compact: String,
    pub(super) skill: SkillIndex,
    /// The canonical name rather than an alias.
    pub(super) is_name: bool,
    pub(super) shape: Shape,
}

/// Canonical skills with their aliases; see the head of `config/data/skills.tsv` for the columns.
#[derive(Debug)]
pub struct Vocabulary {
    skills: Vec<Skill>,
    by_slug: HashMap<Box<str>, SkillIndex>,
    by_spelling: HashMap<String, SkillIndex>,
    pub(super) spellings: Vec<Spelling>,
}

static EMBEDDED: LazyLock<Vocabulary> = LazyLock::new(|| {
    let table = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../config/data/skills.tsv"));
    Vocabulary::parse(table).expect("the embedded table is read by a test")
});

impl Vocabulary {
    /// The vocabulary that comes with the program, read at the first call.
    pub fn embedded() -> &'static Self {
        &EMBEDDED
    }

    /// From a table of the same form. Slugs are unique, and a spelling means one skill.
    pub fn parse(table: &str) -> Result<Self, TableError> {
        let mut vocabulary = Self {
            skills: Vec::new(),
            by_slug: HashMap::new(),
            by_spelling: HashMap::new(),
            spellings: Vec::new(),
        };
        for row in rows::<5>(table) {
            let (line, columns) = row?;
            vocabulary.add(columns).map_err(|why| TableError { line, why })?;
        }
        Ok(vocabulary)
    }

    fn add(&mut self, [slug, name, category, seen, aliases]: [&str; 5]) -> Result<(), String> {
        let index = SkillIndex(u32::try_from(self.skills.len()).map_err(|_| "too many skills".to_owned())?);
        if self.by_slug.insert(slug.into(), index).is_some() {
            return Err(format!("the slug {slug} is taken"));
        }
        let seen = seen.parse().map_err(|_| format!("seen is a count, not {seen}"))?;
        self.skills.push(Skill {
            index,
            slug: slug.into(),
            name: name.into(),
            category: category.into(),
            seen,
        });
        self.add_spelling(name, index, true)?;
        several(aliases).try_for_each(|alias| self.add_spelling(alias, index, false))
    }

    fn add_spelling(&mut self, written: &str, skill: SkillIndex, is_name: bool) -> Result<(), String> {
        let (folded, compact) = text::both(written);
        if let Some(other) = self.by_spelling.insert(compact.clone(), skill) {
            return Err(format!(
                "{written} is already {}",
                self.skill(other).map_or("", |skill| &skill.slug)
            ));
        }
        let shape = Shape::of(&compact);
        self.spellings.push(Spelling { folded, compact, skill, is_name, shape });
        Ok(())
    }

    /// All skills, by category as in the table.
    pub fn skills(&self) -> &[Skill] {
        &self.skills
    }

    /// By number; `None` for one this vocabulary never gave out.
    pub fn skill(&self, index: SkillIndex) -> Option<&Skill> {
        self.skills.get(usize::try_from(index.0).ok()?)
    }

    /// By stored key.
    pub fn by_slug(&self, slug: &str) -> Option<&Skill> {
        self.skill(*self.by_slug.get(slug)?)
    }

    /// By name or alias, however it is spelled.
    pub fn find(&self, written: &str) -> Option<&Skill> {
        self.skill(*self.by_spelling.get(&text::compact(written))?)
    }
}
