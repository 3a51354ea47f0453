//! Past work: entries of experience, and pieces to look at.

use bot_core::domain::identity::Platform;
use bot_core::ui::view::Press;
use bot_testing::{TestApp, TestChat};

use super::kit::{client, freelancer, mend, worlds};

const BAKERY: &[(&str, &str)] = &[
    ("Its title", "A bakery's shop"),
    ("Its link", "www.Example.com/bakery"),
    ("What did you do?", "Shop and blog"),
    ("Skills in it", "webflow, figma"),
    ("What is to be seen", "Three loaves"),
];

async fn add_item(ana: &mut TestChat<'_>, fields: &[(&str, &str)]) -> anyhow::Result<()> {
    ana.run("/profile edit section:portfolio")
        .await?
        .press("Add a piece of work")
        .await?
        .fill(fields)
        .await?;
    Ok(())
}

#[tokio::test]
async fn experience_is_added_changed_shown_and_removed() -> anyhow::Result<()> {
    for (app, platform) in worlds().await? {
        let mut ana = freelancer(&app, platform, "Ana P.").await?;
        ana.run("/profile edit section:experience").await?.expect("Nothing here yet")?;
        ana.press("Add experience").await?;
        let fields = [
            ("What were you?", "Web designer"),
            ("Where", "Kite Studio"),
            ("From when", "2022 - 2019"),
            ("What did you do", "Shops for 30 clients"),
        ];
        ana.fill(&fields).await?.expect("ends before it begins")?;
        mend(&mut ana, ("From when", "March 2019 - 2022")).await?;
        if platform == Platform::Telegram {
            ana.press("Change").await?.press("Change").await?;
            ana.fill(&[("What did you do", "Shops for 30 clients")]).await?;
        }
        ana.expect("Web designer, Kite Studio (March 2019 – 2022)")?.expect("Shops for 30 clients")?;
        ana.press("Add experience")
            .await?
            .fill(&[("What were you?", "Freelancer"), ("From when", "since 2022")])
            .await?;
        ana.expect("Freelancer (2022 – now)")?;

        let mut kite = client(&app, platform, "Kite Studio").await?;
        kite.run_on("/profile view", "user", ana.identity())
            .await?
            .expect("Web designer, Kite Studio (March 2019")?;
        let seen = kite.sees();
        assert!(seen.find("Freelancer (2022") < seen.find("Web designer"), "the latest first: {seen}");

        ana.press("Change")
            .await?
            .press("Remove")
            .await?
            .expect_no("Freelancer (2022")?
            .expect("Web designer")?;
    }
    Ok(())
}

#[tokio::test]
async fn a_piece_of_work_is_a_link_that_says_where_it_leads() -> anyhow::Result<()> {
    for (app, platform) in worlds().await? {
        let mut ana = freelancer(&app, platform, "Ana P.").await?;
        add_item(&mut ana, BAKERY).await?;
        ana.expect("A bakery's shop")?.expect("Webflow, Figma")?.expect("To be seen: Three loaves")?;
        ana.press("Change").await?.press("Change").await?.fill(&[("Its title", "A baker's shop")]).await?;
        ana.expect("A baker's shop")?.expect("Three loaves")?;

        let mut kite = client(&app, platform, "Kite Studio").await?;
        kite.run_on("/profile view", "user", ana.identity()).await?.expect("A baker's shop")?;
        let bot_core::ui::reply::Reply::View { view, .. } = kite.answer() else { anyhow::bail!("no card") };
        let open = view.all_buttons().find(|button| button.label == "Open example.com");
        let address = open.map(|button| button.press.clone());
        assert_eq!(address, Some(Press::Open("https://www.example.com/bakery".to_owned())));
    }
    Ok(())
}

#[tokio::test]
async fn a_link_nobody_should_follow_is_refused_with_a_reason() -> anyhow::Result<()> {
    let app = TestApp::sqlite().await?;
    let mut ana = freelancer(&app, Platform::Telegram, "Ana P.").await?;
    ana.run("/profile edit section:portfolio")
        .await?
        .press("Add a piece of work")
        .await?
        .say("My work")
        .await?;
    ana.say("http://localhost/admin").await?.expect("a page on the open web")?;
    ana.say("https://bank.com@evil.example").await?.expect("a name or a password in it")?;
    ana.say("example.com").await?.expect("What did you do?")?;
    Ok(())
}

#[tokio::test]
async fn a_portfolio_holds_twelve_and_says_so() -> anyhow::Result<()> {
    let app = TestApp::sqlite().await?;
    let mut ana = freelancer(&app, Platform::Discord, "Ana P.").await?;
    for number in 1..=12 {
        app.clock.advance_millis(1_000);
        let title = format!("Piece {number}");
        add_item(&mut ana, &[("Its title", title.as_str()), ("Its link", "example.com")]).await?;
    }
    ana.expect("Page 1 of 3")?;
    assert!(ana.find("Add a piece of work").is_err(), "there is no room for more");
    ana.run("/profile view").await?.press("See all work").await?.expect("Piece 12")?.press("Next").await?;
    ana.expect("Piece 7")?;
    Ok(())
}
