//! How much one skill counts where another is asked for.

use std::sync::LazyLock;

use super::{SkillIndex, Vocabulary};
use crate::{TableError, table::rows};

/// Related skills; see the head of `config/data/skill_relations.tsv` for what the weights mean.
#[derive(Debug)]
pub struct Relations {
    vocabulary: &'static Vocabulary,
    /// Of the skill with that index, the heaviest first.
    related: Vec<Vec<(SkillIndex, f32)>>,
}

static EMBEDDED: LazyLock<Relations> = LazyLock::new(|| {
    let table = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../config/data/skill_relations.tsv"));
    Relations::parse(table, Vocabulary::embedded()).expect("the embedded table is read by a test")
});

impl Relations {
    /// The relations that come with the program, read at the first call.
    pub fn embedded() -> &'static Self {
        &EMBEDDED
    }

    /// From a table of the same form, between skills of this vocabulary.
    pub fn parse(table: &str, vocabulary: &'static Vocabulary) -> Result<Self, TableError> {
        let mut related: Vec<Vec<(SkillIndex, f32)>> = vec![Vec::new(); vocabulary.skills().len()];
        for row in rows::<4>(table) {
            let (line, [asked, has, weight, _why]) = row?;
            let mistake = |why: String| TableError { line, why };
            let index = |slug: &str| {
                let skill = vocabulary.by_slug(slug).ok_or_else(|| mistake(format!("no skill: {slug}")))?;
                Ok(skill.index)
            };
            let weight: f32 = weight.parse().map_err(|_| mistake(format!("no weight: {weight}")))?;
            if !(0.0..1.0).contains(&weight) {
                return Err(mistake(format!("a weight lies between 0 and 1, not {weight}")));
            }
            let (asked, has) = (index(asked)?, index(has)?);
            let entries = usize::try_from(asked.0).ok().and_then(|at| related.get_mut(at));
            entries.ok_or_else(|| mistake("no such index".to_owned()))?.push((has, weight));
        }
        for entries in &mut related {
            entries
                .sort_by(|(one, heavier), (other, lighter)| lighter.total_cmp(heavier).then(one.cmp(other)));
        }
        Ok(Self { vocabulary, related })
    }

    /// What counts in part where the skill of this slug is asked for: slugs with weights between 0 and 1, the heaviest
    /// first. Having the skill itself would be 1.
    pub fn related(&self, slug: &str) -> impl Iterator<Item = (&'static str, f32)> {
        let asked = self.vocabulary.by_slug(slug).map(|skill| skill.index);
        let entries = asked.map_or(&[][..], |asked| self.of(asked));
        entries.iter().filter_map(|(has, weight)| Some((&*self.vocabulary.skill(*has)?.slug, *weight)))
    }

    /// How much having `has` counts where `asked` is asked for: 1 if they are the same, 0 if they are unrelated.
    pub fn weight(&self, asked: &str, has: &str) -> f32 {
        if asked == has {
            return 1.0;
        }
        self.related(asked).find(|(slug, _)| *slug == has).map_or(0.0, |(_, weight)| weight)
    }

    fn of(&self, asked: SkillIndex) -> &[(SkillIndex, f32)] {
        usize::try_from(asked.0).ok().and_then(|at| self.related.get(at)).map_or(&[], Vec::as_slice)
    }
}
