//! What the buttons on a proposal do.

use crate::domain::id::{ProposalId, RequestId};
use crate::ui::action::Token;

/// Proposals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Prepare one for a request.
    Prepare(RequestId),
    /// See one.
    View(ProposalId),
    /// Change a draft.
    Edit(ProposalId),
    /// Send the draft as of this version.
    Send(ProposalId, i64),
    /// Ask whether to take it back.
    AskWithdraw(ProposalId),
    /// Take it back.
    Withdraw(ProposalId, i64),
    /// Show the terms before accepting them.
    AskAccept(ProposalId),
    /// Accept it.
    Accept(ProposalId, i64),
    /// Decline it.
    Decline(ProposalId, i64),
    /// Take a "no" back.
    Reopen(ProposalId, i64),
    /// A page of them.
    List(u32),
}

impl Action {
    /// Reads a token of this feature.
    pub fn read(token: &Token) -> Option<Self> {
        let id = token.id.map(ProposalId);
        Some(match token.verb.as_str() {
            "pro-new" => Self::Prepare(RequestId(token.id?)),
            "pro-view" => Self::View(id?),
            "pro-edit" => Self::Edit(id?),
            "pro-send" => Self::Send(id?, token.version?),
            "pro-back" => Self::AskWithdraw(id?),
            "pro-back2" => Self::Withdraw(id?, token.version?),
            "pro-yes" => Self::AskAccept(id?),
            "pro-yes2" => Self::Accept(id?, token.version?),
            "pro-no" => Self::Decline(id?, token.version?),
            "pro-undo" => Self::Reopen(id?, token.version?),
            "pro-list" => Self::List(u32::try_from(token.version?).ok()?),
            _ => return None,
        })
    }

    /// Whether the answer is a form.
    pub const fn opens_form(&self) -> bool {
        matches!(self, Self::Edit(_))
    }
}

impl From<Action> for Token {
    fn from(action: Action) -> Self {
        match action {
            Action::Prepare(request) => Self::verb("pro-new").on(request.0),
            Action::View(id) => Self::verb("pro-view").on(id.0),
            Action::Edit(id) => Self::verb("pro-edit").on(id.0),
            Action::Send(id, version) => Self::verb("pro-send").on(id.0).at(version),
            Action::AskWithdraw(id) => Self::verb("pro-back").on(id.0),
            Action::Withdraw(id, version) => Self::verb("pro-back2").on(id.0).at(version),
            Action::AskAccept(id) => Self::verb("pro-yes").on(id.0),
            Action::Accept(id, version) => Self::verb("pro-yes2").on(id.0).at(version),
            Action::Decline(id, version) => Self::verb("pro-no").on(id.0).at(version),
            Action::Reopen(id, version) => Self::verb("pro-undo").on(id.0).at(version),
            Action::List(page) => Self::verb("pro-list").at(i64::from(page)),
        }
    }
}
