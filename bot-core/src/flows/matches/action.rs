//! What the buttons on a match do.

use crate::domain::id::RequestId;
use crate::ui::action::Token;

/// Matches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// A page of requests that fit.
    Requests(u32),
    /// A page of people who fit a request.
    People(RequestId, u32),
    /// Why this request.
    Why(RequestId),
    /// Not for me.
    Dismiss(RequestId),
    /// For me after all.
    Restore(RequestId),
}

impl Action {
    /// Reads a token of this feature.
    pub fn read(token: &Token) -> Option<Self> {
        let id = token.id.map(RequestId);
        let page = u32::try_from(token.version.unwrap_or_default()).ok();
        Some(match token.verb.as_str() {
            "mat-list" => Self::Requests(page?),
            "mat-people" => Self::People(id?, page?),
            "mat-why" => Self::Why(id?),
            "mat-no" => Self::Dismiss(id?),
            "mat-yes" => Self::Restore(id?),
            _ => return None,
        })
    }
}

impl From<Action> for Token {
    fn from(action: Action) -> Self {
        match action {
            Action::Requests(page) => Self::verb("mat-list").at(i64::from(page)),
            Action::People(id, page) => Self::verb("mat-people").on(id.0).at(i64::from(page)),
            Action::Why(id) => Self::verb("mat-why").on(id.0),
            Action::Dismiss(id) => Self::verb("mat-no").on(id.0),
            Action::Restore(id) => Self::verb("mat-yes").on(id.0),
        }
    }
}
