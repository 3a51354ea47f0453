//! What the buttons on a match do.

use crate::domain::id::RequestId;
use crate::services::matching::Dial;
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
    /// Why the request that comes with the press.
    Pick,
    /// Not for me.
    Dismiss(RequestId),
    /// Why not: the choice comes with the press.
    Reason(RequestId),
    /// Which skill of it: the choice comes with the press.
    Skill(RequestId),
    /// For how many days not now: the choice comes with the press.
    Snooze(RequestId),
    /// For me after all.
    Restore(RequestId),
    /// What counts in my matches.
    Tune,
    /// Let something count more or less: the choice comes with the press.
    Turn(Dial),
    /// Back to what counts usually.
    Reset,
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
            "mat-pick" => Self::Pick,
            "mat-no" => Self::Dismiss(id?),
            "mat-reason" => Self::Reason(id?),
            "mat-skill" => Self::Skill(id?),
            "mat-snooze" => Self::Snooze(id?),
            "mat-yes" => Self::Restore(id?),
            "mat-tune" => Self::Tune,
            "mat-turn" => Self::Turn(Dial::from_key(token.arg.as_deref()?)?),
            "mat-reset" => Self::Reset,
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
            Action::Pick => Self::verb("mat-pick"),
            Action::Dismiss(id) => Self::verb("mat-no").on(id.0),
            Action::Reason(id) => Self::verb("mat-reason").on(id.0),
            Action::Skill(id) => Self::verb("mat-skill").on(id.0),
            Action::Snooze(id) => Self::verb("mat-snooze").on(id.0),
            Action::Restore(id) => Self::verb("mat-yes").on(id.0),
            Action::Tune => Self::verb("mat-tune"),
            Action::Turn(dial) => Self::verb("mat-turn").with(dial.key()),
            Action::Reset => Self::verb("mat-reset"),
        }
    }
}
