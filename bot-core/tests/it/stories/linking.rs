//! Linking two chats, from the code to one account.
//!
//! And every way in which it doesn't come to that.

use bot_core::domain::identity::Platform;
use bot_testing::{TestApp, TestChat};

use super::kit::{client, days, freelancer, hours, other, person, post, propose, worlds};

/// The code on the card somebody is looking at, as it is shown.
pub(crate) fn code_of(chat: &TestChat<'_>) -> anyhow::Result<String> {
    let seen = chat.sees();
    let code = seen.split("Your code: ").nth(1).and_then(|rest| rest.get(..9));
    code.map(str::to_owned).ok_or_else(|| anyhow::anyhow!("no code in:\n{seen}"))
}

/// Turns to the notice that says `words`, past others.
pub(crate) async fn hear(chat: &mut TestChat<'_>, words: &str) -> anyhow::Result<()> {
    loop {
        chat.next_notice().await?;
        if chat.sees().contains(words) {
            return Ok(());
        }
    }
}

/// The two say that they are one person.
pub(crate) async fn link(one: &mut TestChat<'_>, other: &mut TestChat<'_>) -> anyhow::Result<()> {
    one.run("/link").await?;
    let code = code_of(one)?;
    other.say(&code).await?.expect("Is this you?")?.press("Yes, that is me").await?;
    other.expect("Now the other side")?;
    hear(one, "Is this you?").await?;
    one.press("Yes, that is me").await?.expect("Almost one account")?;
    hear(other, "Your other side said yes as well").await
}

#[tokio::test]
async fn one_person_on_two_platforms_becomes_one_account() -> anyhow::Result<()> {
    for (app, platform) in worlds().await? {
        let mut kite = client(&app, platform, "Kite Studio").await?;
        let mut ana = freelancer(&app, platform, "Ana P.").await?;
        post(&mut kite).await?;
        propose(&mut ana).await?;
        app.later(days(30)).await?;
        let mut noor = person(&app, other(platform), "Ana on the road");

        ana.run("/link").await?.expect("Link another chat")?;
        ana.expect(&format!("who you are on {}", other(platform).name()))?.expect("It works once, until")?;
        ana.expect("Never give this code to anybody")?;
        let code = code_of(&ana)?;
        noor.say(&code).await?.expect("Is this you?")?.expect("Who: Ana P. (@ana_p.,")?;
        noor.expect("Here since: 24 November, 09:05 (30 days ago)")?;
        noor.expect("a profile with 3 skills, 0 requests, 1 proposal, 0 contracts. It was here first.")?;
        noor.expect("becomes part of it: no profile, 0 requests, 0 proposals, 0 contracts.")?;
        noor.expect_no("1,000 EUR")?.expect_no("Landing page")?;
        ana.next_notice().await?.expect("Who: Ana on the road (@ana_on_the_road,")?;
        ana.expect("Here since: 24 December, 09:05 (just now)")?.press("Yes, that is me").await?;
        ana.expect("You said yes. Now say yes in your other chat too")?;
        noor.press("Yes, that is me").await?.expect("Almost one account")?.expect("27 December")?;
        ana.next_notice().await?.expect("Your other side said yes as well")?;

        app.later(days(2)).await?;
        for chat in [&mut ana, &mut noor] {
            chat.next_notice().await?.expect("This is your last day")?.find("Not me")?;
        }
        noor.run("/proposal list").await?.expect_no("Landing page")?;
        app.later(days(1)).await?;
        noor.run("/proposal list").await?.expect("Landing page in Webflow")?;
        noor.run("/profile view").await?.expect("Webflow")?;
        noor.run("/settings").await?.expect("*I look for work")?;
        noor.run("/link").await?.expect("Your chats")?.expect("Ana P.")?.expect("Ana on the road")?;
        let told = ana.unread().await? + noor.unread().await?;
        assert_eq!(told, 1, "one account hears of it once");
    }
    Ok(())
}

#[tokio::test]
async fn a_code_is_typed_as_a_message_after_the_command_or_in_a_form() -> anyhow::Result<()> {
    for (app, platform) in worlds().await? {
        for way in 0..3 {
            let mut one = client(&app, platform, &format!("One {way}")).await?;
            let mut two = person(&app, other(platform), &format!("Two {way}"));
            one.run("/link").await?;
            let code = code_of(&one)?;
            match way {
                0 => two.say(&code.to_lowercase().replace('-', "")).await?,
                1 => two.run(&format!("/link code:{code}")).await?,
                _ => {
                    two.run("/link").await?.press("I have a code").await?.fill(&[("The code", &code)]).await?
                }
            };
            two.expect("Is this you?")?.expect(&format!("Who: One {way}"))?;
        }
    }
    Ok(())
}

#[tokio::test]
async fn not_me_stops_it_at_the_question_and_in_the_three_days_on_either_side() -> anyhow::Result<()> {
    for (app, platform) in worlds().await? {
        for (wait, by_starter) in [(None, true), (None, false), (Some(71), true), (Some(71), false)] {
            let mut one = client(&app, platform, "Kite Studio").await?;
            let mut two = freelancer(&app, other(platform), "Ana P.").await?;
            app.settle().await?;
            let before = app.database().contents().await?;
            if let Some(wait) = wait {
                link(&mut one, &mut two).await?;
                app.later(hours(wait)).await?;
                one.run("/link").await?;
                two.run("/link").await?;
            } else {
                one.run("/link").await?;
                let code = code_of(&one)?;
                two.say(&code).await?;
                one.next_notice().await?;
            }
            let (says, hears) = if by_starter { (&mut one, &mut two) } else { (&mut two, &mut one) };
            says.press("Not me").await?.expect("Nothing was merged")?.expect("don't answer them")?;
            says.find("Report")?;
            hear(hears, "said: not me. Nothing was merged").await?;
            app.later(days(10)).await?;
            let after = app.database().contents().await?;
            // a name is sealed anew when somebody was away for long
            let whose = |row: &String| row.split('|').take(3).collect::<Vec<_>>().join("|");
            let owners = |contents: &[String]| contents.iter().map(whose).collect::<Vec<_>>();
            assert_eq!(owners(&before["identities"]), owners(&after["identities"]));
            for table in ["profiles", "requests", "proposals", "contracts", "blocks"] {
                assert_eq!(before[table], after[table], "{table} is as it was");
            }
            for chat in [&mut one, &mut two] {
                while chat.unread().await? > 0 {
                    chat.next_notice().await?.expect_no("one account now")?;
                }
                chat.run("/link").await?.expect("Your code")?;
            }
        }
    }
    Ok(())
}

#[tokio::test]
async fn until_the_link_is_three_days_old_what_is_the_other_sides_stays_closed() -> anyhow::Result<()> {
    for (app, platform) in worlds().await? {
        let mut kite = client(&app, platform, "Kite Studio").await?;
        let mut ana = freelancer(&app, platform, "Ana P.").await?;
        let mut luka = freelancer(&app, platform, "Luka").await?;
        for chat in [&mut ana, &mut luka] {
            chat.run("/settings").await?;
        }
        post(&mut kite).await?;
        propose(&mut ana).await?;
        propose(&mut luka).await?;
        let accept = kite.next_notice().await?.find("Accept")?;
        kite.next_notice().await?.press("Accept").await?.press("Accept").await?;
        let contract = kite.run("/contract list").await?.find("Open")?;
        let mut road = client(&app, other(platform), "Kite on the road").await?;
        link(&mut kite, &mut road).await?;

        for button in [accept, contract] {
            road.press_token(button.clone()).await?.expect("Opens on 27 November")?;
            road.expect("what is the other side's stays closed")?.find("Look at the link")?;
            kite.press_token(button).await?.expect_no("Opens on")?;
        }
        for chat in [&mut kite, &mut road] {
            chat.run("/privacy").await?.press("Delete my account").await?.press("Delete my account").await?;
            chat.expect("Opens on 27 November")?.expect("so deleting waits until then")?;
            chat.run("/unlink").await?.expect("You can unlink once the link is complete")?;
        }
        luka.press_token(kite.run("/contract list").await?.find("Open")?).await?.expect_no("Opens on")?;

        app.later(days(3)).await?;
        road.run("/contract list").await?.press("Open").await?.expect("Luka")?;
        road.run("/privacy").await?.press("Delete my account").await?.press("Delete my account").await?;
        kite.run("/dashboard").await?.expect("on its way out")?;
    }
    Ok(())
}

#[tokio::test]
async fn match_messages_come_through_the_link_and_nothing_else_does() -> anyhow::Result<()> {
    for (app, platform) in worlds().await? {
        let mut kite = client(&app, platform, "Kite Studio").await?;
        let mut ana = freelancer(&app, platform, "Ana P.").await?;
        let mut road = person(&app, other(platform), "Ana on the road");
        post(&mut kite).await?;
        propose(&mut ana).await?;
        link(&mut ana, &mut road).await?;
        let blocked = bot_core::ui::interaction::Input::Reach(bot_core::ui::interaction::Reach::Blocked);
        ana.done(blocked).await?;

        super::kit::post_titled(&mut kite, "Second page").await?;
        road.next_notice().await?.expect("Second page")?.expect("Your other chat can't be reached")?;
        assert!(road.find("Propose").is_err(), "nothing is done in the other's name:\n{}", road.sees());
        kite.next_notice().await?.press("Decline").await?;
        app.later(hours(1)).await?;
        assert_eq!(road.unread().await?, 0, "news of a proposal waits for its own chat");
        app.later(days(3)).await?;
        road.next_notice().await?;
        assert!(road.unread().await? > 0, "now it is one account, and everything reaches it");
    }
    Ok(())
}

#[tokio::test]
async fn a_chat_is_taken_out_again_and_starts_afresh() -> anyhow::Result<()> {
    for (app, platform) in worlds().await? {
        let mut ana = freelancer(&app, platform, "Ana P.").await?;
        let mut road = person(&app, other(platform), "Ana on the road");
        let mut rude = client(&app, platform, "Rude").await?;
        ana.run_on("/profile view", "user", rude.identity()).await?.press("Block").await?;
        link(&mut ana, &mut road).await?;
        app.later(days(3)).await?;
        road.run("/profile view").await?.expect("Webflow")?;

        let label = format!("Take {} out", other(platform).name());
        ana.run("/unlink").await?.press(&label).await?.expect("starts afresh")?.press(&label).await?;
        ana.expect("was taken out")?;
        app.settle().await?;
        while road.unread().await? > 0 {
            road.next_notice().await?;
        }
        road.expect("You start afresh")?;
        road.run("/profile view").await?.expect_no("Webflow")?;
        ana.run("/profile view").await?.expect("Webflow")?;
        ana.run("/unlink").await?.expect("Nothing to unlink")?;
        rude.run_on("/profile view", "user", road.identity()).await?.expect("Not available")?;
        link(&mut road, &mut ana).await?;
    }
    Ok(())
}

#[tokio::test]
async fn what_a_member_reads_while_two_chats_become_one() -> anyhow::Result<()> {
    let app = TestApp::sqlite().await?;
    let mut ana = freelancer(&app, Platform::Discord, "Ana P.").await?;
    let mut road = freelancer(&app, Platform::Telegram, "Ana on the road").await?;
    road.run("/profile edit section:headline")
        .await?
        .press("Headline")
        .await?
        .fill(&[("One line", "Sites that last")])
        .await?;
    ana.run("/profile edit section:headline")
        .await?
        .press("Headline")
        .await?
        .fill(&[("One line", "Webflow sites")])
        .await?;
    let (from, also) = (ana.transcript().len(), road.transcript().len());
    link(&mut ana, &mut road).await?;
    app.later(days(3)).await?;
    for chat in [&mut ana, &mut road] {
        while chat.unread().await? > 0 {
            chat.next_notice().await?;
        }
    }
    ana.run("/profile view").await?.expect("Webflow sites")?;
    let both =
        format!("{}\n=== the other chat ===\n{}", &ana.transcript()[from..], &road.transcript()[also..]);
    let codes = without_code(&both);
    insta::assert_snapshot!(codes);
    Ok(())
}

/// The transcript without the code, which is another each time something before it draws randomness.
fn without_code(transcript: &str) -> String {
    let Some(code) = transcript.split("Your code: ").nth(1).and_then(|rest| rest.get(..9)) else {
        return transcript.to_owned();
    };
    transcript.replace(code, "K7QF-2M9X")
}
