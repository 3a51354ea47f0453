//! A profile as somebody may see it.

use crate::domain::account::Account;
use crate::domain::activity::ActivityKind;
use crate::domain::id::AccountId;
use crate::domain::identity::Identity;
use crate::domain::profile::Profile;
use crate::error::Fault;
use crate::services::authority::{Actor, On, Verb, may};
use crate::services::hiding::is_hidden;
use crate::services::tell::seen;
use crate::services::{Call, Subject};
use crate::storage::{accounts, identities, profiles};

/// A profile as somebody may see it.
#[derive(Debug, Clone, PartialEq)]
pub struct ProfileCard {
    /// Whose.
    pub account: Account,
    /// Who they are on the platforms.
    pub identities: Vec<Identity>,
    /// What they say of themselves; none if they haven't begun.
    pub profile: Option<Profile>,
    /// Whether it is the viewer's own.
    pub own: bool,
}

/// The profile of `whose`, unless it is hidden from `viewer`.
pub async fn card(call: &Call<'_>, viewer: &Actor, whose: AccountId) -> Result<Option<ProfileCard>, Fault> {
    let tx = call.read().await?;
    let Some(account) = accounts::find(&tx, whose).await? else { return Ok(None) };
    let own = viewer.account == whose;
    if !may(viewer, Verb::ViewProfile, On::Account(whose)) || is_hidden(&tx, viewer.account, whose).await? {
        return Ok(None);
    }
    let profile = profiles::find(&tx, whose).await?;
    let identities = identities::list(&tx, whose).await?;
    if !own {
        seen(call, ActivityKind::Viewed, viewer.account, Subject::Account(whose));
    }
    Ok(Some(ProfileCard { account, identities, profile, own }))
}
