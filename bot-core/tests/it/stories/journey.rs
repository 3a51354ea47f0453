//! The main job, on any pair of platforms.
//!
//! A request reaches the right freelancer, who proposes with one tap.

use bot_core::domain::identity::Platform;
use bot_testing::TestApp;

use super::kit::{client, freelancer, post};

async fn journey(app: &TestApp, hiring: Platform, working: Platform) -> anyhow::Result<String> {
    let mut ana = freelancer(app, working, "Ana P.").await?;
    let mut kite = client(app, hiring, "Kite Studio").await?;
    post(&mut kite).await?;

    ana.next_notice().await?.expect("A strong match: Landing page in Webflow")?;
    ana.expect("Why you")?.expect("You have what they need: Webflow")?.expect("No reviews yet")?;
    ana.press("Propose").await?.expect("Not sent yet. Your move.")?.expect("1,000 EUR, fixed price")?;
    ana.press("Send 1,000 EUR").await?.expect("It is Kite Studio's move")?;

    kite.next_notice().await?.expect("Ana P. proposes for Landing page in Webflow")?;
    kite.press("Accept 1,000 EUR").await?.expect("Agree on 1,000 EUR")?;
    kite.press("Accept 1,000 EUR").await?.expect("Contract #")?;

    ana.next_notice().await?.expect("you have a contract with Kite Studio")?;
    kite.next_notice().await?.expect("you have a contract with Ana P.")?;
    kite.run("/contract list").await?.expect("Landing page in Webflow — Ana P.")?;
    ana.run("/contract list").await?.expect("Landing page in Webflow — Kite Studio")?;
    Ok(format!("{}\n======\n\n{}", kite.transcript(), ana.transcript()))
}

#[tokio::test]
async fn from_a_post_on_discord_to_a_contract_with_a_freelancer_on_telegram() -> anyhow::Result<()> {
    let app = TestApp::sqlite().await?;
    let transcript = journey(&app, Platform::Discord, Platform::Telegram).await?;
    insta::assert_snapshot!(transcript);
    Ok(())
}

#[tokio::test]
async fn and_with_the_sides_swapped() -> anyhow::Result<()> {
    let app = TestApp::sqlite().await?;
    let transcript = journey(&app, Platform::Telegram, Platform::Discord).await?;
    insta::assert_snapshot!(transcript);
    Ok(())
}

#[tokio::test]
async fn the_same_on_postgres() -> anyhow::Result<()> {
    let Some(app) = TestApp::postgres().await? else { return Ok(()) };
    journey(&app, Platform::Discord, Platform::Telegram).await?;
    Ok(())
}
