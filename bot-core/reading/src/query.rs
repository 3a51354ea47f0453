//! A search out of a few words.
//!
//! Such as "webflow designer lisbon under 40 €/h". A search says less than a message does: a town counts wherever it
//! stands, and what none of the readers knows is a word to look for.

use std::{ops::Range, sync::LazyLock};

use iso_currency::Currency;

use crate::{
    Reading, Span, language,
    lexicon::Lexicon,
    money,
    places::{Gazetteer, Place},
    prose::{
        budget,
        passage::Passage,
        skills::{self, AROUND, Around, Listing},
        stance::{Stance, Stances},
    },
    request::{Context, Offer, Terms},
    skills::{SkillIndex, Vocabulary},
    text,
    timeline::{self, Pace},
    token::{self, Token},
    workplace::{self, Kind, Word},
};

/// What was read, each with where it stands.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct QueryDraft {
    pub skills: Vec<Reading<SkillIndex>>,
    pub kind: Option<Reading<Kind>>,
    pub place: Option<Reading<Place<'static>>>,
    /// With one end only where a bound was named: "under 40 €/h" has a `max` and no `min`.
    pub pay: Option<Reading<Terms>>,
    /// "available now", "asap"
    pub now: Option<Span>,
    /// What is left, without the words that say nothing about what is looked for.
    pub words: Vec<Reading<String>>,
}

/// Words that mean something else in a search than in a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Said {
    /// Nothing about what is looked for.
    Skip,
    Now,
    /// In small letters it is no town.
    Plain,
}

static SAID: LazyLock<Lexicon<Said>> = LazyLock::new(|| {
    let table = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../config/data/reading/search.tsv"));
    let meaning = |name: &str| match name {
        "skip" => Some(Said::Skip),
        "now" => Some(Said::Now),
        "plain" => Some(Said::Plain),
        _ => None,
    };
    Lexicon::parse(table, meaning).expect("the embedded table is read by a test")
});

/// Letters of the shortest town that counts in small letters, of the shortest that counts by another name than its own
/// too, and how many people have to live there.
const TOWN: usize = 4;
const ALIAS: usize = 5;
const PEOPLE: u32 = 100_000;
const MANY_PEOPLE: u32 = 500_000;

/// Reads the words of a search. Whatever they order the software to do are just words to look for.
pub fn read(text: &str, context: &Context) -> QueryDraft {
    let passage = Passage::new(text);
    let stances = Stances::of(&passage);
    let named = skills::named(&passage, &stances, Vocabulary::embedded(), Listing::Brief);
    let mut search =
        Search { passage: &passage, stances: &stances, taken: vec![false; passage.tokens.len()] };
    for skill in &named {
        search.taken[skill.tokens.clone()].fill(true);
    }
    let mut draft = QueryDraft { pay: pay(&passage, context.usual_currency), ..QueryDraft::default() };
    if let Some(pay) = &draft.pay {
        search.take(pay.span);
    }
    let today = context.now.with_timezone(&context.zone).date_naive();
    let times = timeline::find(&passage.tokens, today);
    times.spans().into_iter().for_each(|span| search.take(span));
    draft.now = times.pace.filter(|pace| pace.value == Pace::Asap).map(|pace| pace.span);
    search.rest(&mut draft);
    draft.skills = named.iter().map(|found| Reading::new(found.skill, passage.span(&found.tokens))).collect();
    draft
}

/// An amount with a currency or as a price, or at least with a word that makes it a limit.
fn pay(passage: &Passage<'_>, usual: Option<Currency>) -> Option<Reading<Terms>> {
    if let Some(Reading { value: Offer::Stated(terms), span }) = budget::read(passage, usual, true) {
        return Some(Reading::new(terms, span));
    }
    let limit =
        money::find(passage, usual).found.into_iter().find(|sum| sum.min.is_some() != sum.max.is_some())?;
    let terms = Terms { min: limit.min, max: limit.max, currency: limit.currency, per: limit.per };
    Some(Reading::new(terms, limit.span))
}

/// A search of which some tokens are read.
struct Search<'p> {
    passage: &'p Passage<'p>,
    stances: &'p Stances,
    taken: Vec<bool>,
}

impl Search<'_> {
    fn take(&mut self, span: Span) {
        for (token, taken) in self.passage.tokens.iter().zip(&mut self.taken) {
            *taken |= span.start < token.span.end && token.span.start < span.end;
        }
    }

    /// Reads what isn't taken: places, what means something in a search, and words.
    fn rest(&self, draft: &mut QueryDraft) {
        let (mut at, mut announced) = (0, false);
        while at < self.taken.len() {
            if self.taken[at] {
                (at, announced) = (at + 1, false);
                continue;
            }
            let rest = self.free(at);
            let span = |length: usize| self.passage.span(&(at..at + length));
            let place = workplace::word_at(rest);
            if let Some((said, length)) = SAID.at(rest).filter(|(said, _)| **said != Said::Plain) {
                if *said == Said::Now {
                    draft.now.get_or_insert(span(length));
                }
                (at, announced) = (at + length, false);
            } else if let Some((found, length)) = self.town(at, announced) {
                draft.place.get_or_insert(found);
                (at, announced) = (at + length, false);
            } else if let Some((word, length)) = place {
                if let Some(kind) = workplace::kind(word).filter(|_| !self.stances.denied(self.passage, at)) {
                    draft.kind.get_or_insert(Reading::new(kind, span(length)));
                }
                (at, announced) = (at + length, matches!(word, Word::At | Word::OnSite | Word::Remote));
            } else {
                let length = self.silent(at).unwrap_or_else(|| self.word(at, draft));
                (at, announced) = (at + length, false);
            }
        }
    }

    /// The tokens from `at` to the next that is taken, or to the end of the sentence.
    fn free(&self, at: usize) -> &[Token] {
        let rest = self.passage.rest(at);
        let free = self.taken[at..].iter().take_while(|taken| !**taken).count();
        &rest[..free.min(rest.len())]
    }

    /// A town or a country that begins here.
    fn town(&self, at: usize, announced: bool) -> Option<(Reading<Place<'static>>, usize)> {
        let (place, length) = Gazetteer::embedded().at(self.free(at))?;
        let written = place.span.of(self.passage.text);
        let letters = written.chars().filter(|letter| letter.is_alphabetic()).count();
        let small = written.chars().any(char::is_lowercase) && !written.chars().any(char::is_uppercase);
        let ideographs = self.passage.tokens[at..at + length].iter().all(Token::is_ideograph);
        let sure = match &place.value {
            _ if ideographs => letters >= 2,
            Place::Country(_) => letters >= TOWN || (!small && letters >= 2),
            Place::City(_) if announced || !small => letters >= TOWN || (!small && letters >= 3),
            Place::City(city) => {
                let own = text::fold(city.name) == text::fold(written);
                let people = if own && letters >= ALIAS { PEOPLE } else { MANY_PEOPLE };
                letters >= if own { TOWN } else { ALIAS }
                    && city.population >= people
                    && (length > 1 || !self.is_plain(at))
            }
        };
        (sure && !self.stances.denied(self.passage, at)).then_some((place, length))
    }

    fn is_plain(&self, at: usize) -> bool {
        let token = &self.passage.tokens[at];
        language::is_common(token) || matches!(SAID.at(self.free(at)), Some((Said::Plain, _)))
    }

    /// How many tokens from here say nothing about what is looked for; none if they do.
    fn silent(&self, at: usize) -> Option<usize> {
        let token = &self.passage.tokens[at];
        let stance = self.stances.all().iter().find(|(_, range)| range.start == at);
        if let Some((stance, range)) = stance {
            // "no wix": what isn't wanted isn't looked for either
            let unwanted = usize::from(*stance == Stance::Not && self.taken.get(range.end) == Some(&false));
            return Some(range.len() + unwanted);
        }
        match AROUND.at(self.free(at)) {
            // "react developer", "développeur react"
            Some((Around::After, length)) if self.beside_taken(at..at + length) => return Some(length),
            Some((Around::Before | Around::Joins | Around::Level(_) | Around::Years, length)) => {
                return Some(length);
            }
            _ => {}
        }
        let letter = token.kind == token::Kind::Word && token.span.of(self.passage.text).len() == 1;
        (letter || token.kind == token::Kind::Mark || language::is_common(token)).then_some(1)
    }

    /// Whether a token goes on with the word before it.
    fn is_joined(&self, at: usize) -> bool {
        self.passage.gap(at - 1).is_empty() && self.passage.tokens[at].kind != token::Kind::Mark
    }

    fn beside_taken(&self, range: Range<usize>) -> bool {
        let before = range.start.checked_sub(1).is_some_and(|before| self.taken[before]);
        before || self.taken.get(range.end) == Some(&true)
    }

    /// Keeps the word that begins here: several letters where they are words of their own.
    fn word(&self, at: usize, draft: &mut QueryDraft) -> usize {
        let free = self.free(at);
        let length = match free.iter().take_while(|token| token.is_ideograph()).count() {
            // "mp3", "h264"
            0 => 1 + (1..free.len()).take_while(|ahead| self.is_joined(at + ahead)).count(),
            letters => (1..letters).find(|ahead| self.silent(at + ahead).is_some()).unwrap_or(letters),
        };
        let range = at..at + length;
        let span = self.passage.span(&range);
        let word = text::fold(span.of(self.passage.text));
        if !word.is_empty() {
            draft.words.push(Reading::new(word, span));
        }
        length
    }
}
