//! What the buttons of linking do.

use crate::domain::id::LinkId;
use crate::domain::identity::Platform;
use crate::ui::action::Token;

/// Linking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Show where it stands.
    Show,
    /// Make a code.
    New,
    /// Type a code.
    Type,
    /// The other side is me.
    Agree(LinkId),
    /// The other side isn't me.
    NotMe(LinkId),
    /// Ask whether to take a platform out of the account.
    AskUnlink(Platform),
    /// Take it out.
    Unlink(Platform),
}

impl Action {
    /// Reads a token of this feature.
    pub fn read(token: &Token) -> Option<Self> {
        let platform = || Platform::from_key(token.arg.as_deref()?);
        Some(match token.verb.as_str() {
            "lnk-show" => Self::Show,
            "lnk-new" => Self::New,
            "lnk-type" => Self::Type,
            "lnk-yes" => Self::Agree(LinkId(token.id?)),
            "lnk-no" => Self::NotMe(LinkId(token.id?)),
            "lnk-out" => Self::AskUnlink(platform()?),
            "lnk-out2" => Self::Unlink(platform()?),
            _ => return None,
        })
    }

    /// Whether the answer is a form.
    pub const fn opens_form(&self) -> bool {
        matches!(self, Self::Type)
    }
}

impl From<Action> for Token {
    fn from(action: Action) -> Self {
        match action {
            Action::Show => Self::verb("lnk-show"),
            Action::New => Self::verb("lnk-new"),
            Action::Type => Self::verb("lnk-type"),
            Action::Agree(link) => Self::verb("lnk-yes").on(link.0),
            Action::NotMe(link) => Self::verb("lnk-no").on(link.0),
            Action::AskUnlink(platform) => Self::verb("lnk-out").with(platform.key()),
            Action::Unlink(platform) => Self::verb("lnk-out2").with(platform.key()),
        }
    }
}
