//! Ranking people for a posted request, and putting word to them on its way.

use std::collections::VecDeque;

use bot_matching::{RANKER_VERSION, Relation, Relations, Score, Tuning};
use futures::FutureExt as _;

use super::backdrop::{Backdrop, wishes_of};
use super::explain::Explanation;
use super::wanted::wanted;
use super::wishes::changed;
use crate::domain::account::AccountState;
use crate::domain::activity::ActivityKind;
use crate::domain::id::{AccountId, RequestId};
use crate::domain::proposal::ProposalState;
use crate::domain::request::{RequestState, WorkRequest};
use crate::error::{Error, Fault, Never};
use crate::notify::notification::Notification;
use crate::services::hiding::{is_active, is_hidden};
use crate::services::tell::{log, tell};
use crate::services::{Call, Subject};
use crate::storage::matches::MatchRow;
use crate::storage::tunings::Span;
use crate::storage::{Tx, accounts, blocks, matches, objections, proposals, requests};

/// How many are written in one transaction.
const BATCH: usize = 200;
/// Of so many people told one after the other, one is a newcomer, if one fits.
const NEWCOMER_EACH: usize = 5;

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
    for account in objections::list_against(tx, request.client).await? {
        add(account, Relation::DISMISSED);
    }
    for account in matches::list_dismissed_of(tx, request.id).await? {
        add(account, Relation::DISMISSED);
    }
    Ok(relations)
}

/// Somebody who fits, by what counts for them.
#[derive(Debug)]
struct Fitting {
    account: AccountId,
    tuning: Tuning,
    newcomer: bool,
    score: Score,
    explanation: Explanation,
}

/// Whoever fits, each by their own weights: a message is for the one who gets it.
async fn scan(call: &Call<'_>, request: &WorkRequest, relations: &Relations) -> Result<Vec<Fitting>, Fault> {
    let tx = call.read().await?;
    let backdrop = Backdrop::read(&tx, &Span::one(request.client), call.now).await?;
    let mut held = call.columns.current(&tx, call.now).await?;
    let wanted = wanted(request, backdrop.answers(request.client), &mut held.numbers, call.now);
    let mut ranker = held.ranker(relations, call.now);
    let mut fitting = Vec::new();
    for (account, person) in &held.people {
        ranker.weights = held.weights(*account);
        for found in ranker.rank(&wanted, [person]).matches {
            fitting.push(Fitting {
                account: *account,
                tuning: held.tuning(*account),
                newcomer: person.exposure.newcomer,
                score: found.score,
                explanation: Explanation::of(&ranker.judge(&wanted, person), &held.numbers),
            });
        }
    }
    fitting.sort_unstable_by(|one, other| {
        other.score.cmp(&one.score).then_with(|| one.account.cmp(&other.account))
    });
    Ok(newcomers_among(fitting))
}

/// The order in which people are told: best first, but at least every fifth is a newcomer as long as one fits.
fn newcomers_among(best_first: Vec<Fitting>) -> Vec<Fitting> {
    let mut ordered = Vec::with_capacity(best_first.len());
    let mut waiting: VecDeque<Fitting> = best_first.into();
    let mut since = 0;
    while let Some(best) = waiting.front() {
        let due = since + 1 >= NEWCOMER_EACH && !best.newcomer;
        let next = if due { waiting.iter().position(|next| next.newcomer) } else { None };
        let Some(next) = waiting.remove(next.unwrap_or_default()) else { break };
        since = if next.newcomer { 0 } else { since + 1 };
        ordered.push(next);
    }
    ordered
}

async fn write_batch(
    call: &Call<'_>,
    request: &WorkRequest,
    batch: &[Fitting],
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
                for found in batch {
                    let tells = found.explanation.is_strong()
                        && told < left
                        && may_be_told(call, &tx, request, found.account).await?;
                    log_match(call, &tx, request.id, found, tells).await?;
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
    let wishes = wishes_of(tx, id).await?;
    if wishes.quiet_until(call.now).is_some()
        || wishes.unwanted_clients().any(|client| client == request.client)
    {
        return Ok(false);
    }
    let before = matches::find(tx, request.id, id).await?;
    Ok(before.is_none_or(|row| !row.told && !row.dismissed))
}

async fn log_match(
    call: &Call<'_>,
    tx: &Tx,
    request: RequestId,
    found: &Fitting,
    told: bool,
) -> Result<(), Fault> {
    let account = found.account;
    let row = MatchRow {
        request,
        account,
        ranker: ranker_name(found.tuning),
        score: found.explanation.score,
        reasons: serde_json::to_string(&found.explanation)?,
        ranked_at: call.now,
        told,
        dismissed: false,
    };
    matches::upsert(tx, &row).await?;
    if told {
        log(call, tx, ActivityKind::Notified, Some(account), Subject::Request(request)).await?;
        tell(call, tx, account, &Notification::Match { request }, call.now).await?;
        changed(call, tx, account).await?;
    }
    Ok(())
}

/// The ranker as the log names it: its version, and the member's own steps where they tuned it.
fn ranker_name(tuning: Tuning) -> String {
    if tuning == Tuning::default() {
        format!("rules-{RANKER_VERSION}")
    } else {
        format!("rules-{RANKER_VERSION}:{}", tuning.digits())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fitting(number: u128, newcomer: bool) -> Fitting {
        Fitting {
            account: AccountId(uuid::Uuid::from_u128(number)),
            tuning: Tuning::default(),
            newcomer,
            score: Score::from_millionths(900_000),
            explanation: Explanation {
                score: 0.9,
                fit: None,
                reasons: Vec::new(),
                gaps: Vec::new(),
                obstacles: Vec::new(),
            },
        }
    }

    #[test]
    fn every_fifth_who_is_told_is_a_newcomer_as_long_as_one_fits() {
        let list = (1..=12).map(|number| fitting(number, number > 10)).collect();
        let order: Vec<_> = newcomers_among(list).iter().map(|found| found.account.0.as_u128()).collect();
        assert_eq!(order, [1, 2, 3, 4, 11, 5, 6, 7, 8, 12, 9, 10]);
    }

    #[test]
    fn the_log_names_the_version_and_what_was_tuned() {
        assert_eq!(ranker_name(Tuning::default()), format!("rules-{RANKER_VERSION}"));
        let tuned = Tuning { price: bot_matching::Step::More, ..Tuning::default() };
        assert_eq!(ranker_name(tuned), format!("rules-{RANKER_VERSION}:23222"));
    }
}
