//! Ranking people for a posted request, and putting word to them on its way.

use bot_matching::{RANKER_VERSION, Ranker, Relation, Relations, Strength};
use futures::FutureExt as _;

use super::explain::Explanation;
use super::wanted::wanted;
use crate::domain::account::AccountState;
use crate::domain::activity::ActivityKind;
use crate::domain::id::{AccountId, RequestId};
use crate::domain::proposal::ProposalState;
use crate::domain::request::{RequestState, WorkRequest};
use crate::domain::time::DAY_MS;
use crate::error::{Error, Fault, Never};
use crate::notify::notification::Notification;
use crate::services::hiding::{is_active, is_hidden};
use crate::services::tell::{log, tell};
use crate::services::{Call, Subject};
use crate::storage::matches::MatchRow;
use crate::storage::{Tx, accounts, blocks, matches, proposals, requests};

/// How many are written in one transaction.
const BATCH: usize = 200;

/// What a ranking led to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Told {
    /// How many fit.
    pub fitting: usize,
    /// How many are told.
    pub told: usize,
}

/// Ranks everybody for the open request `id`, logs who fits and tells those who fit strongly.
///
/// The scan runs outside any transaction; each batch is then written after its people were checked again.
pub async fn rank_request(call: &Call<'_>, id: RequestId) -> Result<Told, Fault> {
    let Some((request, relations)) = situation(call, id).await? else { return Ok(Told::default()) };
    let ranked = scan(call, &request, &relations).await?;
    let mut told = Told { fitting: ranked.len(), told: 0 };
    let mut left = call.rules.people_per_request;
    for batch in ranked.chunks(BATCH) {
        let count = write_batch(call, &request, batch, left).await?;
        left = left.saturating_sub(count);
        told.told += count;
    }
    tracing::info!(request = %id, fitting = told.fitting, told = told.told, ranker = RANKER_VERSION, "ranked");
    Ok(told)
}

/// The request and how people stand to it already; none if it isn't open.
async fn situation(call: &Call<'_>, id: RequestId) -> Result<Option<(WorkRequest, Relations)>, Fault> {
    let tx = call.read().await?;
    let Some(request) = requests::find(&tx, id).await?.filter(|request| request.state == RequestState::Open)
    else {
        return Ok(None);
    };
    if !is_active(&tx, request.client).await? {
        return Ok(None);
    }
    let relations = relations_of(&tx, &request).await?;
    Ok(Some((request, relations)))
}

/// How everybody stands to a request already.
pub(super) async fn relations_of(tx: &Tx, request: &WorkRequest) -> Result<Relations, Fault> {
    let mut relations = Relations::default();
    let wanted = bot_matching::WantedKey(request.id.0.as_u128());
    let mut add = |account: AccountId, relation| {
        relations.add(wanted, bot_matching::PersonKey(account.0.as_u128()), relation);
    };
    add(request.client, Relation::OWN);
    for account in blocks::list_around(tx, request.client).await? {
        add(account, Relation::BLOCKED);
    }
    for proposal in proposals::list_for(tx, request.id).await? {
        add(proposal.freelancer, Relation::ANSWERED);
    }
    for account in matches::list_dismissed_of(tx, request.id).await? {
        add(account, Relation::DISMISSED);
    }
    Ok(relations)
}

async fn scan(
    call: &Call<'_>,
    request: &WorkRequest,
    relations: &Relations,
) -> Result<Vec<(AccountId, Explanation)>, Fault> {
    let tx = call.read().await?;
    let mut held = call.columns.current(&tx, call.now).await?;
    let wanted = wanted(request, &mut held.numbers);
    let ranker = Ranker::new(&held.rarity, relations, super::today(call.now));
    let ranking = ranker.rank(&wanted, held.people.values());
    let explained = ranking.matches.iter().map(|found| {
        let account = AccountId(uuid::Uuid::from_u128(found.person.0));
        let judgement = held.people.get(&account).map(|person| ranker.judge(&wanted, person));
        judgement.map(|judgement| {
            let mut explanation = Explanation::of(&judgement, &held.numbers);
            explanation.strong = found.strength == Strength::Strong;
            (account, explanation)
        })
    });
    Ok(explained.flatten().collect())
}

async fn write_batch(
    call: &Call<'_>,
    request: &WorkRequest,
    batch: &[(AccountId, Explanation)],
    left: usize,
) -> Result<usize, Error<Never>> {
    call.storage
        .write(|tx| {
            async move {
                let still = requests::find(&tx, request.id).await?;
                if still.is_none_or(|still| still.state != RequestState::Open) {
                    return Ok(0);
                }
                let mut told = 0;
                for (account, explanation) in batch {
                    let tells = explanation.strong
                        && told < left
                        && may_be_told(call, &tx, request, *account).await?;
                    log_match(call, &tx, request.id, *account, explanation, tells).await?;
                    told += usize::from(tells);
                }
                Ok(told)
            }
            .boxed()
        })
        .await
}

/// The vetoes that can have changed since the scan, and the person's own wishes.
async fn may_be_told(call: &Call<'_>, tx: &Tx, request: &WorkRequest, id: AccountId) -> Result<bool, Fault> {
    let Some(account) = accounts::find(tx, id).await? else { return Ok(false) };
    if account.state != AccountState::Active || !account.roles.works || !account.match_notices {
        return Ok(false);
    }
    if is_hidden(tx, id, request.client).await? {
        return Ok(false);
    }
    let answered = proposals::find_for(tx, request.id, id).await?;
    if answered.is_some_and(|proposal| proposal.state != ProposalState::Draft) {
        return Ok(false);
    }
    let before = matches::find(tx, request.id, id).await?;
    if before.is_some_and(|row| row.told || row.dismissed) {
        return Ok(false);
    }
    let today = matches::count_told(tx, id, call.now.plus_millis(-DAY_MS)).await?;
    Ok(today < call.rules.matches_per_day)
}

async fn log_match(
    call: &Call<'_>,
    tx: &Tx,
    request: RequestId,
    account: AccountId,
    explanation: &Explanation,
    told: bool,
) -> Result<(), Fault> {
    let row = MatchRow {
        request,
        account,
        ranker: format!("rules-{RANKER_VERSION}"),
        score: explanation.score,
        reasons: serde_json::to_string(explanation)?,
        ranked_at: call.now,
        told,
        dismissed: false,
    };
    matches::upsert(tx, &row).await?;
    if told {
        log(call, tx, ActivityKind::Notified, Some(account), Subject::Request(request)).await?;
        tell(call, tx, account, &Notification::Match { request }, call.now).await?;
    }
    Ok(())
}
