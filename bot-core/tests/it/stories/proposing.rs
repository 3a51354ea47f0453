//! A proposal before and after it is sent: edited, mended, taken back.

use bot_core::domain::identity::Platform;
use bot_testing::TestApp;

use super::kit::{client, freelancer, mend, other, post, propose, worlds};

#[tokio::test]
async fn a_proposal_is_edited_before_it_is_sent() -> anyhow::Result<()> {
    for (app, platform) in worlds().await? {
        let mut ana = freelancer(&app, platform, "Ana P.").await?;
        let mut kite = client(&app, other(platform), "Kite Studio").await?;
        post(&mut kite).await?;

        ana.next_notice().await?.press("Propose").await?.expect("1,000 EUR, fixed price")?;
        ana.press("Edit").await?.expect("1,000 EUR, fixed price")?;
        ana.fill(&[("Price", "980 EUR"), ("Days", "12"), ("A word", "I can start on Monday.")]).await?;
        ana.expect("Not sent yet")?
            .expect("980 EUR")?
            .expect("12 days")?
            .expect("> I can start on Monday.")?;
        assert_eq!(kite.unread().await?, 0, "nothing is sent by editing");

        ana.press("Send 980 EUR").await?.expect("It is Kite Studio's move")?;
        kite.next_notice().await?.expect("980 EUR")?.expect("> I can start on Monday.")?;
    }
    Ok(())
}

#[tokio::test]
async fn a_price_that_cannot_be_read_is_asked_again_and_the_rest_is_kept() -> anyhow::Result<()> {
    for (app, platform) in worlds().await? {
        let mut ana = freelancer(&app, platform, "Ana P.").await?;
        let mut kite = client(&app, other(platform), "Kite Studio").await?;
        post(&mut kite).await?;

        ana.next_notice().await?.press("Propose").await?.press("Edit").await?;
        ana.fill(&[("Price", "800-900 EUR"), ("Days", "9"), ("A word", "Hello!")]).await?;
        ana.expect("Name one price, not a range")?;
        mend(&mut ana, ("Price", "850 EUR")).await?;
        if platform == Platform::Discord {
            ana.expect("9 days")?.expect("> Hello!")?;
        }
        ana.expect("850 EUR")?.find("Send 850 EUR")?;
    }
    Ok(())
}

#[tokio::test]
async fn a_proposal_is_taken_back_and_the_client_hears_of_it() -> anyhow::Result<()> {
    for (app, platform) in worlds().await? {
        let mut ana = freelancer(&app, platform, "Ana P.").await?;
        let mut kite = client(&app, other(platform), "Kite Studio").await?;
        post(&mut kite).await?;
        propose(&mut ana).await?;
        kite.next_notice().await?.expect("Your move")?;
        let accept = kite.find("Accept")?;

        ana.press("Take it back").await?.expect("Kite Studio will be told")?;
        ana.press("Back").await?.expect("Sent.")?;
        ana.press("Take it back").await?.press("Take it back").await?.expect("You took it back")?;
        kite.next_notice().await?.expect("Ana P. took back the proposal for Landing page in Webflow")?;
        kite.press_token(accept).await?.expect("took it back")?;
        kite.run("/contract list").await?.expect("You have no contract yet")?;
    }
    Ok(())
}

#[tokio::test]
async fn a_proposal_below_a_usual_rate_needs_no_typing() -> anyhow::Result<()> {
    let app = TestApp::sqlite().await?;
    let mut ana = freelancer(&app, Platform::Telegram, "Ana P.").await?;
    let mut kite = client(&app, Platform::Discord, "Kite Studio").await?;
    ana.run("/profile edit").await?.press("Rate").await?.fill(&[("Your usual rate", "45 EUR/h")]).await?;
    kite.run("/request post").await?;
    let hourly = [
        ("Title", "Care for our site"),
        ("What do you need?", "Small changes in Webflow, each week."),
        ("Skills", "webflow"),
        ("Budget", "30-60 EUR/h"),
        ("When and where?", "remote"),
    ];
    kite.fill(&hourly).await?.press("Publish").await?;
    ana.next_notice().await?.press("Propose").await?.expect("45 EUR an hour")?;
    ana.press("Send 45 EUR").await?;
    kite.next_notice().await?.expect("45 EUR an hour")?;
    Ok(())
}

#[tokio::test]
async fn without_a_price_there_is_nothing_to_send_yet() -> anyhow::Result<()> {
    for (app, platform) in worlds().await? {
        let mut ana = freelancer(&app, platform, "Ana P.").await?;
        let mut kite = client(&app, other(platform), "Kite Studio").await?;
        let open = [
            ("Title", "Landing page in Webflow"),
            ("What do you need?", "5 sections."),
            ("Skills", "webflow"),
            ("Budget", "not sure"),
            ("When and where?", "remote"),
        ];
        kite.run("/request post")
            .await?
            .fill(&open)
            .await?
            .expect("not decided yet")?
            .press("Publish")
            .await?;
        ana.next_notice().await?.press("Propose").await?.expect("no price yet")?;
        assert!(ana.find("Send").is_err(), "nothing can be sent without a price");
        ana.press("Edit").await?.fill(&[("Price", "900 EUR")]).await?.press("Send 900 EUR").await?;
        kite.next_notice().await?.expect("900 EUR")?;
    }
    Ok(())
}
