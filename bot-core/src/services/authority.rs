//! Who may do what to whom: the only place that decides.

use crate::domain::account::{Account, AccountState, Roles};
use crate::domain::contract::Contract;
use crate::domain::id::AccountId;
use crate::domain::link::{Link, WaitingLink};
use crate::domain::profile::Visibility;
use crate::domain::proposal::{Proposal, ProposalState};
use crate::domain::request::WorkRequest;
use crate::domain::time::Timestamp;

/// Whoever acts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Actor {
    /// The account.
    pub account: AccountId,
    /// What it is here for.
    pub roles: Roles,
    /// Whether it is in use.
    pub active: bool,
    /// The account it waits to become one with.
    pub link: Option<WaitingLink>,
}

impl From<&Account> for Actor {
    fn from(account: &Account) -> Self {
        let active = account.state == AccountState::Active;
        Self { account: account.id, roles: account.roles, active, link: account.link }
    }
}

/// What can be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Verb {
    /// See somebody's profile.
    ViewProfile,
    /// Change a profile.
    EditProfile,
    /// Change settings, stay after all.
    ManageAccount,
    /// Ask for the account to be deleted.
    Leave,
    /// Link the account with another.
    Link,
    /// Take somebody's place on one platform out of the account.
    Unlink,
    /// See a link and what would come of it.
    ViewLink,
    /// Say "not me".
    StopLink,
    /// Begin a request.
    DraftRequest,
    /// See a request.
    ViewRequest,
    /// Change or post a draft.
    EditRequest,
    /// Close a request.
    CloseRequest,
    /// See who fits a request.
    RankPeople,
    /// See which requests fit oneself.
    RankRequests,
    /// Propose for a request, or refuse to see it again.
    AnswerRequest,
    /// See a proposal.
    ViewProposal,
    /// Change, send or take back one's own proposal.
    EditProposal,
    /// Accept or decline a proposal.
    DecideProposal,
    /// See a contract.
    ViewContract,
    /// Block a person.
    Block,
    /// Report something to the moderators.
    Report,
    /// Look through the market.
    Search,
    /// Keep an entry of the market to come back to it.
    Bookmark,
    /// See or stop an alert of an account.
    ManageAlert,
}

impl Verb {
    /// Every verb: the matrix test goes through all of them.
    pub const ALL: [Self; 24] = [
        Self::ViewProfile,
        Self::EditProfile,
        Self::ManageAccount,
        Self::Leave,
        Self::Link,
        Self::Unlink,
        Self::ViewLink,
        Self::StopLink,
        Self::DraftRequest,
        Self::ViewRequest,
        Self::EditRequest,
        Self::CloseRequest,
        Self::RankPeople,
        Self::RankRequests,
        Self::AnswerRequest,
        Self::ViewProposal,
        Self::EditProposal,
        Self::DecideProposal,
        Self::ViewContract,
        Self::Block,
        Self::Report,
        Self::Search,
        Self::Bookmark,
        Self::ManageAlert,
    ];
}

/// What it is done to.
#[derive(Debug, Clone, Copy)]
pub enum On<'a> {
    /// Nothing yet.
    Nothing,
    /// An account: a person.
    Account(AccountId),
    /// A profile that is looked at.
    Profile(Approach),
    /// A request.
    Request(&'a WorkRequest),
    /// A proposal.
    Proposal(&'a Proposal),
    /// A contract.
    Contract(&'a Contract),
    /// Two accounts on their way to becoming one.
    Link(&'a Link),
}

/// Whether something may be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// It may.
    Yes,
    /// It may not.
    No,
    /// It may once the actor's link is older: until then either side can still say "not me".
    NotBefore(Timestamp),
}

/// Whether `actor` may do `verb` to `on`: what [`ask`] answers with a plain yes.
pub fn may(actor: &Actor, verb: Verb, on: On<'_>) -> bool {
    ask(actor, verb, on) == Answer::Yes
}

/// How somebody comes to a profile.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Approach {
    /// Whose profile it is.
    pub owner: AccountId,
    /// Who sees it.
    pub visibility: Visibility,
    /// What ties its owner to whoever looks.
    pub tie: Tie,
}

/// What ties a freelancer to a client.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tie {
    /// Nothing.
    None,
    /// They fit a request that the client has posted.
    Match,
    /// They sent the client a proposal.
    Proposal,
}

/// Whether `actor` may do `verb` to `on`. State machines decide what is possible; this decides whose it is.
///
/// Somebody whose account waits to become one with another reaches nothing of the other yet, and can't leave or unlink:
/// that opens with the link.
pub fn ask(actor: &Actor, verb: Verb, on: On<'_>) -> Answer {
    let allowed = allows(actor, verb, on);
    match actor.link.filter(|_| actor.active) {
        Some(link) if allowed && matches!(verb, Verb::Leave | Verb::Unlink) => {
            Answer::NotBefore(link.opens_at)
        }
        Some(link) if !allowed && is_of(link.with, on) && allows(&owner(link.with), verb, on) => {
            Answer::NotBefore(link.opens_at)
        }
        _ if allowed => Answer::Yes,
        _ => Answer::No,
    }
}

/// Whoever the account belongs to, whatever it is here for.
const fn owner(account: AccountId) -> Actor {
    Actor { account, roles: Roles { works: true, hires: true }, active: true, link: None }
}

/// Whether something is an account's own, or one of its two sides is.
fn is_of(account: AccountId, on: On<'_>) -> bool {
    match on {
        On::Nothing | On::Link(_) => false,
        On::Account(id) => id == account,
        On::Profile(approach) => approach.owner == account,
        On::Request(request) => request.client == account,
        On::Proposal(proposal) => proposal.side_of(account).is_some(),
        On::Contract(contract) => contract.side_of(account).is_some(),
    }
}

/// Whose it is, leaving aside what waits.
fn allows(actor: &Actor, verb: Verb, on: On<'_>) -> bool {
    if !actor.active {
        return matches!(verb, Verb::ManageAccount | Verb::Leave)
            && matches!(on, On::Account(account) if account == actor.account);
    }
    match (verb, on) {
        (Verb::ViewProfile, On::Profile(approach)) => sees_profile(actor, approach),
        (Verb::Search, On::Nothing) => true,
        (
            Verb::EditProfile
            | Verb::ManageAccount
            | Verb::ManageAlert
            | Verb::Leave
            | Verb::Link
            | Verb::Unlink,
            On::Account(account),
        ) => account == actor.account,
        (Verb::ViewLink | Verb::StopLink, On::Link(link)) => link.other_than(actor.account).is_some(),
        (Verb::Block | Verb::Report | Verb::Bookmark, On::Account(account)) => account != actor.account,
        (Verb::Report | Verb::ViewProposal, On::Proposal(proposal)) => sees_proposal(actor, proposal),
        (Verb::Report | Verb::ViewContract, On::Contract(contract)) => {
            contract.side_of(actor.account).is_some()
        }
        (Verb::DraftRequest, On::Nothing) => actor.roles.hires,
        (Verb::RankRequests, On::Nothing) => actor.roles.works,
        (Verb::ViewRequest | Verb::Report | Verb::Bookmark, On::Request(request)) => sees(actor, request),
        (Verb::EditRequest | Verb::CloseRequest | Verb::RankPeople, On::Request(request)) => {
            request.client == actor.account
        }
        (Verb::AnswerRequest, On::Request(request)) => {
            let own = |account| Some(account) == actor.link.map(|link| link.with) || account == actor.account;
            actor.roles.works && !own(request.client) && !request.is_private()
        }
        (Verb::EditProposal, On::Proposal(proposal)) => proposal.freelancer == actor.account,
        (Verb::DecideProposal, On::Proposal(proposal)) => {
            proposal.client == actor.account && proposal.state != ProposalState::Draft
        }
        _ => false,
    }
}

/// One's own always; anybody else's as far as its owner lets them.
fn sees_profile(actor: &Actor, approach: Approach) -> bool {
    approach.owner == actor.account
        || match approach.visibility {
            Visibility::Everyone => true,
            Visibility::Matched => approach.tie >= Tie::Match,
            Visibility::Hidden => approach.tie >= Tie::Proposal,
        }
}

/// A draft, and what a moderator looks at, is its client's alone; everything else was shown to the market.
fn sees(actor: &Actor, request: &WorkRequest) -> bool {
    !request.is_private() || request.client == actor.account
}

/// A draft is its author's alone; everything else is both sides'.
fn sees_proposal(actor: &Actor, proposal: &Proposal) -> bool {
    match proposal.state {
        ProposalState::Draft => proposal.freelancer == actor.account,
        _ => proposal.side_of(actor.account).is_some(),
    }
}
