//! A profile: seen by oneself and by others, changed a section at a time.

use bot_core::domain::identity::Platform;
use bot_testing::{TestApp, TestChat};

use super::kit::{client, freelancer, mend, other, person, worlds};

/// Changes one section and comes back to the card.
async fn change(chat: &mut TestChat<'_>, part: &str, label: &str, value: &str) -> anyhow::Result<()> {
    chat.run("/profile view").await?.press("Change something").await?.press(part).await?;
    chat.fill(&[(label, value)]).await?;
    Ok(())
}

#[tokio::test]
async fn every_section_is_changed_and_seen_by_others() -> anyhow::Result<()> {
    for (app, platform) in worlds().await? {
        let mut ana = freelancer(&app, platform, "Ana P.").await?;
        ana.run("/profile edit").await?.press("Skills").await?.press("Type the list").await?;
        ana.fill(&[("Your skills", "webflow, figma expert, react senior 6y")]).await?;
        ana.expect("Figma (expert)")?.expect("React (senior, 6 years)")?;
        change(&mut ana, "Headline", "One line", "Sites that small shops can edit").await?;
        ana.expect("Sites that small shops can edit")?;
        change(&mut ana, "Rate", "Your usual rate", "45 EUR/h").await?;
        ana.expect("Usual rate: 45 EUR an hour")?;
        change(&mut ana, "Languages", "Languages", "English fluent, German B2, Portuguese native").await?;
        ana.expect("Languages: English fluent, German good, Portuguese native")?;
        ana.run("/profile edit").await?.press("Place").await?;
        ana.fill(&[("Your city", "Porto"), ("How far", "50 km")]).await?;
        ana.expect("Place: Porto, PT; remote, or up to 50 km away")?;
        ana.run("/profile edit").await?.press("No remote work").await?.expect("on site only")?;
        change(&mut ana, "About me", "About you", "I keep to dates.").await?;
        ana.expect("I keep to dates.")?.expect("85 % complete")?;

        let mut kite = client(&app, platform, "Kite Studio").await?;
        kite.run_on("/profile view", "user", ana.identity()).await?;
        kite.expect("Ana P.")?.expect("Sites that small shops can edit")?.expect("45 EUR an hour")?;
        kite.expect("React (senior, 6 years)")?.expect("English fluent")?.expect("I keep to dates.")?;
        kite.expect("No reviews yet")?
            .expect_no("Change something")?
            .expect_no("complete")?
            .find("Report")?;
    }
    Ok(())
}

#[tokio::test]
async fn a_section_that_cannot_be_read_is_asked_again() -> anyhow::Result<()> {
    for (app, platform) in worlds().await? {
        let mut ana = freelancer(&app, platform, "Ana P.").await?;
        change(&mut ana, "Rate", "Your usual rate", "45").await?;
        ana.expect("Which currency?")?;
        mend(&mut ana, ("Your usual rate", "45 USD/h")).await?;
        ana.expect("45 USD an hour")?;
        change(&mut ana, "Languages", "Languages", "English, Klingon").await?;
        ana.expect("I don't know the language \"Klingon\"")?;
        mend(&mut ana, ("Languages", "English")).await?;
        ana.expect("English fluent")?;
    }
    Ok(())
}

#[tokio::test]
async fn a_rate_and_a_place_are_taken_away_again() -> anyhow::Result<()> {
    let app = TestApp::sqlite().await?;
    let mut ana = freelancer(&app, Platform::Telegram, "Ana P.").await?;
    change(&mut ana, "Rate", "Your usual rate", "45 EUR/h").await?;
    change(&mut ana, "Rate", "Your usual rate", "-").await?;
    ana.expect_no("45 EUR")?;
    ana.run("/profile edit").await?.press("Place").await?.fill(&[("Your city", "-")]).await?;
    ana.expect_no("Lisbon")?;
    Ok(())
}

#[tokio::test]
async fn a_change_of_town_keeps_who_works_remotely() -> anyhow::Result<()> {
    let app = TestApp::sqlite().await?;
    let mut ana = freelancer(&app, Platform::Discord, "Ana P.").await?;
    ana.run("/profile edit section:place")
        .await?
        .press("Place")
        .await?
        .fill(&[("Your city", "Nowhereville")])
        .await?;
    ana.expect("I don't know that town")?;
    mend(&mut ana, ("Your city", "Porto, Portugal")).await?;
    ana.expect("Porto")?;
    Ok(())
}

#[tokio::test]
async fn somebody_who_was_never_here_has_no_profile() -> anyhow::Result<()> {
    let app = TestApp::sqlite().await?;
    let mut kite = client(&app, Platform::Discord, "Kite Studio").await?;
    let stranger = person(&app, Platform::Discord, "Stranger");
    kite.run_on("/profile view", "user", stranger.identity()).await?.expect("Not here yet")?;
    kite.press("See my profile").await?.expect("Kite Studio")?;
    let mut noor = person(&app, other(Platform::Discord), "Noor");
    noor.run("/profile view").await?.expect("Three skills are enough to be found")?;
    Ok(())
}
