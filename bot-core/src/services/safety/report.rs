//! Reporting: the moderators are told, with the id of what is meant.

use futures::FutureExt as _;

use super::SafetyRefusal;
use crate::domain::activity::ActivityKind;
use crate::domain::id::{AccountId, ReportId};
use crate::domain::report::{Report, ReportSubject};
use crate::error::{Error, Fault};
use crate::services::authority::{Actor, On, Verb, may};
use crate::services::tell::log;
use crate::services::{Call, Subject};
use crate::storage::{Tx, accounts, contracts, proposals, reports, requests};

/// Tells the moderators about `subject`.
pub async fn report(
    call: &Call<'_>,
    reporter: AccountId,
    subject: Subject,
    note: &str,
) -> Result<Report, Error<SafetyRefusal>> {
    let id = ReportId(call.ids.uuid(call.now));
    call.write(Subject::Account(reporter), |tx| {
        async move {
            if !reportable(&tx, reporter, subject).await? {
                return Err(Error::Refused(SafetyRefusal::NotAvailable));
            }
            let subject = match subject {
                Subject::Account(id) => {
                    Subject::Account(accounts::find_current(&tx, id).await?.map_or(id, |account| account.id))
                }
                other => other,
            };
            let report = Report {
                id,
                reporter,
                subject: ReportSubject { kind: subject.kind().to_owned(), id: subject.id() },
                note: note.to_owned(),
                created_at: call.now,
            };
            reports::insert(&tx, &report).await?;
            log(call, &tx, ActivityKind::Reported, Some(reporter), subject).await?;
            Ok(report)
        }
        .boxed()
    })
    .await
}

/// Whether `reporter` may report `subject`: it is there, and theirs to see.
pub async fn may_report(call: &Call<'_>, reporter: AccountId, subject: Subject) -> Result<bool, Fault> {
    reportable(&call.read().await?, reporter, subject).await
}

async fn reportable(tx: &Tx, reporter: AccountId, subject: Subject) -> Result<bool, Fault> {
    let actor = &Actor::from(&accounts::get(tx, reporter).await?);
    Ok(match subject {
        Subject::Account(id) => {
            let known = accounts::find_current(tx, id).await?.map(|account| account.id);
            known.is_some_and(|id| may(actor, Verb::Report, On::Account(id)))
        }
        Subject::Request(id) => {
            requests::find(tx, id).await?.is_some_and(|found| may(actor, Verb::Report, On::Request(&found)))
        }
        Subject::Proposal(id) => {
            proposals::find(tx, id).await?.is_some_and(|found| may(actor, Verb::Report, On::Proposal(&found)))
        }
        Subject::Link(_) => false,
        Subject::Contract(id) => {
            contracts::find(tx, id).await?.is_some_and(|found| may(actor, Verb::Report, On::Contract(&found)))
        }
    })
}
