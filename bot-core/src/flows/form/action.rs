//! What the buttons inside a form do.
//!
//! They act on the form that is open in the chat.

use crate::ui::action::Token;

/// Inside a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Open the page that is asked now.
    Open,
    /// The page before.
    Back,
    /// Leave this page empty.
    Skip,
    /// Leave the form; what was typed is kept.
    Cancel,
}

impl Action {
    /// Reads a token of this feature.
    pub fn read(token: &Token) -> Option<Self> {
        Some(match token.verb.as_str() {
            "frm-open" => Self::Open,
            "frm-back" => Self::Back,
            "frm-skip" => Self::Skip,
            "frm-cancel" => Self::Cancel,
            _ => return None,
        })
    }

    /// Whether the answer is a form.
    pub const fn opens_form(&self) -> bool {
        matches!(self, Self::Open)
    }
}

impl From<Action> for Token {
    fn from(action: Action) -> Self {
        Self::verb(match action {
            Action::Open => "frm-open",
            Action::Back => "frm-back",
            Action::Skip => "frm-skip",
            Action::Cancel => "frm-cancel",
        })
    }
}
