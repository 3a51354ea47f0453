//! What the buttons on the settings do.

use crate::ui::action::Token;

/// Settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Show them.
    Show,
    /// Choose quiet hours: the choice comes with the press.
    Quiet,
    /// Choose what one is here for: the choice comes with the press.
    Roles,
    /// Stop all match messages, from a message's own footer.
    Stop,
}

impl Action {
    /// Reads a token of this feature.
    pub fn read(token: &Token) -> Option<Self> {
        Some(match token.verb.as_str() {
            "set-show" => Self::Show,
            "set-quiet" => Self::Quiet,
            "set-roles" => Self::Roles,
            "set-stop" => Self::Stop,
            _ => return None,
        })
    }
}

impl From<Action> for Token {
    fn from(action: Action) -> Self {
        Self::verb(match action {
            Action::Show => "set-show",
            Action::Quiet => "set-quiet",
            Action::Roles => "set-roles",
            Action::Stop => "set-stop",
        })
    }
}
