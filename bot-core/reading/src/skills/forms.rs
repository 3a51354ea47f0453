//! Other forms of a spelling: "diseñadora de logotipos", "в блендере".

use std::{
    collections::{HashMap, HashSet},
    sync::LazyLock,
};

use super::{Skill, SkillIndex, Vocabulary};
use crate::table::{rows, several};

/// In letters: what is left of a shorter word says too little.
const SHORTEST_LATIN: usize = 4;
const SHORTEST_OTHER: usize = 3;
/// A single word has to be this long to be looked for in other forms.
const LONG_LATIN: usize = 6;
const LONG_OTHER: usize = 4;
/// Categories whose single names are mostly those of products, which have no other forms in Latin letters.
const PRODUCTS: [&str; 3] = ["software", "systems", "data"];

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Script {
    Latin,
    Cyrillic,
    Arabic,
}

impl Script {
    fn of(word: &str) -> Option<Self> {
        let first = word.chars().find(|letter| letter.is_alphabetic())?;
        match first {
            'a'..='z' => Some(Self::Latin),
            '\u{0400}'..='\u{04ff}' => Some(Self::Cyrillic),
            '\u{0600}'..='\u{06ff}' => Some(Self::Arabic),
            _ => None,
        }
    }

    const fn shortest(self) -> usize {
        match self {
            Self::Latin => SHORTEST_LATIN,
            Self::Cyrillic | Self::Arabic => SHORTEST_OTHER,
        }
    }
}

/// An ending and what stands in its place.
type Ending = (&'static str, &'static str);

#[derive(Debug, Default)]
struct Endings {
    plain: HashMap<Script, Vec<Ending>>,
    maker: HashMap<Script, Vec<Ending>>,
    prefixes: HashMap<Script, Vec<&'static str>>,
    small: HashSet<&'static str>,
}

static ENDINGS: LazyLock<Endings> = LazyLock::new(|| {
    let table: &'static str =
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../config/data/reading/endings.tsv"));
    let mut endings = Endings::default();
    for (_, [kind, script, words]) in rows::<3>(table).filter_map(Result::ok) {
        let script = match script {
            "latin" => Some(Script::Latin),
            "cyrillic" => Some(Script::Cyrillic),
            "arabic" => Some(Script::Arabic),
            _ => None,
        };
        let ending = |word: &'static str| word.split_once('>').unwrap_or((word, ""));
        match (kind, script) {
            ("plain", Some(script)) => {
                endings.plain.entry(script).or_default().extend(several(words).map(ending));
            }
            ("maker", Some(script)) => {
                endings.maker.entry(script).or_default().extend(several(words).map(ending));
            }
            ("prefix", Some(script)) => endings.prefixes.entry(script).or_default().extend(several(words)),
            _ => endings.small.extend(several(words)),
        }
    }
    for list in endings.plain.values_mut().chain(endings.maker.values_mut()) {
        list.sort_by_key(|(ending, _)| std::cmp::Reverse(ending.len()));
    }
    endings
});

/// A word that only joins others.
pub(crate) fn is_small(word: &str) -> bool {
    ENDINGS.small.contains(word)
}

/// A folded word without the ending that its number, gender or case gives it.
pub(crate) fn plain(word: &str) -> String {
    let Some(script) = Script::of(word) else { return word.to_owned() };
    let mut rest = word;
    if let Some(prefixes) = ENDINGS.prefixes.get(&script) {
        let fits = |prefix: &&&str| {
            word.strip_prefix(**prefix).is_some_and(|rest| rest.chars().count() >= script.shortest())
        };
        let longest = prefixes.iter().filter(fits).max_by_key(|prefix| prefix.len());
        rest = longest.and_then(|prefix| word.strip_prefix(prefix)).unwrap_or(word);
    }
    stripped(rest, script, ENDINGS.plain.get(&script))
}

/// ... and without the one that makes an act or a person of it.
pub(crate) fn root(word: &str) -> String {
    let plain = plain(word);
    match Script::of(&plain) {
        Some(script) => stripped(&plain, script, ENDINGS.maker.get(&script)),
        None => plain,
    }
}

fn stripped(word: &str, script: Script, endings: Option<&Vec<Ending>>) -> String {
    let fits = |(ending, other): &&Ending| {
        word.strip_suffix(ending)
            .is_some_and(|rest| rest.chars().count() + other.chars().count() >= script.shortest())
    };
    match endings.into_iter().flatten().find(fits) {
        Some((ending, other)) => format!("{}{other}", word.strip_suffix(ending).unwrap_or(word)),
        None => word.to_owned(),
    }
}

/// Spellings by what their words have in common with other forms; `None` where that would be two skills.
#[derive(Debug, Default)]
pub(crate) struct Forms {
    /// Several words, in any order.
    phrases: HashMap<String, Option<SkillIndex>>,
    words: HashMap<String, Option<SkillIndex>>,
    roots: HashMap<String, Option<SkillIndex>>,
}

static EMBEDDED: LazyLock<Forms> = LazyLock::new(|| Forms::of(Vocabulary::embedded()));

impl Forms {
    /// Of the vocabulary that comes with the program.
    pub(crate) fn embedded() -> &'static Self {
        &EMBEDDED
    }

    fn of(vocabulary: &Vocabulary) -> Self {
        let mut forms = Self::default();
        for spelling in &vocabulary.spellings {
            let words: Vec<&str> = spelling.folded.split(' ').collect();
            match words.as_slice() {
                [only] => {
                    let product = spelling.is_name
                        && vocabulary
                            .skill(spelling.skill)
                            .is_some_and(|skill| PRODUCTS.contains(&&*skill.category));
                    let latin = Script::of(only) == Some(Script::Latin);
                    let ordinary = crate::prose::plain::is_listed(only);
                    if is_long(only) && !ordinary && !(latin && product) {
                        note(&mut forms.words, plain(only), spelling.skill);
                        note(&mut forms.roots, root(only), spelling.skill);
                    }
                }
                several => {
                    if let Some(key) = phrase(several.iter().copied()) {
                        note(&mut forms.phrases, key, spelling.skill);
                    }
                }
            }
        }
        forms
    }

    /// The skill that these words name, in whatever form and order.
    pub(crate) fn phrase<'v, 'w>(
        &self,
        vocabulary: &'v Vocabulary,
        words: impl Iterator<Item = &'w str>,
    ) -> Option<&'v Skill> {
        let skill = (*self.phrases.get(&phrase(words)?)?)?;
        vocabulary.skill(skill)
    }

    /// The skill that another form of this word names.
    pub(crate) fn word<'v>(&self, vocabulary: &'v Vocabulary, word: &str) -> Option<&'v Skill> {
        let skill = is_long(word).then(|| self.words.get(&plain(word)))??;
        vocabulary.skill((*skill)?)
    }

    /// The skill of which a word says who does it.
    pub(crate) fn maker<'v>(&self, vocabulary: &'v Vocabulary, word: &str) -> Option<&'v Skill> {
        let skill = is_long(word).then(|| self.roots.get(&root(word)))??;
        vocabulary.skill((*skill)?)
    }
}

fn is_long(word: &str) -> bool {
    let long = match Script::of(word) {
        Some(Script::Latin) => LONG_LATIN,
        Some(_) => LONG_OTHER,
        None => return false,
    };
    word.chars().count() >= long
}

/// The key of two words or more that aren't small.
fn phrase<'w>(words: impl Iterator<Item = &'w str>) -> Option<String> {
    let mut roots: Vec<String> = words.filter(|word| !is_small(word)).map(root).collect();
    roots.sort_unstable();
    (roots.len() >= 2).then(|| roots.join(" "))
}

fn note(map: &mut HashMap<String, Option<SkillIndex>>, key: String, skill: SkillIndex) {
    map.entry(key)
        .and_modify(|known| {
            if *known != Some(skill) {
                *known = None;
            }
        })
        .or_insert(Some(skill));
}
