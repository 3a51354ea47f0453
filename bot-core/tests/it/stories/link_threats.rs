//! What somebody tries with codes: guessing, forwarding, replaying, hurrying.
//!
//! Nothing comes of it.

use std::collections::BTreeSet;

use bot_core::domain::identity::Platform;
use bot_testing::{TestApp, TestChat};

use super::kit::{client, days, freelancer, other, person, post, propose, worlds};
use super::linking::{code_of, link};

async fn code(chat: &mut TestChat<'_>) -> anyhow::Result<String> {
    chat.run("/link").await?;
    code_of(chat)
}

#[tokio::test]
async fn a_code_works_once_for_ten_minutes_and_a_new_one_ends_it() -> anyhow::Result<()> {
    for (app, platform) in worlds().await? {
        let mut one = client(&app, platform, "One").await?;
        let mut two = person(&app, other(platform), "Two");
        let mut three = person(&app, other(platform), "Three");
        let old = code(&mut one).await?;
        let new = code(&mut one).await?;
        two.say(&old).await?.expect("There is no such code")?.expect("4 more can be typed")?;
        app.later(10 * 60_000).await?;
        two.say(&new).await?.expect("There is no such code")?;
        let fresh = code(&mut one).await?;
        app.later(10 * 60_000 - 1).await?;
        two.say(&fresh).await?.expect("Is this you?")?;
        three.say(&fresh).await?.expect("There is no such code")?;
        app.later(10 * 60_000).await?;
        two.press("Yes, that is me").await?.expect("Too late")?;
        one.run("/link").await?.expect("Your code")?;
    }
    Ok(())
}

#[tokio::test]
async fn guessing_stops_after_five_and_reads_nothing_then_not_even_the_right_one() -> anyhow::Result<()> {
    for (app, platform) in worlds().await? {
        let mut one = client(&app, platform, "One").await?;
        let mut guesser = person(&app, other(platform), "Guesser");
        for left in (0..5).rev() {
            let guess = format!("ABCD-EF0{left}");
            guesser.say(&guess).await?.expect("There is no such code")?;
            guesser.expect(match left {
                0 => "No more can be typed",
                1 => "One more",
                _ => "more can be typed",
            })?;
        }
        let right = code(&mut one).await?;
        guesser.say(&right).await?.expect("Too many wrong codes")?;
        assert_eq!(one.unread().await?, 0, "nobody is disturbed by guesses");
        app.later(10 * 60_000).await?;
        let right = code(&mut one).await?;
        guesser.say(&right).await?.expect("Is this you?")?;
    }
    Ok(())
}

#[tokio::test]
async fn codes_are_rationed_and_no_two_are_alike() -> anyhow::Result<()> {
    let app = TestApp::sqlite().await?;
    let mut one = client(&app, Platform::Discord, "One").await?;
    let mut codes = BTreeSet::new();
    for _ in 0..3 {
        for _ in 0..3 {
            codes.insert(code(&mut one).await?);
        }
        one.run("/link").await?.expect("Too many codes")?;
        app.later(10 * 60_000).await?;
    }
    codes.insert(code(&mut one).await?);
    one.run("/link").await?.expect("Too many codes")?;
    assert_eq!(codes.len(), 10);
    app.later(days(1)).await?;
    code(&mut one).await?;
    Ok(())
}

#[tokio::test]
async fn a_code_stands_nowhere_in_the_database() -> anyhow::Result<()> {
    for (app, platform) in worlds().await? {
        let mut one = client(&app, platform, "One").await?;
        let mut two = person(&app, other(platform), "Two");
        let shown = code(&mut one).await?;
        two.run("/link").await?.press("I have a code").await?.fill(&[("The code", "ABCD-EF01")]).await?;
        two.run("/link").await?.press("I have a code").await?.fill(&[("The code", &shown)]).await?;
        two.expect("Is this you?")?;
        app.settle().await?;
        let all = format!("{:?}", app.database().contents().await?);
        for form in [shown.clone(), shown.replace('-', ""), "ABCDEF01".to_owned(), "ABCD-EF01".to_owned()] {
            assert!(!all.contains(&form), "{form} can be read in the database");
        }
    }
    Ok(())
}

#[tokio::test]
async fn a_code_is_for_the_other_platform_and_for_somebody_who_isnt_linked_there() -> anyhow::Result<()> {
    for (app, platform) in worlds().await? {
        let mut one = client(&app, platform, "One").await?;
        let mut same = person(&app, platform, "Same");
        let mut road = person(&app, other(platform), "Road");
        let mut more = person(&app, other(platform), "More");
        let shown = code(&mut one).await?;
        one.run(&format!("/link code:{shown}")).await?.expect("That is your own code")?;
        same.say(&shown).await?.expect("You are on the same platform")?;
        link(&mut one, &mut road).await?;
        one.run("/link").await?.expect("Almost one account")?;
        app.later(days(3)).await?;
        let second = code(&mut more).await?;
        for chat in [&mut one, &mut road] {
            chat.run(&format!("/link code:{second}")).await?.expect("You are on the same platform")?;
            chat.run("/link").await?.expect("Your chats")?;
        }
    }
    Ok(())
}

#[tokio::test]
async fn whoever_is_blocked_or_leaving_is_never_met() -> anyhow::Result<()> {
    for (app, platform) in worlds().await? {
        let mut kite = client(&app, platform, "Kite Studio").await?;
        let mut rude = person(&app, other(platform), "Rude");
        rude.run("/start role:client").await?;
        kite.run_on("/profile view", "user", rude.identity()).await?.press("Block").await?;
        let shown = code(&mut kite).await?;
        rude.say(&shown).await?.expect("There is no such code")?.expect_no("Kite")?;
        let shown = code(&mut rude).await?;
        kite.say(&shown).await?.expect("There is no such code")?.expect_no("Rude")?;

        let mut gone = client(&app, platform, "Gone").await?;
        let mut two = person(&app, other(platform), "Two");
        let shown = code(&mut gone).await?;
        gone.run("/privacy").await?.press("Delete my account").await?.press("Delete my account").await?;
        two.say(&shown).await?.expect("There is no such code")?;
    }
    Ok(())
}

#[tokio::test]
async fn two_who_deal_with_each_other_stay_two() -> anyhow::Result<()> {
    for (app, platform) in worlds().await? {
        let mut kite = client(&app, platform, "Kite Studio").await?;
        let mut ana = freelancer(&app, other(platform), "Ana P.").await?;
        post(&mut kite).await?;
        propose(&mut ana).await?;
        let shown = code(&mut kite).await?;
        ana.say(&shown).await?.expect("You two have business with each other")?;
        kite.next_notice().await?.press("Decline").await?;
        let shown = code(&mut kite).await?;
        ana.say(&shown).await?.expect("Is this you?")?;
    }
    Ok(())
}

#[tokio::test]
async fn who_begins_to_deal_or_blocks_in_the_three_days_stays_two() -> anyhow::Result<()> {
    for (app, platform) in worlds().await? {
        let mut kite = client(&app, platform, "Kite Studio").await?;
        let mut ana = freelancer(&app, other(platform), "Ana P.").await?;
        link(&mut kite, &mut ana).await?;
        kite.run_on("/profile view", "user", ana.identity()).await?.press("Block").await?;
        app.later(days(3)).await?;
        for chat in [&mut kite, &mut ana] {
            while chat.unread().await? > 0 {
                chat.next_notice().await?;
            }
            chat.expect("A link was stopped")?.expect("they count as two people")?;
            chat.run("/link").await?.expect("Your code")?;
        }
        ana.run("/profile view").await?.expect("Webflow")?;
    }
    Ok(())
}

#[tokio::test]
async fn nobody_answers_the_request_of_the_account_they_are_being_linked_with() -> anyhow::Result<()> {
    for (app, platform) in worlds().await? {
        let mut kite = client(&app, platform, "Kite Studio").await?;
        let mut ana = freelancer(&app, other(platform), "Ana P.").await?;
        post(&mut kite).await?;
        let propose = ana.next_notice().await?.find("Propose")?;
        link(&mut kite, &mut ana).await?;
        ana.press_token(propose).await?.expect("Not available")?;
    }
    Ok(())
}

#[tokio::test]
async fn somebody_elses_link_is_nobodys_business() -> anyhow::Result<()> {
    for (app, platform) in worlds().await? {
        let mut one = client(&app, platform, "One").await?;
        let mut two = person(&app, other(platform), "Two");
        let mut stranger = person(&app, other(platform), "Stranger");
        let shown = code(&mut one).await?;
        let (yes, no) = (two.say(&shown).await?.find("Yes, that is me")?, two.find("Not me")?);
        for button in [yes, no] {
            stranger.press_token(button).await?.expect("Not available")?;
        }
        two.run("/link").await?.expect("Is this you?")?;
    }
    Ok(())
}

#[tokio::test]
async fn not_me_is_too_late_once_the_two_are_one_and_says_who_can_help() -> anyhow::Result<()> {
    for (app, platform) in worlds().await? {
        let mut one = client(&app, platform, "One").await?;
        let mut two = person(&app, other(platform), "Two");
        link(&mut one, &mut two).await?;
        let no = two.find("Not me")?;
        app.later(days(3)).await?;
        two.press_token(no).await?.expect("The two are one already")?.expect("write to")?;
    }
    Ok(())
}

#[tokio::test]
async fn the_link_outlives_a_restart_and_merges_after_it() -> anyhow::Result<()> {
    let app = TestApp::sqlite().await?;
    let mut one = client(&app, Platform::Discord, "One").await?;
    let mut two = person(&app, Platform::Telegram, "Two");
    link(&mut one, &mut two).await?;
    let next = app.restart().await?;
    let mut two = two.over(&next);
    next.later(days(5)).await?;
    two.run("/link").await?.expect("Your chats")?;
    Ok(())
}
