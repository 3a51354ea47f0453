//! Every button about somebody else's things, in a stranger's hands.

use std::collections::BTreeMap;

use bot_core::domain::identity::Platform;
use bot_core::ui::action::Token;
use bot_core::ui::interaction::Input;
use bot_testing::{TestApp, TestChat};
use uuid::Uuid;

use super::verbs::about;
use crate::stories::kit::{client, freelancer, other, titled};

/// Words that only the two sides may read.
const SECRETS: [&str; 5] = ["Secret draft", "Secret page", "Mum's the word", "Ana P.", "Kite Studio"];

type Contents = BTreeMap<String, Vec<String>>;

/// The id of the only row of `table` in which `words` stand.
fn row_id(contents: &Contents, table: &str, words: &str) -> anyhow::Result<Uuid> {
    let row = contents[table].iter().find(|row| row.contains(words));
    let row = row.ok_or_else(|| anyhow::anyhow!("no {words:?} in {table}: {:?}", contents[table]))?;
    Ok(row.split('|').next().unwrap_or_default().parse()?)
}

/// A world in which everything happened between Ana and Kite, and the ids of what a stranger mustn't touch: a draft,
/// a draft of a proposal, a proposal that waits, a contract and the proposal behind it.
async fn hidden_things(app: &TestApp, platform: Platform) -> anyhow::Result<Vec<(&'static str, Uuid)>> {
    let mut ana = freelancer(app, platform, "Ana P.").await?;
    let mut kite = client(app, other(platform), "Kite Studio").await?;
    for title in ["Secret page 1", "Secret page 2", "Secret page 3"] {
        kite.run("/request post")
            .await?
            .fill(&titled(title))
            .await?
            .press("Publish")
            .await?
            .expect("It's out")?;
    }
    ana.next_notice().await?.press("Propose").await?.press("Send").await?;
    kite.next_notice().await?.press("Accept").await?.press("Accept").await?.expect("Contract #")?;
    ana.next_notice().await?.press("Propose").await?.press("Send").await?;
    ana.next_notice().await?.press("Propose").await?.press("Edit").await?;
    ana.fill(&[("A word", "Mum's the word")]).await?.expect("Not sent yet")?;
    kite.run("/request post").await?.fill(&titled("Secret draft")).await?.expect("Publish")?;
    app.settle().await?;

    let contents = app.database().contents().await?;
    Ok(vec![
        ("a draft of a request", row_id(&contents, "requests", "Secret draft")?),
        ("a proposal that was accepted", row_id(&contents, "proposals", "|accepted|")?),
        ("a proposal that waits", row_id(&contents, "proposals", "|sent|")?),
        ("a draft of a proposal", row_id(&contents, "proposals", "|draft|")?),
        ("a contract", row_id(&contents, "contracts", "Secret page")?),
        ("nothing at all", Uuid::from_u128(0x0192_0000_0000_7000_8000_0000_0000_0001)),
    ])
}

/// Presses `token` with something picked, and fails if a secret comes back.
async fn press(stranger: &mut TestChat<'_>, what: &str, token: Token, picked: &str) -> anyhow::Result<()> {
    let button = token.encode();
    let picked = vec![picked.to_owned()];
    stranger.done(Input::Action { action: token, picked }).await?;
    let told = serde_json::to_string(stranger.answer())?;
    for secret in SECRETS {
        anyhow::ensure!(!told.contains(secret), "{button} on {what} tells {secret:?}:\n{}", stranger.sees());
    }
    anyhow::ensure!(!told.contains("\"name\":\"fault\""), "{button} on {what} fails:\n{}", stranger.sees());
    Ok(())
}

/// The tables in which the two worlds differ.
fn changed(before: &Contents, after: &Contents) -> Vec<String> {
    let differs = |(table, rows): &(&String, &Vec<String>)| before.get(*table) != Some(*rows);
    after.iter().filter(differs).map(|(table, rows)| format!("{table}: {rows:?}")).collect()
}

async fn no_button_opens_a_strangers_door(platform: Platform, role: &str) -> anyhow::Result<()> {
    let app = TestApp::sqlite().await?;
    let things = hidden_things(&app, platform).await?;
    let mut stranger = match role {
        "client" => client(&app, platform, "Stranger").await?,
        _ => freelancer(&app, platform, "Stranger").await?,
    };
    if role == "both" {
        stranger.run("/settings").await?.pick(&["Both"]).await?;
    }
    app.settle().await?;
    let before = app.database().contents().await?;
    let mut pressed = 0;
    for (what, id) in &things {
        for token in about(*id, &[0, 1, 2, 3])? {
            press(&mut stranger, what, token, "0").await?;
            pressed += 1;
        }
    }
    app.settle().await?;
    assert_eq!(changed(&before, &app.database().contents().await?), Vec::<String>::new(), "{role}");
    assert!(pressed > 250, "{pressed} buttons");
    Ok(())
}

#[tokio::test]
async fn a_freelancer_changes_and_reads_nothing_of_others() -> anyhow::Result<()> {
    no_button_opens_a_strangers_door(Platform::Discord, "freelancer").await
}

#[tokio::test]
async fn a_client_changes_and_reads_nothing_of_others() -> anyhow::Result<()> {
    no_button_opens_a_strangers_door(Platform::Telegram, "client").await
}

#[tokio::test]
async fn somebody_who_does_both_changes_and_reads_nothing_of_others() -> anyhow::Result<()> {
    no_button_opens_a_strangers_door(Platform::Discord, "both").await
}

#[tokio::test]
async fn no_command_link_or_suggestion_reads_what_is_hidden() -> anyhow::Result<()> {
    let app = TestApp::sqlite().await?;
    let things = hidden_things(&app, Platform::Telegram).await?;
    let mut stranger = freelancer(&app, Platform::Telegram, "Stranger").await?;
    stranger.run("/settings").await?.pick(&["Both"]).await?;
    app.settle().await?;
    let before = app.database().contents().await?;
    for (what, id) in &things {
        let short = bot_core::domain::id::RequestId(*id).short();
        for line in [
            "request view request",
            "request close reason:other request",
            "matches show request",
            "matches why request",
            "proposal view proposal",
            "proposal send request",
            "contract view contract",
            "start payload:r_",
            "start payload:m_",
            "start payload:o_",
            "start payload:c_",
        ] {
            let line =
                if line.ends_with('_') { format!("/{line}{short}") } else { format!("/{line}:{short}") };
            // what can't be found is asked for among what everybody may read
            let says = if line.starts_with("/matches why") { "Which request?" } else { "Not available" };
            stranger.run(&line).await?.expect(says)?;
            stranger.expect_no("Secret draft")?.expect_no("Mum's the word")?;
        }
        stranger.run(&format!("/report reference:{short}")).await?;
        assert!(stranger.find("Say what happened").is_err(), "{what} can be reported, so it is there");
    }
    assert_eq!(changed(&before, &app.database().contents().await?), Vec::<String>::new());
    Ok(())
}

#[tokio::test]
async fn an_open_request_of_another_is_read_and_answered_and_nothing_else() -> anyhow::Result<()> {
    let app = TestApp::sqlite().await?;
    let mut kite = client(&app, Platform::Discord, "Kite Studio").await?;
    crate::stories::kit::post(&mut kite).await?;
    let mut stranger = client(&app, Platform::Telegram, "Stranger").await?;
    app.settle().await?;
    let before = app.database().contents().await?;
    let id = row_id(&before, "requests", "Landing page")?;
    // Reporting it and saving it are open to everybody, and write down that they were done.
    let free = |token: &Token| token.verb.starts_with("saf-report") || token.verb == "fnd-save";
    for token in about(id, &[0, 1, 2, 3])?.into_iter().filter(|token| !free(token)) {
        stranger.done(Input::Action { action: token, picked: vec!["0".to_owned()] }).await?;
    }
    assert_eq!(changed(&before, &app.database().contents().await?), Vec::<String>::new());
    Ok(())
}
