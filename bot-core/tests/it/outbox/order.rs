//! Which notice goes first, which waits for which, and for how long.

use std::sync::{Arc, PoisonError};
use std::time::Duration;

use bot_core::delivery::Composed;
use bot_core::delivery::messenger::Outcome;
use bot_core::delivery::outbox::{Class, NewNotice, cancel};
use bot_core::domain::identity::Platform::Telegram;
use futures::FutureExt as _;

use super::{Scribe, Stand, count, member, notice, tell, until_settled, until_state, write};
use crate::office::{Office, on_both_engines};

on_both_engines!(
    a_notice_is_written_once_and_can_be_taken_back_until_it_is_sent,
    money_goes_before_matches_and_a_held_match_keeps_nothing_back,
    only_one_notice_of_a_lane_is_under_way,
    relayed_messages_keep_their_order_even_when_one_has_to_wait,
    a_lane_told_to_wait_waits_exactly_so_long_and_others_go_on,
    words_are_made_at_the_first_try_and_repeated_as_they_were,
    a_notice_that_cannot_be_sent_is_tried_for_a_day_and_then_listed,
    what_is_no_longer_true_is_not_sent,
);

fn refused() -> Outcome {
    Outcome::NotSent { why: "connection refused".to_owned(), retry_after: None }
}

async fn a_notice_is_written_once_and_can_be_taken_back_until_it_is_sent(
    office: Office,
) -> anyhow::Result<()> {
    let (ana, stand) = (member(&office, &[Telegram]).await?, Stand::telegram());
    let after = office.now().plus_millis(30_000);
    for key in ["declined", "kept"] {
        let waiting = NewNotice { not_before: after, ..notice(&office, ana, Class::Update, key) };
        assert!(write(&office, waiting.clone()).await?);
        assert!(!write(&office, waiting).await?);
    }
    let now = office.now();
    let take_back =
        |key: &'static str| office.write(move |tx| async move { Ok(cancel(&tx, key, now).await?) }.boxed());
    assert!(take_back("declined").await?);
    assert!(!take_back("declined").await?);
    let running = stand.dispatch(&office, office.desk()?);
    office.advance(Duration::from_secs(30));
    until_settled(&office).await?;
    running.stop().await?;
    assert_eq!(stand.keys(), ["kept"]);
    assert!(!take_back("kept").await?);
    Ok(())
}

async fn money_goes_before_matches_and_a_held_match_keeps_nothing_back(office: Office) -> anyhow::Result<()> {
    let (ana, stand) = (member(&office, &[Telegram]).await?, Stand::telegram());
    let held = NewNotice {
        not_before: office.now().plus_millis(3_600_000),
        ..notice(&office, ana, Class::Login, "held")
    };
    write(&office, held).await?;
    for (class, key) in [
        (Class::Match, "match"),
        (Class::YourMove, "proposal"),
        (Class::Contract, "contract 1"),
        (Class::Contract, "contract 2"),
        (Class::Money, "money"),
    ] {
        tell(&office, ana, class, key).await?;
    }
    let running = stand.dispatch(&office, office.desk()?);
    until_state(&office, "sent", 5).await?;
    assert_eq!(stand.keys(), ["money", "contract 1", "contract 2", "proposal", "match"]);
    office.advance(Duration::from_hours(1));
    until_state(&office, "sent", 6).await?;
    running.stop().await
}

async fn only_one_notice_of_a_lane_is_under_way(office: Office) -> anyhow::Result<()> {
    let (ana, ben) = (member(&office, &[Telegram]).await?, member(&office, &[Telegram]).await?);
    let stand = Stand::telegram();
    let gate = stand.close();
    tell(&office, ana, Class::Match, "match").await?;
    let running = stand.dispatch(&office, office.desk()?);
    stand.until_requests(1).await?;
    // More urgent, and still it waits for what is under way; another lane doesn't.
    tell(&office, ana, Class::Money, "money").await?;
    tell(&office, ben, Class::Match, "other").await?;
    stand.until_requests(2).await?;
    assert_eq!(stand.keys(), ["match", "other"]);
    stand.open();
    gate.notify_waiters();
    until_settled(&office).await?;
    running.stop().await?;
    assert_eq!(stand.keys(), ["match", "other", "money"]);
    Ok(())
}

async fn relayed_messages_keep_their_order_even_when_one_has_to_wait(office: Office) -> anyhow::Result<()> {
    let (ana, stand) = (member(&office, &[Telegram]).await?, Stand::telegram());
    stand.plan([refused()]);
    for n in 1..=4 {
        let message = NewNotice {
            lane: Some(format!("thread:1:{ana}")),
            ..notice(&office, ana, Class::Relay, &format!("message {n}"))
        };
        write(&office, message).await?;
    }
    let running = stand.dispatch(&office, office.desk()?);
    stand.until_requests(1).await?;
    // The thread waits; the account's own lane doesn't.
    tell(&office, ana, Class::Digest, "digest").await?;
    until_state(&office, "sent", 1).await?;
    assert_eq!(stand.keys(), ["message 1", "digest"]);
    office.advance(Duration::from_secs(3));
    until_settled(&office).await?;
    running.stop().await?;
    assert_eq!(stand.keys()[2..], ["message 1", "message 2", "message 3", "message 4"]);
    Ok(())
}

async fn a_lane_told_to_wait_waits_exactly_so_long_and_others_go_on(office: Office) -> anyhow::Result<()> {
    let stand = Stand::telegram();
    let (ana, ben) = (member(&office, &[Telegram]).await?, member(&office, &[Telegram]).await?);
    let wait = Duration::from_secs(37);
    stand.plan([Outcome::NotSent { why: "429".to_owned(), retry_after: Some(wait) }]);
    tell(&office, ana, Class::Match, "first").await?;
    let running = stand.dispatch(&office, office.desk()?);
    stand.until_requests(1).await?;
    crate::office::until("the answer is written", || async { Ok(count(&office, "waiting").await? == 1) })
        .await?;
    // Not even more urgent news of the same lane breaks the wait.
    tell(&office, ana, Class::Money, "urgent").await?;
    office.advance(wait.checked_sub(Duration::from_millis(1)).expect("37 s is longer"));
    tell(&office, ben, Class::Match, "other").await?;
    until_state(&office, "sent", 1).await?;
    assert_eq!(stand.keys(), ["first", "other"]);
    office.advance(Duration::from_millis(1));
    until_settled(&office).await?;
    running.stop().await?;
    assert_eq!(stand.keys()[2..], ["urgent", "first"]);
    // A refusal is no try that may have arrived.
    assert!(stand.requests().iter().all(|request| request.attempt == 1));
    Ok(())
}

async fn words_are_made_at_the_first_try_and_repeated_as_they_were(office: Office) -> anyhow::Result<()> {
    let (ana, stand, scribe) =
        (member(&office, &[Telegram]).await?, Stand::telegram(), Arc::new(Scribe::default()));
    stand.plan([refused(), refused()]);
    tell(&office, ana, Class::Contract, "contract").await?;
    let running = stand.dispatch_composed(&office, office.desk()?, &scribe);
    for tries in 1..=2 {
        stand.until_requests(tries).await?;
        crate::office::until("the refusal is written", || async {
            Ok(count(&office, "waiting").await? == 1)
        })
        .await?;
        office.advance(Duration::from_secs(4));
    }
    until_settled(&office).await?;
    running.stop().await?;
    let requests = stand.requests();
    assert_eq!(requests.len(), 3);
    assert!(requests.iter().all(|request| *request == requests[0]));
    assert_eq!(*scribe.composed.lock().unwrap_or_else(PoisonError::into_inner), 1);
    Ok(())
}

async fn a_notice_that_cannot_be_sent_is_tried_for_a_day_and_then_listed(
    office: Office,
) -> anyhow::Result<()> {
    let (ana, stand) = (member(&office, &[Telegram]).await?, Stand::telegram());
    stand.plan(std::iter::repeat_n(refused(), 100));
    tell(&office, ana, Class::Money, "money").await?;
    let running = stand.dispatch(&office, office.desk()?);
    let began = office.now();
    crate::office::until("it is given up", || async {
        office.advance(Duration::from_hours(1));
        Ok(count(&office, "dead").await? == 1)
    })
    .await?;
    running.stop().await?;
    assert!(stand.requests().len() >= 12);
    assert!(office.now().millis() - began.millis() >= 24 * 3_600_000);
    Ok(())
}

async fn what_is_no_longer_true_is_not_sent(office: Office) -> anyhow::Result<()> {
    let (ana, stand, scribe) =
        (member(&office, &[Telegram]).await?, Stand::telegram(), Arc::new(Scribe::default()));
    let instead = |composed| *scribe.instead.lock().unwrap_or_else(PoisonError::into_inner) = composed;
    let until = office.now().plus_millis(3_600_000);
    instead(Some(Composed::Hold { until }));
    tell(&office, ana, Class::Match, "match").await?;
    let running = stand.dispatch_composed(&office, office.desk()?, &scribe);
    crate::office::until("it was composed", || async {
        Ok(*scribe.composed.lock().unwrap_or_else(PoisonError::into_inner) == 1)
    })
    .await?;
    instead(Some(Composed::Drop { why: "the request was filled".to_owned() }));
    office.advance(Duration::from_hours(1));
    until_state(&office, "dropped", 1).await?;
    running.stop().await?;
    assert_eq!(stand.requests(), []);
    Ok(())
}
