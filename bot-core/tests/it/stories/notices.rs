//! What reaches a member: how soon, where, together, and fewer of it.

use bot_core::domain::identity::Platform;
use bot_testing::TestApp;

use super::kit::{client, days, freelancer, hours, other, post, post_titled, worlds};

/// Minutes, as the clock is moved.
const MINUTE: i64 = 60_000;

#[tokio::test]
async fn each_topic_has_its_own_pace_and_can_be_turned_off() -> anyhow::Result<()> {
    for (app, platform) in worlds().await? {
        let mut ana = freelancer(&app, platform, "Ana P.").await?;
        ana.run("/settings section:notifications").await?;
        ana.expect("at once, at most 3 in 24 hours; the rest at 09:00")?
            .expect("Contracts, money and security")?;
        let topic = ana.find("Change")?;
        ana.press_token(topic).await?.expect("Requests that fit you")?;
        ana.pick(&["Once a day"]).await?.expect("Now: together, once a day at 09:00.")?;
        ana.press("Notifications").await?.pick(&["Digest at 18:00"]).await?;
        ana.expect("together, once a day at 18:00")?;
        ana.pick(&["none"]).await?.expect("*none")?;
        let topic = ana.find("Change")?;
        ana.press_token(topic).await?.pick(&["Not at all"]).await?.expect("Now: not at all.")?;
        ana.run("/settings").await?.expect("Match messages: off")?;
        ana.press("Turn on match messages").await?;
        ana.run("/settings section:notifications").await?.expect("at once, at most 3")?;
    }
    Ok(())
}

#[tokio::test]
async fn a_daily_digest_comes_once_at_its_time_with_what_is_still_true() -> anyhow::Result<()> {
    for (app, platform) in worlds().await? {
        let mut ana = freelancer(&app, platform, "Ana P.").await?;
        let mut kite = client(&app, other(platform), "Kite Studio").await?;
        ana.run("/settings section:notifications").await?;
        let topic = ana.find("Change")?;
        ana.press_token(topic).await?.pick(&["Once a day"]).await?;
        for title in ["First page", "Second page", "Third page"] {
            post_titled(&mut kite, title).await?;
        }
        kite.press("See the request").await?.press("Close it").await?.pick(&["No longer needed"]).await?;
        app.later(hours(23)).await?;
        assert_eq!(ana.unread().await?, 0, "it is 08:05 the next morning");
        app.later(55 * MINUTE).await?;
        assert_eq!(ana.unread().await?, 1);
        ana.next_notice().await?.expect("2 things are new")?.expect("Matches (2)")?;
        ana.expect("First page")?.expect("Second page")?.expect_no("Third page")?;
        app.later(days(1)).await?;
        assert_eq!(ana.unread().await?, 0, "an empty digest isn't sent");
    }
    Ok(())
}

#[tokio::test]
async fn one_thing_alone_is_told_as_itself() -> anyhow::Result<()> {
    let app = TestApp::sqlite().await?;
    let mut ana = freelancer(&app, Platform::Telegram, "Ana P.").await?;
    let mut kite = client(&app, Platform::Discord, "Kite Studio").await?;
    ana.run("/settings section:notifications").await?;
    let topic = ana.find("Change")?;
    ana.press_token(topic).await?.pick(&["On Mondays"]).await?;
    post(&mut kite).await?;
    app.later(days(5)).await?;
    assert_eq!(ana.unread().await?, 0, "it is Sunday");
    app.later(days(1)).await?;
    ana.next_notice().await?.expect("A strong match: Landing page in Webflow")?;
    Ok(())
}

#[tokio::test]
async fn fewer_like_this_is_one_step_calmer_and_can_be_undone() -> anyhow::Result<()> {
    for (app, platform) in worlds().await? {
        let mut ana = freelancer(&app, platform, "Ana P.").await?;
        let mut kite = client(&app, other(platform), "Kite Studio").await?;
        post(&mut kite).await?;
        ana.next_notice().await?.press("Fewer like this").await?;
        ana.expect("Matches: together, once a day at 09:00 from now on.")?;
        post_titled(&mut kite, "Another page").await?;
        assert_eq!(ana.unread().await?, 0);
        ana.press("Undo").await?.expect("Now: at once")?;
        app.later(1).await?;
        ana.next_notice().await?.expect("A strong match: Another page")?;
    }
    Ok(())
}

#[tokio::test]
async fn what_waits_follows_its_reader_to_another_time_zone() -> anyhow::Result<()> {
    let app = TestApp::sqlite().await?;
    let mut ana = freelancer(&app, Platform::Telegram, "Ana P.").await?;
    let mut kite = client(&app, Platform::Discord, "Kite Studio").await?;
    ana.run("/settings section:notifications").await?;
    let topic = ana.find("Change")?;
    ana.press_token(topic).await?.pick(&["Once a day"]).await?;
    post(&mut kite).await?;
    app.settle().await?;
    ana.run("/settings").await?.press("Change time zone").await?.fill(&[("Your city", "Kyiv")]).await?;
    app.later(hours(21) + 50 * MINUTE).await?;
    assert_eq!(ana.unread().await?, 0, "08:55 in Kyiv");
    app.later(10 * MINUTE).await?;
    ana.next_notice().await?.expect("A strong match")?;
    Ok(())
}

#[tokio::test]
async fn after_five_digests_that_brought_nobody_back_they_come_on_mondays() -> anyhow::Result<()> {
    let app = TestApp::sqlite().await?;
    let mut ana = freelancer(&app, Platform::Telegram, "Ana P.").await?;
    let mut kite = client(&app, Platform::Discord, "Kite Studio").await?;
    ana.run("/settings section:notifications").await?;
    let topic = ana.find("Change")?;
    ana.press_token(topic).await?.pick(&["Once a day"]).await?;
    for day in 0..6 {
        post_titled(&mut kite, &format!("Page {day} a")).await?;
        post_titled(&mut kite, &format!("Page {day} b")).await?;
        app.later(days(1)).await?;
        assert_eq!(ana.unread().await?, 1, "day {day}");
        ana.next_notice().await?;
    }
    ana.expect("they come on Mondays from now on")?;
    ana.press("Once a day again").await?.expect("Now: together, once a day at 09:00.")?;
    Ok(())
}
