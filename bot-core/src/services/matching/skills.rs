//! Skills as numbers, and which of them stand in for which.

use std::collections::HashMap;
use std::sync::LazyLock;

use bot_matching::{Related, SkillId};
use bot_reading::skills::{Relations, SkillIndex, Vocabulary};

/// From here on a skill stands in for another. Below it lie the pairs that are merely asked for together, React and
/// MySQL: whoever has the one can't do the other's work.
const STANDS_IN: f64 = 0.3;

static RELATED: LazyLock<Related> = LazyLock::new(|| {
    let (vocabulary, relations) = (Vocabulary::embedded(), Relations::embedded());
    let mut related = Related::default();
    for wanted in vocabulary.skills() {
        for (slug, weight) in relations.related(&wanted.slug) {
            let part = hundredths(weight);
            if let Some(held) = vocabulary.by_slug(slug).filter(|_| part >= STANDS_IN) {
                related.set(id(wanted.index), id(held.index), part);
            }
        }
    }
    related
});

/// Which skills of the vocabulary stand in for which. A member's own word stands for nothing but itself.
pub(super) fn related() -> &'static Related {
    &RELATED
}

/// A weight as its table has it: two digits, whatever became of them on the way.
fn hundredths(weight: f32) -> f64 {
    (f64::from(weight) * 100.0).round() / 100.0
}

const fn id(index: SkillIndex) -> SkillId {
    SkillId(index.0)
}

/// Which number each skill has in this process, and back: the vocabulary's first, then members' own words as they come.
#[derive(Debug, Default)]
pub(super) struct SkillNumbers {
    by_word: HashMap<String, SkillId>,
    words: Vec<String>,
}

impl SkillNumbers {
    /// The number of a stored key.
    pub(super) fn number(&mut self, key: &str) -> SkillId {
        if let Some(known) = Vocabulary::embedded().by_slug(key) {
            return id(known.index);
        }
        if let Some(number) = self.by_word.get(key) {
            return *number;
        }
        let number = SkillId(u32::try_from(known() + self.words.len()).unwrap_or(u32::MAX));
        self.words.push(key.to_owned());
        self.by_word.insert(key.to_owned(), number);
        number
    }

    /// The stored key of a number.
    pub(super) fn key(&self, number: SkillId) -> String {
        if let Some(known) = Vocabulary::embedded().skill(SkillIndex(number.0)) {
            return known.slug.to_string();
        }
        let position = usize::try_from(number.0).ok().and_then(|number| number.checked_sub(known()));
        position.and_then(|position| self.words.get(position)).cloned().unwrap_or_default()
    }
}

/// How many skills the vocabulary has.
fn known() -> usize {
    Vocabulary::embedded().skills().len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_vocabulary_and_own_words_keep_their_numbers_apart() {
        let mut numbers = SkillNumbers::default();
        let keys = ["react", "gravestone lettering", "vue-js", "react", "gravestone lettering"];
        let given: Vec<_> = keys.iter().map(|key| numbers.number(key)).collect();
        assert_eq!((given[0], given[1]), (given[3], given[4]));
        let back: Vec<_> = given.iter().map(|number| numbers.key(*number)).collect();
        assert_eq!(back, keys);
        assert_eq!(numbers.key(SkillId(u32::MAX)), "");
    }

    #[test]
    fn what_is_close_stands_in_and_what_is_merely_asked_for_together_does_not() {
        let mut numbers = SkillNumbers::default();
        let mut part = |wanted: &str, held: &str| {
            let (wanted, held) = (numbers.number(wanted), numbers.number(held));
            related().of(wanted).iter().find(|(id, _)| *id == held).map(|(_, part)| *part)
        };
        assert_eq!(part("react", "next-js"), Some(0.75));
        assert_eq!(part("react", "vue-js"), Some(0.5));
        assert_eq!(part("react", "postgresql"), None, "asked for together in 0.2 of the table's measure");
        assert_eq!(part("react", "gravestone lettering"), None);
    }
}
