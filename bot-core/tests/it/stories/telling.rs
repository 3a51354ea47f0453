//! Whether the other side was told: at once, later, in another chat, or not yet.

use anyhow::Context as _;
use bot_core::domain::identity::Platform;
use bot_core::domain::topic::{Channel, Topic};
use bot_core::error::{Error, Fault, Never};
use bot_core::services::{Call, account, notices};
use bot_core::storage::chats;
use bot_core::ui::interaction::{Chat, ChatKind, Input, Reach};
use bot_testing::{TestApp, TestChat};
use futures::FutureExt as _;

use super::kit::{client, freelancer, hours, other, post, propose, worlds};

/// Minutes, as the clock is moved.
const MINUTE: i64 = 60_000;

/// Somebody else proposes, just as it was prepared.
async fn proposer<'a>(app: &'a TestApp, platform: Platform, name: &str) -> anyhow::Result<TestChat<'a>> {
    let mut chat = freelancer(app, platform, name).await?;
    chat.run("/matches show").await?.press("Open").await?.press("Propose").await?.press("Send ").await?;
    chat.expect("Sent. It is")?;
    Ok(chat)
}

/// Opens a chat on the other platform for whoever is behind `chat`, as linking does.
async fn link(app: &TestApp, chat: &TestChat<'_>) -> anyhow::Result<Chat> {
    let platform = other(chat.identity().platform);
    let second = Chat { platform, address: "second-chat".to_owned(), kind: ChatKind::Private };
    let services = app.app.services();
    let call = Call::new(services, None);
    let id = account::find_by_identity(&call, chat.identity()).await?.context("they have an account")?;
    // Opened earlier than the first one: that one stays the usual place.
    let (opened, second_chat) = (call.now.plus_millis(-MINUTE), &second);
    let written: Result<_, Error<Never>> = services
        .storage
        .write(|tx| {
            async move {
                Ok(chats::upsert_reachable(&tx, services.ids.as_ref(), id, second_chat, opened).await?)
            }
            .boxed()
        })
        .await;
    written.map_err(Fault::from)?;
    Ok(second)
}

#[tokio::test]
async fn seven_proposals_in_ten_minutes_are_one_card_and_one_list() -> anyhow::Result<()> {
    for (app, platform) in worlds().await? {
        let mut kite = client(&app, platform, "Kite Studio").await?;
        post(&mut kite).await?;
        for number in 1..=7 {
            proposer(&app, other(platform), &format!("Person {number}")).await?;
            app.later(MINUTE).await?;
        }
        assert_eq!(kite.unread().await?, 1, "the first is told at once");
        kite.next_notice().await?.expect("Person 1 proposes for")?;
        app.later(4 * MINUTE).await?;
        kite.next_notice().await?.expect("6 things are new")?.expect("Proposals for your requests (6)")?;
        kite.expect("Person 2")?.expect("And one more.")?.press("Open").await?.expect("Person 2 proposes")?;
    }
    Ok(())
}

#[tokio::test]
async fn whoever_proposes_sees_whether_the_client_was_told() -> anyhow::Result<()> {
    for (app, platform) in worlds().await? {
        let mut kite = client(&app, platform, "Kite Studio").await?;
        let mut ana = freelancer(&app, other(platform), "Ana P.").await?;
        post(&mut kite).await?;
        propose(&mut ana).await?;
        app.settle().await?;
        ana.run("/proposal list")
            .await?
            .press("Open")
            .await?
            .expect("Kite Studio was told on 24 November, 09:05")?;
        let mut luka = proposer(&app, other(platform), "Luka").await?;
        app.settle().await?;
        luka.run("/proposal list")
            .await?
            .press("Open")
            .await?
            .expect("Kite Studio hears of it with their next")?;
        app.later(10 * MINUTE).await?;
        luka.run("/proposal list").await?.press("Open").await?.expect("was told on 24 November, 09:15")?;
    }
    Ok(())
}

#[tokio::test]
async fn who_cant_be_reached_is_told_once_they_can_be() -> anyhow::Result<()> {
    for (app, platform) in worlds().await? {
        let mut kite = client(&app, platform, "Kite Studio").await?;
        let mut ana = freelancer(&app, other(platform), "Ana P.").await?;
        post(&mut kite).await?;
        kite.done(Input::Reach(Reach::Blocked)).await?;
        propose(&mut ana).await?;
        ana.run("/proposal list")
            .await?
            .press("Open")
            .await?
            .expect("Kite Studio can't be reached right now")?;
        kite.done(Input::Reach(Reach::Unblocked)).await?;
        kite.next_notice().await?.expect("Ana P. proposes for")?;
        ana.run("/proposal list").await?.press("Open").await?.expect("Kite Studio was told on")?;
    }
    Ok(())
}

#[tokio::test]
async fn the_other_chat_is_told_where_the_first_is_closed() -> anyhow::Result<()> {
    for (app, platform) in worlds().await? {
        let mut kite = client(&app, platform, "Kite Studio").await?;
        let mut ana = freelancer(&app, other(platform), "Ana P.").await?;
        post(&mut kite).await?;
        let second = link(&app, &kite).await?;
        let (first, elsewhere) = match platform {
            Platform::Discord => (&app.discord, &app.telegram),
            Platform::Telegram => (&app.telegram, &app.discord),
        };
        first.close(&kite.chat().address);
        propose(&mut ana).await?;
        app.settle().await?;
        assert_eq!(elsewhere.of(&second.address).len(), 1, "it went to the other chat");
        ana.run("/proposal list").await?.press("Open").await?.expect("Kite Studio was told on")?;
    }
    Ok(())
}

#[tokio::test]
async fn a_topic_goes_to_the_chat_that_was_chosen_for_it() -> anyhow::Result<()> {
    for (app, platform) in worlds().await? {
        let mut kite = client(&app, platform, "Kite Studio").await?;
        let mut ana = freelancer(&app, other(platform), "Ana P.").await?;
        post(&mut kite).await?;
        let second = link(&app, &kite).await?;
        kite.run("/settings section:notifications").await?;
        let topics: Vec<_> = kite.tokens("Change").collect();
        kite.press_token(topics.get(2).context("a control each")?.clone()).await?;
        kite.expect("Proposals for your requests")?;
        kite.pick(&[&format!("{} first", second.platform.name())]).await?;
        kite.expect(&format!("on {} first", second.platform.name()))?;
        propose(&mut ana).await?;
        app.settle().await?;
        assert_eq!(kite.unread().await?, 0, "not in the chat that was opened last");
        let mailbox = if platform == Platform::Discord { &app.telegram } else { &app.discord };
        assert_eq!(mailbox.of(&second.address).len(), 1);
        let call = Call::new(app.app.services(), None);
        let id = account::find_by_identity(&call, kite.identity()).await?.context("an account")?;
        let account = account::find(&call, id).await?.context("an account")?;
        let wishes = notices::wishes(&call, &account).await?;
        assert_eq!(wishes.of(Topic::Received).channel, Channel::On(second.platform));
        assert_eq!(wishes.of(Topic::Vital).channel, Channel::Latest);
    }
    Ok(())
}

#[tokio::test]
async fn a_contract_is_told_in_quiet_hours_and_a_proposal_waits_for_the_morning() -> anyhow::Result<()> {
    let app = TestApp::sqlite().await?;
    let mut kite = freelancer(&app, Platform::Discord, "Kite Studio").await?;
    kite.run("/settings").await?.pick(&["Both"]).await?;
    let mut ana = freelancer(&app, Platform::Telegram, "Ana P.").await?;
    post(&mut kite).await?;
    app.settle().await?;
    app.later(hours(14)).await?;
    propose(&mut ana).await?;
    assert_eq!(kite.unread().await?, 0, "23:05 in Lisbon");
    app.later(hours(9)).await?;
    kite.next_notice().await?.expect("Ana P. proposes for")?;
    Ok(())
}
