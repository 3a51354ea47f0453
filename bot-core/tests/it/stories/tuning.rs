//! "Not for me" with its reasons, what follows from them, and what counts.

use bot_core::domain::identity::Platform;
use bot_core::domain::time::DAY_MS;
use bot_testing::{TestApp, TestChat};

use super::kit::{client, freelancer, other, post, post_titled, worlds};

/// Posts a request with this title that pays at most this.
async fn post_paying(
    client: &mut TestChat<'_>,
    title: &str,
    skills: &str,
    budget: &str,
) -> anyhow::Result<()> {
    let fields = [
        ("Title", title),
        ("What do you need?", "5 sections, responsive. Figma is ready."),
        ("Skills", skills),
        ("Budget", budget),
        ("When and where?", "by 15 December, remote"),
    ];
    client.run("/request post").await?.fill(&fields).await?.press("Publish").await?.expect("It's out")?;
    Ok(())
}

#[tokio::test]
async fn too_little_pay_sets_a_floor_that_holds_until_it_is_reset() -> anyhow::Result<()> {
    for platform in Platform::ALL {
        let app = TestApp::sqlite().await?;
        let mut ana = freelancer(&app, platform, "Ana P.").await?;
        let mut kite = client(&app, other(platform), "Kite Studio").await?;
        post_paying(&mut kite, "Cheap page", "webflow", "up to 400 EUR fixed").await?;
        ana.next_notice().await?.press("Not for me").await?.pick(&["It pays too little"]).await?;
        ana.expect("Nothing that pays 400 EUR, fixed price or less is sent or listed")?;
        ana.expect("Price counts a step more")?;

        post_paying(&mut kite, "Cheaper page", "webflow", "up to 350 EUR fixed").await?;
        post_paying(&mut kite, "Page in dollars", "webflow", "up to 400 USD fixed").await?;
        post_paying(&mut kite, "Better page", "webflow", "up to 900 EUR fixed").await?;
        assert_eq!(ana.unread().await?, 1);
        ana.next_notice().await?.expect("Better page")?;
        ana.run("/matches show").await?.expect("One request fits you")?.expect("Nearly")?;
        ana.expect("It pays no more than what you called too low")?;

        ana.run("/matches tune").await?.expect("Nothing that pays 400 EUR, fixed price or less")?;
        ana.press("Back to the usual").await?.expect_no("Nothing that pays")?;
        ana.run("/matches show").await?.expect("3 requests fit you")?.expect_no("Cheap page")?;
    }
    Ok(())
}

#[tokio::test]
async fn not_now_keeps_messages_away_until_its_date_and_says_so() -> anyhow::Result<()> {
    let app = TestApp::sqlite().await?;
    let mut ana = freelancer(&app, Platform::Telegram, "Ana P.").await?;
    let mut kite = client(&app, Platform::Discord, "Kite Studio").await?;
    post(&mut kite).await?;
    ana.next_notice().await?.press("Not for me").await?.pick(&["Not now"]).await?;
    ana.expect("No match messages until 8 December")?.pick(&["7 days"]).await?;
    ana.expect("No match messages until 1 December")?;

    post_titled(&mut kite, "While away").await?;
    assert_eq!(ana.unread().await?, 0);
    ana.run("/matches show").await?.expect("While away")?.press("Open").await?;
    let code = ana.sees().split("Request #").nth(1).expect("the code is on the card")[..8].to_owned();
    ana.run(&format!("/matches why request:{code}")).await?.expect("messages go on after 1 December")?;

    app.later(8 * DAY_MS).await?;
    post_titled(&mut kite, "Back again").await?;
    ana.next_notice().await?.expect("Back again")?;
    Ok(())
}

#[tokio::test]
async fn wrong_skills_ask_which_and_that_skill_counts_for_less() -> anyhow::Result<()> {
    let app = TestApp::sqlite().await?;
    let mut ana = freelancer(&app, Platform::Discord, "Ana P.").await?;
    let mut kite = client(&app, Platform::Telegram, "Kite Studio").await?;
    post(&mut kite).await?;
    ana.next_notice().await?.press("Not for me").await?.pick(&["Wrong skills"]).await?;
    ana.expect("Which skill?")?.pick(&["Figma"]).await?;
    ana.expect("Work that asks for Figma counts for less")?;

    post_paying(&mut kite, "Only Figma", "figma", "up to 900 EUR fixed").await?;
    assert_eq!(ana.unread().await?, 0, "it would have been a strong match");
    ana.run("/matches tune").await?.expect("Figma counts for less")?.press("Back to the usual").await?;
    ana.run("/matches show").await?.expect("Only Figma")?;
    Ok(())
}

#[tokio::test]
async fn an_unwanted_client_is_gone_with_all_requests_and_undo_brings_them_back() -> anyhow::Result<()> {
    for platform in Platform::ALL {
        let app = TestApp::sqlite().await?;
        let mut ana = freelancer(&app, platform, "Ana P.").await?;
        let mut kite = client(&app, other(platform), "Kite Studio").await?;
        post(&mut kite).await?;
        post_titled(&mut kite, "Second page").await?;
        ana.next_notice().await?.press("Not for me").await?.pick(&["Not this client"]).await?;
        let undo = ana.find("Undo")?;
        post_titled(&mut kite, "Third page").await?;
        ana.run("/matches show").await?.expect("No match yet")?;
        assert_eq!(ana.unread().await?, 1, "only the one that was on its way");
        ana.press_token(undo).await?.expect("3 requests fit you")?;
    }
    Ok(())
}

#[tokio::test]
async fn what_counts_changes_the_order_of_ones_own_list() -> anyhow::Result<()> {
    let app = TestApp::sqlite().await?;
    let mut ana = freelancer(&app, Platform::Telegram, "Ana P.").await?;
    ana.run("/profile edit")
        .await?
        .press("Rate")
        .await?
        .fill(&[("Your usual rate", "1000 EUR fixed")])
        .await?;
    ana.expect("from 1,000 EUR a project")?;
    let mut kite = client(&app, Platform::Discord, "Kite Studio").await?;
    post_paying(&mut kite, "Exact but cheap", "webflow", "up to 800 EUR fixed").await?;
    post_paying(&mut kite, "Paid but broader", "webflow, seo", "up to 1500 EUR fixed").await?;
    let first = |ana: &TestChat<'_>| {
        let seen = ana.sees();
        seen.find("Exact but cheap") < seen.find("Paid but broader")
    };

    ana.run("/matches show").await?;
    assert!(first(&ana), "skills decide: {}", ana.sees());
    ana.run("/matches tune").await?.pick(&["Price: more"]).await?.pick(&["Skills: less"]).await?;
    ana.expect("These are your own steps")?;
    ana.run("/matches show").await?;
    assert!(!first(&ana), "now price does: {}", ana.sees());
    Ok(())
}

#[tokio::test]
async fn too_far_draws_the_circle_closer_and_remote_work_goes_on() -> anyhow::Result<()> {
    for (app, platform) in worlds().await? {
        let mut ana = freelancer(&app, platform, "Ana P.").await?;
        let mut kite = client(&app, other(platform), "Kite Studio").await?;
        let at = |title: &'static str, place: &'static str| {
            [
                ("Title", title),
                ("What do you need?", "Two weeks."),
                ("Skills", "webflow"),
                ("Budget", "800-1200 EUR fixed"),
                ("When and where?", place),
            ]
        };
        kite.run("/request post").await?.fill(&at("At ours", "on site in Amadora")).await?;
        kite.press("Publish").await?;
        ana.next_notice().await?.expect("Place: about 8 km away")?.press("Not for me").await?;
        ana.pick(&["Not remote, or too far"]).await?.expect("Nothing on site 8 km away or farther")?;
        ana.expect("Place and time zone count a step more")?;

        kite.run("/request post").await?.fill(&at("At ours again", "on site in Amadora")).await?;
        kite.press("Publish").await?.run("/request post").await?;
        kite.fill(&at("From anywhere", "remote")).await?.press("Publish").await?;
        assert_eq!(ana.unread().await?, 1);
        ana.next_notice().await?.expect("From anywhere")?;
        ana.run("/matches show")
            .await?
            .expect("Nearly")?
            .expect("It is on site, 8 km away; 7 km would do")?;
    }
    Ok(())
}

#[tokio::test]
async fn something_else_puts_one_request_aside_and_nothing_more() -> anyhow::Result<()> {
    for platform in Platform::ALL {
        let app = TestApp::sqlite().await?;
        let mut ana = freelancer(&app, platform, "Ana P.").await?;
        let mut kite = client(&app, other(platform), "Kite Studio").await?;
        post(&mut kite).await?;
        ana.next_notice().await?.press("Not for me").await?.pick(&["Something else"]).await?;
        ana.expect("You won't see that request again")?.expect("Nothing else changes")?;
        post_titled(&mut kite, "Second page").await?;
        ana.next_notice().await?.expect("Second page")?;
    }
    Ok(())
}

#[tokio::test]
async fn why_is_asked_of_any_open_request_by_title_or_from_a_list() -> anyhow::Result<()> {
    for (app, platform) in worlds().await? {
        let mut ana = freelancer(&app, platform, "Ana P.").await?;
        let mut kite = client(&app, other(platform), "Kite Studio").await?;
        ana.run("/matches why").await?.expect("No request of anybody else's is open right now")?;
        post_paying(&mut kite, "A choir in tune", "choir conducting", "up to 900 EUR fixed").await?;
        post(&mut kite).await?;
        ana.next_notice().await?;

        let offered = ana.suggestions("matches why", "request", "").await;
        let labels: Vec<_> = offered.iter().map(|offer| offer.label.as_str()).collect();
        assert_eq!(labels.len(), 2, "{labels:?}");
        assert!(labels[0].starts_with("Landing page"), "what fits comes first: {labels:?}");
        ana.run("/matches why request:CHOIR").await?.expect("Why A choir in tune")?;
        ana.expect("None of the skills it asks for is in your profile, nor one close to them.")?;
        ana.run("/matches why").await?.expect("Why, or why not?")?;
        ana.pick(&["Landing page in Webflow · 800 EUR – 1,200 EUR, fixed price"]).await?;
        ana.expect("Why Landing page in Webflow")?.expect("It fits you.")?.expect("Skills count most")?;
        let mut late = freelancer(&app, platform, "Luka").await?;
        late.run("/matches tune").await?.pick(&["Price: more"]).await?;
        late.run("/matches why request:landing page").await?.expect("It fits you now. When it came out")?;
        late.expect("Your own steps count here")?;
        kite.run("/matches why").await?.expect("No request of anybody else's is open right now")?;
    }
    Ok(())
}
