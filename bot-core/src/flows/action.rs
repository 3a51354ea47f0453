//! Every action a button can carry: one variant a feature.

use super::{
    account, availability, contract, dashboard, experience, find, form, help, link, matches, portfolio,
    profile, proposal, request, safety, settings,
};
use crate::ui::action::Token;

/// What a button does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// Setting up an account.
    Account(account::action::Action),
    /// One's time.
    Availability(availability::action::Action),
    /// Contracts.
    Contract(contract::action::Action),
    /// The dashboard.
    Dashboard(dashboard::action::Action),
    /// Searches.
    Find(find::action::Action),
    /// Where one has worked before.
    Experience(experience::action::Action),
    /// Inside a form.
    Form(form::action::Action),
    /// Help.
    Help(help::action::Action),
    /// Linking two chats.
    Link(link::action::Action),
    /// Matches.
    Matches(matches::action::Action),
    /// Pieces of work one shows.
    Portfolio(portfolio::action::Action),
    /// Profiles.
    Profile(profile::action::Action),
    /// Proposals.
    Proposal(proposal::action::Action),
    /// Requests.
    Request(request::action::Action),
    /// Safety.
    Safety(safety::action::Action),
    /// Settings.
    Settings(settings::action::Action),
}

impl Action {
    /// Reads a token; none for one that no feature knows.
    pub fn read(token: &Token) -> Option<Self> {
        let feature = token.verb.split('-').next()?;
        Some(match feature {
            "acc" => Self::Account(account::action::Action::read(token)?),
            "avl" => Self::Availability(availability::action::Action::read(token)?),
            "con" => Self::Contract(contract::action::Action::read(token)?),
            "das" => Self::Dashboard(dashboard::action::Action::read(token)?),
            "fnd" => Self::Find(find::action::Action::read(token)?),
            "exp" => Self::Experience(experience::action::Action::read(token)?),
            "frm" => Self::Form(form::action::Action::read(token)?),
            "hlp" => Self::Help(help::action::Action::read(token)?),
            "lnk" => Self::Link(link::action::Action::read(token)?),
            "mat" => Self::Matches(matches::action::Action::read(token)?),
            "pfl" => Self::Portfolio(portfolio::action::Action::read(token)?),
            "prf" => Self::Profile(profile::action::Action::read(token)?),
            "pro" => Self::Proposal(proposal::action::Action::read(token)?),
            "req" => Self::Request(request::action::Action::read(token)?),
            "saf" => Self::Safety(safety::action::Action::read(token)?),
            "set" => Self::Settings(settings::action::Action::read(token)?),
            _ => return None,
        })
    }

    /// Whether the answer is a form.
    pub const fn opens_form(&self) -> bool {
        match self {
            Self::Account(action) => action.opens_form(),
            Self::Availability(action) => action.opens_form(),
            Self::Experience(action) => action.opens_form(),
            Self::Portfolio(action) => action.opens_form(),
            Self::Form(action) => action.opens_form(),
            Self::Link(action) => action.opens_form(),
            Self::Profile(action) => action.opens_form(),
            Self::Proposal(action) => action.opens_form(),
            Self::Request(action) => action.opens_form(),
            Self::Safety(action) => action.opens_form(),
            Self::Contract(_)
            | Self::Dashboard(_)
            | Self::Find(_)
            | Self::Help(_)
            | Self::Matches(_)
            | Self::Settings(_) => false,
        }
    }
}
