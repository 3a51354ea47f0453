//! Being safe: reporting, blocking, and knowing who runs this.

use bot_core::domain::identity::Platform;
use bot_testing::TestApp;

use super::kit::{client, freelancer, other, person, post, post_titled, propose, worlds};

#[tokio::test]
async fn a_report_is_a_short_form_that_only_moderators_read() -> anyhow::Result<()> {
    for (app, platform) in worlds().await? {
        let mut ana = freelancer(&app, platform, "Ana P.").await?;
        let mut kite = client(&app, other(platform), "Kite Studio").await?;
        post(&mut kite).await?;
        ana.next_notice().await?.press("Details").await?.press("Report").await?;
        ana.fill(&[("What happened?", "They want a fee first.")]).await?.expect("The moderators have it")?;
        assert_eq!(kite.unread().await?, 0, "nobody tells the other side");
        let reports = app.database().contents().await?.remove("reports").unwrap_or_default();
        assert_eq!(reports.len(), 1);
        assert!(reports[0].contains("|request|") && !reports[0].contains("fee"), "sealed: {}", reports[0]);
    }
    Ok(())
}

#[tokio::test]
async fn a_report_names_a_person_a_proposal_or_a_contract() -> anyhow::Result<()> {
    let app = TestApp::sqlite().await?;
    let mut ana = freelancer(&app, Platform::Discord, "Ana P.").await?;
    let mut kite = client(&app, Platform::Discord, "Kite Studio").await?;
    kite.run_on("/report", "user", ana.identity())
        .await?
        .expect("only they")?
        .press("Say what happened")
        .await?;
    kite.fill(&[("What happened?", "Rude.")]).await?.expect("Thank you")?;
    post(&mut kite).await?;
    propose(&mut ana).await?;
    let proposal = kite.suggestions("report", "reference", "landing").await;
    kite.run(&format!("/report reference:{}", proposal[0].value)).await?.press("Say what happened").await?;
    kite.fill(&[("What happened?", "Copied text.")]).await?.expect("Thank you")?;
    kite.next_notice().await?.press("Accept").await?.press("Accept").await?;
    ana.next_notice().await?.press("Report").await?.fill(&[("What happened?", "No answer.")]).await?;
    ana.expect("Thank you")?;
    let reports = app.database().contents().await?.remove("reports").unwrap_or_default();
    let kinds: Vec<bool> = ["|account|", "|proposal|", "|contract|"]
        .iter()
        .map(|kind| reports.iter().any(|row| row.contains(kind)))
        .collect();
    assert_eq!(kinds, [true; 3], "{reports:?}");
    kite.run("/report").await?.expect("Press \"Report\" on the profile")?.press("How things work").await?;
    kite.run("/report reference:NOTHING1").await?.expect("Press \"Report\" on the profile")?;
    Ok(())
}

#[tokio::test]
async fn whoever_is_blocked_sees_and_hears_nothing_more() -> anyhow::Result<()> {
    for (app, platform) in worlds().await? {
        let mut ana = freelancer(&app, platform, "Ana P.").await?;
        let mut kite = client(&app, platform, "Kite Studio").await?;
        post(&mut kite).await?;
        ana.next_notice().await?;
        let details = ana.find("Details")?;
        let propose = ana.find("Propose")?;
        kite.run_on("/profile view", "user", ana.identity()).await?;
        kite.press("Block").await?.expect("You won't see or hear of each other")?;

        ana.press_token(details).await?.expect("Not available")?;
        ana.press_token(propose).await?.expect("Not available")?;
        ana.run("/matches show").await?.expect_no("Landing page in Webflow")?;
        ana.run_on("/profile view", "user", kite.identity()).await?.expect("Not available")?;
        kite.run_on("/profile view", "user", ana.identity()).await?.expect("Not available")?;
        kite.run("/request list")
            .await?
            .press("Open")
            .await?
            .press("Who fits?")
            .await?
            .expect_no("Ana P.")?;
        post_titled(&mut kite, "Another page").await?;
        assert_eq!(ana.unread().await?, 0, "nothing of a blocked person is told");
    }
    Ok(())
}

#[tokio::test]
async fn a_block_ends_what_was_being_talked_about() -> anyhow::Result<()> {
    for (app, platform) in worlds().await? {
        let mut ana = freelancer(&app, platform, "Ana P.").await?;
        let mut kite = client(&app, other(platform), "Kite Studio").await?;
        post(&mut kite).await?;
        propose(&mut ana).await?;
        kite.next_notice().await?;
        let accept = kite.find("Accept")?;
        kite.press("Profile").await?.press("Block").await?;
        let undo = kite.find("Undo")?;

        kite.run("/proposal list").await?.expect_no("Ana P.")?.expect("There are none yet")?;
        kite.run("/dashboard").await?.expect_no("Ana P.")?;
        kite.press_token(accept).await?.expect("Not available")?;
        ana.run("/proposal list").await?.expect_no("Kite Studio")?;
        ana.run("/dashboard").await?.expect_no("Kite Studio")?;
        kite.run("/request list")
            .await?
            .press("Open")
            .await?
            .press("Close it")
            .await?
            .pick(&["Another reason"])
            .await?;
        assert_eq!(ana.unread().await?, 0, "not even that the request was closed");
        kite.press_token(undo).await?.expect("No longer blocked")?;
        kite.run("/proposal list").await?.expect("Ana P.")?;
    }
    Ok(())
}

#[tokio::test]
async fn what_two_people_agreed_on_outlives_a_block() -> anyhow::Result<()> {
    let app = TestApp::sqlite().await?;
    let mut ana = freelancer(&app, Platform::Telegram, "Ana P.").await?;
    let mut kite = client(&app, Platform::Discord, "Kite Studio").await?;
    post(&mut kite).await?;
    propose(&mut ana).await?;
    kite.next_notice().await?.press("Accept").await?.press("Accept").await?;
    let mut see = kite;
    see.run("/proposal list").await?.press("Open").await?.expect("You accepted it")?;
    let account = ana.find("Take it back").is_ok();
    assert!(account, "Ana still looks at the card from before");
    ana.next_notice().await?;
    ana.run("/contract list").await?.expect("Kite Studio")?;
    Ok(())
}

#[tokio::test]
async fn nobody_blocks_themselves() -> anyhow::Result<()> {
    let app = TestApp::sqlite().await?;
    let mut ana = freelancer(&app, Platform::Discord, "Ana P.").await?;
    ana.run_on("/profile view", "user", &ana.identity().clone()).await?;
    assert!(ana.find("Block").is_err(), "one's own card has other buttons");
    Ok(())
}

#[tokio::test]
async fn privacy_and_terms_name_who_answers_for_them() -> anyhow::Result<()> {
    use bot_core::services::{Operator, Rules};
    let operator = Operator {
        name: "Harbour Collective".to_owned(),
        contact: "hello@harbour.example".to_owned(),
        country: "Portugal".to_owned(),
    };
    let app = TestApp::with_rules(Rules { operator, ..Rules::default() }).await?;
    for platform in Platform::ALL {
        let mut noor = person(&app, platform, "Noor");
        noor.run("/start").await?.press("Privacy").await?;
        noor.expect("Harbour Collective")?
            .expect("hello@harbour.example")?
            .expect("Delete your account here")?;
        noor.press("Terms").await?.expect("Harbour Collective")?.expect("The law of Portugal applies")?;
        noor.run("/terms").await?.expect("Never send an advance fee")?;
        noor.run("/privacy").await?.find("Delete my account")?;
    }
    Ok(())
}
