//! What the buttons on a contract do.

use crate::domain::id::ContractId;
use crate::ui::action::Token;

/// Contracts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// See one.
    View(ContractId),
    /// A page of them.
    List(u32),
}

impl Action {
    /// Reads a token of this feature.
    pub fn read(token: &Token) -> Option<Self> {
        Some(match token.verb.as_str() {
            "con-view" => Self::View(ContractId(token.id?)),
            "con-list" => Self::List(u32::try_from(token.version?).ok()?),
            _ => return None,
        })
    }
}

impl From<Action> for Token {
    fn from(action: Action) -> Self {
        match action {
            Action::View(id) => Self::verb("con-view").on(id.0),
            Action::List(page) => Self::verb("con-list").at(i64::from(page)),
        }
    }
}
