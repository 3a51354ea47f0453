//! Who sees a profile, and how it is shared.

use bot_core::domain::identity::Platform;
use bot_testing::{TestApp, TestChat};

use super::kit::{client, freelancer, post, propose, worlds};

async fn choose(ana: &mut TestChat<'_>, who: &str) -> anyhow::Result<()> {
    ana.run("/profile edit").await?.press("Who sees it").await?.pick(&[who]).await?;
    Ok(())
}

#[tokio::test]
async fn a_hidden_profile_is_seen_by_clients_who_got_a_proposal_alone() -> anyhow::Result<()> {
    for (app, platform) in worlds().await? {
        let mut ana = freelancer(&app, platform, "Ana P.").await?;
        choose(&mut ana, "Nobody").await?;
        ana.expect("Nobody sees this but clients you send a proposal to")?;
        let mut kite = client(&app, platform, "Kite Studio").await?;
        post(&mut kite).await?;
        kite.run_on("/profile view", "user", ana.identity()).await?.expect("Not available")?;
        kite.run("/matches show").await?.expect_no("Ana P.")?;
        propose(&mut ana).await?;
        kite.run_on("/profile view", "user", ana.identity()).await?.expect("Webflow")?;
    }
    Ok(())
}

#[tokio::test]
async fn for_matched_clients_only_means_clients_with_a_request_that_fits() -> anyhow::Result<()> {
    let app = TestApp::sqlite().await?;
    let mut ana = freelancer(&app, Platform::Telegram, "Ana P.").await?;
    choose(&mut ana, "Only clients I fit").await?;
    let mut kite = client(&app, Platform::Discord, "Kite Studio").await?;
    let mut other = client(&app, Platform::Discord, "Other Studio").await?;
    kite.run_on("/profile view", "user", ana.identity()).await?.expect("Not available")?;
    post(&mut kite).await?;
    app.settle().await?;
    kite.run_on("/profile view", "user", ana.identity()).await?.expect("Webflow")?;
    other.run_on("/profile view", "user", ana.identity()).await?.expect("Not available")?;
    other.run("/find talent text:webflow").await?.expect_no("Ana P.")?;
    Ok(())
}

#[tokio::test]
async fn a_card_is_shared_in_a_channel_and_by_a_link() -> anyhow::Result<()> {
    let app = TestApp::sqlite().await?;
    app.app.services().links.know(Platform::Telegram, "guildhall_bot");
    let mut ana = freelancer(&app, Platform::Discord, "Ana P.").await?;
    ana.run("/profile view").await?.press("Share").await?.expect("/profile share")?;
    let seen = ana.sees();
    let payload =
        seen.split("start=").nth(1).and_then(|rest| rest.split_whitespace().next()).unwrap_or_default();
    let mut kite = client(&app, Platform::Telegram, "Kite Studio").await?;
    kite.run(&format!("/start payload:{payload}")).await?.expect("Ana P.")?.expect("Webflow")?;

    let mut public = ana.in_a_server();
    public
        .run("/profile share")
        .await?
        .expect("Webflow")?
        .expect_no("complete")?
        .find("See the whole profile")?;
    choose(&mut public, "Nobody").await?;
    public.run("/profile share").await?.expect("Not for everyone yet")?;
    kite.run(&format!("/start payload:{payload}")).await?.expect("Not available")?;
    Ok(())
}
