//! Matches: shown with their reasons, put aside, and taken back.

use bot_core::domain::identity::Platform;
use bot_testing::TestApp;

use super::kit::{client, freelancer, other, person, post, post_titled, propose, worlds};

#[tokio::test]
async fn a_match_says_why_and_what_speaks_against_it() -> anyhow::Result<()> {
    for (app, platform) in worlds().await? {
        let mut ana = freelancer(&app, platform, "Ana P.").await?;
        let mut kite = client(&app, other(platform), "Kite Studio").await?;
        post(&mut kite).await?;
        ana.run("/matches show").await?.expect("One request fits you")?.expect("Landing page in Webflow")?;
        let suggested = ana.suggestions("matches why", "request", "webflow").await;
        let value = &suggested.first().expect("what fits is suggested").value;
        ana.run(&format!("/matches why request:{value}")).await?;
        ana.expect("Why Landing page in Webflow")?
            .expect("You have what they need: Webflow")?
            .expect("To consider")?;
        ana.expect("No reviews yet")?.press("See the request").await?.expect("Posted by Kite Studio")?;
    }
    Ok(())
}

#[tokio::test]
async fn a_match_that_is_not_for_me_stays_away_until_i_want_it_back() -> anyhow::Result<()> {
    for (app, platform) in worlds().await? {
        let mut ana = freelancer(&app, platform, "Ana P.").await?;
        let mut kite = client(&app, other(platform), "Kite Studio").await?;
        post(&mut kite).await?;
        ana.next_notice().await?.press("Not for me").await?.expect("You won't see that request again")?;
        let undo = ana.find("Undo")?;
        ana.press("More matches").await?.expect_no("Landing page in Webflow")?;
        kite.run("/request list")
            .await?
            .press("Open")
            .await?
            .press("Who fits?")
            .await?
            .expect_no("Ana P.")?;
        ana.press_token(undo).await?.expect("Landing page in Webflow")?;
        kite.press("See the request").await?.press("Who fits?").await?.expect("Ana P.")?;
    }
    Ok(())
}

#[tokio::test]
async fn why_not_names_what_rules_it_out() -> anyhow::Result<()> {
    let app = TestApp::sqlite().await?;
    let mut kite = client(&app, Platform::Discord, "Kite Studio").await?;
    let mut noor = person(&app, Platform::Telegram, "Noor");
    noor.run("/start").await?.press("I'm looking for work").await?;
    noor.fill(&[("What can you do?", "webflow"), ("Your city", "Berlin")]).await?;
    let on_site = [
        ("Title", "Webflow in our office"),
        ("What do you need?", "Two weeks at our place."),
        ("Skills", "webflow"),
        ("Budget", "800-1200 EUR fixed"),
        ("When and where?", "on site in Porto"),
    ];
    kite.run("/request post")
        .await?
        .fill(&on_site)
        .await?
        .expect("on site in Porto")?
        .press("Publish")
        .await?;
    noor.run("/matches show")
        .await?
        .expect("No match yet")?
        .expect("Nearly")?
        .expect("Webflow in our office")?;
    noor.press("Why not?").await?.expect("It wasn't matched with you because")?.expect("It is on site")?;
    kite.press("Who fits?").await?.expect("Nobody fits yet")?.expect("Nearly")?.expect("Noor")?;
    kite.expect("It is on site")?;
    Ok(())
}

#[tokio::test]
async fn the_client_sees_who_fits_and_why() -> anyhow::Result<()> {
    for (app, platform) in worlds().await? {
        let _ana = freelancer(&app, other(platform), "Ana P.").await?;
        let _luka = freelancer(&app, platform, "Luka").await?;
        let mut kite = client(&app, platform, "Kite Studio").await?;
        post(&mut kite).await?;
        kite.press("Who fits?").await?.expect("2 people fit")?.expect("Ana P.")?.expect("Luka")?;
        kite.expect("They have what you need: Webflow")?
            .expect("To consider – Price: their usual rate isn't known")?
            .press("Profile")
            .await?
            .expect("Webflow")?;
        let suggested = kite.suggestions("matches show", "request", "").await;
        kite.run(&format!("/matches show request:{}", suggested[0].value)).await?.expect("2 people fit")?;
    }
    Ok(())
}

#[tokio::test]
async fn what_was_answered_already_is_no_match_any_more() -> anyhow::Result<()> {
    let app = TestApp::sqlite().await?;
    let mut ana = freelancer(&app, Platform::Telegram, "Ana P.").await?;
    let mut kite = client(&app, Platform::Discord, "Kite Studio").await?;
    post(&mut kite).await?;
    propose(&mut ana).await?;
    ana.run("/matches show").await?.expect_no("Landing page in Webflow")?;
    ana.run("/dashboard").await?.expect("is with Kite Studio")?;
    Ok(())
}

#[tokio::test]
async fn a_client_who_asks_for_matches_is_shown_the_way() -> anyhow::Result<()> {
    let app = TestApp::sqlite().await?;
    let mut kite = client(&app, Platform::Telegram, "Kite Studio").await?;
    kite.run("/matches show").await?.expect("Who fits which request?")?.press("My requests").await?;
    kite.expect("You haven't posted anything yet")?;
    Ok(())
}

#[tokio::test]
async fn somebody_without_a_profile_is_told_what_is_missing() -> anyhow::Result<()> {
    let app = TestApp::sqlite().await?;
    let mut kite = client(&app, Platform::Discord, "Kite Studio").await?;
    post(&mut kite).await?;
    let mut second = client(&app, Platform::Discord, "Second Studio").await?;
    kite.press("See the request").await?;
    let code = kite.sees().split("Request #").nth(1).expect("the code is on the card")[..8].to_owned();
    second.run(&format!("/matches why request:{code}")).await?.expect("Nothing to compare yet")?;
    second.press("Improve my profile").await?.expect("Name your skills")?;
    Ok(())
}

#[tokio::test]
async fn more_matches_than_a_page_holds_are_turned_over() -> anyhow::Result<()> {
    let app = TestApp::sqlite().await?;
    let mut ana = freelancer(&app, Platform::Telegram, "Ana P.").await?;
    let mut kite = client(&app, Platform::Discord, "Kite Studio").await?;
    for number in 1..=6 {
        post_titled(&mut kite, &format!("Page number {number}")).await?;
    }
    ana.run("/matches show").await?.expect("6 requests fit you")?.expect("Page 1 of 2")?;
    ana.press("Next").await?.expect("Page 2 of 2")?.press("Open").await?.expect("Page number")?;
    Ok(())
}

#[tokio::test]
async fn somebody_with_a_related_skill_is_a_near_fit_and_the_gap_is_named() -> anyhow::Result<()> {
    for (app, platform) in worlds().await? {
        let mut vera = person(&app, platform, "Vera");
        vera.run("/start").await?.press("I'm looking for work").await?;
        vera.fill(&[("What can you do?", "vue"), ("Your city", "Lisbon")]).await?;
        vera.press("Turn on match messages").await?;
        let mut tom = person(&app, platform, "Tom");
        tom.run("/start").await?.press("I'm looking for work").await?;
        tom.fill(&[("What can you do?", "postgresql"), ("Your city", "Lisbon")]).await?;
        let mut kite = client(&app, other(platform), "Kite Studio").await?;
        let request = [
            ("Title", "Shop front in React"),
            ("What do you need?", "A product page with a cart."),
            ("Skills", "react"),
            ("Budget", "800-1200 EUR fixed"),
            ("When and where?", "by 15 December, remote"),
        ];
        kite.run("/request post").await?.fill(&request).await?.press("Publish").await?;
        assert_eq!(vera.unread().await?, 0, "close isn't the same, and only strong matches are told");

        let gap = "They need React; you have Vue.js, which is close but not the same";
        vera.run("/matches show").await?.expect("No match yet")?.expect("Nearly")?.expect(gap)?;
        vera.press("Why not?").await?.expect(gap)?.expect("If you can do it, add it to your profile.")?;
        kite.press("Who fits?").await?.expect("Nobody fits yet")?.expect("Vera")?.expect_no("Tom")?;
        kite.expect("You need React; they have Vue.js, which is close but not the same")?;
    }
    Ok(())
}
