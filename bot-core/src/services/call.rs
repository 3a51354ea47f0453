//! One use of the services: when it is, which event caused it, and its writes.

use std::ops::Deref;

use futures::FutureExt as _;
use futures::future::BoxFuture;
use uuid::Uuid;

use super::Services;
use crate::delivery::checkpoint::STATE_COMMITTED;
use crate::domain::id::{AccountId, ContractId, LinkId, ProposalId, RequestId};
use crate::domain::time::Timestamp;
use crate::error::{Error, Fault};
use crate::storage::{Tx, inbox};
use crate::ui::interaction::EventId;

/// One use of the services.
#[derive(Debug, Clone, Copy)]
pub struct Call<'a> {
    services: &'a Services,
    event: Option<&'a EventId>,
    /// The instant it counts as.
    pub now: Timestamp,
}

/// The entity a change is about, as inbox rows, notices and the activity log name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// The member's own account.
    Account(AccountId),
    /// A request.
    Request(RequestId),
    /// A proposal.
    Proposal(ProposalId),
    /// A contract.
    Contract(ContractId),
    /// Two accounts on their way to becoming one.
    Link(LinkId),
}

/// What an event was about that moved on the form open in its chat.
pub const FORM: &str = "form";

impl Subject {
    /// The kind, as rows name it.
    pub const fn kind(self) -> &'static str {
        match self {
            Self::Account(_) => "account",
            Self::Request(_) => "request",
            Self::Proposal(_) => "proposal",
            Self::Contract(_) => "contract",
            Self::Link(_) => "link",
        }
    }

    /// The entity's id.
    pub const fn uuid(self) -> Uuid {
        match self {
            Self::Account(id) => id.0,
            Self::Request(id) => id.0,
            Self::Proposal(id) => id.0,
            Self::Contract(id) => id.0,
            Self::Link(id) => id.0,
        }
    }

    /// The entity's id, as rows write it.
    pub fn id(self) -> String {
        self.uuid().to_string()
    }

    /// `request:0192…`
    pub fn key(self) -> String {
        format!("{}:{}", self.kind(), self.id())
    }

    /// Reads what [`Self::key`] wrote.
    pub fn from_key(key: &str) -> Option<Self> {
        let (kind, id) = key.split_once(':')?;
        match kind {
            "account" => id.parse().ok().map(Self::Account),
            "request" => id.parse().ok().map(Self::Request),
            "proposal" => id.parse().ok().map(Self::Proposal),
            "contract" => id.parse().ok().map(Self::Contract),
            "link" => id.parse().ok().map(Self::Link),
            _ => None,
        }
    }
}

impl Deref for Call<'_> {
    type Target = Services;

    fn deref(&self) -> &Services {
        self.services
    }
}

impl<'a> Call<'a> {
    /// A call caused by `event`, or by the program itself.
    pub fn new(services: &'a Services, event: Option<&'a EventId>) -> Self {
        Self { services, event, now: services.clock.now() }
    }

    /// A connection to read with.
    pub async fn read(&self) -> Result<Tx, Fault> {
        self.storage.read().await
    }

    /// Changes something about `subject`. The event that caused it is marked as handled in the same transaction, so
    /// that a crash after it neither loses the change nor does it twice.
    pub async fn write<'w, T: Send + Sync, R: Send>(
        &self,
        subject: Subject,
        work: impl Fn(Tx) -> BoxFuture<'w, Result<T, Error<R>>> + Send + Sync,
    ) -> Result<T, Error<R>> {
        self.write_naming(|_| subject.key(), work).await
    }

    /// The same, where what was done says what it was about: a key of [`Subject`], or [`FORM`].
    pub(super) async fn write_naming<'w, T: Send + Sync, R: Send>(
        &self,
        subject: impl Fn(&T) -> String + Send + Sync,
        work: impl Fn(Tx) -> BoxFuture<'w, Result<T, Error<R>>> + Send + Sync,
    ) -> Result<T, Error<R>> {
        let (work, subject, event) = (&work, &subject, self.event);
        self.storage
            .write(|tx| {
                if event.is_some() {
                    let checkpoints = self.checkpoints.clone();
                    // before the wake-ups of the work itself: what it causes hasn't begun
                    tx.after_commit(move || checkpoints.reached(STATE_COMMITTED));
                }
                let change = work(tx.clone());
                async move {
                    let value = change.await?;
                    if let Some(event) = event {
                        inbox::mark_handled(&tx, event, Some(&subject(&value))).await?;
                    }
                    Ok(value)
                }
                .boxed()
            })
            .await
    }
}
