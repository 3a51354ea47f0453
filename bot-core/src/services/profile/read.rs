//! A profile as somebody may see it.

use crate::domain::account::Account;
use crate::domain::activity::ActivityKind;
use crate::domain::id::AccountId;
use crate::domain::identity::Identity;
use crate::domain::profile::{Completeness, Experience, PortfolioItem, Profile, Visibility, completeness};
use crate::error::Fault;
use crate::services::authority::{Actor, Approach, On, Tie, Verb, may};
use crate::services::hiding::is_hidden;
use crate::services::tell::seen;
use crate::services::{Call, Subject};
use crate::storage::profiles::{self, experiences, portfolio, ties};
use crate::storage::{Tx, accounts, identities};

/// A profile as somebody may see it.
#[derive(Debug, Clone, PartialEq)]
pub struct ProfileCard {
    /// Whose.
    pub account: Account,
    /// Who they are on the platforms.
    pub identities: Vec<Identity>,
    /// What they say of themselves; none if they haven't begun.
    pub profile: Option<Profile>,
    /// Where they have worked before, the latest first.
    pub experiences: Vec<Experience>,
    /// Pieces of work, the newest first.
    pub items: Vec<PortfolioItem>,
    /// How much of it is there.
    pub completeness: Completeness,
    /// Whether what it says about time was said long ago.
    pub stale: bool,
    /// Whether it is the viewer's own.
    pub own: bool,
}

impl ProfileCard {
    /// Whether everyone may see it.
    pub fn is_open(&self) -> bool {
        self.profile.as_ref().is_some_and(|profile| profile.visibility == Visibility::Everyone)
    }
}

/// The profile of `whose`, unless it is hidden from `viewer`.
pub async fn card(call: &Call<'_>, viewer: &Actor, whose: AccountId) -> Result<Option<ProfileCard>, Fault> {
    let tx = call.read().await?;
    let Some(account) = accounts::find_current(&tx, whose).await? else { return Ok(None) };
    let whose = account.id;
    let own = viewer.account == whose;
    let profile = profiles::find(&tx, whose).await?;
    // what was prepared for somebody who hasn't come yet is nobody's to see
    if !own && account.terms_at.is_none() && profile.is_some() {
        return Ok(None);
    }
    let visibility = profile.as_ref().map(|profile| profile.visibility).unwrap_or_default();
    let approach = approach(&tx, viewer.account, whose, visibility).await?;
    if !may(viewer, Verb::ViewProfile, On::Profile(approach)) || is_hidden(&tx, viewer.account, whose).await?
    {
        return Ok(None);
    }
    let experiences = experiences::list(&tx, whose).await?;
    let items = portfolio::list(&tx, whose).await?;
    if !own {
        seen(call, ActivityKind::Viewed, viewer.account, Subject::Account(whose));
    }
    Ok(Some(ProfileCard {
        identities: identities::list(&tx, whose).await?,
        completeness: completeness(profile.as_ref(), experiences.len(), items.len()),
        stale: profile.as_ref().is_some_and(|profile| super::is_stale(call, profile)),
        account,
        profile,
        experiences,
        items,
        own,
    }))
}

/// How `viewer` comes to the profile of `owner`: what ties them is looked up only where it matters.
pub async fn approach(
    tx: &Tx,
    viewer: AccountId,
    owner: AccountId,
    visibility: Visibility,
) -> Result<Approach, Fault> {
    let tie = match visibility {
        _ if viewer == owner => Tie::None,
        Visibility::Everyone => Tie::None,
        _ if ties::count_proposals(tx, owner, viewer).await? > 0 => Tie::Proposal,
        Visibility::Matched if ties::count_matches(tx, owner, viewer).await? > 0 => Tie::Match,
        Visibility::Matched | Visibility::Hidden => Tie::None,
    };
    Ok(Approach { owner, visibility, tie })
}
