//! What the buttons on a profile do.

use crate::domain::id::AccountId;
use crate::ui::action::Token;

/// Profiles.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// See one's own.
    Own,
    /// See somebody's.
    View(AccountId),
    /// Choose what to change.
    Sections,
    /// Change a section.
    Edit(Part),
    /// Choose how available one is: the choice comes with the press.
    Availability,
}

/// A part of a profile that a form changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// What one can do.
    Skills,
    /// The line about oneself.
    Headline,
    /// The usual price.
    Rate,
    /// Where one is.
    Place,
    /// How many hours a week.
    Hours,
}

impl Part {
    const ALL: [Self; 5] = [Self::Skills, Self::Headline, Self::Rate, Self::Place, Self::Hours];

    /// The key in tokens and texts.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Skills => "skills",
            Self::Headline => "headline",
            Self::Rate => "rate",
            Self::Place => "place",
            Self::Hours => "hours",
        }
    }

    /// Reads what [`Self::key`] wrote.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.key() == key)
    }
}

impl Action {
    /// Reads a token of this feature.
    pub fn read(token: &Token) -> Option<Self> {
        Some(match token.verb.as_str() {
            "prf-own" => Self::Own,
            "prf-view" => Self::View(AccountId(token.id?)),
            "prf-parts" => Self::Sections,
            "prf-edit" => Self::Edit(Part::from_key(token.arg.as_deref()?)?),
            "prf-avail" => Self::Availability,
            _ => return None,
        })
    }

    /// Whether the answer is a form.
    pub const fn opens_form(&self) -> bool {
        matches!(self, Self::Edit(_))
    }
}

impl From<Action> for Token {
    fn from(action: Action) -> Self {
        match action {
            Action::Own => Self::verb("prf-own"),
            Action::View(account) => Self::verb("prf-view").on(account.0),
            Action::Sections => Self::verb("prf-parts"),
            Action::Edit(part) => Self::verb("prf-edit").with(part.key()),
            Action::Availability => Self::verb("prf-avail"),
        }
    }
}
