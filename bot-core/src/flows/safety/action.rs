//! What the buttons of safety and privacy do.

use uuid::Uuid;

use crate::domain::id::AccountId;
use crate::services::Subject;
use crate::ui::action::Token;

/// Safety and privacy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// What is stored.
    Privacy,
    /// The terms.
    Terms,
    /// Report something.
    Report(Subject),
    /// Block a person.
    Block(AccountId),
    /// Unblock a person.
    Unblock(AccountId),
}

impl Action {
    /// Reads a token of this feature.
    pub fn read(token: &Token) -> Option<Self> {
        Some(match token.verb.as_str() {
            "saf-privacy" => Self::Privacy,
            "saf-terms" => Self::Terms,
            "saf-report" => {
                let kind = token.arg.as_deref()?;
                Self::Report(Subject::from_key(&format!("{kind}:{}", token.id?))?)
            }
            "saf-block" => Self::Block(AccountId(token.id?)),
            "saf-unblock" => Self::Unblock(AccountId(token.id?)),
            _ => return None,
        })
    }

    /// Whether the answer is a form.
    pub const fn opens_form(&self) -> bool {
        matches!(self, Self::Report(_))
    }
}

impl From<Action> for Token {
    fn from(action: Action) -> Self {
        match action {
            Action::Privacy => Self::verb("saf-privacy"),
            Action::Terms => Self::verb("saf-terms"),
            Action::Report(subject) => {
                let id: Uuid = subject.uuid();
                Self::verb("saf-report").on(id).with(subject.kind())
            }
            Action::Block(account) => Self::verb("saf-block").on(account.0),
            Action::Unblock(account) => Self::verb("saf-unblock").on(account.0),
        }
    }
}
