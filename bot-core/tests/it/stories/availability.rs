//! One's time: status, hours, a start, room, and being away.

use bot_core::domain::identity::Platform;
use bot_testing::TestApp;

use super::kit::{client, days, freelancer, mend, worlds};

#[tokio::test]
async fn availability_is_one_choice_and_hours_are_kept_as_far_as_they_fit() -> anyhow::Result<()> {
    for (app, platform) in worlds().await? {
        let mut ana = freelancer(&app, platform, "Ana P.").await?;
        ana.run("/availability set").await?.expect("free now, 20 h a week")?;
        ana.pick(&["Limited"]).await?.expect("little time, 8 h a week")?;
        ana.run("/profile edit section:availability").await?.pick(&["Not available"]).await?;
        ana.expect("Time: not available")?.pick(&["Available now"]).await?.expect("free now, 20 h a week")?;
        ana.press("Hours a week").await?.fill(&[("Hours a week", "lots")]).await?;
        ana.expect("a whole number from 0 to 80")?;
        mend(&mut ana, ("Hours a week", "30")).await?;
        ana.expect("free now, 30 h a week")?;
        ana.press("Free from").await?.fill(&[("Free from", "1 December")]).await?;
        ana.expect("free from 1 December, 30 h a week")?;
        ana.press("How much at once").await?.fill(&[("How many", "2")]).await?;
        ana.expect("up to 2 contracts at a time")?;
        ana.run("/profile view")
            .await?
            .expect("free from 1 December, 30 h a week; up to 2 contracts at a time")?;
    }
    Ok(())
}

#[tokio::test]
async fn a_command_says_it_all_at_once() -> anyhow::Result<()> {
    let app = TestApp::sqlite().await?;
    let mut ana = freelancer(&app, Platform::Discord, "Ana P.").await?;
    ana.run("/availability set status:soon from:2026-12-10")
        .await?
        .expect("free from 10 December, 20 h a week")?;
    ana.run("/availability set status:now").await?.expect("free now, 20 h a week")?;
    ana.run("/availability set status:soon from:whenever").await?.expect("I need a day from today on")?;
    ana.run("/availability away until:10 January message:Hiking").await?;
    ana.expect("away until 11 January")?.expect("Hiking")?;
    ana.run("/availability away until:1 December from:20 December").await?.expect("I need a day")?;
    Ok(())
}

#[tokio::test]
async fn whoever_looks_meanwhile_reads_the_reply_and_the_absence_ends_by_itself() -> anyhow::Result<()> {
    for (app, platform) in worlds().await? {
        let mut ana = freelancer(&app, platform, "Ana P.").await?;
        ana.run("/availability set").await?.press("I'll be away").await?;
        let fields = [
            ("Your last day", "5 December"),
            ("Your first day", "27 November"),
            ("What people", "Back on the 6th"),
        ];
        ana.fill(&fields).await?;
        ana.expect("free now, 20 h a week")?
            .expect("away from 27 November to 6 December")?
            .expect("Back on the 6th")?;

        let mut kite = client(&app, platform, "Kite Studio").await?;
        kite.run_on("/profile view", "user", ana.identity()).await?.expect("away from 27 November")?;
        app.later(days(4)).await?;
        kite.run_on("/profile view", "user", ana.identity()).await?;
        kite.expect("Time: away until 6 December")?.expect("Back on the 6th")?;
        app.later(days(9)).await?;
        kite.run_on("/profile view", "user", ana.identity()).await?;
        kite.expect("Time: free now, 20 h a week")?.expect_no("Back on the 6th")?;
    }
    Ok(())
}

#[tokio::test]
async fn an_absence_is_taken_back_with_one_tap() -> anyhow::Result<()> {
    let app = TestApp::sqlite().await?;
    let mut ana = freelancer(&app, Platform::Telegram, "Ana P.").await?;
    ana.run("/availability set").await?.press("I'll be away").await?;
    ana.fill(&[("Your last day", "5 December")]).await?.expect("away until 6 December")?;
    ana.press("I'm back").await?.expect("free now, 20 h a week")?.expect_no("away until")?;
    Ok(())
}
