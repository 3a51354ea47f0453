//! The client decides: no with a moment to think again, or yes to one of several.

use bot_core::domain::identity::Platform;
use bot_testing::TestApp;

use super::kit::{client, freelancer, other, post, propose, worlds};

#[tokio::test]
async fn a_no_can_be_taken_back_for_half_a_minute_and_nobody_ever_knows() -> anyhow::Result<()> {
    for (app, platform) in worlds().await? {
        let mut ana = freelancer(&app, other(platform), "Ana P.").await?;
        let mut kite = client(&app, platform, "Kite Studio").await?;
        post(&mut kite).await?;
        propose(&mut ana).await?;

        kite.next_notice()
            .await?
            .press("Decline")
            .await?
            .expect("The freelancer hears of it in half a minute")?;
        app.later(20_000).await?;
        kite.press("Undo").await?.expect("Your move")?.find("Accept 1,000 EUR")?;
        app.later(3_600_000).await?;
        assert_eq!(ana.unread().await?, 0, "a no that was taken back is never told");
    }
    Ok(())
}

#[tokio::test]
async fn a_no_is_told_once_its_moment_has_passed() -> anyhow::Result<()> {
    for (app, platform) in worlds().await? {
        let mut ana = freelancer(&app, other(platform), "Ana P.").await?;
        let mut kite = client(&app, platform, "Kite Studio").await?;
        post(&mut kite).await?;
        propose(&mut ana).await?;

        kite.next_notice().await?.press("Decline").await?;
        let undo = kite.find("Undo")?;
        app.later(29_000).await?;
        assert_eq!(ana.unread().await?, 0, "the moment hasn't passed yet");
        app.later(2_000).await?;
        ana.next_notice().await?.expect("Kite Studio declined your proposal")?.press("More matches").await?;
        kite.press_token(undo).await?.expect("Too late to take back")?;
        kite.press("See").await?.expect("You declined it")?;
    }
    Ok(())
}

#[tokio::test]
async fn declined_twice_is_told_once_it_is_final() -> anyhow::Result<()> {
    let app = TestApp::sqlite().await?;
    let mut ana = freelancer(&app, Platform::Telegram, "Ana P.").await?;
    let mut kite = client(&app, Platform::Discord, "Kite Studio").await?;
    post(&mut kite).await?;
    propose(&mut ana).await?;
    kite.next_notice().await?.press("Decline").await?.press("Undo").await?.press("Decline").await?;
    app.later(31_000).await?;
    ana.next_notice().await?.expect("declined your proposal")?;
    assert_eq!(ana.unread().await?, 0, "one no, one notice");
    Ok(())
}

#[tokio::test]
async fn whoever_was_not_chosen_is_told_kindly() -> anyhow::Result<()> {
    for (app, platform) in worlds().await? {
        let mut ana = freelancer(&app, platform, "Ana P.").await?;
        let mut luka = freelancer(&app, other(platform), "Luka").await?;
        let mut kite = client(&app, platform, "Kite Studio").await?;
        post(&mut kite).await?;
        propose(&mut ana).await?;
        propose(&mut luka).await?;

        kite.next_notice().await?.expect("Ana P. proposes")?;
        kite.press("Accept").await?.press("Accept 1,000 EUR").await?.expect("told kindly")?;
        ana.next_notice().await?.expect("you have a contract with Kite Studio")?;
        luka.next_notice().await?.expect("Kite Studio has chosen somebody else")?;
        luka.expect("It says nothing about you")?.expect_no("Ana P.")?;
        luka.press("More matches").await?.expect_no("Landing page in Webflow")?;
        luka.run("/proposal list").await?.expect("The request ended without it")?;

        kite.next_notice()
            .await?
            .expect("Luka proposes")?
            .press("Accept")
            .await?
            .expect("The request ended without it")?;
        kite.next_notice().await?.expect("you have a contract with Ana P.")?;
    }
    Ok(())
}
