//! The lease, the fence and the order of all queues, seen in the inbox.

use std::collections::BTreeMap;
use std::time::Duration;

use bot_core::domain::identity::Platform;
use bot_core::domain::time::Timestamp;
use bot_core::error::{Error, Fault, Never};
use bot_core::storage::inbox::{self, INBOX, InboxRow};
use bot_core::storage::queue::{Claim, Later};
use bot_core::ui::interaction::EventId;
use futures::FutureExt as _;

use crate::office::{Office, on_both_engines};

const LEASE_MS: i64 = 30_000;

on_both_engines!(
    a_lane_is_worked_in_order_and_one_at_a_time,
    a_waiting_row_keeps_back_its_own_lane_only,
    many_workers_claim_every_row_once_and_in_order,
    a_lease_runs_out_and_its_fence_is_refused,
    an_owner_never_overtakes_itself,
    a_row_given_back_is_tried_later_and_counted,
    a_row_that_was_given_up_can_be_opened_again,
);

async fn store(office: &Office, lane: &str, id: &str) -> anyhow::Result<()> {
    let (id, now) = (EventId::new(Platform::Telegram, id), office.now());
    let id = &id;
    office
        .write(|tx| {
            async move {
                inbox::insert(&tx, id, Platform::Telegram, lane, "{}", now).await?;
                Ok(())
            }
            .boxed()
        })
        .await
}

async fn claim(office: &Office, owner: &str, limit: u32) -> anyhow::Result<Vec<InboxRow>> {
    let now = office.now();
    let claim = Claim { owner, now, until: now.plus_millis(LEASE_MS), limit, platform: "telegram" };
    let claimed: Result<_, Error<Never>> =
        office.storage.claim(|tx| async move { Ok(inbox::claim(&tx, claim).await?) }.boxed()).await;
    Ok(claimed.map_err(Fault::from)?)
}

async fn ids(office: &Office, owner: &str, limit: u32) -> anyhow::Result<Vec<String>> {
    let mut ids: Vec<_> = claim(office, owner, limit).await?.into_iter().map(|row| row.leased.id).collect();
    ids.sort();
    Ok(ids)
}

async fn answer(office: &Office, row: &InboxRow) -> anyhow::Result<bool> {
    let now = office.now();
    office
        .write(|tx| async move { Ok(inbox::answer(&tx, &row.leased, "answered", now, None).await?) }.boxed())
        .await
}

async fn later(office: &Office, row: &InboxRow, at: Timestamp, counts: bool) -> anyhow::Result<bool> {
    let later = Later { state: None, at, error: Some("not now"), counts };
    office.write(|tx| async move { Ok(INBOX.later(&tx, &row.leased, later).await?) }.boxed()).await
}

async fn give_up(office: &Office, row: &InboxRow, why: &str) -> anyhow::Result<bool> {
    let now = office.now();
    office
        .write(|tx| async move { Ok(INBOX.finish(&tx, &row.leased, "dead", now, Some(why)).await?) }.boxed())
        .await
}

async fn a_lane_is_worked_in_order_and_one_at_a_time(office: Office) -> anyhow::Result<()> {
    for id in ["a1", "a2", "a3"] {
        store(&office, "a", id).await?;
    }
    store(&office, "b", "b1").await?;
    let first = claim(&office, "one", 10).await?;
    let mut claimed: Vec<_> = first.iter().map(|row| row.leased.id.as_str()).collect();
    claimed.sort_unstable();
    assert_eq!(claimed, ["telegram:a1", "telegram:b1"]);
    assert_eq!(ids(&office, "two", 10).await?, Vec::<String>::new());
    for row in &first {
        assert!(answer(&office, row).await?);
    }
    assert_eq!(ids(&office, "two", 10).await?, ["telegram:a2"]);
    assert_eq!(ids(&office, "one", 10).await?, Vec::<String>::new());
    Ok(())
}

async fn a_waiting_row_keeps_back_its_own_lane_only(office: Office) -> anyhow::Result<()> {
    for (lane, id) in [("a", "a1"), ("a", "a2"), ("b", "b1"), ("b", "b2")] {
        store(&office, lane, id).await?;
    }
    for row in claim(&office, "one", 10).await? {
        if row.leased.id == "telegram:a1" {
            assert!(later(&office, &row, office.now().plus_millis(5_000), true).await?);
        } else {
            assert!(answer(&office, &row).await?);
        }
    }
    assert_eq!(ids(&office, "one", 10).await?, ["telegram:b2"]);
    office.advance(Duration::from_secs(5));
    assert_eq!(ids(&office, "one", 10).await?, ["telegram:a1"]);
    Ok(())
}

async fn many_workers_claim_every_row_once_and_in_order(office: Office) -> anyhow::Result<()> {
    const LANES: usize = 12;
    const EACH: usize = 8;
    const WORKERS: usize = 6;
    for number in 0..LANES * EACH {
        store(&office, &format!("lane {}", number % LANES), &format!("{number:03}")).await?;
    }
    let office = &office;
    let work = |worker: usize| async move {
        let owner = format!("worker {worker}");
        let mut done = Vec::new();
        while INBOX.count_open(&office.storage.read().await?).await? > 0 {
            for row in claim(office, &owner, 4).await? {
                anyhow::ensure!(answer(office, &row).await?, "a live lease was taken over");
                done.push((row.leased.lane, row.leased.id));
            }
        }
        Ok(done)
    };
    let done = futures::future::try_join_all((0..WORKERS).map(work)).await?;
    let mut lanes: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (lane, id) in done.into_iter().flatten() {
        lanes.entry(lane).or_default().push(id);
    }
    assert_eq!(lanes.values().map(Vec::len).collect::<Vec<_>>(), [EACH; LANES]);
    for mut ids in lanes.into_values() {
        ids.sort();
        ids.dedup();
        assert_eq!(ids.len(), EACH, "a row was claimed twice");
    }
    Ok(())
}

async fn a_lease_runs_out_and_its_fence_is_refused(office: Office) -> anyhow::Result<()> {
    store(&office, "a", "a1").await?;
    let stale = claim(&office, "stopped", 1).await?.remove(0);
    office.advance(Duration::from_secs(29));
    assert!(claim(&office, "other", 1).await?.is_empty());
    office.advance(Duration::from_secs(1));
    let fresh = claim(&office, "other", 1).await?.remove(0);
    assert_eq!((fresh.leased.attempt, fresh.leased.fence), (2, stale.leased.fence + 1));
    assert!(!answer(&office, &stale).await?);
    assert!(!later(&office, &stale, office.now(), true).await?);
    assert!(!give_up(&office, &stale, "stale").await?);
    assert!(answer(&office, &fresh).await?);
    Ok(())
}

async fn an_owner_never_overtakes_itself(office: Office) -> anyhow::Result<()> {
    store(&office, "a", "a1").await?;
    let row = claim(&office, "one", 1).await?.remove(0);
    // The clock jumps while the row is under way.
    office.advance(Duration::from_hours(72));
    assert!(claim(&office, "one", 1).await?.is_empty());
    assert!(answer(&office, &row).await?);
    Ok(())
}

async fn a_row_given_back_is_tried_later_and_counted(office: Office) -> anyhow::Result<()> {
    store(&office, "a", "a1").await?;
    let mut attempts = Vec::new();
    for counts in [true, false, true] {
        let row = claim(&office, "one", 1).await?.remove(0);
        attempts.push(row.leased.attempt);
        assert!(later(&office, &row, office.now().plus_millis(37_000), counts).await?);
        office.advance(Duration::from_millis(36_999));
        assert!(claim(&office, "one", 1).await?.is_empty());
        office.advance(Duration::from_millis(1));
    }
    assert_eq!(attempts, [1, 2, 2]);
    Ok(())
}

async fn a_row_that_was_given_up_can_be_opened_again(office: Office) -> anyhow::Result<()> {
    store(&office, "a", "a1").await?;
    let row = claim(&office, "one", 1).await?.remove(0);
    let now = office.now();
    assert!(give_up(&office, &row, "poison").await?);
    let dead = INBOX.list_ended(&office.storage.read().await?, "dead", 10).await?;
    assert_eq!(dead.len(), 1);
    assert_eq!((dead[0].id.as_str(), dead[0].error.as_deref()), ("telegram:a1", Some("poison")));
    let opened =
        office.write(|tx| async move { Ok(INBOX.replay(&tx, "telegram:a1", now).await?) }.boxed()).await?;
    assert!(opened);
    assert_eq!(claim(&office, "one", 1).await?.remove(0).leased.attempt, 1);
    Ok(())
}
