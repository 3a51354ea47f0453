//! What stands before the market.
//!
//! Rules, open questions, duplicates, and how much one client may post.

use std::collections::BTreeSet;

use bot_reading::Reading;
use bot_reading::rules::{self, Rule};
use bot_reading::text::fold;

use super::RequestRefusal;
use crate::domain::account::Account;
use crate::domain::activity::ActivityKind;
use crate::domain::grounds::Field;
use crate::domain::hold::Hold;
use crate::domain::request::{Brief, RequestState, WorkRequest};
use crate::domain::time::DAY_MS;
use crate::error::{Error, Fault};
use crate::services::tell::log;
use crate::services::{Call, Subject};
use crate::storage::requests::{grounds, holds};
use crate::storage::{Tx, requests};

/// The rule that a brief seems to break, with the words that do.
pub(super) fn broken_rule(brief: &Brief) -> Option<(Rule, String)> {
    let skills: Vec<&str> = brief.skills.iter().map(|skill| skill.skill.as_str()).collect();
    let text = format!("{}.\n{}\n{}", brief.title, brief.description, skills.join(", "));
    let Reading { value, span } = rules::check(&text)?;
    Some((value, span.of(&text).to_owned()))
}

/// Puts a request before the moderators. It counts one version more than `base`, the row's.
pub(super) async fn hold(
    call: &Call<'_>,
    tx: &Tx,
    request: WorkRequest,
    (rule, quote): &(Rule, String),
    base: i64,
) -> Result<WorkRequest, Error<RequestRefusal>> {
    let held = request.held().map_err(|wrong| Error::Refused(RequestRefusal::WrongState(wrong.0)))?;
    let hold = Hold {
        request: held.id,
        rule: *rule,
        quote: quote.clone(),
        held_at: call.now,
        decision: None,
        note: String::new(),
    };
    holds::set(tx, &hold).await?;
    log(call, tx, ActivityKind::Held, None, Subject::Request(held.id)).await?;
    Ok(WorkRequest { version: base + 1, ..held })
}

/// Whether a draft is complete, new, and within what its client may post.
pub(super) async fn check(
    call: &Call<'_>,
    tx: &Tx,
    client: &Account,
    draft: &WorkRequest,
) -> Result<(), Error<RequestRefusal>> {
    let refused = |refusal| Err(Error::Refused(refusal));
    if draft.brief.title.is_empty() {
        return refused(RequestRefusal::Unanswered(Field::Title));
    }
    if draft.brief.skills.is_empty() {
        return refused(RequestRefusal::NoSkills);
    }
    if let Some(field) = grounds::get(tx, draft.id).await?.blocking() {
        return refused(RequestRefusal::Unanswered(field));
    }
    let others = requests::list_of(tx, client.id).await?;
    if let Some(same) = others.iter().find(|other| out(other) && says_the_same(&other.brief, &draft.brief)) {
        return refused(RequestRefusal::Duplicate(same.id));
    }
    within_quota(call, tx, client).await
}

/// Out, or on its way.
fn out(request: &WorkRequest) -> bool {
    matches!(request.state, RequestState::Open | RequestState::Held)
}

/// The same words in title and description, in whatever order and spelling.
fn says_the_same(one: &Brief, other: &Brief) -> bool {
    let words = |text: &str| -> BTreeSet<String> {
        fold(text).split(|c: char| !c.is_alphanumeric()).map(str::to_owned).collect()
    };
    words(&one.title) == words(&other.title) && words(&one.description) == words(&other.description)
}

async fn within_quota(call: &Call<'_>, tx: &Tx, client: &Account) -> Result<(), Error<RequestRefusal>> {
    let posted = requests::count_posted(tx, client.id, call.now.plus_millis(-DAY_MS)).await?;
    let rules = &call.rules;
    if posted >= rules.requests_per_day {
        return Err(Error::Refused(RequestRefusal::TooMany { per_day: rules.requests_per_day }));
    }
    let new = client.created_at > call.now.plus_millis(-DAY_MS);
    if new && posted >= rules.requests_first_day {
        return Err(Error::Refused(RequestRefusal::TooManyForNew { first_day: rules.requests_first_day }));
    }
    Ok(())
}

/// Takes a draft's grounds away once it is out: they have served.
pub(super) async fn settled(tx: &Tx, request: &WorkRequest) -> Result<(), Fault> {
    grounds::delete(tx, request.id).await
}
