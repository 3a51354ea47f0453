//! How rare each skill is among the people, so that a rare one says more.

use std::collections::{BTreeSet, HashMap};

use crate::{Person, SkillId};

/// Document frequencies: how many people have each skill. Kept current by adding and removing people.
#[derive(Clone, Debug, Default)]
pub struct Rarity {
    people: u32,
    having: HashMap<SkillId, u32>,
}

impl Rarity {
    /// Counted over `people`.
    pub fn of<'a>(people: impl IntoIterator<Item = &'a Person>) -> Self {
        let mut rarity = Self::default();
        for person in people {
            rarity.add(person);
        }
        rarity
    }

    /// Counts somebody in.
    pub fn add(&mut self, person: &Person) {
        self.people = self.people.saturating_add(1);
        for id in distinct(person) {
            let having = self.having.entry(id).or_default();
            *having = having.saturating_add(1);
        }
    }

    /// Counts somebody out, with the skills they were counted in with.
    pub fn remove(&mut self, person: &Person) {
        self.people = self.people.saturating_sub(1);
        for id in distinct(person) {
            if let Some(having) = self.having.get_mut(&id) {
                *having = having.saturating_sub(1);
            }
        }
    }

    /// Inverse document frequency, `ln(1 + (n + 1) / (df + 1))`: smoothed so that an unseen skill is finite and one
    /// that everybody has still weighs `ln 2`. (Spärck Jones 1972, "A statistical interpretation of term specificity".)
    pub fn weight(&self, id: SkillId) -> f64 {
        let having = self.having.get(&id).copied().unwrap_or(0).min(self.people);
        (1.0 + f64::from(self.people.saturating_add(1)) / f64::from(having.saturating_add(1))).ln()
    }
}

fn distinct(person: &Person) -> BTreeSet<SkillId> {
    person.skills.iter().map(|skill| skill.id).collect()
}
