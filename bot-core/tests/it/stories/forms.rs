//! Forms: nothing typed is ever lost, whatever comes in between.

use bot_core::domain::identity::Platform;
use bot_core::ui::interaction::Input;
use bot_testing::TestApp;

use super::kit::{LANDING_PAGE, client, freelancer, mend, post, worlds};

#[tokio::test]
async fn a_half_filled_form_survives_a_restart() -> anyhow::Result<()> {
    for (app, platform) in worlds().await? {
        let mut kite = client(&app, platform, "Kite Studio").await?;
        kite.run("/request post").await?;
        if platform == Platform::Discord {
            let mut unreadable = LANDING_PAGE.to_vec();
            unreadable[3].1 = "800-1200 doubloons";
            kite.fill(&unreadable).await?;
        } else {
            kite.say("Landing page in Webflow").await?.say("5 sections, responsive.").await?;
        }

        let again = app.restart().await?;
        let mut kite = kite.over(&again);
        kite.run("/dashboard").await?.expect("A form you began")?.press("Continue").await?;
        if platform == Platform::Discord {
            kite.expect("Landing page in Webflow")?;
            kite.fill(&[("Budget", "800-1200 EUR")]).await?;
        } else {
            kite.expect("Step 3 of 5")?.fill(&LANDING_PAGE[2..]).await?;
        }
        kite.expect("Landing page in Webflow")?.expect("800 EUR – 1,200 EUR")?.press("Publish").await?;
        kite.expect("It's out")?;
    }
    Ok(())
}

#[tokio::test]
async fn an_open_prompt_survives_a_restart_and_takes_the_next_message() -> anyhow::Result<()> {
    let app = TestApp::sqlite().await?;
    let mut kite = client(&app, Platform::Telegram, "Kite Studio").await?;
    kite.run("/request post").await?.say("Landing page in Webflow").await?;
    let again = app.restart().await?;
    let mut kite = kite.over(&again);
    kite.say("5 sections, responsive.").await?.expect("Step 3 of 5")?;
    Ok(())
}

#[tokio::test]
async fn prompts_go_back_and_forth_with_everything_kept() -> anyhow::Result<()> {
    let app = TestApp::sqlite().await?;
    let mut kite = client(&app, Platform::Telegram, "Kite Studio").await?;
    kite.run("/request post").await?.expect("Step 1 of 5")?.expect("For example: Landing page")?;
    assert!(kite.find("Skip").is_err(), "a title is needed");
    assert!(kite.find("Back").is_err(), "there is nothing before the first step");
    kite.say("Landing page").await?.say("5 sections.").await?.expect("Step 3 of 5")?;
    kite.press("Back").await?.expect("Step 2 of 5")?.expect("Now: 5 sections.")?;
    kite.press("Back").await?.expect("Now: Landing page")?.say("Landing page in Webflow").await?;
    kite.expect("Now: 5 sections.")?.press("Skip").await?.expect("Step 3 of 5")?;
    kite.say("webflow")
        .await?
        .say("not sure")
        .await?
        .expect("Step 5 of 5")?
        .expect("You can skip this one")?;
    kite.press("Skip")
        .await?
        .expect("# Landing page in Webflow")?
        .expect("5 sections.")?
        .expect("no date set")?;
    Ok(())
}

#[tokio::test]
async fn what_cannot_be_read_is_skipped_only_where_it_is_not_needed() -> anyhow::Result<()> {
    let app = TestApp::sqlite().await?;
    let mut kite = client(&app, Platform::Telegram, "Kite Studio").await?;
    kite.run("/request post")
        .await?
        .say("Landing page")
        .await?
        .say("5 sections.")
        .await?
        .say("webflow")
        .await?;
    kite.say("800 doubloons").await?.expect("Which currency?")?;
    assert!(kite.find("Skip").is_err(), "a budget is needed");
    kite.say("800 EUR").await?.say("by 1 January 2020").await?.expect("That date has passed already")?;
    kite.press("Skip").await?.expect("# Landing page")?.expect("no date set")?;
    Ok(())
}

#[tokio::test]
async fn a_cancelled_form_changes_nothing_and_keeps_its_draft() -> anyhow::Result<()> {
    let app = TestApp::sqlite().await?;
    let mut kite = client(&app, Platform::Telegram, "Kite Studio").await?;
    kite.run("/request post").await?.say("Landing page in Webflow").await?.press("Cancel").await?;
    kite.expect("kept as a draft for 14 days")?;
    kite.say("hello?").await?.expect("I didn't catch that")?;
    kite.press("Open my dashboard").await?.expect("A form you began")?.press("Continue").await?;
    kite.expect("Step 2 of 5")?.press("Back").await?.expect("Now: Landing page in Webflow")?;
    kite.run("/cancel").await?.expect("Stopped")?;
    Ok(())
}

#[tokio::test]
async fn a_command_in_the_middle_closes_the_prompt_and_keeps_the_draft() -> anyhow::Result<()> {
    let app = TestApp::sqlite().await?;
    let mut kite = client(&app, Platform::Telegram, "Kite Studio").await?;
    kite.run("/request post").await?.say("Landing page in Webflow").await?;
    kite.run("/help").await?.say("what now?").await?.expect("I didn't catch that")?;
    kite.run("/newrequest_is_no_command").await?.expect("I didn't catch that")?;
    kite.run("/request post").await?.expect("Step 2 of 5")?;
    kite.fill(&LANDING_PAGE[1..]).await?.expect("# Landing page in Webflow")?;
    kite.press("Publish").await?;
    kite.run("/dashboard").await?.expect_no("A form you began")?;
    Ok(())
}

#[tokio::test]
async fn a_form_of_somebody_elses_is_not_opened() -> anyhow::Result<()> {
    let app = TestApp::sqlite().await?;
    let mut ana = freelancer(&app, Platform::Telegram, "Ana P.").await?;
    let mut kite = client(&app, Platform::Discord, "Kite Studio").await?;
    post(&mut kite).await?;
    ana.next_notice().await?.press("Propose").await?;
    let edit = ana.find("Edit")?;
    kite.press_token(edit).await?.expect("Not available")?;
    Ok(())
}

#[tokio::test]
async fn a_form_whose_subject_is_gone_says_so() -> anyhow::Result<()> {
    for (app, platform) in worlds().await? {
        let mut kite = client(&app, platform, "Kite Studio").await?;
        kite.run("/request post").await?.fill(LANDING_PAGE).await?;
        let publish = kite.find("Publish")?;
        kite.press(if platform == Platform::Discord { "Edit" } else { "Title" }).await?;
        kite.press_token(publish).await?.expect("It's out")?;
        kite.run("/dashboard").await?.expect_no("A form you began")?;
    }
    Ok(())
}

#[tokio::test]
async fn what_is_too_long_is_named_and_kept() -> anyhow::Result<()> {
    for (app, platform) in worlds().await? {
        let mut kite = client(&app, platform, "Kite Studio").await?;
        let long = "A landing page ".repeat(10);
        let mut fields = LANDING_PAGE.to_vec();
        fields[0].1 = &long;
        kite.run("/request post").await?.fill(&fields).await?.expect("Title is longer than 80 characters")?;
        match platform {
            Platform::Discord => mend(&mut kite, LANDING_PAGE[0]).await?,
            Platform::Telegram => {
                kite.say(LANDING_PAGE[0].1).await?.fill(&LANDING_PAGE[1..]).await?;
            }
        }
        kite.expect("# Landing page in Webflow")?;
    }
    Ok(())
}

#[tokio::test]
async fn after_a_crash_an_answer_counts_once_and_the_page_behind_it_is_asked() -> anyhow::Result<()> {
    let app = TestApp::sqlite().await?;
    let mut kite = client(&app, Platform::Telegram, "Kite Studio").await?;
    kite.run("/request post").await?.say("Landing page in Webflow").await?;
    let text = "5 sections, responsive.".to_owned();
    let input = Input::Message { text, location: None, reply_to: None };
    let answer = kite.interaction("telegram:interrupted".to_owned(), input);
    let asked = app.app.handle(answer.clone()).await;
    // what the answer's row says was done is all that the next process knows
    let asked_again = app.app.resume(&answer, Some("form")).await;
    assert_eq!(asked, asked_again);
    kite.say("webflow").await?.expect("Step 4 of 5")?;
    Ok(())
}
