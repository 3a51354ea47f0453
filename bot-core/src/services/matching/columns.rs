//! Everybody and every open request as dense numbers.
//!
//! The change feed keeps them current.
//!
//! Start is a snapshot; each use looks through the last 30 seconds of changes, since the feed's order isn't the order
//! of commit, and reloads what those name that weren't there before. Nothing depends on this for correctness.

use std::collections::{BTreeSet, HashMap};

use bot_matching::{Person, Ranker, Rarity, Relations, Tuning, Wanted, Weights};
use tokio::sync::{Mutex, MutexGuard};

use super::backdrop::Backdrop;
use super::person::person;
use super::skills::{SkillNumbers, related};
use super::wanted::wanted;
use super::wishes::BACKDROP;
use crate::domain::id::{AccountId, RequestId};
use crate::domain::request::{RequestState, WorkRequest};
use crate::domain::time::Timestamp;
use crate::error::Fault;
use crate::services::hiding::is_active;
use crate::storage::tunings::Span;
use crate::storage::{Tx, accounts, changes, contracts, profiles, requests};

/// How far back each pass reads, in milliseconds.
const OVERLAP_MS: i64 = 30_000;
/// The most open requests held.
const OPEN: i64 = 100_000;
/// The most changes read at once.
const BATCH: u32 = 5_000;

/// The columns that matching scans.
#[derive(Debug, Default)]
pub struct Columns {
    held: Mutex<Held>,
}

/// What the columns hold.
#[derive(Debug, Default)]
pub(super) struct Held {
    pub(super) people: HashMap<AccountId, Person>,
    pub(super) requests: HashMap<RequestId, OpenRequest>,
    pub(super) rarity: Rarity,
    /// What counts in the work that people are shown, where it isn't the usual.
    tunings: HashMap<AccountId, Tuning>,
    pub(super) numbers: SkillNumbers,
    /// When the last pass began; none before the snapshot.
    seen: Option<Timestamp>,
    /// The changes of the last 30 seconds that are in here.
    followed: BTreeSet<i64>,
}

/// An open request and whose it is.
#[derive(Debug)]
pub(super) struct OpenRequest {
    pub(super) client: AccountId,
    pub(super) wanted: Wanted,
}

impl Columns {
    /// The columns as of now, read with the caller's own connection: whoever waits for the columns holds one already,
    /// so asking for another in here would let them all wait for each other.
    pub(super) async fn current(&self, tx: &Tx, now: Timestamp) -> Result<MutexGuard<'_, Held>, Fault> {
        let mut held = self.held.lock().await;
        match held.seen {
            None => held.load_all(tx, now).await?,
            // Offsets from UTC change with daylight saving: a new day is read afresh.
            Some(seen) if seen.day() != now.day() => {
                *held = Held::default();
                held.load_all(tx, now).await?;
            }
            Some(seen) => held.follow(tx, seen, now).await?,
        }
        held.seen = Some(now);
        Ok(held)
    }
}

impl Held {
    async fn load_all(&mut self, tx: &Tx, now: Timestamp) -> Result<(), Fault> {
        let backdrop = Backdrop::read(tx, &Span::all(), now).await?;
        for id in profiles::list_accounts(tx).await? {
            self.load_person(tx, id, &backdrop, now).await?;
        }
        for request in requests::list_open(tx, OPEN).await? {
            self.hold(tx, &request, &backdrop, now).await?;
        }
        Ok(())
    }

    /// A ranker over what is held.
    pub(super) fn ranker<'a>(&'a self, relations: &'a Relations, now: Timestamp) -> Ranker<'a> {
        Ranker::new(&self.rarity, related(), relations, super::today(now))
    }

    /// What counts in the work that `account` is shown.
    pub(super) fn tuning(&self, account: AccountId) -> Tuning {
        self.tunings.get(&account).copied().unwrap_or_default()
    }

    /// The weights of the work that `account` is shown.
    pub(super) fn weights(&self, account: AccountId) -> Weights {
        Weights::tuned(self.tuning(account))
    }

    async fn follow(&mut self, tx: &Tx, seen: Timestamp, now: Timestamp) -> Result<(), Fault> {
        let (mut after, mut there) = (0, BTreeSet::new());
        loop {
            let batch = changes::list_since(tx, seen.plus_millis(-OVERLAP_MS), after, BATCH).await?;
            let Some(last) = batch.last() else { break };
            after = last.seq;
            there.extend(batch.iter().map(|change| change.seq));
            let fresh = batch.iter().filter(|change| !self.followed.contains(&change.seq));
            let distinct: BTreeSet<(&str, &str)> =
                fresh.map(|change| (change.kind.as_str(), change.id.as_str())).collect();
            for (kind, id) in distinct {
                self.reload(tx, kind, id, now).await?;
            }
        }
        self.followed = there;
        Ok(())
    }

    async fn reload(&mut self, tx: &Tx, kind: &str, id: &str, now: Timestamp) -> Result<(), Fault> {
        if let ("account", Ok(id)) = (kind, id.parse()) {
            self.load_requests_of(tx, id, now).await?;
        }
        if let ("profile" | "account" | BACKDROP, Ok(id)) = (kind, id.parse()) {
            let backdrop = Backdrop::read(tx, &Span::one(id), now).await?;
            return self.load_person(tx, id, &backdrop, now).await;
        }
        if let ("request", Ok(id)) = (kind, id.parse()) {
            return self.load_request(tx, id, now).await;
        }
        Ok(())
    }

    async fn load_person(
        &mut self,
        tx: &Tx,
        id: AccountId,
        backdrop: &Backdrop,
        now: Timestamp,
    ) -> Result<(), Fault> {
        if let Some(old) = self.people.remove(&id).filter(|old| old.visible) {
            self.rarity.remove(&old);
        }
        let (Some(account), Some(profile)) = (accounts::find(tx, id).await?, profiles::find(tx, id).await?)
        else {
            return Ok(());
        };
        self.tunings.insert(id, backdrop.wishes(id).for_work());
        let person = person(&account, &profile, backdrop, &mut self.numbers, now);
        if person.visible {
            self.rarity.add(&person);
        }
        self.people.insert(id, person);
        Ok(())
    }

    async fn load_request(&mut self, tx: &Tx, id: RequestId, now: Timestamp) -> Result<(), Fault> {
        self.requests.remove(&id);
        let Some(request) = requests::find(tx, id).await? else { return Ok(()) };
        let backdrop = Backdrop::read(tx, &Span::one(request.client), now).await?;
        self.hold(tx, &request, &backdrop, now).await?;
        // whoever got it has a contract more
        if let Some(contract) = contracts::find_for(tx, id).await? {
            let backdrop = Backdrop::read(tx, &Span::one(contract.freelancer), now).await?;
            self.load_person(tx, contract.freelancer, &backdrop, now).await?;
        }
        Ok(())
    }

    /// The requests of somebody who leaves are hidden with them, and come back with them.
    async fn load_requests_of(&mut self, tx: &Tx, client: AccountId, now: Timestamp) -> Result<(), Fault> {
        let backdrop = Backdrop::read(tx, &Span::one(client), now).await?;
        for request in requests::list_of(tx, client).await? {
            self.requests.remove(&request.id);
            self.hold(tx, &request, &backdrop, now).await?;
        }
        Ok(())
    }

    /// Holds a request that is open and whose client is here.
    async fn hold(
        &mut self,
        tx: &Tx,
        request: &WorkRequest,
        backdrop: &Backdrop,
        now: Timestamp,
    ) -> Result<(), Fault> {
        if request.state == RequestState::Open && is_active(tx, request.client).await? {
            let wanted = wanted(request, backdrop.answers(request.client), &mut self.numbers, now);
            self.requests.insert(request.id, OpenRequest { client: request.client, wanted });
        }
        Ok(())
    }
}
