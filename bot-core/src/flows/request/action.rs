//! What the buttons on a request do.

use crate::domain::id::RequestId;
use crate::ui::action::Token;

/// Requests.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Write a new one.
    New,
    /// See one.
    View(RequestId),
    /// Change a draft.
    Edit(RequestId),
    /// Say which skills nobody fits without: the choice comes with the press.
    Musts(RequestId, i64),
    /// Post the draft as of this version.
    Post(RequestId, i64),
    /// Choose why to close it.
    AskClose(RequestId),
    /// Close it: the reason comes with the press.
    Close(RequestId),
    /// A page of one's own.
    List(u32),
}

impl Action {
    /// Reads a token of this feature.
    pub fn read(token: &Token) -> Option<Self> {
        let id = token.id.map(RequestId);
        Some(match token.verb.as_str() {
            "req-new" => Self::New,
            "req-view" => Self::View(id?),
            "req-edit" => Self::Edit(id?),
            "req-musts" => Self::Musts(id?, token.version?),
            "req-post" => Self::Post(id?, token.version?),
            "req-ending" => Self::AskClose(id?),
            "req-close" => Self::Close(id?),
            "req-list" => Self::List(u32::try_from(token.version?).ok()?),
            _ => return None,
        })
    }

    /// Whether the answer is a form.
    pub const fn opens_form(&self) -> bool {
        matches!(self, Self::New | Self::Edit(_))
    }
}

impl From<Action> for Token {
    fn from(action: Action) -> Self {
        match action {
            Action::New => Self::verb("req-new"),
            Action::View(id) => Self::verb("req-view").on(id.0),
            Action::Edit(id) => Self::verb("req-edit").on(id.0),
            Action::Musts(id, version) => Self::verb("req-musts").on(id.0).at(version),
            Action::Post(id, version) => Self::verb("req-post").on(id.0).at(version),
            Action::AskClose(id) => Self::verb("req-ending").on(id.0),
            Action::Close(id) => Self::verb("req-close").on(id.0),
            Action::List(page) => Self::verb("req-list").at(i64::from(page)),
        }
    }
}
