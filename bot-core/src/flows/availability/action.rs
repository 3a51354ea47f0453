//! What the buttons about one's time do.

use crate::ui::action::Token;

/// Availability.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// See how it stands.
    Show,
    /// Say how available one is: that comes with the press.
    Status,
    /// Answer one question about it.
    Tell(Question),
    /// Everything still holds.
    StillFree,
    /// Not away after all.
    Back,
}

/// What a form asks about time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Question {
    /// Hours a week.
    Hours,
    /// From when.
    From,
    /// How many contracts at once.
    Slots,
    /// Away from when until when, and what people are told.
    Away,
}

impl Question {
    const ALL: [Self; 4] = [Self::Hours, Self::From, Self::Slots, Self::Away];

    /// The key in tokens and fields.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Hours => "hours",
            Self::From => "from",
            Self::Slots => "slots",
            Self::Away => "away",
        }
    }
}

impl Action {
    /// Reads a token of this feature.
    pub fn read(token: &Token) -> Option<Self> {
        Some(match token.verb.as_str() {
            "avl-show" => Self::Show,
            "avl-status" => Self::Status,
            "avl-tell" => {
                let key = token.arg.as_deref()?;
                Self::Tell(Question::ALL.into_iter().find(|question| question.key() == key)?)
            }
            "avl-still" => Self::StillFree,
            "avl-back" => Self::Back,
            _ => return None,
        })
    }

    /// Whether the answer is a form.
    pub const fn opens_form(&self) -> bool {
        matches!(self, Self::Tell(_))
    }
}

impl From<Action> for Token {
    fn from(action: Action) -> Self {
        match action {
            Action::Show => Self::verb("avl-show"),
            Action::Status => Self::verb("avl-status"),
            Action::Tell(question) => Self::verb("avl-tell").with(question.key()),
            Action::StillFree => Self::verb("avl-still"),
            Action::Back => Self::verb("avl-back"),
        }
    }
}
