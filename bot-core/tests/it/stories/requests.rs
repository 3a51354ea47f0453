//! A request from draft to end: edited, listed, closed, or ending by itself.

use bot_core::domain::identity::Platform;
use bot_testing::TestApp;

use super::kit::{LANDING_PAGE, client, days, freelancer, hours, other, post, post_titled, propose, worlds};

#[tokio::test]
async fn a_draft_is_edited_with_everything_in_place() -> anyhow::Result<()> {
    for (app, platform) in worlds().await? {
        let mut kite = client(&app, platform, "Kite Studio").await?;
        kite.run("/request post").await?.fill(LANDING_PAGE).await?;
        if platform == Platform::Discord {
            kite.press("Edit").await?.expect("Landing page in Webflow")?.expect("Webflow, Figma")?;
            kite.expect("800 EUR – 1,200 EUR")?.expect("by 2026-12-15, remote")?;
        } else {
            kite.press("Budget").await?.expect("Now: 800 EUR – 1,200 EUR, fixed price")?;
        }
        kite.fill(&[("Budget", "1500 EUR")]).await?;
        kite.expect("1,500 EUR")?.expect("by 15 December")?.expect("5 sections")?;
        kite.press("Publish").await?.expect("It's out")?;
        kite.press("See the request").await?.expect("1,500 EUR")?;
        assert!(kite.find("Edit").is_err(), "what is out is not rewritten under people's eyes");
    }
    Ok(())
}

#[tokio::test]
async fn the_client_says_which_skills_are_a_must() -> anyhow::Result<()> {
    for (app, platform) in worlds().await? {
        let mut kite = client(&app, platform, "Kite Studio").await?;
        kite.run("/request post").await?.fill(LANDING_PAGE).await?;
        kite.expect("Needed: Webflow")?.expect("Good to have: Figma")?;
        let before = kite.find("Publish")?;
        kite.pick(&["Figma"]).await?.expect("Needed: Figma")?.expect("Good to have: Webflow")?;
        kite.press_token(before).await?.expect("Something changed in between")?;
        kite.press("Look again")
            .await?
            .pick(&["Webflow", "Figma"])
            .await?
            .expect("Needed: Webflow, Figma")?;
        kite.press("Publish").await?.expect("It's out")?;
    }
    Ok(())
}

#[tokio::test]
async fn a_request_is_closed_with_a_reason_and_whoever_proposed_is_told() -> anyhow::Result<()> {
    for (app, platform) in worlds().await? {
        let mut ana = freelancer(&app, other(platform), "Ana P.").await?;
        let mut kite = client(&app, platform, "Kite Studio").await?;
        post(&mut kite).await?;
        propose(&mut ana).await?;

        kite.run("/request list")
            .await?
            .press("Open")
            .await?
            .press("Close it")
            .await?
            .expect("told kindly")?;
        kite.press("Keep it open").await?.expect("Open to proposals")?.press("Close it").await?;
        kite.pick(&["Found somebody elsewhere"]).await?.expect("no longer takes proposals")?;
        app.later(60_000).await?;
        ana.next_notice()
            .await?
            .expect("Kite Studio has ended the request")?
            .expect("It says nothing about you")?;
        kite.run("/request list state:closed")
            .await?
            .expect("Landing page in Webflow")?
            .expect("Closed by its client")?;
        kite.press("Open").await?.expect("Found somebody elsewhere")?;
        kite.run("/request list state:open").await?.expect_no("Landing page in Webflow")?;
    }
    Ok(())
}

#[tokio::test]
async fn a_request_is_closed_by_command() -> anyhow::Result<()> {
    let app = TestApp::sqlite().await?;
    let mut kite = client(&app, Platform::Discord, "Kite Studio").await?;
    post(&mut kite).await?;
    let suggested = kite.suggestions("request close", "request", "land").await;
    let value = &suggested.first().expect("the own request is suggested").value;
    kite.run(&format!("/request close request:{value} reason:no-longer-needed")).await?.expect("# Closed")?;
    kite.run(&format!("/request close request:{value} reason:other"))
        .await?
        .expect("Closed by its client")?;
    Ok(())
}

#[tokio::test]
async fn a_discarded_draft_is_gone_quietly() -> anyhow::Result<()> {
    let app = TestApp::sqlite().await?;
    let mut kite = client(&app, Platform::Telegram, "Kite Studio").await?;
    kite.run("/request post").await?.fill(LANDING_PAGE).await?.press("Discard").await?;
    kite.expect("Nobody saw it")?.expect_no("being told")?;
    kite.run("/dashboard").await?.expect("Nothing waits for you")?;
    Ok(())
}

#[tokio::test]
async fn a_long_list_comes_in_pages_of_five() -> anyhow::Result<()> {
    for (app, platform) in worlds().await? {
        let mut kite = client(&app, platform, "Kite Studio").await?;
        for number in 1..=7 {
            post_titled(&mut kite, &format!("Page number {number}")).await?;
            app.later(60_000).await?;
        }
        kite.run("/request list").await?.expect("Your 7 requests")?.expect("Page 1 of 2")?;
        kite.expect("Page number 7")?.expect("Page number 3")?.expect_no("Page number 2")?;
        assert!(kite.find("Previous").is_err());
        kite.press("Next")
            .await?
            .expect("Page 2 of 2")?
            .expect("Page number 1")?
            .expect_no("Page number 3")?;
        kite.press("Previous").await?.expect("Page number 7")?;
    }
    Ok(())
}

#[tokio::test]
async fn a_request_ends_by_itself_and_says_so_a_day_before() -> anyhow::Result<()> {
    for (app, platform) in worlds().await? {
        let mut ana = freelancer(&app, other(platform), "Ana P.").await?;
        let mut kite = client(&app, platform, "Kite Studio").await?;
        post(&mut kite).await?;
        propose(&mut ana).await?;
        kite.next_notice().await?.expect("Ana P. proposes")?;

        app.later(days(29) - hours(1)).await?;
        app.run_chores().await?;
        assert_eq!(kite.unread().await?, 0, "25 hours before the end nothing is said");
        app.later(hours(2)).await?;
        app.run_chores().await?;
        app.run_chores().await?;
        kite.next_notice().await?.expect("Your request ends soon")?.expect("Landing page in Webflow")?;
        assert_eq!(kite.unread().await?, 0, "one warning");

        app.later(hours(24)).await?;
        app.run_chores().await?;
        kite.next_notice().await?.expect("its time ran out")?;
        ana.next_notice().await?.expect("its time ran out")?.expect_no("Kite Studio has ended")?;
        ana.run("/matches show").await?.expect_no("Landing page in Webflow")?;
    }
    Ok(())
}

#[tokio::test]
async fn a_preview_says_when_nobody_fits() -> anyhow::Result<()> {
    let app = TestApp::sqlite().await?;
    let mut kite = client(&app, Platform::Discord, "Kite Studio").await?;
    kite.run("/request post").await?.fill(LANDING_PAGE).await?;
    kite.expect("Nobody here fits this yet")?.press("Save draft").await?;
    kite.expect("Your request Landing page in Webflow is still a draft")?.press("Finish").await?;
    kite.find("Publish")?;
    Ok(())
}
