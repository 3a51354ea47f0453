//! Arriving: as few taps as can be, on both kinds of platform.

use bot_core::domain::identity::Platform;
use bot_testing::TestApp;

use super::kit::{client, person, post, worlds};

/// How much a person types in the minute that a first match may take.
const CHARACTERS_A_MINUTE: usize = 200;

#[tokio::test]
async fn a_newcomer_sees_an_explained_match_within_six_taps() -> anyhow::Result<()> {
    for (app, platform) in worlds().await? {
        let mut kite = client(&app, Platform::Discord, "Kite Studio").await?;
        post(&mut kite).await?;

        let mut noor = person(&app, platform, "Noor");
        noor.run("/start").await?.expect("Welcome, Noor")?;
        noor.press("I'm looking for work").await?;
        noor.fill(&[("What can you do?", "figma, webflow"), ("Your city", "Berlin")]).await?;
        noor.expect("What should reach you?")?;
        noor.press("Turn on match messages").await?.expect("One open request fits you.")?;
        noor.press("See my match").await?.expect("You have what they need: Webflow")?;
        noor.expect("Figma")?.expect_no("isn't in the profile")?;
        let (taps, typed) = (noor.taps(), noor.typed());
        println!("{}: {taps} taps and {typed} characters to the first explained match", platform.name());
        assert!(taps <= 6, "{taps} taps on {}", platform.name());
        assert!(typed <= CHARACTERS_A_MINUTE, "{typed} characters on {}", platform.name());
    }
    Ok(())
}

#[tokio::test]
async fn a_new_client_publishes_within_four_taps() -> anyhow::Result<()> {
    for (app, platform) in worlds().await? {
        let mut kite = person(&app, platform, "Kite Studio");
        kite.run("/start role:client").await?.expect("You're set")?;
        post(&mut kite).await?;
        assert!(kite.taps() <= 4, "{} taps on {}", kite.taps(), platform.name());
    }
    Ok(())
}

#[tokio::test]
async fn a_clock_that_fits_many_places_is_asked_about() -> anyhow::Result<()> {
    let app = TestApp::sqlite().await?;
    let mut noor = app.on_discord("Noor");
    noor.run("/start").await?.press("I'm looking for work").await?;
    noor.fill(&[("What can you do?", "figma"), ("Your city", "11:05")]).await?;
    noor.expect("Which time zone is yours?")?.pick(&["Europe/Helsinki — 11:05"]).await?;
    noor.expect("it is 11:05 for you now")?;
    Ok(())
}

#[tokio::test]
async fn what_cannot_be_read_is_kept_and_asked_again() -> anyhow::Result<()> {
    for (app, platform) in worlds().await? {
        let mut noor = person(&app, platform, "Noor");
        noor.run("/start").await?.press("I'm looking for work").await?;
        noor.fill(&[("What can you do?", "figma"), ("Your city", "Atlantis Nine")]).await?;
        if platform == Platform::Discord {
            noor.press("Fix 1 problem").await?.expect("figma")?;
        } else {
            noor.expect("I couldn't find that place")?;
        }
        noor.fill(&[("Your city", "Berlin")]).await?.expect("What should reach you?")?;
    }
    Ok(())
}

#[tokio::test]
async fn who_posts_in_a_server_gets_a_direct_chat_to_hear_of_answers_in() -> anyhow::Result<()> {
    let app = TestApp::sqlite().await?;
    let mut kite = person(&app, Platform::Discord, "Kite Studio").in_a_server();
    kite.run("/start role:client").await?;
    post(&mut kite).await?;
    assert!(kite.transcript().contains("I'll write to you here"), "{}", kite.transcript());
    Ok(())
}
