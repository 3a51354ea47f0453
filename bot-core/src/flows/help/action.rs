//! What leads to help.

use crate::ui::action::Token;

/// Help.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// The overview.
    Overview,
    /// A topic: the choice comes with the press.
    Topic,
}

impl Action {
    /// Reads a token of this feature.
    pub fn read(token: &Token) -> Option<Self> {
        Some(match token.verb.as_str() {
            "hlp-all" => Self::Overview,
            "hlp-topic" => Self::Topic,
            _ => return None,
        })
    }
}

impl From<Action> for Token {
    fn from(action: Action) -> Self {
        match action {
            Action::Overview => Self::verb("hlp-all"),
            Action::Topic => Self::verb("hlp-topic"),
        }
    }
}
