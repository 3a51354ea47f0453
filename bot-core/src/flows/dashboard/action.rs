//! What leads to the dashboard.

use crate::ui::action::Token;

/// The dashboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Show it.
    Show,
}

impl Action {
    /// Reads a token of this feature.
    pub fn read(token: &Token) -> Option<Self> {
        (token.verb == "das-show").then_some(Self::Show)
    }
}

impl From<Action> for Token {
    fn from(_: Action) -> Self {
        Self::verb("das-show")
    }
}
