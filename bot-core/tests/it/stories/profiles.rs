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
        change(&mut ana, "Skills", "Your skills", "webflow, figma, react").await?;
        ana.expect("Skills: Webflow, Figma, React")?;
        change(&mut ana, "Headline", "One line", "Sites that small shops can edit").await?;
        ana.expect("Sites that small shops can edit")?;
        change(&mut ana, "Rate", "Your usual rate", "45 EUR/h").await?;
        ana.expect("Usual rate: 45 EUR an hour")?;
        change(&mut ana, "Place", "Your city", "Porto").await?;
        ana.expect("Place: Porto")?;
        change(&mut ana, "Hours a week", "Hours a week", "25").await?;
        ana.expect("free now, 25 h a week")?;

        let mut kite = client(&app, platform, "Kite Studio").await?;
        kite.run_on("/profile view", "user", ana.identity()).await?;
        kite.expect("Ana P.")?.expect("Sites that small shops can edit")?.expect("45 EUR an hour")?;
        kite.expect("No reviews yet")?.expect_no("Change something")?.find("Report")?;
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
        change(&mut ana, "Hours a week", "Hours a week", "lots").await?;
        ana.expect("a whole number from 0 to 80")?;
        mend(&mut ana, ("Hours a week", "30")).await?;
        ana.expect("30 h a week")?;
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
    change(&mut ana, "Place", "Your city", "-").await?;
    ana.expect_no("Lisbon")?;
    Ok(())
}

#[tokio::test]
async fn the_same_skill_written_twice_is_one() -> anyhow::Result<()> {
    let app = TestApp::sqlite().await?;
    let mut ana = freelancer(&app, Platform::Discord, "Ana P.").await?;
    change(&mut ana, "Skills", "Your skills", "Basketweaving, figma, basketweaving, Figma").await?;
    ana.expect("Skills: basketweaving, Figma")?;
    Ok(())
}

#[tokio::test]
async fn availability_is_one_choice() -> anyhow::Result<()> {
    for (app, platform) in worlds().await? {
        let mut ana = freelancer(&app, platform, "Ana P.").await?;
        ana.run("/profile edit section:availability").await?.expect("When can you work?")?;
        ana.pick(&["Limited"]).await?.expect("little time, 8 h a week")?;
        ana.run("/profile edit").await?.pick(&["Not available"]).await?.expect("not available")?;
        ana.run("/profile edit").await?.pick(&["Available now"]).await?.expect("free now, 20 h a week")?;
    }
    Ok(())
}

#[tokio::test]
async fn hours_that_were_told_survive_a_change_of_status() -> anyhow::Result<()> {
    let app = TestApp::sqlite().await?;
    let mut ana = freelancer(&app, Platform::Discord, "Ana P.").await?;
    change(&mut ana, "Hours a week", "Hours a week", "35").await?;
    ana.run("/profile edit").await?.pick(&["Available soon"]).await?.expect("free soon, 35 h a week")?;
    change(&mut ana, "Hours a week", "Hours a week", "30").await?;
    ana.expect("free soon, 30 h a week")?;
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
