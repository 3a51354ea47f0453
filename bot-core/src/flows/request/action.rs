//! What the buttons on a request do.

use crate::domain::grounds::Field;
use crate::domain::id::{RequestId, TemplateId};
use crate::ui::action::Token;

/// Requests.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Write a new one.
    New,
    /// Make one of the message that was just written.
    Turn,
    /// See one.
    View(RequestId),
    /// Change everything.
    Edit(RequestId),
    /// Change one field.
    Field(RequestId, Field),
    /// Say which skills nobody fits without: the choice comes with the press.
    Musts(RequestId, i64),
    /// Say which currency an amount is in: the choice comes with the press.
    Currency(RequestId),
    /// Post the draft as of this version.
    Post(RequestId, i64),
    /// Choose what to change about one that is out.
    Change(RequestId),
    /// Make the change that was prepared for this version.
    Make(RequestId, i64),
    /// Forget it.
    Drop(RequestId, i64),
    /// Keep it open for longer, as of this version.
    Extend(RequestId, i64),
    /// Choose why to close it.
    AskClose(RequestId),
    /// Close it: the reason comes with the press.
    Close(RequestId),
    /// Take closing back, as of this version.
    Reopen(RequestId, i64),
    /// Take it back from the moderators.
    TakeBack(RequestId),
    /// Begin another one that says the same.
    Copy(RequestId),
    /// Keep what it says as a template.
    Keep(RequestId),
    /// A page of one's own.
    List(u32),
    /// A page of one's drafts.
    Drafts(u32),
    /// A page of one's templates.
    Templates(u32),
    /// Begin one from a template.
    Use(TemplateId),
    /// Forget a template: which one comes with the press.
    Forget,
}

impl Action {
    /// Reads a token of this feature.
    pub fn read(token: &Token) -> Option<Self> {
        let id = token.id.map(RequestId);
        let template = token.id.map(TemplateId);
        let page = || u32::try_from(token.version?).ok();
        Some(match token.verb.as_str() {
            "req-new" => Self::New,
            "req-turn" => Self::Turn,
            "req-view" => Self::View(id?),
            "req-edit" => Self::Edit(id?),
            "req-field" => Self::Field(id?, Field::from_key(token.arg.as_deref()?)?),
            "req-musts" => Self::Musts(id?, token.version?),
            "req-money" => Self::Currency(id?),
            "req-post" => Self::Post(id?, token.version?),
            "req-change" => Self::Change(id?),
            "req-make" => Self::Make(id?, token.version?),
            "req-drop" => Self::Drop(id?, token.version?),
            "req-extend" => Self::Extend(id?, token.version?),
            "req-ending" => Self::AskClose(id?),
            "req-close" => Self::Close(id?),
            "req-reopen" => Self::Reopen(id?, token.version?),
            "req-back" => Self::TakeBack(id?),
            "req-copy" => Self::Copy(id?),
            "req-keep" => Self::Keep(id?),
            "req-list" => Self::List(page()?),
            "req-drafts" => Self::Drafts(page()?),
            "req-kept" => Self::Templates(page()?),
            "req-use" => Self::Use(template?),
            "req-forget" => Self::Forget,
            _ => return None,
        })
    }

    /// Whether the answer is a form.
    pub const fn opens_form(&self) -> bool {
        matches!(self, Self::New | Self::Edit(_) | Self::Field(..))
    }
}

impl From<Action> for Token {
    fn from(action: Action) -> Self {
        match action {
            Action::New => Self::verb("req-new"),
            Action::Turn => Self::verb("req-turn"),
            Action::View(id) => Self::verb("req-view").on(id.0),
            Action::Edit(id) => Self::verb("req-edit").on(id.0),
            Action::Field(id, field) => Self::verb("req-field").on(id.0).with(field.key()),
            Action::Musts(id, version) => Self::verb("req-musts").on(id.0).at(version),
            Action::Currency(id) => Self::verb("req-money").on(id.0),
            Action::Post(id, version) => Self::verb("req-post").on(id.0).at(version),
            Action::Change(id) => Self::verb("req-change").on(id.0),
            Action::Make(id, version) => Self::verb("req-make").on(id.0).at(version),
            Action::Drop(id, version) => Self::verb("req-drop").on(id.0).at(version),
            Action::Extend(id, version) => Self::verb("req-extend").on(id.0).at(version),
            Action::AskClose(id) => Self::verb("req-ending").on(id.0),
            Action::Close(id) => Self::verb("req-close").on(id.0),
            Action::Reopen(id, version) => Self::verb("req-reopen").on(id.0).at(version),
            Action::TakeBack(id) => Self::verb("req-back").on(id.0),
            Action::Copy(id) => Self::verb("req-copy").on(id.0),
            Action::Keep(id) => Self::verb("req-keep").on(id.0),
            Action::List(page) => Self::verb("req-list").at(i64::from(page)),
            Action::Drafts(page) => Self::verb("req-drafts").at(i64::from(page)),
            Action::Templates(page) => Self::verb("req-kept").at(i64::from(page)),
            Action::Use(id) => Self::verb("req-use").on(id.0),
            Action::Forget => Self::verb("req-forget"),
        }
    }
}
