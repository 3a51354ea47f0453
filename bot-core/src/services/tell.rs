//! Writing down, in the transaction of a change, whom it must be told to.

use super::Call;
use crate::delivery::outbox::{self, Class, NewNotice};
use crate::domain::activity::{Activity, ActivityKind};
use crate::domain::id::AccountId;
use crate::domain::time::Timestamp;
use crate::domain::topic::Topic;
use crate::error::Fault;
use crate::notify::notification::Notification;
use crate::services::{Subject, notices};
use crate::storage::{Tx, activities};
use crate::tasks::{self, NewTask};

/// Puts `notification` on its way to `recipient`, not before `not_before`. Said twice, it is sent once.
pub(super) async fn tell(
    call: &Call<'_>,
    tx: &Tx,
    recipient: AccountId,
    notification: &Notification,
    not_before: Timestamp,
) -> Result<bool, Fault> {
    let topic = notification.topic();
    let class = match topic {
        Some(Topic::Matches | Topic::Searches) => Class::Match,
        Some(Topic::Vital) => Class::Contract,
        Some(Topic::Received) => Class::YourMove,
        Some(Topic::Answers | Topic::Requests) | None => Class::Update,
    };
    let platform = match topic {
        Some(topic) => notices::channel(tx, recipient, topic).await?,
        None => None,
    };
    let notice = NewNotice {
        op_key: format!("{}:{}:{recipient}", notification.kind(), notification.occasion()),
        recipient,
        platform,
        lane: None,
        class,
        kind: notification.kind().to_owned(),
        subject: notification.subject().map(Subject::key).unwrap_or_default(),
        facts: serde_json::to_string(notification)?,
        burst: notification.burst(),
        not_before,
    };
    outbox::enqueue(tx, &call.wakes, call.ids.as_ref(), call.now, notice).await
}

/// Leaves work to do once this change stands.
pub(super) async fn leave_task(
    call: &Call<'_>,
    tx: &Tx,
    kind: &str,
    key: String,
    body: String,
) -> Result<(), Fault> {
    leave_task_at(call, tx, kind, key, body, call.now).await
}

/// The same, to be done at `at` and not before.
pub(super) async fn leave_task_at(
    call: &Call<'_>,
    tx: &Tx,
    kind: &str,
    key: String,
    body: String,
    at: Timestamp,
) -> Result<(), Fault> {
    let task = NewTask { op_key: key.clone(), kind: kind.to_owned(), lane: key, body, not_before: at };
    tasks::enqueue(tx, &call.wakes, call.ids.as_ref(), call.now, task).await?;
    Ok(())
}

/// Appends to the activity log.
pub(super) async fn log(
    call: &Call<'_>,
    tx: &Tx,
    kind: ActivityKind,
    actor: Option<AccountId>,
    subject: Subject,
) -> Result<(), Fault> {
    activities::insert(tx, call.ids.as_ref(), &entry(call, kind, actor, subject)).await
}

/// Notes that something was seen.
pub(super) fn seen(call: &Call<'_>, kind: ActivityKind, actor: AccountId, subject: Subject) {
    call.activity.note(entry(call, kind, Some(actor), subject));
}

fn entry(call: &Call<'_>, kind: ActivityKind, actor: Option<AccountId>, subject: Subject) -> Activity {
    Activity { kind, actor, subject_kind: subject.kind(), subject: subject.id(), at: call.now }
}
