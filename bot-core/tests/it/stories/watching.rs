//! Searches that are watched: told once, within limits, until they are stopped.

use bot_core::domain::identity::Platform;
use bot_testing::{TestApp, TestChat};

use super::kit::{client, days, freelancer, other, person, post_titled};

/// Somebody who doesn't work with Webflow and has no match messages.
async fn onlooker(app: &TestApp, platform: Platform) -> anyhow::Result<TestChat<'_>> {
    let mut noor = person(app, platform, "Noor");
    noor.run("/start").await?.press("I'm looking for work").await?;
    noor.fill(&[("What can you do?", "python"), ("Your city", "Berlin")]).await?.press("Not now").await?;
    Ok(noor)
}

#[tokio::test]
async fn whoever_watches_a_search_hears_of_what_it_finds_until_they_stop() -> anyhow::Result<()> {
    for platform in Platform::ALL {
        let app = TestApp::sqlite().await?;
        let mut noor = onlooker(&app, platform).await?;
        let mut kite = client(&app, other(platform), "Kite Studio").await?;
        noor.run("/find work text:cathedral").await?.press("Tell me when").await?.expect("I'll tell you")?;
        noor.press("Back to the search").await?.press("Tell me when").await?.press("My alerts").await?;
        noor.expect("One search is watched")?;
        post_titled(&mut kite, "A village church").await?;
        assert_eq!(noor.unread().await?, 0, "it isn't what the search finds");
        post_titled(&mut kite, "Pages for a cathedral").await?;
        noor.next_notice().await?.expect("New for your search: Pages for a cathedral")?;
        noor.expect("“cathedral”")?.press("Stop this alert").await?.expect("No search is watched")?;
        post_titled(&mut kite, "Another cathedral").await?;
        assert_eq!(noor.unread().await?, 0, "it was stopped");
    }
    Ok(())
}

#[tokio::test]
async fn an_alert_made_in_a_server_opens_the_direct_chat_it_will_use() -> anyhow::Result<()> {
    let app = TestApp::sqlite().await?;
    let mut noor = person(&app, Platform::Discord, "Noor").in_a_server();
    noor.run("/find work text:cathedral").await?.press("Tell me when").await?;
    assert!(noor.transcript().contains("I'll write to you here"), "{}", noor.transcript());
    Ok(())
}

#[tokio::test]
async fn alerts_count_towards_the_days_limit_and_nobody_is_told_twice() -> anyhow::Result<()> {
    for platform in Platform::ALL {
        let app = TestApp::sqlite().await?;
        let mut noor = onlooker(&app, platform).await?;
        let mut ana = freelancer(&app, platform, "Ana P.").await?;
        let mut kite = client(&app, other(platform), "Kite Studio").await?;
        for chat in [&mut noor, &mut ana] {
            chat.run("/find work").await?.press("Tell me when").await?;
        }
        for title in ["One", "Two", "Three", "Four"] {
            post_titled(&mut kite, title).await?;
        }
        assert_eq!(noor.unread().await?, 3);
        assert_eq!(ana.unread().await?, 3, "a strong match and an alert are one message");
        app.later(days(1) + 1).await?;
        assert_eq!(noor.unread().await?, 4, "the fourth came in the morning");
        post_titled(&mut kite, "Five").await?;
        assert_eq!(noor.unread().await?, 5);
        noor.run("/stop").await?;
        post_titled(&mut kite, "Six").await?;
        assert_eq!(noor.unread().await?, 5, "/stop ends alerts too");
    }
    Ok(())
}

#[tokio::test]
async fn whoever_is_blocked_is_not_announced() -> anyhow::Result<()> {
    let app = TestApp::sqlite().await?;
    let mut noor = onlooker(&app, Platform::Telegram).await?;
    let mut kite = client(&app, Platform::Discord, "Kite Studio").await?;
    noor.run("/find work").await?.press("Tell me when").await?;
    kite.run("/find talent").await?.press("Profile").await?.press("Block").await?;
    post_titled(&mut kite, "Landing page").await?;
    assert_eq!(noor.unread().await?, 0);
    Ok(())
}

#[tokio::test]
async fn only_so_many_searches_are_watched_and_settings_list_them() -> anyhow::Result<()> {
    let app = TestApp::sqlite().await?;
    let mut noor = onlooker(&app, Platform::Discord).await?;
    for number in 0..10 {
        noor.run(&format!("/find work text:church{number}")).await?.press("Tell me when").await?;
        noor.expect("I'll tell you")?;
    }
    noor.run("/find work text:onemore").await?.press("Tell me when").await?.expect("You watch enough")?;
    noor.run("/settings").await?.press("My alerts").await?.expect("10 searches are watched")?;
    noor.press("Show what it finds").await?.expect("No request is open right now")?;
    noor.run("/settings").await?.press("My alerts").await?.pick(&["“church0”"]).await?;
    noor.expect("9 searches are watched")?;
    Ok(())
}
