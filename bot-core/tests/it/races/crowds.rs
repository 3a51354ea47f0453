//! Many at once: posted once, thirty proposals all kept, edits that don't tear.

use bot_core::domain::identity::Platform;
use bot_core::ui::action::Token;
use bot_core::ui::interaction::Input;

use super::kit::{engines, press, race, saying};
use crate::stories::kit::{LANDING_PAGE, client, freelancer, post};

/// How many propose at once.
const CROWD: usize = 30;

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_request_published_twice_is_out_once() -> anyhow::Result<()> {
    for app in engines().await? {
        let mut ana = freelancer(&app, Platform::Telegram, "Ana P.").await?;
        let mut kite = client(&app, Platform::Discord, "Kite Studio").await?;
        let publish = kite.run("/request post").await?.fill(LANDING_PAGE).await?.find("Publish")?;
        let starts = (0..4).map(|n| press(&kite, &format!("publish{n}"), &publish)).collect();
        let answers = race(&app, starts).await?;
        assert_eq!(saying(&answers, "# It's out"), 1, "{answers:?}");
        assert_eq!(saying(&answers, "Open to proposals until"), 3, "{answers:?}");
        ana.next_notice().await?.expect("A strong match")?;
        assert_eq!(ana.unread().await?, 0);
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn thirty_people_propose_at_once_and_all_are_heard() -> anyhow::Result<()> {
    for app in engines().await? {
        let mut kite = client(&app, Platform::Discord, "Kite Studio").await?;
        let mut crowd = Vec::new();
        for number in 0..CROWD {
            crowd.push(freelancer(&app, Platform::Telegram, &format!("Person {number}")).await?);
        }
        post(&mut kite).await?;
        let mut starts = Vec::new();
        for (number, person) in crowd.iter_mut().enumerate() {
            let send = person.next_notice().await?.press("Propose").await?.find("Send")?;
            starts.push(press(person, &format!("send{number}"), &send));
        }
        let answers = race(&app, starts).await?;
        assert_eq!(saying(&answers, "Sent. It is Kite Studio's move"), CROWD, "{answers:?}");
        assert_eq!(kite.unread().await?, 3, "the first few at once");
        app.later(bot_core::domain::time::HOUR_MS).await?;
        for _ in 0..3 {
            kite.next_notice().await?.expect("is waiting for your answer")?;
        }
        kite.next_notice().await?.expect("27 things are new")?.expect("And 22 more.")?;
        kite.run("/request list").await?.press("Open").await?.expect("30 proposals to answer")?;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn one_person_pressing_propose_many_times_has_one_proposal() -> anyhow::Result<()> {
    for app in engines().await? {
        let mut ana = freelancer(&app, Platform::Telegram, "Ana P.").await?;
        let mut kite = client(&app, Platform::Discord, "Kite Studio").await?;
        post(&mut kite).await?;
        let propose = ana.next_notice().await?.find("Propose")?;
        let starts = (0..5).map(|n| press(&ana, &format!("propose{n}"), &propose)).collect();
        let answers = race(&app, starts).await?;
        assert_eq!(saying(&answers, "Not sent yet. Your move."), 5, "{answers:?}");
        ana.run("/proposal list").await?.expect("Your proposal")?;
        assert_eq!(ana.sees().matches("Landing page in Webflow").count(), 1);
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn sections_of_a_profile_changed_at_once_are_all_kept() -> anyhow::Result<()> {
    for app in engines().await? {
        let mut ana = freelancer(&app, Platform::Discord, "Ana P.").await?;
        let changes = [
            ("headline", "Sites that last"),
            ("rate", "45 EUR/h"),
            ("place", "Porto"),
            ("langs", "English fluent"),
        ];
        let starts = changes.map(|(part, value)| {
            let key = Token::verb("prf-edit").with(part).at(0).encode();
            let values = [(part.to_owned(), value.to_owned())].into();
            ana.interaction(format!("race:{part}"), Input::Submit { key, values })
        });
        race(&app, starts.to_vec()).await?;
        ana.run("/profile view").await?.expect("Sites that last")?.expect("45 EUR an hour")?;
        ana.expect("Porto")?.expect("English")?.expect("Webflow, Figma")?;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn somebody_new_who_taps_twice_is_one_person() -> anyhow::Result<()> {
    for app in engines().await? {
        let mut noor = app.on_telegram("Noor");
        let start = |n: i32| {
            let input = Input::Command { path: "start".to_owned(), args: std::collections::BTreeMap::new() };
            noor.interaction(format!("race:start{n}"), input)
        };
        let answers = race(&app, (0..4).map(start).collect()).await?;
        assert_eq!(saying(&answers, "Welcome, Noor"), 4, "{answers:?}");
        noor.run("/start role:client").await?.expect("You're set")?;
        noor.run("/settings").await?.expect("*I hire")?;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn settings_changed_at_once_are_all_kept() -> anyhow::Result<()> {
    for app in engines().await? {
        let mut ana = freelancer(&app, Platform::Discord, "Ana P.").await?;
        let pick = |verb: &str, value: &str| {
            let input = Input::Action { action: Token::verb(verb), picked: vec![value.to_owned()] };
            ana.interaction(format!("race:{verb}"), input)
        };
        let starts = vec![pick("set-quiet", "long"), pick("set-roles", "both"), pick("set-stop", "")];
        race(&app, starts).await?;
        ana.run("/settings")
            .await?
            .expect("20:00 to 09:00")?
            .expect("*Both")?
            .expect("Match messages: off")?;
    }
    Ok(())
}
