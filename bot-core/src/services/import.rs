//! Taking in freelancers and requests from elsewhere, each once.
//!
//! A person who was taken in has no role and has accepted nothing: nobody is shown or matched with them and nothing is
//! sent, until they come themselves, are shown what was prepared and choose a role. Their requests are drafts until
//! then. Nothing of an import is ranked or announced: whoever asks for matches finds it.

use chrono_tz::Tz;
use futures::FutureExt as _;

use super::profile::{self, Section};
use super::tell::log;
use super::{Call, Subject, account, request};
use crate::domain::account::{Account, AccountState, Roles};
use crate::domain::activity::ActivityKind;
use crate::domain::id::{AccountId, RequestId};
use crate::domain::identity::Identity;
use crate::domain::profile::Profile;
use crate::domain::request::Brief;
use crate::error::{Error, Fault, Never};
use crate::storage::{Tx, accounts, changes, identities, imports, profiles, requests};

/// Something to take in.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// What makes it the same when it is taken in again.
    pub key: String,
    /// Whose it is.
    pub owner: Identity,
    /// What it is.
    pub content: Content,
}

/// What is taken in.
#[derive(Debug, Clone, PartialEq)]
pub enum Content {
    /// A freelancer's profile, by its sections, and their time zone where it is known.
    Freelancer(Vec<Section>, Option<Tz>),
    /// A request.
    Request(Box<Brief>),
}

/// Who the people are that are taken in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Real ones, who haven't been asked yet.
    Unclaimed,
    /// Invented ones, for trying out a full market: they take part at once.
    Invented,
}

/// What became of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Taken {
    /// It is here now.
    New,
    /// It was here before.
    Known,
    /// It isn't here.
    Refused(ImportRefusal),
}

/// Why an entry isn't taken in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ImportRefusal {
    /// The person has a profile of their own making: it isn't touched.
    HasProfile,
    /// The person is leaving, or has left.
    Leaving,
}

/// Takes in `entries` in one transaction; what became of each, in order. An entry is taken in whole or not at all.
pub async fn take(call: &Call<'_>, entries: &[Entry], standing: Standing) -> Result<Vec<Taken>, Fault> {
    let taken: Result<_, Error<Never>> = call
        .storage
        .write(|tx| {
            async move {
                let mut taken = Vec::with_capacity(entries.len());
                for entry in entries {
                    taken.push(take_one(call, &tx, entry, standing).await?);
                }
                Ok(taken)
            }
            .boxed()
        })
        .await;
    Ok(taken?)
}

async fn take_one(call: &Call<'_>, tx: &Tx, entry: &Entry, standing: Standing) -> Result<Taken, Fault> {
    if imports::is_known(tx, &entry.key).await? {
        return Ok(Taken::Known);
    }
    let known = identities::find_account(tx, entry.owner.platform, &entry.owner.user).await?;
    let account = match known {
        Some(id) => accounts::get(tx, id).await?,
        None => account::admit(call, tx, AccountId(call.ids.uuid(call.now)), &entry.owner).await?,
    };
    if account.state != AccountState::Active {
        return Ok(Taken::Refused(ImportRefusal::Leaving));
    }
    let subject = match &entry.content {
        Content::Freelancer(sections, zone) => {
            let profile = profiles::find(tx, account.id).await?;
            if profile.as_ref().is_some_and(|profile| !profile.skills.is_empty()) {
                return Ok(Taken::Refused(ImportRefusal::HasProfile));
            }
            let mut profile = profile.unwrap_or_else(|| Profile::empty(account.id, call.now));
            profile::apply_all(&mut profile, sections, call.now);
            let id = account.id;
            settle(call, tx, account, standing, Roles { works: true, hires: false }, *zone).await?;
            profile::store(call, tx, profile).await?;
            Subject::Account(id)
        }
        Content::Request(brief) => {
            let client = account.id;
            settle(call, tx, account, standing, Roles { works: false, hires: true }, None).await?;
            Subject::Request(add_request(call, tx, client, brief, standing).await?)
        }
    };
    imports::insert(tx, &entry.key, &subject.key(), call.now).await?;
    Ok(Taken::New)
}

/// Sets the zone where nobody has said one, and gives invented people their role.
async fn settle(
    call: &Call<'_>,
    tx: &Tx,
    mut account: Account,
    standing: Standing,
    roles: Roles,
    zone: Option<Tz>,
) -> Result<(), Fault> {
    let before = account.clone();
    if let Some(zone) = zone.filter(|_| !account.zone_known) {
        (account.zone, account.zone_known) = (zone, true);
    }
    if standing == Standing::Invented {
        account.roles.works |= roles.works;
        account.roles.hires |= roles.hires;
        account.terms_at = account.terms_at.or(Some(call.now));
    }
    if account == before {
        return Ok(());
    }
    account.version += 1;
    if !accounts::update(tx, &account).await? {
        return Err(Fault::Inconsistent {
            table: "accounts",
            row: account.id.to_string(),
            why: "changed within the transaction that read it".to_owned(),
        });
    }
    changes::append(tx, "account", &account.id.to_string(), account.version, call.now).await
}

async fn add_request(
    call: &Call<'_>,
    tx: &Tx,
    client: AccountId,
    brief: &Brief,
    standing: Standing,
) -> Result<RequestId, Fault> {
    let id = RequestId(call.ids.uuid(call.now));
    let draft = request::new_draft(call, client, id, call.ids.code(), brief.clone());
    requests::insert(tx, &draft).await?;
    if standing == Standing::Unclaimed {
        return Ok(id);
    }
    if let Ok(posted) = draft.posted(call.now, call.rules.request_open_ms) {
        requests::update(tx, &posted).await?;
        changes::append(tx, "request", &id.to_string(), posted.version, call.now).await?;
        log(call, tx, ActivityKind::Posted, Some(client), Subject::Request(id)).await?;
    }
    Ok(id)
}
