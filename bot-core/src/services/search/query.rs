//! What somebody looks for, as it is stored, narrowed and widened.

use iso_currency::Currency;
use serde::{Deserialize, Serialize};

use crate::domain::money::{Money, PriceKind};
use crate::domain::place::Place;

/// The most words of a text that are looked for.
const WORDS: usize = 8;
/// The longest word that is looked for, in characters.
const WORD: usize = 40;
/// The most skills that are looked for.
const SKILLS: usize = 10;
/// By how much a limit is eased, in percent.
pub(super) const EASE: i64 = 20;

/// Which side of the market is searched.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// Open requests.
    Work,
    /// People.
    Talent,
}

/// Where the work is done, or where the people are.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Where {
    /// From anywhere.
    Remote,
    /// In person, wherever that is.
    InPerson,
    /// In or near a town.
    Near(Place),
    /// In a country, by its ISO 3166-1 alpha-2 code.
    Country(String),
}

/// A limit on what is paid: the least a request offers, or the most a person asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limit {
    /// Whole units of the currency.
    pub units: i64,
    /// The currency; without one, each entry's own.
    pub currency: Option<Currency>,
}

/// When people have time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Free {
    /// Now.
    Now,
    /// Now or soon.
    Soon,
}

/// What somebody looks for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Query {
    /// Which side of the market.
    pub side: Side,
    /// Words, in the order they were written; each has to be there.
    pub words: Vec<String>,
    /// Skills by their stored keys; each has to be there.
    pub skills: Vec<String>,
    /// Where.
    pub place: Option<Where>,
    /// Remote entries too, whatever the place says.
    pub remote_too: bool,
    /// What is paid.
    pub limit: Option<Limit>,
    /// What a price is for.
    pub kind: Option<PriceKind>,
    /// When people have time.
    pub free: Option<Free>,
    /// Posted within so many days.
    pub days: Option<u16>,
}

/// One thing that a query asks for: it is met or it isn't.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Term {
    /// A word.
    Word(String),
    /// A skill, by its stored key.
    Skill(String),
    /// The place.
    Place,
    /// The limit on what is paid.
    Limit,
    /// What the price is for.
    Kind,
    /// Availability.
    Free,
    /// How long ago it was posted.
    Posted,
}

impl Query {
    /// Everything on one side of the market.
    pub fn all(side: Side) -> Self {
        Self {
            side,
            words: Vec::new(),
            skills: Vec::new(),
            place: None,
            remote_too: false,
            limit: None,
            kind: None,
            free: None,
            days: None,
        }
    }

    /// With the words of `text`. Short ones carry no meaning unless they name a skill, or there are no others.
    #[must_use]
    pub fn with_text(mut self, text: &str) -> Self {
        let written =
            || text.split_whitespace().map(|word| word.trim_matches(|c: char| c.is_ascii_punctuation()));
        let words = |long: bool| -> Vec<String> {
            let kept = written()
                .filter(|word| !word.is_empty() && word.chars().count() <= WORD)
                .filter(|word| !long || word.chars().count() > 3 || super::words::names_skill(word));
            let mut words: Vec<String> = Vec::new();
            for word in kept.map(str::to_lowercase) {
                if words.len() < WORDS && !words.contains(&word) {
                    words.push(word);
                }
            }
            words
        };
        self.words = words(true);
        if self.words.is_empty() {
            self.words = words(false);
        }
        self
    }

    /// With these skills, by their stored keys.
    #[must_use]
    pub fn with_skills(mut self, skills: impl IntoIterator<Item = String>) -> Self {
        self.skills = skills.into_iter().take(SKILLS).collect();
        self
    }

    /// Everything it asks for.
    pub fn terms(&self) -> Vec<Term> {
        let mut terms: Vec<Term> = self.words.iter().cloned().map(Term::Word).collect();
        terms.extend(self.skills.iter().cloned().map(Term::Skill));
        terms.extend(self.place.is_some().then_some(Term::Place));
        terms.extend(self.limit.is_some().then_some(Term::Limit));
        terms.extend(self.kind.is_some().then_some(Term::Kind));
        terms.extend(self.free.is_some().then_some(Term::Free));
        terms.extend(self.days.is_some().then_some(Term::Posted));
        terms
    }

    /// Without one of the things it asks for.
    #[must_use]
    pub fn without(mut self, term: &Term) -> Self {
        match term {
            Term::Word(word) => self.words.retain(|kept| kept != word),
            Term::Skill(skill) => self.skills.retain(|kept| kept != skill),
            Term::Place => (self.place, self.remote_too) = (None, false),
            Term::Limit => self.limit = None,
            Term::Kind => self.kind = None,
            Term::Free => self.free = None,
            Term::Posted => self.days = None,
        }
        self
    }

    /// With a limit that is a fifth easier.
    #[must_use]
    pub fn eased(mut self) -> Self {
        let side = self.side;
        if let Some(limit) = &mut self.limit {
            *limit = limit.eased(side);
        }
        self
    }
}

impl Limit {
    /// A fifth easier to meet: lower for what a request offers, higher for what a person asks.
    pub(super) fn eased(self, side: Side) -> Self {
        let percent = match side {
            Side::Work => 100 - EASE,
            Side::Talent => 100 + EASE,
        };
        Self { units: self.units.saturating_mul(percent) / 100, ..self }
    }

    /// The limit in the minor units of `currency`; none if it was set in another one.
    pub(super) fn minor(self, currency: Currency) -> Option<i64> {
        if self.currency.is_some_and(|own| own != currency) {
            return None;
        }
        Some(self.units.saturating_mul(10_i64.pow(Money::new(0, currency).decimals())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_words_count_only_where_they_mean_something() {
        let words = |text: &str| Query::all(Side::Work).with_text(text).words;
        assert_eq!(words("figma in Lisbon"), ["figma", "lisbon"]);
        assert_eq!(words("SEO for a shop, SEO"), ["seo", "shop"]);
        assert_eq!(words("oh"), ["oh"]);
        assert_eq!(words(&"word ".repeat(500)), ["word"]);
        assert_eq!(words(&"x".repeat(10_000)), [""; 0]);
    }

    #[test]
    fn a_limit_is_eased_towards_more() {
        let limit = Limit { units: 500, currency: Some(Currency::EUR) };
        assert_eq!(limit.eased(Side::Work).units, 400);
        assert_eq!(limit.eased(Side::Talent).units, 600);
        assert_eq!(limit.minor(Currency::EUR), Some(50_000));
        assert_eq!(limit.minor(Currency::JPY), None);
        assert_eq!(Limit { currency: None, ..limit }.minor(Currency::JPY), Some(500));
    }
}
