//! Leaving: hidden at once, erased after two weeks; what was agreed stays.

use bot_core::domain::identity::Platform;
use bot_testing::{TestApp, TestChat};

use super::kit::{client, days, freelancer, other, post, propose, worlds};

async fn leave(chat: &mut TestChat<'_>) -> anyhow::Result<()> {
    chat.run("/privacy").await?.press("Delete my account").await?.expect("erased")?;
    chat.press("Delete my account").await?.expect("You are hidden and silent")?;
    Ok(())
}

#[tokio::test]
async fn a_freelancer_who_leaves_is_hidden_at_once_and_may_come_back() -> anyhow::Result<()> {
    for (app, platform) in worlds().await? {
        let mut ana = freelancer(&app, platform, "Ana P.").await?;
        let mut kite = client(&app, platform, "Kite Studio").await?;
        leave(&mut ana).await?;

        kite.run_on("/profile view", "user", ana.identity()).await?.expect("Not available")?;
        post(&mut kite).await?;
        assert_eq!(ana.unread().await?, 0, "somebody who leaves hears nothing");
        kite.press("Who fits?").await?.expect_no("Ana P.")?;
        ana.run("/matches show").await?.expect_no("Landing page in Webflow")?;

        app.later(days(13)).await?;
        app.run_chores().await?;
        ana.run("/start")
            .await?
            .expect("on its way out")?
            .press("Keep my account")
            .await?
            .expect("Welcome back")?;
        kite.run("/request list").await?.press("Open").await?.press("Who fits?").await?.expect("Ana P.")?;
        ana.run("/profile view").await?.expect("Webflow")?;
        app.later(days(30)).await?;
        app.run_chores().await?;
        ana.run("/profile view").await?.expect("Webflow")?;
    }
    Ok(())
}

#[tokio::test]
async fn everything_but_coming_back_points_to_coming_back() -> anyhow::Result<()> {
    let app = TestApp::sqlite().await?;
    let mut ana = freelancer(&app, Platform::Telegram, "Ana P.").await?;
    leave(&mut ana).await?;
    for command in
        ["/dashboard", "/matches show", "/settings", "/profile view", "/request post", "/proposal list"]
    {
        ana.run(command).await?.expect("on its way out")?.find("Keep my account")?;
    }
    ana.run("/privacy").await?.expect("Privacy")?;
    ana.run("/help").await?.expect("How this works")?;
    Ok(())
}

#[tokio::test]
async fn the_requests_of_somebody_who_leaves_are_hidden_with_them() -> anyhow::Result<()> {
    for (app, platform) in worlds().await? {
        let mut ana = freelancer(&app, platform, "Ana P.").await?;
        let mut kite = client(&app, platform, "Kite Studio").await?;
        post(&mut kite).await?;
        ana.next_notice().await?;
        let (details, propose) = (ana.find("Details")?, ana.find("Propose")?);
        leave(&mut kite).await?;

        ana.run("/matches show").await?.expect_no("Landing page in Webflow")?;
        ana.press_token(details).await?.expect("Not available")?;
        ana.press_token(propose.clone()).await?.expect("Not available")?;
        kite.run("/start").await?.press("Keep my account").await?;
        ana.press_token(propose).await?.expect("Not sent yet")?;
    }
    Ok(())
}

#[tokio::test]
async fn a_proposal_of_somebody_who_leaves_cannot_be_accepted() -> anyhow::Result<()> {
    let app = TestApp::sqlite().await?;
    let mut ana = freelancer(&app, Platform::Telegram, "Ana P.").await?;
    let mut kite = client(&app, Platform::Discord, "Kite Studio").await?;
    post(&mut kite).await?;
    propose(&mut ana).await?;
    kite.next_notice().await?.press("Accept").await?;
    let accept = kite.find("Accept")?;
    leave(&mut ana).await?;
    kite.press_token(accept.clone()).await?.expect("Not available")?;
    kite.run("/proposal list").await?.expect_no("Ana P.")?;
    app.later(days(15)).await?;
    app.run_chores().await?;
    kite.press_token(accept).await?.expect("Not available")?;
    kite.run("/contract list").await?.expect("You have no contract yet")?;
    Ok(())
}

#[tokio::test]
async fn after_two_weeks_the_person_is_gone_and_the_contract_stays() -> anyhow::Result<()> {
    for (app, platform) in worlds().await? {
        let mut ana = freelancer(&app, other(platform), "Ana P.").await?;
        let mut kite = client(&app, platform, "Kite Studio").await?;
        post(&mut kite).await?;
        propose(&mut ana).await?;
        kite.next_notice().await?.press("Accept").await?.press("Accept").await?;
        leave(&mut ana).await?;
        kite.run("/contract list").await?.expect("Ana P.")?;

        app.later(days(14) + 1).await?;
        app.run_chores().await?;
        let contents = app.database().contents().await?;
        assert_eq!(contents["identities"].len(), 1, "the sealed name is gone");
        assert_eq!(contents["profiles"].len(), 0);
        assert_eq!(contents["profile_skills"].len(), 0);
        assert_eq!(contents["chats"].len(), 1);
        kite.run("/contract list")
            .await?
            .expect("somebody who has left")?
            .expect("Landing page in Webflow")?;
        kite.press("Open").await?.expect("1,000 EUR")?.expect("somebody who has left")?;

        ana.run("/start").await?.expect("Welcome, Ana P.")?;
        ana.run("/contract list").await?.expect("You have no contract yet")?;
    }
    Ok(())
}

#[tokio::test]
async fn whoever_had_proposed_to_somebody_who_left_hears_that_it_is_over() -> anyhow::Result<()> {
    let app = TestApp::sqlite().await?;
    let mut ana = freelancer(&app, Platform::Telegram, "Ana P.").await?;
    let mut kite = client(&app, Platform::Discord, "Kite Studio").await?;
    post(&mut kite).await?;
    propose(&mut ana).await?;
    leave(&mut kite).await?;
    app.later(days(14) + 1).await?;
    app.run_chores().await?;
    ana.next_notice().await?.expect("Landing page in Webflow has ended")?.expect_no("Kite Studio")?;
    ana.run("/proposal list").await?.expect_no("Kite Studio")?;
    Ok(())
}
