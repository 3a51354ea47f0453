//! A request that is out: changed, extended, closed and opened, posted again.

use bot_core::domain::identity::Platform;
use bot_testing::TestApp;

use super::kit::{LANDING_PAGE, client, days, freelancer, other, post, propose, titled, worlds};

#[tokio::test]
async fn a_change_shows_before_and_after_and_is_told_to_whoever_proposed() -> anyhow::Result<()> {
    for (app, platform) in worlds().await? {
        let mut ana = freelancer(&app, other(platform), "Ana P.").await?;
        let mut kite = client(&app, platform, "Kite Studio").await?;
        post(&mut kite).await?;
        propose(&mut ana).await?;
        kite.next_notice().await?;

        kite.run("/request list").await?.press("Open").await?.press("Change it").await?;
        kite.expect("Nothing changes until")?.press("Budget").await?.fill(&[("Budget", "2000 EUR")]).await?;
        kite.expect("Budget: was 800 EUR – 1,200 EUR, fixed price, now 2,000 EUR, fixed price")?;
        kite.press("When").await?.fill(&[("When", "no rush")]).await?;
        kite.expect("When: was by 15 December")?.expect("now no hurry")?;
        assert_eq!(ana.unread().await?, 0, "nobody hears of what isn't saved");
        kite.press("Save the change").await?.expect("# Changed")?;
        ana.next_notice()
            .await?
            .expect("Landing page in Webflow has changed")?
            .expect("was 800 EUR – 1,200 EUR, fixed price, now 2,000 EUR")?
            .expect("Your proposal still stands")?;
        ana.press("See the request").await?.expect("2,000 EUR")?;

        kite.press("See the request").await?.press("Change it").await?.press("Title").await?;
        kite.fill(&[("Title", "Something else")]).await?.press("Leave it as it was").await?;
        kite.expect("# Landing page in Webflow")?;
        assert_eq!(ana.unread().await?, 0);
    }
    Ok(())
}

#[tokio::test]
async fn a_change_of_what_has_changed_since_is_not_made() -> anyhow::Result<()> {
    let app = TestApp::sqlite().await?;
    let mut kite = client(&app, Platform::Discord, "Kite Studio").await?;
    post(&mut kite).await?;
    kite.press("See the request").await?.press("Change it").await?.press("All fields").await?;
    kite.fill(&[("Budget", "1000 EUR")]).await?.expect("now 1,000 EUR")?;
    let save = kite.find("Save the change")?;
    kite.press_token(save.clone()).await?.expect("# Changed")?;
    kite.press_token(save).await?.expect("Something changed in between")?;
    Ok(())
}

#[tokio::test]
async fn a_request_is_kept_open_longer_up_to_ninety_days() -> anyhow::Result<()> {
    for (app, platform) in worlds().await? {
        let mut kite = client(&app, platform, "Kite Studio").await?;
        post(&mut kite).await?;
        app.later(days(29) + 1).await?;
        app.run_chores().await?;
        kite.next_notice().await?.expect("Your request ends soon")?.press("Keep it open longer").await?;
        kite.expect("It stays open longer")?.press("See the request").await?;
        kite.press("Keep it open longer").await?.press("See the request").await?;
        kite.press("Keep it open longer").await?.expect("as long as it gets")?;
        app.later(days(60)).await?;
        app.run_chores().await?;
        kite.next_notice().await?.expect("Your request ends soon")?;
        app.later(days(1)).await?;
        app.run_chores().await?;
        kite.next_notice().await?.expect("its time ran out")?.press("Post again").await?;
        kite.expect("no date set")?.press("Publish").await?.expect("It's out")?;
    }
    Ok(())
}

#[tokio::test]
async fn closing_can_be_undone_for_a_minute_and_nobody_hears_of_it() -> anyhow::Result<()> {
    for (app, platform) in worlds().await? {
        let mut ana = freelancer(&app, other(platform), "Ana P.").await?;
        let mut kite = client(&app, platform, "Kite Studio").await?;
        post(&mut kite).await?;
        propose(&mut ana).await?;
        let close = async |kite: &mut bot_testing::TestChat<'_>| -> anyhow::Result<()> {
            kite.run("/request list").await?.press("Open").await?.press("Close it").await?;
            kite.pick(&["No longer needed"]).await?.expect("until then you can undo it")?;
            Ok(())
        };
        close(&mut kite).await?;
        app.later(59_000).await?;
        kite.press("Undo").await?.expect("Open to proposals")?;
        app.later(days(1)).await?;
        assert_eq!(ana.unread().await?, 0);

        close(&mut kite).await?;
        let undo = kite.find("Undo")?;
        app.later(61_000).await?;
        kite.press_token(undo).await?.expect("Too late to undo")?;
        ana.next_notice().await?.expect("has ended the request")?;
    }
    Ok(())
}

#[tokio::test]
async fn what_is_posted_again_and_again_is_kept_as_a_template() -> anyhow::Result<()> {
    for (app, platform) in worlds().await? {
        let mut kite = client(&app, platform, "Kite Studio").await?;
        kite.run("/request list").await?.press("Templates").await?.expect("can be kept here")?;
        post(&mut kite).await?;
        kite.press("See the request").await?.press("Keep as template").await?.expect("# Kept")?;
        kite.run("/request list").await?.press("Templates").await?.expect("Landing page in Webflow")?;
        kite.press("Use").await?.expect("800 EUR – 1,200 EUR")?.press("Publish").await?;
        kite.expect("That is out already")?.press("Change this one").await?.press("Title").await?;
        kite.fill(&[("Title", "Second page in Webflow")])
            .await?
            .press("Publish")
            .await?
            .expect("It's out")?;
        if platform == Platform::Discord {
            let suggested = kite.suggestions("request post", "template", "land").await;
            let value = &suggested.first().expect("the template is suggested").value;
            kite.run(&format!("/request post template:{value}")).await?.expect("800 EUR – 1,200 EUR")?;
        }
        kite.run("/request list").await?.press("Templates").await?;
        kite.pick(&["Forget Landing page in Webflow"]).await?.expect("can be kept here")?;
    }
    Ok(())
}

#[tokio::test]
async fn drafts_have_a_list_of_their_own() -> anyhow::Result<()> {
    for (app, platform) in worlds().await? {
        let mut kite = client(&app, platform, "Kite Studio").await?;
        post(&mut kite).await?;
        for title in ["First idea", "Second idea"] {
            kite.run("/request post").await?.fill(&titled(title)).await?.press("Save draft").await?;
        }
        kite.run("/request list").await?.press("2 drafts").await?.expect("Your 2 drafts")?;
        kite.expect("First idea")?.expect_no("Landing page")?.press("Open").await?.press("Publish").await?;
        kite.expect("It's out")?;
    }
    Ok(())
}

#[tokio::test]
async fn a_new_account_posts_so_many_on_its_first_day() -> anyhow::Result<()> {
    let rules = bot_core::services::Rules { requests_first_day: 1, ..bot_core::services::Rules::default() };
    let app = TestApp::with_rules(rules).await?;
    let mut kite = client(&app, Platform::Telegram, "Kite Studio").await?;
    post(&mut kite).await?;
    kite.run("/request post").await?.fill(&titled("Another page")).await?.press("Publish").await?;
    kite.expect("On its first day an account posts 1 requests at most")?.expect("Your draft is kept")?;
    app.later(days(1) + 1).await?;
    kite.press("See the request").await?.press("Publish").await?.expect("It's out")?;
    kite.run("/request post").await?.fill(LANDING_PAGE).await?.press("Publish").await?;
    kite.expect("That is out already")?.press("See that one").await?.expect("Open to proposals")?;
    Ok(())
}
