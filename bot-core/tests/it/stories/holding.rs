//! What seems to break a rule is looked at by a moderator first.

use bot_core::domain::identity::Platform;
use bot_core::domain::request::RequestState;
use bot_core::services::{Call, request};
use bot_testing::{TestApp, TestChat};

use super::kit::{client, freelancer, other, worlds};

const FOLLOWERS: &[(&str, &str)] = &[
    ("Title", "Growth in Figma"),
    ("What do you need?", "I want to buy followers for our page."),
    ("Skills", "figma"),
    ("Budget", "100 EUR"),
    ("When and where?", "remote"),
];

async fn held(kite: &mut TestChat<'_>) -> anyhow::Result<()> {
    kite.run("/request post").await?.fill(FOLLOWERS).await?.press("Publish").await?;
    kite.expect("A moderator looks at it first")?
        .expect("accounts, votes, followers or reviews for sale")?
        .expect("With a moderator: nobody else sees it yet")?
        .expect("followers")?;
    Ok(())
}

fn moderator(app: &TestApp) -> Call<'_> {
    Call::new(app.app.services(), None)
}

#[tokio::test]
async fn a_held_request_is_released_and_then_found() -> anyhow::Result<()> {
    for (app, platform) in worlds().await? {
        let mut ana = freelancer(&app, other(platform), "Ana P.").await?;
        let mut kite = client(&app, platform, "Kite Studio").await?;
        held(&mut kite).await?;
        app.settle().await?;
        assert_eq!(ana.unread().await?, 0);
        ana.run("/matches show").await?.expect_no("Growth in Figma")?;
        kite.run("/dashboard").await?.expect("Growth in Figma is with a moderator")?;

        let queue = request::list_held(&moderator(&app)).await?;
        assert_eq!(queue.len(), 1);
        let id = queue[0].request.id;
        request::release(&moderator(&app), id, "").await.map_err(|error| anyhow::anyhow!("{error:?}"))?;
        kite.next_notice().await?.expect("it is out now")?.expect("Open to proposals")?;
        ana.next_notice().await?.expect("Growth in Figma")?;
        assert!(request::list_held(&moderator(&app)).await?.is_empty());
        assert!(request::release(&moderator(&app), id, "").await.is_err(), "decided once");
    }
    Ok(())
}

#[tokio::test]
async fn a_refused_request_is_closed_and_its_client_told_which_rule() -> anyhow::Result<()> {
    for (app, platform) in worlds().await? {
        let mut kite = client(&app, platform, "Kite Studio").await?;
        held(&mut kite).await?;
        let id = request::list_held(&moderator(&app)).await?[0].request.id;
        let closed = request::refuse(&moderator(&app), id, "Followers can't be bought here.").await;
        assert_eq!(closed.map(|closed| closed.state).ok(), Some(RequestState::Closed));
        kite.next_notice()
            .await?
            .expect("Growth in Figma stays in")?
            .expect("accounts, votes, followers or reviews for sale")?
            .expect("Followers can't be bought here.")?
            .expect("Everything else you need is welcome")?;
        kite.press("See the request").await?.expect("A moderator has kept it in")?;
    }
    Ok(())
}

#[tokio::test]
async fn its_client_says_it_in_other_words() -> anyhow::Result<()> {
    for (app, platform) in worlds().await? {
        let mut kite = client(&app, platform, "Kite Studio").await?;
        held(&mut kite).await?;
        kite.press("Change the words").await?.press("Details").await?;
        kite.fill(&[("What is needed", "Pictures and posts that people like to follow.")]).await?;
        assert!(request::list_held(&moderator(&app)).await?.is_empty(), "nobody has to look any more");
        kite.press("Publish").await?.expect("It's out")?;
    }
    Ok(())
}

#[tokio::test]
async fn a_change_that_breaks_a_rule_is_looked_at_first() -> anyhow::Result<()> {
    let app = TestApp::sqlite().await?;
    let mut ana = freelancer(&app, Platform::Telegram, "Ana P.").await?;
    let mut kite = client(&app, Platform::Discord, "Kite Studio").await?;
    super::kit::post(&mut kite).await?;
    super::kit::propose(&mut ana).await?;
    kite.next_notice().await?;
    kite.run("/request list").await?.press("Open").await?.press("Change it").await?.press("Details").await?;
    kite.fill(&[("What is needed", "I want to buy followers for our page.")]).await?;
    kite.press("Save the change").await?.expect("A moderator looks at it first")?;
    assert_eq!(ana.unread().await?, 0, "nobody is told of it");
    ana.run("/matches show").await?.expect_no("Landing page")?;
    Ok(())
}
