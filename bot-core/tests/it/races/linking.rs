//! Races around a link: one code, one meeting, one merging.
//!
//! And "not me" in time or not at all.

use bot_core::domain::identity::Platform;
use bot_core::services::{Call, link as links};
use bot_core::ui::action::Token;
use bot_core::ui::interaction::{Input, Interaction};
use bot_testing::{TestApp, TestChat};

use super::kit::{engines, press, race, saying};
use crate::stories::kit::{client, days, freelancer, person, post};
use crate::stories::linking::{code_of, link};

fn says(chat: &TestChat<'_>, event: &str, text: &str) -> Interaction {
    let input = Input::Message { text: text.to_owned(), location: None, reply_to: None };
    chat.interaction(format!("race:{event}"), input)
}

/// How many links stand in `state`.
async fn standing(app: &TestApp, state: &str) -> anyhow::Result<usize> {
    let contents = app.database().contents().await?;
    Ok(contents["links"].iter().filter(|row| row.split('|').nth(1) == Some(state)).count())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_code_typed_by_many_at_once_is_met_once() -> anyhow::Result<()> {
    for app in engines().await? {
        let mut one = client(&app, Platform::Discord, "One").await?;
        one.run("/link").await?;
        let code = code_of(&one)?;
        let mut crowd = Vec::new();
        for number in 0..8 {
            let mut chat = person(&app, Platform::Telegram, &format!("Person {number}"));
            chat.run("/start").await?;
            crowd.push(chat);
        }
        let starts =
            crowd.iter().enumerate().map(|(n, chat)| says(chat, &format!("code{n}"), &code)).collect();
        let answers = race(&app, starts).await?;
        assert_eq!(saying(&answers, "# Is this you?"), 1, "{answers:?}");
        assert_eq!(saying(&answers, "# There is no such code"), 7, "{answers:?}");
        assert_eq!(one.unread().await?, 1, "asked once");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn five_wrong_codes_are_five_however_many_come_at_once() -> anyhow::Result<()> {
    for app in engines().await? {
        let mut guesser = person(&app, Platform::Telegram, "Guesser");
        guesser.run("/start").await?;
        let starts = (10..40).map(|n| says(&guesser, &format!("guess{n}"), &format!("ABCD-EF{n}"))).collect();
        let answers = race(&app, starts).await?;
        assert_eq!(saying(&answers, "# There is no such code"), 5, "{answers:?}");
        assert_eq!(saying(&answers, "# Too many wrong codes"), 25, "{answers:?}");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_links_at_once_are_one() -> anyhow::Result<()> {
    for app in engines().await? {
        let mut one = client(&app, Platform::Discord, "One").await?;
        let mut two = client(&app, Platform::Telegram, "Two").await?;
        let mut three = client(&app, Platform::Discord, "Three").await?;
        let mut codes = Vec::new();
        for chat in [&mut one, &mut two, &mut three] {
            chat.run("/link").await?;
            codes.push(code_of(chat)?);
        }
        let starts = vec![
            says(&two, "one's", &codes[0]),
            says(&one, "two's", &codes[1]),
            says(&two, "three's", &codes[2]),
            says(&three, "two's", &codes[1]),
        ];
        let answers = race(&app, starts).await?;
        assert_eq!(standing(&app, "met").await?, 1, "{answers:?}");
        assert!(saying(&answers, "# Is this you?") >= 1, "{answers:?}");
    }
    Ok(())
}

/// Two who look at each other, and their yes and no.
async fn met(app: &TestApp) -> anyhow::Result<(TestChat<'_>, TestChat<'_>, Token, Token)> {
    let mut one = freelancer(app, Platform::Discord, "One").await?;
    let mut two = freelancer(app, Platform::Telegram, "Two").await?;
    one.run("/link").await?;
    let code = code_of(&one)?;
    let (yes, no) = (two.say(&code).await?.find("Yes, that is me")?, two.find("Not me")?);
    one.next_notice().await?.expect("Is this you?")?;
    Ok((one, two, yes, no))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn both_say_yes_many_times_at_once_and_wait_once() -> anyhow::Result<()> {
    for app in engines().await? {
        let (mut one, mut two, yes, _) = met(&app).await?;
        let sides = [&one, &two];
        let starts = (0..6).map(|n| press(sides[n % 2], &format!("yes{n}"), &yes)).collect();
        let answers = race(&app, starts).await?;
        assert!(saying(&answers, "# Almost one account") >= 1, "{answers:?}");
        assert_eq!(standing(&app, "waiting").await?, 1);
        assert_eq!(
            one.unread().await? + two.unread().await?,
            1,
            "the one who didn't complete it hears of it"
        );
        app.later(days(3)).await?;
        one.run("/link").await?.expect("Your chats")?;
        two.run("/link").await?.expect("Your chats")?;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn yes_against_not_me_ends_in_nothing() -> anyhow::Result<()> {
    for app in engines().await? {
        let (mut one, mut two, yes, no) = met(&app).await?;
        let starts = vec![press(&one, "yes1", &yes), press(&two, "yes2", &yes), press(&two, "no", &no)];
        let answers = race(&app, starts).await?;
        assert_eq!(standing(&app, "stopped").await?, 1, "{answers:?}");
        app.later(days(4)).await?;
        one.run("/link").await?.expect("Your code")?;
        two.run("/link").await?.expect("Your code")?;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn not_me_at_the_very_end_is_in_time_or_too_late_and_never_half() -> anyhow::Result<()> {
    for app in engines().await? {
        let (mut one, mut two, yes, no) = met(&app).await?;
        race(&app, vec![press(&one, "yes1", &yes), press(&two, "yes2", &yes)]).await?;
        app.later(days(3) - 1).await?;
        app.clock.advance_millis(1);
        app.app.services().wakes.tasks.ring();
        let answers = race(&app, vec![press(&one, "no", &no)]).await?;
        let stopped = saying(&answers, "# Stopped");
        assert_eq!(stopped + saying(&answers, "# The two are one already"), 1, "{answers:?}");
        assert_eq!(standing(&app, "stopped").await?, stopped);
        assert_eq!(standing(&app, "merged").await?, 1 - stopped);
        for chat in [&mut one, &mut two] {
            chat.run("/link").await?.expect(if stopped == 1 { "Your code" } else { "Your chats" })?;
            chat.run("/profile view").await?.expect("Webflow")?;
        }
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn what_is_done_while_two_become_one_is_done_or_refused_and_never_left_behind() -> anyhow::Result<()> {
    for app in engines().await? {
        let mut kite = client(&app, Platform::Discord, "Kite Studio").await?;
        let mut one = freelancer(&app, Platform::Discord, "One").await?;
        app.later(1).await?;
        let mut two = freelancer(&app, Platform::Telegram, "Two").await?;
        post(&mut kite).await?;
        let propose = two.next_notice().await?.find("Propose")?;
        link(&mut one, &mut two).await?;
        app.later(days(3) - 1).await?;
        let links = app.database().contents().await?["links"].clone();
        let joins = links[0].split('|').nth(4).unwrap_or_default().to_owned();

        app.clock.advance_millis(1);
        app.app.services().wakes.tasks.ring();
        let edit = |n: usize| {
            let key = Token::verb("prf-edit").with("headline").at(0).encode();
            let values = [("headline".to_owned(), format!("Line {n}"))].into();
            two.interaction(format!("race:edit{n}"), Input::Submit { key, values })
        };
        let mut starts: Vec<Interaction> =
            (0..6).map(|n| press(&two, &format!("propose{n}"), &propose)).collect();
        starts.extend((0..4).map(edit));
        race(&app, starts).await?;

        let after = app.database().contents().await?;
        for table in ["identities", "chats", "drafts", "profiles", "profile_skills", "proposals", "matches"] {
            let left = after[table].iter().filter(|row| row.contains(&joins)).count();
            assert_eq!(left, 0, "{table}: {:?}", after[table]);
        }
        assert!(after["proposals"].len() <= 1, "{:?}", after["proposals"]);
        two.run("/link").await?.expect("Your chats")?;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_merging_run_many_times_merges_once() -> anyhow::Result<()> {
    for app in engines().await? {
        let (one, two, yes, _) = met(&app).await?;
        race(&app, vec![press(&one, "yes1", &yes), press(&two, "yes2", &yes)]).await?;
        let id = bot_core::domain::id::LinkId(yes.id.expect("the button is about the link"));
        app.clock.advance_millis(days(3));
        let services = app.app.services();
        let call = Call::new(services, None);
        let runs = (0..5).map(|_| links::merge_due(&call, id));
        for run in futures::future::join_all(runs).await {
            assert_eq!(run.map_err(bot_core::error::Fault::from)?, None);
        }
        app.settle().await?;
        assert_eq!(standing(&app, "merged").await?, 1);
        let merged = app.database().contents().await?["activities"]
            .iter()
            .filter(|row| row.contains("|merged|"))
            .count();
        assert_eq!(merged, 1);
    }
    Ok(())
}
