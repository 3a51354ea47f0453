//! Skills: typed as a list with level and years, and changed one at a time.

use bot_core::domain::identity::Platform;
use bot_testing::{TestApp, TestChat};

use super::kit::{freelancer, worlds};

async fn type_list(ana: &mut TestChat<'_>, list: &str) -> anyhow::Result<()> {
    ana.run("/profile edit").await?.press("Skills").await?.press("Type the list").await?;
    ana.fill(&[("Your skills", list)]).await?;
    Ok(())
}

#[tokio::test]
async fn one_skill_gets_a_level_and_years_without_typing() -> anyhow::Result<()> {
    for (app, platform) in worlds().await? {
        let mut ana = freelancer(&app, platform, "Ana P.").await?;
        ana.run("/profile edit").await?.press("Skills").await?.pick(&["Webflow"]).await?;
        ana.expect("How well do you know it")?.pick(&["Senior"]).await?.pick(&["6 years"]).await?;
        ana.expect("Webflow (senior, 6 years)")?.press("Done").await?.expect("Webflow (senior, 6 years)")?;
        ana.pick(&["Figma"]).await?.press("Remove this skill").await?.expect_no("Figma")?;
        ana.run("/profile view").await?.expect("Skills: Webflow (senior, 6 years)")?;
    }
    Ok(())
}

#[tokio::test]
async fn a_button_of_an_earlier_list_changes_nothing() -> anyhow::Result<()> {
    let app = TestApp::sqlite().await?;
    let mut ana = freelancer(&app, Platform::Discord, "Ana P.").await?;
    ana.run("/profile edit").await?.press("Skills").await?.pick(&["Webflow"]).await?;
    let old = ana.find("Remove this skill")?;
    type_list(&mut ana, "react, figma").await?;
    ana.press_token(old).await?.expect("Something changed in between")?;
    ana.run("/profile view").await?.expect("Skills: React, Figma")?;
    Ok(())
}

#[tokio::test]
async fn an_unknown_word_stays_or_becomes_what_was_meant() -> anyhow::Result<()> {
    for (app, platform) in worlds().await? {
        let mut ana = freelancer(&app, platform, "Ana P.").await?;
        type_list(&mut ana, "Basketweaving 3y, Webflwo, figma, basketweaving, Figma").await?;
        ana.expect("Some of these words are new to me")?.expect("basketweaving (3 years)")?;
        ana.pick(&["Webflow instead of webflwo"]).await?.expect("Webflow")?.expect_no("webflwo")?;
        ana.run("/profile view").await?.expect("Skills: basketweaving (3 years), Webflow, Figma")?;
    }
    Ok(())
}
