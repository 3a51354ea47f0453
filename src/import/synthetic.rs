//! Invented freelancers and requests, the same each time for the same seed.
//!
//! Skills come as often as public requests ask for them: the column `seen` of the vocabulary.

use bot_core::domain::identity::{Identity, Platform};
use bot_core::domain::money::{Budget, Money, Price, PriceKind};
use bot_core::domain::place::WorkPlace;
use bot_core::domain::profile::{LanguageLevel, ProfileLanguage, ProfileSkill};
use bot_core::domain::request::{Brief, RequestSkill};
use bot_core::flows::reading;
use bot_core::services::import::{Content, Entry};
use bot_core::services::profile::Section;
use bot_reading::places::{City, Gazetteer, Place};
use bot_reading::skills::{Skill, Vocabulary};
use iso_currency::Currency;

use crate::chance::Chance;

/// How many requests one invented client has.
const REQUESTS_EACH: usize = 4;
/// Only towns with this many people, so that there is company.
const TOWN: u32 = 500_000;
/// How many skills out of ten belong to the same field of work.
const OF_ONE_FIELD: usize = 7;
const CURRENCIES: [Currency; 3] = [Currency::EUR, Currency::USD, Currency::GBP];

/// A market to invent.
#[derive(Debug)]
pub(crate) struct Invention {
    seed: u64,
    skills: Vec<&'static Skill>,
    towns: Vec<&'static City>,
    stories: Vec<(&'static str, &'static str)>,
}

impl Invention {
    /// A market that depends on `seed` alone.
    pub(crate) fn new(seed: u64) -> Self {
        let table = include_str!("../../config/data/synthetic.tsv");
        let rows = table.lines().filter(|line| !line.starts_with('#'));
        Self {
            seed,
            skills: Vocabulary::embedded().skills().iter().filter(|skill| skill.seen > 0).collect(),
            towns: Gazetteer::embedded().cities().iter().filter(|city| city.population >= TOWN).collect(),
            stories: rows.filter_map(|line| line.split_once('\t')).collect(),
        }
    }

    /// `count` freelancers, then as many requests.
    pub(crate) fn entries(&self, count: usize) -> impl ExactSizeIterator<Item = (usize, Entry)> {
        (0..2 * count).map(move |number| {
            let entry = if number < count { self.freelancer(number) } else { self.request(number - count) };
            (number + 1, entry)
        })
    }

    fn freelancer(&self, number: usize) -> Entry {
        let mut chance = self.chance(0, number);
        let skills = self.pick(&mut chance, 3, 8);
        let (town, currency) = (chance.pick(&self.towns), *chance.pick(&CURRENCIES));
        let names: Vec<&str> = skills.iter().take(2).map(|skill| skill.name.as_ref()).collect();
        let practised = |skill: &&Skill| ProfileSkill {
            skill: skill.slug.to_string(),
            level: u8::try_from(chance.between(1, 4)).unwrap_or(2),
            years: u8::try_from(chance.between(0, 15)).unwrap_or_default(),
        };
        let sections = vec![
            Section::Skills(skills.iter().map(practised).collect()),
            Section::Headline(bot_core::ui::limits::shortened(&names.join(" and "), 80)),
            Section::Rate(Some(Price {
                amount: Money::new(chance.between(15, 140) * 100, currency),
                kind: PriceKind::Hourly,
            })),
            Section::Place(reading::town(&Place::City(town))),
            Section::Remote(!chance.one_in(6)),
            Section::Hours(u8::try_from(chance.between(5, 40)).unwrap_or(20)),
            Section::Languages(vec![ProfileLanguage {
                language: "en".to_owned(),
                level: LanguageLevel::Fluent,
            }]),
        ];
        Entry {
            key: format!("synthetic:{}:freelancer:{number}", self.seed),
            owner: person("freelancer", number),
            content: Content::Freelancer(sections, Some(town.zone)),
        }
    }

    fn request(&self, number: usize) -> Entry {
        let mut chance = self.chance(1, number);
        let skills = self.pick(&mut chance, 2, 5);
        let (title, description) = *chance.pick(&self.stories);
        let name = |place: usize| skills.get(place).map(|skill| skill.name.as_ref()).unwrap_or_default();
        let told = |text: &str| text.replace("{skill}", name(0)).replace("{second}", name(1));
        let least = chance.between(2, 60) * 5_000;
        let town = chance.pick::<&City>(&self.towns);
        let town = reading::town(&Place::City(town));
        let place =
            town.filter(|_| chance.one_in(8)).map_or(WorkPlace::Remote { offsets: None }, WorkPlace::OnSite);
        let asked = |(place, skill): (usize, &&Skill)| RequestSkill {
            skill: skill.slug.to_string(),
            must: place == 0,
        };
        let brief = Brief {
            title: bot_core::ui::limits::shortened(&told(title), 80),
            description: told(description),
            skills: skills.iter().enumerate().map(asked).collect(),
            budget: Some(Budget {
                min: Some(least),
                max: Some(least + least / 2),
                currency: *chance.pick(&CURRENCIES),
                kind: PriceKind::Fixed,
            }),
            place,
            due_at: None,
            starts_at: None,
            hours_per_week: None,
            pace: None,
            languages: Vec::new(),
        };
        Entry {
            key: format!("synthetic:{}:request:{number}", self.seed),
            owner: person("client", number / REQUESTS_EACH),
            content: Content::Request(Box::new(brief)),
        }
    }

    /// The chance of one entry, whatever was drawn for others.
    fn chance(&self, kind: u64, number: usize) -> Chance {
        let number = u64::try_from(number).unwrap_or_default();
        Chance::new(self.seed.wrapping_mul(0x9E37_79B9).wrapping_add(number * 2 + kind))
    }

    /// Some skills, the first as often as it is asked for and most of the others of its field.
    fn pick(&self, chance: &mut Chance, least: i64, most: i64) -> Vec<&'static Skill> {
        let share = |skill: &&Skill| usize::try_from(skill.seen).unwrap_or_default();
        let first = *chance.pick_by_share(&self.skills, share);
        let field: Vec<&Skill> =
            self.skills.iter().copied().filter(|skill| skill.category == first.category).collect();
        let mut picked = vec![first];
        for _ in 1..chance.between(least, most) {
            let from = if chance.below(10) < OF_ONE_FIELD { &field } else { &self.skills };
            let next = *chance.pick_by_share(from, share);
            if !picked.iter().any(|skill| skill.slug == next.slug) {
                picked.push(next);
            }
        }
        picked
    }
}

/// Somebody who is nobody: no platform gives out such ids.
fn person(what: &str, number: usize) -> Identity {
    let user = format!("synthetic-{what}-{number}");
    Identity { platform: Platform::Telegram, name: format!("Synthetic {what} {number}"), user, handle: None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_invents_the_same_market_and_each_entry_once() {
        let once: Vec<_> = Invention::new(7).entries(40).collect();
        let again: Vec<_> = Invention::new(7).entries(40).collect();
        assert_eq!(once, again);
        assert_ne!(once, Invention::new(8).entries(40).collect::<Vec<_>>());
        let keys: std::collections::BTreeSet<_> = once.iter().map(|(_, entry)| &entry.key).collect();
        assert_eq!(keys.len(), 80);
    }
}
