//! Whether a word is in what somebody wrote.
//!
//! As a word that begins so, as a skill or as a town.

use bot_reading::skills::Vocabulary;
use bot_reading::text::fold;

/// The stored key of the skill a word names.
pub(super) fn skill_of(word: &str) -> Option<String> {
    Vocabulary::embedded().find(word).map(|skill| skill.slug.to_string())
}

/// What can be searched of an entry.
#[derive(Debug)]
pub(super) struct Haystack {
    /// Folded, with a space before each word.
    text: String,
    /// How much of it was written; behind it stand the names of skills.
    written: usize,
    skills: Vec<String>,
}

impl Haystack {
    /// Of these texts and skills.
    pub(super) fn new<'a>(
        texts: impl IntoIterator<Item = &'a str>,
        skills: impl IntoIterator<Item = &'a str>,
    ) -> Self {
        let mut text = String::new();
        let mut add = |words: &str| {
            text.push(' ');
            text.push_str(&fold(words));
        };
        texts.into_iter().for_each(&mut add);
        let written = text.len();
        let mut add = |words: &str| {
            text.push(' ');
            text.push_str(&fold(words));
        };
        let vocabulary = Vocabulary::embedded();
        let skills: Vec<String> = skills.into_iter().map(str::to_owned).collect();
        for skill in &skills {
            add(vocabulary.by_slug(skill).map_or(skill.as_str(), |known| &known.name));
        }
        Self { text, written, skills }
    }

    /// Whether `word` is there.
    pub(super) fn has(&self, word: &str) -> bool {
        let named = || skill_of(word).is_some_and(|skill| self.skills.contains(&skill));
        begins_in(&self.text, word) || named()
    }

    /// Whether these words were written, rather than chosen as a skill.
    pub(super) fn says(&self, words: &str) -> bool {
        self.text.get(..self.written).is_some_and(|written| begins_in(written, words))
    }
}

/// Whether a word of `text` begins so.
fn begins_in(text: &str, words: &str) -> bool {
    let folded = fold(words);
    // Chinese has no spaces between words.
    let apart = folded.chars().next().is_some_and(|letter| !matches!(letter, '\u{3400}'..='\u{9fff}'));
    let begin = if apart { format!(" {folded}") } else { folded.clone() };
    !folded.is_empty() && text.contains(&begin)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_found_by_its_beginning_its_accents_aside_or_as_a_skill() {
        let hay = Haystack::new(["Landing pages for a café", "São Paulo", "需要网站"], ["javascript"]);
        for word in
            ["landing", "page", "cafe", "CAFÉ", "sao", "paulo", "js", "JavaScript", "网站", "landing page"]
        {
            assert!(hay.has(word), "{word}");
        }
        for word in ["ages", "figma", "", "!"] {
            assert!(!hay.has(word), "{word}");
        }
    }
}
