//! Settings, and what they change: roles, quiet hours, zone, and how often.

use bot_core::domain::identity::Platform;
use bot_testing::TestApp;

use super::kit::{client, days, freelancer, hours, other, post, post_titled, worlds};

#[tokio::test]
async fn each_row_of_the_settings_has_its_own_control() -> anyhow::Result<()> {
    for (app, platform) in worlds().await? {
        let mut ana = freelancer(&app, platform, "Ana P.").await?;
        ana.run("/settings").await?.expect("Europe/Lisbon (09:05 now)")?.expect("22:00 to 08:00")?;
        ana.pick(&["20:00 to 09:00"]).await?.expect("Quiet hours: 20:00 to 09:00")?;
        ana.pick(&["none"]).await?.expect("Quiet hours: none")?;
        ana.pick(&["Both"]).await?.expect("*Both")?;
        ana.press("Turn off match messages").await?.expect("Match messages are off")?;
        ana.run("/settings").await?.expect("Match messages: off")?;
        ana.press("Change time zone").await?.fill(&[("Your city", "Kyiv")]).await?;
        ana.run("/settings").await?.expect("(11:05 now)")?;
    }
    Ok(())
}

#[tokio::test]
async fn quiet_hours_hold_a_match_until_the_morning() -> anyhow::Result<()> {
    for (app, platform) in worlds().await? {
        let mut ana = freelancer(&app, platform, "Ana P.").await?;
        let mut kite = client(&app, other(platform), "Kite Studio").await?;
        app.later(hours(14)).await?;
        post(&mut kite).await?;
        assert_eq!(ana.unread().await?, 0, "23:05 in Lisbon");
        app.later(hours(9) - 6 * 60_000).await?;
        assert_eq!(ana.unread().await?, 0, "07:59 in Lisbon");
        app.later(2 * 60_000).await?;
        ana.next_notice().await?.expect("A strong match: Landing page in Webflow")?;
    }
    Ok(())
}

#[tokio::test]
async fn what_is_held_until_the_morning_is_dropped_when_it_is_no_longer_true() -> anyhow::Result<()> {
    let app = TestApp::sqlite().await?;
    let ana = freelancer(&app, Platform::Telegram, "Ana P.").await?;
    let mut kite = client(&app, Platform::Discord, "Kite Studio").await?;
    app.later(hours(14)).await?;
    post(&mut kite).await?;
    kite.press("See the request").await?.press("Close it").await?.pick(&["No longer needed"]).await?;
    app.later(hours(12)).await?;
    assert_eq!(ana.unread().await?, 0, "a closed request is no news");
    Ok(())
}

#[tokio::test]
async fn a_move_of_ones_own_arrives_at_night_too() -> anyhow::Result<()> {
    let app = TestApp::sqlite().await?;
    let mut ana = freelancer(&app, Platform::Telegram, "Ana P.").await?;
    let mut kite = client(&app, Platform::Discord, "Kite Studio").await?;
    post(&mut kite).await?;
    super::kit::propose(&mut ana).await?;
    app.later(hours(14)).await?;
    kite.next_notice().await?.press("Accept").await?.press("Accept").await?;
    ana.next_notice().await?.expect("you have a contract")?;
    Ok(())
}

#[tokio::test]
async fn three_matches_are_told_at_once_and_the_rest_in_the_morning() -> anyhow::Result<()> {
    let app = TestApp::sqlite().await?;
    let mut ana = freelancer(&app, Platform::Telegram, "Ana P.").await?;
    let mut kite = client(&app, Platform::Discord, "Kite Studio").await?;
    for number in 1..=5 {
        post_titled(&mut kite, &format!("Page number {number}")).await?;
    }
    assert_eq!(ana.unread().await?, 3);
    ana.run("/matches show").await?.expect("5 requests fit you")?;
    app.later(days(1) + 1).await?;
    assert_eq!(ana.unread().await?, 4, "the rest came together");
    post_titled(&mut kite, "Page number 6").await?;
    assert_eq!(ana.unread().await?, 5, "a new day, a new match");
    for _ in 0..3 {
        ana.next_notice().await?;
    }
    ana.next_notice().await?.expect("2 things are new")?.expect("Page number 4")?.expect("Page number 5")?;
    Ok(())
}

#[tokio::test]
async fn every_match_message_can_stop_them_all() -> anyhow::Result<()> {
    for (app, platform) in worlds().await? {
        let mut ana = freelancer(&app, platform, "Ana P.").await?;
        let mut kite = client(&app, other(platform), "Kite Studio").await?;
        post(&mut kite).await?;
        ana.next_notice().await?.press("Stop these messages").await?.expect("No more match messages")?;
        ana.find("Turn on match messages")?;
        post_titled(&mut kite, "Another page").await?;
        assert_eq!(ana.unread().await?, 0);
        ana.run("/matches show").await?.expect("Another page")?;
    }
    Ok(())
}

#[tokio::test]
async fn who_hires_may_work_too_and_keeps_what_they_had() -> anyhow::Result<()> {
    let app = TestApp::sqlite().await?;
    let mut kite = client(&app, Platform::Discord, "Kite Studio").await?;
    let mut second = client(&app, Platform::Telegram, "Second Studio").await?;
    post(&mut kite).await?;
    kite.press("See the request").await?;
    let code = kite.sees().split("Request #").nth(1).expect("the code is on the card")[..8].to_owned();
    second.run(&format!("/proposal send request:{code}")).await?.expect("Want to work too?")?;
    second.press("Let me work too").await?;
    second.fill(&[("What can you do?", "webflow"), ("Your city", "Lisbon")]).await?;
    second.run("/settings").await?.expect("*Both")?;
    second.run(&format!("/proposal send request:{code}")).await?.expect("Not sent yet")?;
    Ok(())
}
