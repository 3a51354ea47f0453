//! A process that ends in the middle of sending, and the one that goes on.

use std::sync::{Arc, PoisonError};
use std::time::Duration;

use bot_core::clock::ManualClock;
use bot_core::delivery::messenger::Found;
use bot_core::delivery::outbox::{Class, NewNotice};
use bot_core::delivery::owner::bury_dead;
use bot_core::domain::identity::Platform::{Discord, Telegram};
use bot_core::storage::outbox::{self, Attempt};
use bot_core::storage::queue::{Claim, Leased};
use bot_core::storage::{chats, leases};
use futures::FutureExt as _;

use super::{Scribe, Stand, count, member, notice, tell, until_settled, until_state, write};
use crate::office::{Office, on_both_engines, until};

on_both_engines!(
    a_crash_before_recording_is_resolved_by_class_where_nothing_drops_repeats,
    a_crash_before_recording_is_resolved_by_key_and_by_looking,
    one_process_at_a_time_sends_for_a_platform,
    a_stopped_process_that_wakes_up_changes_nothing,
    a_process_that_was_stopped_before_sending_sends_nothing,
    a_try_begins_only_under_the_fence_of_its_claim,
    stopping_waits_for_what_is_under_way,
);

/// Sends everything up to the last byte, then dies before it can write that it did.
async fn crash_while_sending(office: &Office, stand: &Arc<Stand>, requests: usize) -> anyhow::Result<()> {
    stand.close();
    let running = stand.dispatch(office, office.desk()?);
    stand.until_requests(requests).await?;
    running.crash().await;
    stand.open();
    assert!(bury_dead(&office.storage, office.owners()).await? >= 1);
    Ok(())
}

async fn a_crash_before_recording_is_resolved_by_class_where_nothing_drops_repeats(
    office: Office,
) -> anyhow::Result<()> {
    let stand = Stand::telegram();
    for class in [Class::Money, Class::Contract, Class::Relay, Class::Match, Class::Login] {
        // Each its own reader, so that all are under way at once.
        let reader = member(&office, &[Telegram]).await?;
        tell(&office, reader, class, &format!("{class:?}")).await?;
    }
    crash_while_sending(&office, &stand, 5).await?;
    let running = stand.dispatch(&office, office.desk()?);
    until_settled(&office).await?;
    running.stop().await?;
    let mut again = stand.requests().split_off(5);
    again.sort_by(|one, other| one.key.cmp(&other.key));
    let again: Vec<_> = again.iter().map(|request| (request.key.as_str(), request.attempt)).collect();
    assert_eq!(again, [("Contract", 2), ("Money", 2), ("Relay", 2)]);
    assert_eq!((count(&office, "sent").await?, count(&office, "uncertain").await?), (3, 2));
    Ok(())
}

async fn a_crash_before_recording_is_resolved_by_key_and_by_looking(office: Office) -> anyhow::Result<()> {
    let (ana, stand) = (member(&office, &[Discord]).await?, Stand::discord());
    tell(&office, ana, Class::Match, "soon").await?;
    crash_while_sending(&office, &stand, 1).await?;
    let running = stand.dispatch(&office, office.desk()?);
    until_state(&office, "sent", 1).await?;
    running.stop().await?;
    // Inside the window the platform drops the repeat by its key.
    assert_eq!(stand.keys(), ["soon", "soon"]);

    tell(&office, ana, Class::Match, "late").await?;
    crash_while_sending(&office, &stand, 3).await?;
    office.advance(Duration::from_mins(10));
    stand.will_find(Found::There("42".to_owned()));
    let running = stand.dispatch(&office, office.desk()?);
    until_state(&office, "sent", 2).await?;
    running.stop().await?;
    assert_eq!(stand.keys(), ["soon", "soon", "late"]);
    assert_eq!(stand.looked().len(), 1);
    Ok(())
}

async fn one_process_at_a_time_sends_for_a_platform(office: Office) -> anyhow::Result<()> {
    let (ana, one, other) = (member(&office, &[Telegram]).await?, Stand::telegram(), Stand::telegram());
    let first = one.dispatch(&office, office.desk()?);
    tell(&office, ana, Class::Update, "1").await?;
    until_state(&office, "sent", 1).await?;
    let second = other.dispatch(&office, office.desk()?);
    for n in 2..=6 {
        tell(&office, ana, Class::Update, &n.to_string()).await?;
        until_state(&office, "sent", n).await?;
    }
    assert_eq!((one.keys().len(), other.keys().len()), (6, 0));
    // Whoever stops in good order lets the other go on at once.
    first.stop().await?;
    tell(&office, ana, Class::Update, "7").await?;
    until_state(&office, "sent", 7).await?;
    assert_eq!(other.keys(), ["7"]);
    second.stop().await
}

async fn a_stopped_process_that_wakes_up_changes_nothing(office: Office) -> anyhow::Result<()> {
    let (ana, one, other) = (member(&office, &[Discord]).await?, Stand::discord(), Stand::discord());
    tell(&office, ana, Class::Update, "news").await?;
    // The first process stands still in the middle of a send, its clock with it.
    let stopped = Arc::new(ManualClock::at(office.now()));
    let gate = one.close();
    let first = one.dispatch(&office, office.desk_on(Arc::<ManualClock>::clone(&stopped))?);
    one.until_requests(1).await?;
    office.advance(Duration::from_secs(31));
    let second = other.dispatch(&office, office.desk()?);
    until_state(&office, "sent", 1).await?;
    assert_eq!(other.keys(), ["news"]);
    // It wakes up: what it writes about the row is refused.
    one.open();
    gate.notify_one();
    stopped.advance_millis(31_000);
    tell(&office, ana, Class::Update, "more news").await?;
    until_state(&office, "sent", 2).await?;
    first.stop().await?;
    second.stop().await?;
    assert_eq!(one.keys(), ["news"]);
    assert_eq!(other.keys(), ["news", "more news"]);
    Ok(())
}

async fn a_process_that_was_stopped_before_sending_sends_nothing(office: Office) -> anyhow::Result<()> {
    let (ana, stand, scribe) =
        (member(&office, &[Discord]).await?, Stand::discord(), Arc::new(Scribe::default()));
    let began = office.now();
    let stopped = Arc::new(ManualClock::at(began));
    let running = stand.dispatch_composed(&office, office.desk_on(stopped)?, &scribe);
    tell(&office, ana, Class::Update, "1").await?;
    until_state(&office, "sent", 1).await?;
    // While it is stopped, another process becomes the sender.
    office.advance(Duration::from_secs(31));
    let now = office.now();
    let fence = office
        .write(|tx| {
            async move {
                    Ok(leases::take(&tx, "sender:discord", "other", now, now.plus_millis(30_000)).await?)
                }
                .boxed()
        })
        .await?;
    assert_eq!(fence, Some(2));
    // It claims a row in the belief that it still is, and learns better before the first byte.
    write(&office, NewNotice { not_before: began, ..notice(&office, ana, Class::Update, "2") }).await?;
    until("the words are made", || async {
        Ok(*scribe.composed.lock().unwrap_or_else(PoisonError::into_inner) == 2)
    })
    .await?;
    running.stop().await?;
    assert_eq!(stand.keys(), ["1"]);
    assert_eq!(count(&office, "waiting").await?, 1);
    Ok(())
}

async fn a_try_begins_only_under_the_fence_of_its_claim(office: Office) -> anyhow::Result<()> {
    let (ana, office) = (member(&office, &[Telegram]).await?, &office);
    tell(office, ana, Class::Update, "news").await?;
    let stale = &claim(office, "stopped").await?;
    office.advance(Duration::from_secs(30));
    let fresh = &claim(office, "other").await?;
    let chat = chats::list_reachable(&office.storage.read().await?, ana).await?.remove(0).id;
    let now = office.now();
    let begin = |row: &'static str| async move {
        let leased = if row == "stale" { stale } else { fresh };
        office
            .write(|tx| {
                async move {
                    let until = now.plus_millis(30_000);
                    let attempt = Attempt { chat, composed: b"{}", unknowns: 0, now, until };
                    Ok(outbox::begin(&tx, leased, &attempt).await?)
                }
                .boxed()
            })
            .await
    };
    assert!(!begin("stale").await?);
    assert!(begin("fresh").await?);
    Ok(())
}

/// The one row that waits.
async fn claim(office: &Office, owner: &str) -> anyhow::Result<Leased> {
    let now = office.now();
    let claim = Claim { owner, now, until: now.plus_millis(30_000), limit: 1, platform: "telegram" };
    let mut rows = office.write(|tx| async move { Ok(outbox::claim(&tx, claim).await?) }.boxed()).await?;
    anyhow::ensure!(rows.len() == 1, "{} rows were claimed", rows.len());
    Ok(rows.remove(0).leased)
}

async fn stopping_waits_for_what_is_under_way(office: Office) -> anyhow::Result<()> {
    let (ana, stand) = (member(&office, &[Telegram]).await?, Stand::telegram());
    tell(&office, ana, Class::Money, "1").await?;
    let gate = stand.close();
    let running = stand.dispatch(&office, office.desk()?);
    stand.until_requests(1).await?;
    tell(&office, ana, Class::Money, "2").await?;
    let stopping = running.stop();
    gate.notify_one();
    stopping.await?;
    // What was under way is recorded; nothing new was begun.
    assert_eq!(stand.keys(), ["1"]);
    assert_eq!((count(&office, "sent").await?, count(&office, "waiting").await?), (1, 1));
    Ok(())
}
