//! What a draft was read from: the words behind each of its values.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// A part of a request that is read, shown and corrected by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// One line.
    Title,
    /// What "done" looks like.
    Details,
    /// Skills.
    Skills,
    /// What it may cost.
    Budget,
    /// From when, until when, how much of a hurry.
    When,
    /// Where it is done.
    Where,
    /// Which languages it takes.
    Languages,
}

impl Field {
    /// Every field, in the order members meet them.
    pub const ALL: [Self; 7] =
        [Self::Title, Self::Details, Self::Skills, Self::Budget, Self::When, Self::Where, Self::Languages];

    /// The key under which buttons and texts name it: at most 8 bytes.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Details => "what",
            Self::Skills => "skills",
            Self::Budget => "budget",
            Self::When => "when",
            Self::Where => "where",
            Self::Languages => "speech",
        }
    }

    /// Reads what [`Self::key`] wrote.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.key() == key)
    }
}

/// Why a value is to be asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Doubt {
    /// The text says nothing of it.
    Unsaid,
    /// An amount without its currency.
    Currency,
    /// A date that can be read in two ways, that doesn't exist, or one too many.
    Date,
    /// A date that has passed.
    Past,
    /// Work on site, and no town we know.
    Town,
}

impl Doubt {
    /// Whether the request can't go out before it is settled: something was said, and would be lost.
    pub const fn blocks(self) -> bool {
        !matches!(self, Self::Unsaid)
    }
}

/// Where one field comes from.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ground {
    /// The client's words it was read from, in their order.
    pub quotes: Vec<String>,
    /// What is to be asked.
    pub doubt: Option<Doubt>,
}

/// Where the fields of a draft come from. A field that its client has set by hand needs no ground.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Grounds(pub BTreeMap<Field, Ground>);

impl Grounds {
    /// The ground of a field.
    pub fn of(&self, field: Field) -> Option<&Ground> {
        self.0.get(&field)
    }

    /// Notes where a field comes from; nothing at all is no ground.
    pub fn set(&mut self, field: Field, quotes: Vec<String>, doubt: Option<Doubt>) {
        if quotes.is_empty() && doubt.is_none() {
            self.0.remove(&field);
        } else {
            self.0.insert(field, Ground { quotes, doubt });
        }
    }

    /// The fields to be asked about, with the reason, in the order members meet them.
    pub fn questions(&self) -> impl Iterator<Item = (Field, Doubt)> {
        self.0.iter().filter_map(|(field, ground)| Some((*field, ground.doubt?)))
    }

    /// The first field that keeps the request from going out.
    pub fn blocking(&self) -> Option<Field> {
        self.questions().find(|(_, doubt)| doubt.blocks()).map(|(field, _)| field)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_was_said_and_not_understood_blocks() {
        let mut grounds = Grounds::default();
        grounds.set(Field::Where, Vec::new(), Some(Doubt::Unsaid));
        assert_eq!(grounds.blocking(), None);
        grounds.set(Field::Budget, vec!["500-800".to_owned()], Some(Doubt::Currency));
        assert_eq!(grounds.blocking(), Some(Field::Budget));
        grounds.set(Field::Budget, Vec::new(), None);
        assert_eq!(grounds.of(Field::Budget), None);
        assert_eq!(grounds.questions().collect::<Vec<_>>(), [(Field::Where, Doubt::Unsaid)]);
    }

    #[test]
    fn keys_read_back_and_fit_a_button() {
        for field in Field::ALL {
            assert_eq!(Field::from_key(field.key()), Some(field));
            assert!(field.key().len() <= 8);
        }
    }
}
