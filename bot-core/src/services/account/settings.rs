//! What a member decides about their own account.

use chrono_tz::Tz;
use futures::FutureExt as _;

use super::AccountRefusal;
use crate::domain::account::{Account, QuietHours, Roles};
use crate::domain::id::AccountId;
use crate::domain::place::Place;
use crate::domain::profile::{Profile, ProfileSkill};
use crate::error::Error;
use crate::services::authority::{Actor, On, Verb, may};
use crate::services::{Call, Subject, notices, profile};
use crate::storage::{Tx, accounts, changes, profiles};

/// Chooses what the member is here for. Going on means accepting the terms, and the card said so.
pub async fn choose_roles(
    call: &Call<'_>,
    id: AccountId,
    roles: Roles,
) -> Result<Account, Error<AccountRefusal>> {
    let now = call.now;
    change(call, id, move |account| {
        account.roles = roles;
        account.terms_at = account.terms_at.or(Some(now));
    })
    .await
}

/// What a freelancer says when they join.
#[derive(Debug, Clone, PartialEq)]
pub struct Joining {
    /// What they are here for.
    pub roles: Roles,
    /// What they can do.
    pub skills: Vec<ProfileSkill>,
    /// The time zone they live in.
    pub zone: Option<Tz>,
    /// The town they live in.
    pub town: Option<Place>,
}

/// Sets up a freelancer in one step: role, skills, and time zone or town.
pub async fn join(
    call: &Call<'_>,
    id: AccountId,
    joining: &Joining,
) -> Result<Account, Error<AccountRefusal>> {
    call.write(Subject::Account(id), |tx| {
        async move {
            let account = changed(call, &tx, id, |account| {
                account.roles = joining.roles;
                account.terms_at = account.terms_at.or(Some(call.now));
                if let Some(zone) = joining.zone {
                    (account.zone, account.zone_known) = (zone, true);
                }
            })
            .await?;
            let mut profile = profiles::find(&tx, id).await?.unwrap_or_else(|| Profile::empty(id, call.now));
            let told = |skill: &ProfileSkill| {
                let known = profile.skills.iter().find(|known| known.skill == skill.skill);
                known.unwrap_or(skill).clone()
            };
            profile.skills = joining.skills.iter().map(told).collect();
            profile.place = joining.town.clone().or(profile.place);
            profile::store(call, &tx, profile).await?;
            Ok(account)
        }
        .boxed()
    })
    .await
}

/// Sets the time zone the member lives in.
pub async fn set_zone(call: &Call<'_>, id: AccountId, zone: Tz) -> Result<Account, Error<AccountRefusal>> {
    change(call, id, move |account| (account.zone, account.zone_known) = (zone, true)).await
}

/// Turns match messages on or off.
pub async fn set_match_notices(
    call: &Call<'_>,
    id: AccountId,
    on: bool,
) -> Result<Account, Error<AccountRefusal>> {
    change(call, id, move |account| account.match_notices = on).await
}

/// Sets when nothing but urgent news is sent.
pub async fn set_quiet_hours(
    call: &Call<'_>,
    id: AccountId,
    quiet: QuietHours,
) -> Result<Account, Error<AccountRefusal>> {
    change(call, id, move |account| account.quiet = quiet).await
}

/// Changes an account in a transaction of its own.
pub(super) async fn change(
    call: &Call<'_>,
    id: AccountId,
    edit: impl Fn(&mut Account) + Send + Sync + Copy,
) -> Result<Account, Error<AccountRefusal>> {
    call.write(Subject::Account(id), |tx| async move { changed(call, &tx, id, edit).await }.boxed()).await
}

/// Changes an account within a transaction.
pub(in crate::services) async fn changed(
    call: &Call<'_>,
    tx: &Tx,
    id: AccountId,
    edit: impl Fn(&mut Account) + Send + Sync,
) -> Result<Account, Error<AccountRefusal>> {
    let mut account = accounts::get(tx, id).await?;
    if !may(&Actor::from(&account), Verb::ManageAccount, On::Account(id)) {
        return Err(Error::Refused(AccountRefusal::NotYours));
    }
    let by = (account.zone, account.quiet, account.match_notices);
    edit(&mut account);
    account.version += 1;
    if !accounts::update(tx, &account).await? {
        return Err(Error::Refused(AccountRefusal::Changed));
    }
    if by != (account.zone, account.quiet, account.match_notices) {
        notices::reschedule(call, tx, &account).await?;
    }
    changes::append(tx, "account", &id.to_string(), account.version, call.now).await?;
    Ok(account)
}
