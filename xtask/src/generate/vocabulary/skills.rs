//! skills.tsv: every skill with all of its names, each of which means one skill.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use anyhow::ensure;
use bot_reading::text::compact;

use super::evidence::Evidence;
use super::sources::{Skill, Sources, rows};
use crate::workspace;

const HEAD: &str = "\
# Skills that members can name. Columns: slug, name, category, seen, aliases.
# slug      the stored key: never changed, never given to another skill
# name      as members read it
# category  one of the fields of freelance work below, in this file's order
# seen      requests that asked for it among 18,600 public ones (mostly software); orders suggestions, 0 = no evidence
# aliases   other ways to write it, separated by |; upper and lower case, accents, spaces and punctuation other than + and #
#           make no difference, so \"nodejs\" needs no row of its own beside \"Node.js\"
# Made by `cargo xtask gen vocabulary` from sources/; see docs/data.md.
# Sources: our own tables; ESCO v1, European Commission (some names of ICT skills); GitHub Linguist, MIT (some names of
#          languages), by way of linguist-languages 9.5.0; the counts of skills in public freelance requests.
";

/// The vocabulary as it will be written.
pub(super) struct Table<'s> {
    skills: Vec<Row<'s>>,
    /// Compact spelling to slug.
    spellings: BTreeMap<String, String>,
}

struct Row<'s> {
    skill: &'s Skill,
    aliases: Vec<&'s str>,
    compact: Vec<String>,
}

impl<'s> Table<'s> {
    /// Names written by hand have to be unambiguous; a published name that already means something is left out.
    pub(super) fn build(
        sources: &'s Sources,
        published: &'s BTreeMap<String, Vec<String>>,
    ) -> anyhow::Result<Self> {
        let mut table = Self { skills: Vec::new(), spellings: BTreeMap::new() };
        for skill in &sources.skills {
            let mut row = Row { skill, aliases: Vec::new(), compact: Vec::new() };
            table.own(&mut row, &skill.name)?;
            for alias in skill.aliases.iter().chain(sources.names.get(&skill.slug).into_iter().flatten()) {
                table.own(&mut row, alias)?;
                row.aliases.push(alias);
            }
            table.skills.push(row);
        }
        for at in 0..table.skills.len() {
            for name in published.get(&table.skills[at].skill.slug).into_iter().flatten() {
                table.borrow(at, name);
            }
        }
        let slugs: BTreeSet<&str> = sources.skills.iter().map(|skill| skill.slug.as_str()).collect();
        for slug in sources.names.keys().chain(published.keys()) {
            ensure!(slugs.contains(slug.as_str()), "{slug} has names but is no skill");
        }
        table.keeps_every_slug(&slugs)?;
        Ok(table)
    }

    fn own(&mut self, row: &mut Row<'s>, name: &str) -> anyhow::Result<()> {
        let key = compact(name);
        ensure!(!key.is_empty(), "{} has a name without letters", row.skill.slug);
        if let Some(other) = self.spellings.insert(key.clone(), row.skill.slug.clone()) {
            anyhow::bail!("{name} of {} is already {other}", row.skill.slug);
        }
        row.compact.push(key);
        Ok(())
    }

    fn borrow(&mut self, at: usize, name: &'s str) {
        let row = &mut self.skills[at];
        let key = compact(name);
        if !self.spellings.contains_key(&key) {
            self.spellings.insert(key.clone(), row.skill.slug.clone());
            row.aliases.push(name);
            row.compact.push(key);
        }
    }

    /// Profiles are stored with slugs: none that was ever published may go.
    fn keeps_every_slug(&self, slugs: &BTreeSet<&str>) -> anyhow::Result<()> {
        let present = workspace::root().join("config/data/skills.tsv");
        for [slug, ..] in rows::<5>(&present)? {
            ensure!(slugs.contains(slug.as_str()), "the slug {slug} would be gone");
        }
        ensure!(slugs.len() == self.skills.len(), "a slug stands twice");
        Ok(())
    }

    /// The skill a name means.
    pub(super) fn slug(&self, name: &str) -> Option<&str> {
        self.spellings.get(&compact(name)).map(String::as_str)
    }

    /// In the order of the table.
    pub(super) fn slugs(&self) -> impl Iterator<Item = &str> {
        self.skills.iter().map(|row| row.skill.slug.as_str())
    }

    pub(super) fn text(&self, evidence: &Evidence) -> String {
        let mut text = HEAD.to_owned();
        for Row { skill, aliases, compact } in &self.skills {
            let seen = evidence.seen(compact.iter().map(String::as_str));
            let Skill { slug, name, category, .. } = skill;
            let aliases = aliases.join("|");
            writeln!(text, "{slug}\t{name}\t{category}\t{seen}\t{aliases}").expect("a String takes any text");
        }
        text
    }
}
