//! Where something is said: a channel, a direct chat, a link from elsewhere.

use bot_core::domain::identity::Platform;
use bot_core::domain::request::RequestState;
use bot_core::ui::reply::{How, Reply};
use bot_core::ui::view::View;
use bot_testing::{TestApp, TestChat};

use super::kit::{LANDING_PAGE, client, freelancer, person, post, post_titled, propose, worlds};

/// How the last answer is shown.
fn how(chat: &TestChat<'_>) -> Option<How> {
    match chat.answer() {
        Reply::View { how, .. } => Some(*how),
        _ => None,
    }
}

/// What the last answer sends into the direct channel.
fn direct(chat: &TestChat<'_>) -> Option<View> {
    match chat.answer() {
        Reply::View { open_direct: Some(view), .. } => Some((**view).clone()),
        _ => None,
    }
}

#[tokio::test]
async fn in_a_servers_channel_everything_personal_is_for_ones_own_eyes() -> anyhow::Result<()> {
    let app = TestApp::sqlite().await?;
    let mut kite = client(&app, Platform::Discord, "Kite Studio").await?;
    kite.run("/request post").await?.fill(LANDING_PAGE).await?;
    let mut public = kite.in_a_server();
    for command in [
        "/dashboard",
        "/profile view",
        "/request list",
        "/proposal list",
        "/contract list",
        "/settings",
        "/matches show",
        "/privacy",
        "/help",
        "/report",
    ] {
        public.run(command).await?;
        assert_eq!(how(&public), Some(How::Private), "{command}");
    }
    Ok(())
}

#[tokio::test]
async fn no_command_but_sharing_is_answered_for_everyone() {
    use bot_core::app::App;
    use bot_core::flows::catalogue::COMMANDS;
    use bot_core::ui::interaction::{Defer, FirstAnswer, Input, Origin};
    for spec in COMMANDS {
        let input = Input::Command { path: spec.path.to_owned(), args: std::collections::BTreeMap::new() };
        let first = App::first_answer(&input, Origin::Command);
        let private = matches!(first, FirstAnswer::Defer(Defer::Private) | FirstAnswer::OpensForm);
        assert_eq!(private, spec.path != "profile share", "{}", spec.path);
    }
}

#[tokio::test]
async fn alerts_open_the_direct_channel_in_that_press_and_nowhere_else() -> anyhow::Result<()> {
    let app = TestApp::sqlite().await?;
    let mut noor = app.on_discord("Noor").in_a_server();
    noor.run("/start").await?;
    assert_eq!(direct(&noor), None);
    noor.press("I'm looking for work").await?;
    noor.fill(&[("What can you do?", "webflow, figma"), ("Your city", "Lisbon")]).await?;
    assert_eq!(direct(&noor), None, "nothing is ticked beforehand");
    noor.press("Turn on match messages").await?;
    let hello = direct(&noor).expect("the press opens the channel");
    assert_eq!(hello.name, "hello");
    noor.run("/settings").await?.press("Turn off match messages").await?;
    assert_eq!(direct(&noor), None);
    noor.run("/settings").await?.press("Turn on match messages").await?;
    assert_eq!(direct(&noor), None, "it is open already");

    let mut ana = freelancer(&app, Platform::Telegram, "Ana P.").await?;
    assert_eq!(direct(&ana), None, "a chat that is the channel itself needs no opening");
    let mut kite = client(&app, Platform::Discord, "Kite Studio").await?;
    post(&mut kite).await?;
    ana.next_notice().await?.expect("A strong match")?;
    Ok(())
}

#[tokio::test]
async fn a_channel_that_is_refused_is_tried_again_by_pressing() -> anyhow::Result<()> {
    use bot_core::ui::interaction::{Input, Reach};
    let app = TestApp::sqlite().await?;
    let mut noor = app.on_discord("Noor").in_a_server();
    noor.run("/start role:freelancer").await?.press("Tell me").await?;
    noor.fill(&[("What can you do?", "webflow, figma"), ("Your city", "Lisbon")]).await?;
    noor.done(Input::Reach(Reach::Refused)).await?.expect("I can't write to you yet")?;
    noor.press("Try again").await?;
    assert!(direct(&noor).is_some(), "each press tries once");
    Ok(())
}

#[tokio::test]
async fn a_link_leads_to_its_request() -> anyhow::Result<()> {
    for (app, platform) in worlds().await? {
        let mut kite = client(&app, platform, "Kite Studio").await?;
        post(&mut kite).await?;
        kite.run("/request post").await?.fill(LANDING_PAGE).await?;
        let ids = requests(&app).await?;
        let (open, draft) = (&ids[0], &ids[1]);

        let mut noor = person(&app, platform, "Noor");
        noor.run(&format!("/start payload:r_{open}")).await?.expect("Landing page in Webflow")?;
        noor.press("Propose").await?.press("Set up my account").await?.expect("Welcome, Noor")?;
        noor.run(&format!("/start payload:r_{draft}")).await?.expect("Not available")?;
        noor.run("/start payload:r_nonsense").await?.expect("Not available")?;
        noor.run("/start payload:z_nonsense").await?.expect("Welcome, Noor")?;
        let mut ana = freelancer(&app, platform, "Ana P.").await?;
        ana.run(&format!("/start payload:r_{open}")).await?.press("Propose").await?.expect("Not sent yet")?;
        ana.run("/start payload:c_AAAAAAAAAAAAAAAAAAAAAA").await?.expect("Not available")?;
        ana.run(&format!("/start payload:r_{open}")).await?.expect("Posted by Kite Studio")?;
    }
    Ok(())
}

/// The short ids of all requests: the open one first, then the draft.
async fn requests(app: &TestApp) -> anyhow::Result<Vec<String>> {
    let rows = app.database().contents().await?.remove("requests").unwrap_or_default();
    let mut found: Vec<(bool, String)> = Vec::new();
    for row in rows {
        let cells: Vec<&str> = row.split('|').collect();
        let id: bot_core::domain::id::RequestId = cells[0].parse()?;
        found.push((cells.contains(&RequestState::Draft.key()), id.short()));
    }
    found.sort();
    Ok(found.into_iter().map(|(_, id)| id).collect())
}

#[tokio::test]
async fn only_what_one_may_see_is_suggested() -> anyhow::Result<()> {
    let app = TestApp::sqlite().await?;
    let mut ana = freelancer(&app, Platform::Discord, "Ana P.").await?;
    let mut kite = client(&app, Platform::Discord, "Kite Studio").await?;
    post(&mut kite).await?;
    post_titled(&mut kite, "Second page").await?;
    propose(&mut ana).await?;
    kite.run("/request post").await?.fill(LANDING_PAGE).await?;

    let labels =
        |found: Vec<bot_core::flows::Suggestion>| found.into_iter().map(|one| one.label).collect::<Vec<_>>();
    assert_eq!(labels(kite.suggestions("request view", "request", "").await).len(), 3);
    assert_eq!(
        labels(kite.suggestions("request view", "request", "SECOND").await).len(),
        1,
        "case doesn't matter"
    );
    assert_eq!(labels(kite.suggestions("proposal view", "proposal", "").await).len(), 1);
    assert_eq!(labels(kite.suggestions("help", "topic", "").await).len(), 6);
    assert_eq!(labels(ana.suggestions("request view", "request", "").await).len(), 0, "none is hers");
    assert_eq!(
        labels(ana.suggestions("proposal send", "request", "").await).len(),
        1,
        "the one that is unanswered"
    );
    let luka = freelancer(&app, Platform::Discord, "Luka").await?;
    for (path, argument) in [
        ("proposal view", "proposal"),
        ("contract view", "contract"),
        ("report", "reference"),
        ("request close", "request"),
    ] {
        assert_eq!(labels(luka.suggestions(path, argument, "").await).len(), 0, "{path}");
    }
    for suggestion in kite.suggestions("request view", "request", "").await {
        assert!(
            suggestion.label.chars().count() <= 100
                && suggestion.value.is_ascii()
                && suggestion.value.len() <= 100
        );
    }
    Ok(())
}

#[tokio::test]
async fn in_a_group_a_message_that_answers_no_form_is_left_alone() -> anyhow::Result<()> {
    let app = TestApp::sqlite().await?;
    let mut noor = app.on_telegram("Noor").in_a_server();
    noor.say("lunch?").await?;
    assert_eq!(noor.answer(), &Reply::Nothing);
    Ok(())
}
