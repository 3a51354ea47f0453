//! Nobody can tell whether a notice arrived: what follows, by class.

use std::time::Duration;

use bot_core::delivery::messenger::{Found, Outcome};
use bot_core::delivery::outbox::Class;
use bot_core::domain::identity::Platform::{Discord, Telegram};
use bot_core::storage::outbox::OUTBOX;
use futures::FutureExt as _;

use super::{Stand, count, member, tell, until_settled, until_state};
use crate::office::{Office, on_both_engines, until};

on_both_engines!(
    without_a_window_what_matters_is_sent_again_with_the_same_reference,
    without_a_window_it_is_sent_again_three_times_at_most,
    without_a_window_matches_and_login_links_are_not_sent_twice,
    inside_the_window_it_is_simply_repeated,
    after_the_window_a_message_that_is_there_is_taken_as_sent,
    after_the_window_a_message_that_is_missing_is_sent_again,
    what_cannot_be_found_out_is_listed_and_can_be_sent_again,
);

fn unknown() -> Outcome {
    Outcome::Unknown { why: "connection reset".to_owned() }
}

/// Waits until the outcome of the last try is written.
async fn until_waiting(office: &Office) -> anyhow::Result<()> {
    until("the outcome is written", || async { Ok(count(office, "waiting").await? == 1) }).await
}

async fn without_a_window_what_matters_is_sent_again_with_the_same_reference(
    office: Office,
) -> anyhow::Result<()> {
    for class in [Class::Money, Class::Contract, Class::Relay, Class::YourMove] {
        let (ana, stand) = (member(&office, &[Telegram]).await?, Stand::telegram());
        stand.plan([unknown()]);
        tell(&office, ana, class, &format!("{class:?}")).await?;
        let running = stand.dispatch(&office, office.desk()?);
        stand.until_requests(1).await?;
        until_waiting(&office).await?;
        office.advance(Duration::from_secs(2));
        until_settled(&office).await?;
        running.stop().await?;
        let requests = stand.requests();
        assert_eq!(requests.iter().map(|request| request.attempt).collect::<Vec<_>>(), [1, 2]);
        assert_eq!((&requests[0].key, &requests[0].view), (&requests[1].key, &requests[1].view));
    }
    assert_eq!(count(&office, "sent").await?, 4);
    Ok(())
}

async fn without_a_window_it_is_sent_again_three_times_at_most(office: Office) -> anyhow::Result<()> {
    let (ana, stand) = (member(&office, &[Telegram]).await?, Stand::telegram());
    stand.plan(std::iter::repeat_n(unknown(), 10));
    tell(&office, ana, Class::Money, "money").await?;
    let running = stand.dispatch(&office, office.desk()?);
    until("it is left", || async {
        office.advance(Duration::from_mins(1));
        Ok(count(&office, "uncertain").await? == 1)
    })
    .await?;
    running.stop().await?;
    assert_eq!(stand.requests().len(), 4);
    Ok(())
}

async fn without_a_window_matches_and_login_links_are_not_sent_twice(office: Office) -> anyhow::Result<()> {
    let (ana, stand) = (member(&office, &[Telegram]).await?, Stand::telegram());
    stand.plan([unknown(), unknown()]);
    tell(&office, ana, Class::Match, "match").await?;
    tell(&office, ana, Class::Login, "login").await?;
    let running = stand.dispatch(&office, office.desk()?);
    until_state(&office, "uncertain", 2).await?;
    running.stop().await?;
    assert_eq!(stand.keys(), ["login", "match"]);
    Ok(())
}

async fn inside_the_window_it_is_simply_repeated(office: Office) -> anyhow::Result<()> {
    let (ana, stand) = (member(&office, &[Discord]).await?, Stand::discord());
    stand.plan([unknown(), unknown()]);
    tell(&office, ana, Class::Match, "match").await?;
    let running = stand.dispatch(&office, office.desk()?);
    for tries in 1..=2 {
        stand.until_requests(tries).await?;
        until_waiting(&office).await?;
        office.advance(Duration::from_secs(4));
    }
    until_state(&office, "sent", 1).await?;
    running.stop().await?;
    assert_eq!(stand.keys(), ["match"; 3]);
    assert_eq!(stand.looked(), []);
    Ok(())
}

async fn after_the_window_a_message_that_is_there_is_taken_as_sent(office: Office) -> anyhow::Result<()> {
    let (ana, stand) = (member(&office, &[Discord]).await?, Stand::discord());
    stand.plan([unknown()]);
    stand.will_find(Found::There("42".to_owned()));
    tell(&office, ana, Class::Match, "match").await?;
    let began = office.now();
    let running = stand.dispatch(&office, office.desk()?);
    stand.until_requests(1).await?;
    until_waiting(&office).await?;
    office.advance(Duration::from_secs(91));
    until_state(&office, "sent", 1).await?;
    running.stop().await?;
    assert_eq!(stand.requests().len(), 1);
    assert_eq!(stand.looked(), [began.plus_millis(-5_000)]);
    Ok(())
}

async fn after_the_window_a_message_that_is_missing_is_sent_again(office: Office) -> anyhow::Result<()> {
    let (ana, stand) = (member(&office, &[Discord]).await?, Stand::discord());
    stand.plan([unknown()]);
    stand.will_find(Found::Later { why: "the platform is away".to_owned(), retry_after: None });
    tell(&office, ana, Class::Match, "match").await?;
    let running = stand.dispatch(&office, office.desk()?);
    stand.until_requests(1).await?;
    until_waiting(&office).await?;
    office.advance(Duration::from_secs(91));
    until("it was looked for", || async { Ok(stand.looked().len() == 1) }).await?;
    stand.will_find(Found::NotThere);
    office.advance(Duration::from_secs(4));
    until_state(&office, "sent", 1).await?;
    running.stop().await?;
    assert_eq!(stand.requests().iter().map(|request| request.attempt).collect::<Vec<_>>(), [1, 2]);
    assert_eq!(stand.looked().len(), 2);
    Ok(())
}

async fn what_cannot_be_found_out_is_listed_and_can_be_sent_again(office: Office) -> anyhow::Result<()> {
    let (ana, stand) = (member(&office, &[Telegram]).await?, Stand::telegram());
    stand.plan([unknown()]);
    tell(&office, ana, Class::Match, "match").await?;
    let running = stand.dispatch(&office, office.desk()?);
    until_state(&office, "uncertain", 1).await?;
    let listed = &OUTBOX.list_ended(&office.storage.read().await?, "uncertain", 10).await?[0];
    assert!(listed.error.as_deref().is_some_and(|why| why.starts_with("connection reset")));
    let now = office.now();
    let opened =
        office.write(|tx| async move { Ok(OUTBOX.replay(&tx, &listed.id, now).await?) }.boxed()).await?;
    assert!(opened);
    office.wakes.outbox.ring();
    until_state(&office, "sent", 1).await?;
    running.stop().await?;
    // The reader is told that it may be a repeat.
    assert_eq!(stand.requests().iter().map(|request| request.attempt).collect::<Vec<_>>(), [1, 2]);
    Ok(())
}
