//! Alerts: whoever watches a search hears of each new request that it would find.

use std::collections::BTreeSet;

use futures::FutureExt as _;

use super::entry::Entry;
use super::query::{Query, Side};
use crate::domain::account::AccountState;
use crate::domain::activity::ActivityKind;
use crate::domain::id::{AccountId, AlertId, RequestId};
use crate::domain::proposal::ProposalState;
use crate::domain::request::{RequestState, WorkRequest};
use crate::error::{Error, Fault, Never};
use crate::notify::notification::Notification;
use crate::services::authority::{Actor, On, Verb, may};
use crate::services::hiding::{is_active, is_hidden};
use crate::services::tell::{log, tell};
use crate::services::{Call, Subject, matching};
use crate::storage::matches::MatchRow;
use crate::storage::search_alerts::AlertRow;
use crate::storage::{Tx, accounts, matches, proposals, requests, search_alerts};

/// The most searches an account watches.
const WATCHED: i64 = 10;
/// How many alerts are read at once.
const PAGE: i64 = 500;
/// How many people are told in one transaction.
const BATCH: usize = 200;

/// A watched search.
#[derive(Debug, Clone, PartialEq)]
pub struct Alert {
    /// The id.
    pub id: AlertId,
    /// What is looked for.
    pub query: Query,
}

/// Why a search isn't watched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AlertRefusal {
    /// Only requests are announced.
    NotWork,
    /// Too many are watched already.
    TooMany {
        /// How many.
        most: i64,
    },
}

/// Watches a search. Watching the same again changes nothing.
pub async fn watch(call: &Call<'_>, account: AccountId, query: &Query) -> Result<Alert, Error<AlertRefusal>> {
    if query.side != Side::Work {
        return Err(Error::Refused(AlertRefusal::NotWork));
    }
    let row = AlertRow {
        id: AlertId(call.ids.uuid(call.now)),
        account,
        query: serde_json::to_vec(query).map_err(Fault::from)?,
        created_at: call.now,
    };
    let row = &row;
    let stands = call
        .storage
        .write(|tx| {
            async move {
                let stands = search_alerts::insert(&tx, row).await?;
                if search_alerts::count(&tx, account).await? > WATCHED {
                    return Err(Error::Refused(AlertRefusal::TooMany { most: WATCHED }));
                }
                Ok(stands)
            }
            .boxed()
        })
        .await?;
    Ok(Alert { id: stands.id, query: query.clone() })
}

/// An alert of the actor's.
pub async fn alert(call: &Call<'_>, actor: &Actor, id: AlertId) -> Result<Option<Alert>, Fault> {
    let row = search_alerts::find(&call.read().await?, id).await?;
    let own = row.filter(|row| may(actor, Verb::ManageAlert, On::Account(row.account)));
    own.as_ref().map(read).transpose()
}

/// What the actor watches.
pub async fn alerts(call: &Call<'_>, actor: &Actor) -> Result<Vec<Alert>, Fault> {
    search_alerts::list_of(&call.read().await?, actor.account).await?.iter().map(read).collect()
}

/// Watches it no longer.
pub async fn stop(call: &Call<'_>, account: AccountId, id: AlertId) -> Result<(), Fault> {
    let done: Result<(), Error<Never>> = call
        .storage
        .write(|tx| async move { Ok(search_alerts::delete(&tx, account, id).await?) }.boxed())
        .await;
    Ok(done?)
}

/// Watches nothing any more.
pub async fn stop_all(call: &Call<'_>, account: AccountId) -> Result<(), Fault> {
    let done: Result<(), Error<Never>> = call
        .storage
        .write(|tx| async move { Ok(search_alerts::delete_of(&tx, account).await?) }.boxed())
        .await;
    Ok(done?)
}

fn read(row: &AlertRow) -> Result<Alert, Fault> {
    Ok(Alert { id: row.id, query: serde_json::from_slice(&row.query)? })
}

/// Tells whoever watches a search that finds the open request `id`. How many that were.
///
/// Everybody counts once, whatever they watch; each batch is written after its people were checked again.
pub async fn tell_alerts(call: &Call<'_>, id: RequestId) -> Result<usize, Fault> {
    let tx = call.read().await?;
    let Some(request) = requests::find(&tx, id).await?.filter(|request| request.state == RequestState::Open)
    else {
        return Ok(0);
    };
    if !is_active(&tx, request.client).await? {
        return Ok(0);
    }
    let found = watching(call, &tx, &request).await?;
    drop(tx);
    let mut told = 0;
    for batch in found.chunks(BATCH) {
        told += write_batch(call, &request, batch).await?;
    }
    tracing::info!(request = %id, watching = found.len(), told, "alerts looked through");
    Ok(told)
}

/// The first alert of each account that finds the request.
async fn watching(call: &Call<'_>, tx: &Tx, request: &WorkRequest) -> Result<Vec<AlertRow>, Fault> {
    let entry = Entry::Request(Box::new(request.clone()));
    let (mut found, mut accounts, mut after) = (Vec::new(), BTreeSet::new(), None);
    loop {
        let page = search_alerts::list(tx, after, PAGE).await?;
        let Some(last) = page.last() else { return Ok(found) };
        after = Some(last.id);
        for row in page {
            let query = read(&row)?.query;
            let finds = entry.misses(&query, &query.terms(), call.now).is_empty();
            if finds && row.account != request.client && accounts.insert(row.account) {
                found.push(row);
            }
        }
    }
}

async fn write_batch(
    call: &Call<'_>,
    request: &WorkRequest,
    batch: &[AlertRow],
) -> Result<usize, Error<Never>> {
    call.storage
        .write(|tx| {
            async move {
                let still = requests::find(&tx, request.id).await?;
                if still.is_none_or(|still| still.state != RequestState::Open) {
                    return Ok(0);
                }
                let mut told = 0;
                for row in batch {
                    told += usize::from(tell_one(call, &tx, request, row).await?);
                }
                Ok(told)
            }
            .boxed()
        })
        .await
}

/// Tells one person, unless something speaks against it by now. It is counted together with matches: what is too much
/// to be told at once waits for the digest.
async fn tell_one(call: &Call<'_>, tx: &Tx, request: &WorkRequest, row: &AlertRow) -> Result<bool, Fault> {
    let account = row.account;
    let active = accounts::find(tx, account).await?.is_some_and(|found| found.state == AccountState::Active);
    if !active || search_alerts::find(tx, row.id).await?.is_none() {
        return Ok(false);
    }
    let wishes = matching::wishes_of(tx, account).await?;
    let unwanted = wishes.unwanted_clients().any(|client| client == request.client);
    if unwanted || is_hidden(tx, account, request.client).await? {
        return Ok(false);
    }
    let answered = proposals::find_for(tx, request.id, account).await?;
    if answered.is_some_and(|proposal| proposal.state != ProposalState::Draft) {
        return Ok(false);
    }
    let before = matches::find(tx, request.id, account).await?;
    if before.as_ref().is_some_and(|row| row.told || row.dismissed) {
        return Ok(false);
    }
    let ranked = before.unwrap_or_else(|| unranked(request.id, account));
    matches::upsert(tx, &MatchRow { told: true, ranked_at: call.now, ..ranked }).await?;
    log(call, tx, ActivityKind::Notified, Some(account), Subject::Request(request.id)).await?;
    tell(call, tx, account, &Notification::Found { request: request.id, alert: row.id }, call.now).await?;
    matching::standing_changed(call, tx, account).await?;
    Ok(true)
}

/// Somebody who was told because of what they watch, whether they fit or not.
fn unranked(request: RequestId, account: AccountId) -> MatchRow {
    MatchRow {
        request,
        account,
        ranker: "alert".to_owned(),
        score: 0.0,
        reasons: "{}".to_owned(),
        ranked_at: crate::domain::time::Timestamp::from_millis(0),
        told: false,
        dismissed: false,
    }
}
