//! What somebody looks for, as it is stored, narrowed and widened.

use chrono::NaiveDate;
use iso_currency::Currency;
use serde::{Deserialize, Serialize};

use crate::domain::exchange::{Approximate, ExchangeRates};
use crate::domain::money::{Money, PriceKind};
use crate::domain::place::Place;

/// The most words of a text that are looked for.
const WORDS: usize = 8;
/// The longest word that is looked for, in characters.
const WORD: usize = 40;
/// The most skills that are looked for.
const SKILLS: usize = 10;
/// By how much a limit is eased, in percent.
const EASE: i64 = 20;

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

/// A limit on what is paid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limit {
    /// Which end it limits.
    pub bound: Bound,
    /// The amount, in hundredths of the currency's unit.
    pub hundredths: i64,
    /// The currency; without one, each entry's own.
    pub currency: Option<Currency>,
}

/// Which end a limit is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Bound {
    /// So much or more.
    Least,
    /// So much or less.
    Most,
}

/// A skill that was read out of a text.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Named {
    /// Its stored key.
    pub skill: String,
    /// The words it was read from.
    pub words: String,
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
    /// Skills that its text names; each has to be there, as a skill or in what was written.
    pub named: Vec<Named>,
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
    /// A skill that the text names.
    Named(Named),
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
            named: Vec::new(),
            skills: Vec::new(),
            place: None,
            remote_too: false,
            limit: None,
            kind: None,
            free: None,
            days: None,
        }
    }

    /// With these words.
    #[must_use]
    pub fn with_words(mut self, words: impl IntoIterator<Item = String>) -> Self {
        for word in words.into_iter().filter(|word| (1..=WORD).contains(&word.chars().count())) {
            if self.words.len() < WORDS && !self.words.contains(&word) {
                self.words.push(word);
            }
        }
        self
    }

    /// With skills that a text names, unless they are asked for already.
    #[must_use]
    pub fn with_named(mut self, named: impl IntoIterator<Item = Named>) -> Self {
        for named in named.into_iter().filter(|named| !self.skills.contains(&named.skill)) {
            if self.named.len() < SKILLS {
                self.named.push(named);
            }
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
        terms.extend(self.named.iter().cloned().map(Term::Named));
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
            Term::Named(named) => self.named.retain(|kept| kept != named),
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
        self.limit = self.limit.map(Limit::eased);
        self
    }
}

impl Limit {
    /// A fifth easier to meet.
    pub(super) fn eased(self) -> Self {
        let percent = match self.bound {
            Bound::Least => 100 - EASE,
            Bound::Most => 100 + EASE,
        };
        Self { hundredths: self.hundredths.saturating_mul(percent) / 100, ..self }
    }

    /// The amount, if it is in `currency`.
    pub fn in_currency(self, currency: Currency) -> Money {
        let unit = 10_i64.pow(Money::new(0, currency).decimals());
        Money::new(self.hundredths.saturating_mul(unit) / 100, currency)
    }

    /// Whether `amount` meets it, by the rates of `day` where the currencies differ. Where no rate is known, it doesn't.
    pub(super) fn takes(self, amount: Money, day: NaiveDate) -> bool {
        let limit = self.in_currency(self.currency.unwrap_or(amount.currency));
        let compared = if limit.currency == amount.currency {
            Some(amount.minor.cmp(&limit.minor))
        } else {
            let euros = |money| ExchangeRates::embedded().in_euros(money, day).map(Approximate::euros);
            euros(amount).zip(euros(limit)).map(|(one, other)| one.total_cmp(&other))
        };
        compared.is_some_and(|compared| match self.bound {
            Bound::Least => compared.is_ge(),
            Bound::Most => compared.is_le(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_kept_once_and_within_limits() {
        let words = |list: &[&str]| {
            Query::all(Side::Work).with_words(list.iter().map(|word| (*word).to_owned())).words
        };
        assert_eq!(words(&["shop", "window", "shop", ""]), ["shop", "window"]);
        assert_eq!(words(&[&"x".repeat(10_000)]), [""; 0]);
        let many: Vec<String> = (0..100).map(|number| number.to_string()).collect();
        assert_eq!(Query::all(Side::Work).with_words(many).words.len(), WORDS);
    }

    #[test]
    fn a_limit_is_eased_towards_more() {
        let limit = Limit { bound: Bound::Least, hundredths: 50_000, currency: Some(Currency::EUR) };
        assert_eq!(limit.eased().hundredths, 40_000);
        assert_eq!(Limit { bound: Bound::Most, ..limit }.eased().hundredths, 60_000);
    }

    #[test]
    fn amounts_are_compared_across_currencies() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 24).expect("a day that exists");
        let least = |units: i64, currency| Limit { bound: Bound::Least, hundredths: units * 100, currency };
        let yen = Money::new(500, Currency::JPY);
        assert!(least(500, None).takes(yen, day), "each in its own currency");
        assert!(!least(500, Some(Currency::EUR)).takes(yen, day));
        assert!(least(500, Some(Currency::JPY)).takes(Money::new(50_000, Currency::EUR), day));
        let most = Limit { bound: Bound::Most, ..least(500, Some(Currency::EUR)) };
        assert!(most.takes(yen, day) && most.takes(Money::new(50_000, Currency::EUR), day));
        assert!(!most.takes(Money::new(50_001, Currency::EUR), day));
    }
}
