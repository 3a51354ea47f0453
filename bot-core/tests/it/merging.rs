//! One account out of two: everything moves, and no table is forgotten.

use std::collections::{BTreeMap, BTreeSet};

use bot_core::domain::identity::Platform;
use bot_core::storage::merging::MOVES;
use bot_core::storage::{Dialect, migrations};
use bot_testing::{TestApp, TestChat};

use crate::races::kit::engines;
use crate::stories::kit::{client, days, freelancer, person, post, post_titled};
use crate::stories::linking::link;

/// `table.column` of everything that refers to an account.
fn references() -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for migration in migrations() {
        let mut table = String::new();
        for line in migration.text(Dialect::Sqlite).lines() {
            let words: Vec<&str> = line.split_whitespace().collect();
            let column = match words.as_slice() {
                ["CREATE", "TABLE", name, ..] => {
                    (*name).clone_into(&mut table);
                    continue;
                }
                ["ALTER", "TABLE", name, "ADD", "COLUMN", column, ..] => {
                    (*name).clone_into(&mut table);
                    *column
                }
                [column, ..] => column,
                [] => continue,
            };
            if line.contains("REFERENCES accounts") {
                found.insert(format!("{table}.{column}"));
            }
        }
    }
    found
}

#[test]
fn every_column_that_refers_to_an_account_is_dealt_with_when_two_become_one() {
    let moved: BTreeSet<String> = MOVES.iter().map(|moving| moving.column.to_owned()).collect();
    let known = references();
    assert!(known.len() > 15, "{known:?}");
    assert_eq!(moved, known, "name the column in storage/merging.rs, with what moves it");
}

/// The rows of each table in which `id` stands.
fn naming(contents: &BTreeMap<String, Vec<String>>, id: &str) -> BTreeMap<String, usize> {
    let count = |rows: &Vec<String>| rows.iter().filter(|row| row.contains(id)).count();
    contents
        .iter()
        .map(|(table, rows)| (table.clone(), count(rows)))
        .filter(|(_, count)| *count > 0)
        .collect()
}

/// Who stays and who becomes part of them, by the one link there is.
async fn sides(app: &TestApp) -> anyhow::Result<[String; 2]> {
    let contents = app.database().contents().await?;
    let row: Vec<&str> = contents["links"][0].split('|').collect();
    Ok([row[3].to_owned(), row[4].to_owned()])
}

/// Somebody who has done everything there is to do.
async fn busy<'a>(
    app: &'a TestApp,
    platform: Platform,
    name: &str,
    kite: &mut TestChat<'a>,
) -> anyhow::Result<TestChat<'a>> {
    let mut chat = freelancer(app, platform, name).await?;
    chat.run("/settings").await?.pick(&["Both"]).await?;
    post_titled(kite, &format!("For {name}")).await?;
    chat.next_notice().await?.press("Propose").await?.press("Send ").await?;
    while kite.unread().await? > 0 {
        kite.next_notice().await?;
    }
    kite.press("Accept").await?.press("Accept").await?;
    post_titled(&mut chat, &format!("By {name}")).await?;
    chat.run("/request post").await?;
    if platform == Platform::Telegram {
        chat.say("Half a request").await?;
    }
    let mut rude = client(app, platform, &format!("Rude to {name}")).await?;
    let mut hurt = client(app, platform, &format!("Hurt by {name}")).await?;
    chat.run_on("/profile view", "user", rude.identity()).await?.press("Block").await?;
    hurt.run_on("/profile view", "user", chat.identity()).await?.press("Block").await?;
    rude.run_on("/report", "user", chat.identity()).await?.press("Say what happened").await?;
    rude.fill(&[("What happened?", "They were rude.")]).await?;
    chat.run_on("/report", "user", hurt.identity()).await?.press("Say what happened").await?;
    chat.fill(&[("What happened?", "They were rude.")]).await?;
    chat.run("/matches show").await?;
    Ok(chat)
}

#[tokio::test]
async fn everything_of_both_is_in_the_one_that_stays() -> anyhow::Result<()> {
    for app in engines().await? {
        let mut kite = client(&app, Platform::Discord, "Kite Studio").await?;
        let mut first = busy(&app, Platform::Discord, "Ana", &mut kite).await?;
        app.later(1).await?;
        let mut second = busy(&app, Platform::Telegram, "Ana again", &mut kite).await?;
        app.settle().await?;
        let before = app.database().contents().await?;
        link(&mut first, &mut second).await?;
        let [kept, other] = sides(&app).await?;
        app.later(days(3)).await?;
        let after = app.database().contents().await?;

        let left = naming(&after, &other);
        let history = ["accounts", "changes", "lanes", "links", "outbox"];
        assert!(left.keys().all(|table| history.contains(&table.as_str())), "still there: {left:?}");
        assert_eq!(left.get("accounts"), Some(&1), "its own row says what it became");
        for table in ["identities", "chats", "blocks", "reports", "requests", "contracts", "proposals"] {
            let of_both =
                before[table].iter().filter(|row| row.contains(&kept) || row.contains(&other)).count();
            let now = naming(&after, &kept).get(table).copied().unwrap_or_default();
            assert_eq!(now, of_both, "{table}");
            assert_eq!(before[table].len(), after[table].len(), "{table}");
        }
        for chat in [&mut first, &mut second] {
            chat.run("/contract list").await?.expect("For Ana")?.expect("For Ana again")?;
            chat.run("/request list").await?.expect("By Ana")?.expect("By Ana again")?;
        }
        kite.run_on("/profile view", "user", second.identity()).await?.expect("Ana")?;
    }
    Ok(())
}

#[tokio::test]
async fn where_both_answered_one_request_the_answer_that_got_further_stays() -> anyhow::Result<()> {
    for app in engines().await? {
        for (first_sends, second_sends) in [(true, true), (false, true), (true, false)] {
            let mut kite = client(&app, Platform::Discord, "Kite Studio").await?;
            let mut first = freelancer(&app, Platform::Discord, "Ana").await?;
            app.later(1).await?;
            let mut second = freelancer(&app, Platform::Telegram, "Ana again").await?;
            post(&mut kite).await?;
            for (chat, sends, price) in
                [(&mut first, first_sends, "910 EUR fixed"), (&mut second, second_sends, "920 EUR fixed")]
            {
                app.later(1).await?;
                chat.run("/matches show")
                    .await?
                    .press("Open")
                    .await?
                    .press("Propose")
                    .await?
                    .press("Edit")
                    .await?;
                chat.fill(&[("Price", price)]).await?;
                if sends {
                    chat.press("Send ").await?;
                }
            }
            link(&mut first, &mut second).await?;
            app.later(days(3)).await?;
            let [stays, goes] = if first_sends { ["910 EUR", "920 EUR"] } else { ["920 EUR", "910 EUR"] };
            for chat in [&mut first, &mut second] {
                chat.run("/proposal list").await?.expect(stays)?.expect_no(goes)?;
            }
            kite.run("/proposal list").await?.expect(stays)?.expect_no(goes)?;
            kite.run("/request list").await?.press("Open").await?.press("Close it").await?;
            kite.pick(&["Another reason"]).await?;
        }
    }
    Ok(())
}

#[tokio::test]
async fn a_profile_is_made_of_both_and_an_old_link_to_either_shows_it() -> anyhow::Result<()> {
    for app in engines().await? {
        let mut kite = client(&app, Platform::Discord, "Kite Studio").await?;
        let mut first = client(&app, Platform::Discord, "Ana").await?;
        app.later(1).await?;
        let mut second = freelancer(&app, Platform::Telegram, "Ana again").await?;
        second
            .run("/profile edit section:headline")
            .await?
            .press("Headline")
            .await?
            .fill(&[("One line", "Sites that last")])
            .await?;
        post(&mut kite).await?;
        let card = kite.press("Who fits?").await?.find("Profile")?;
        link(&mut first, &mut second).await?;
        app.later(days(3)).await?;
        first.run("/profile view").await?.expect("Sites that last")?.expect("Webflow")?;
        first.run("/matches show").await?.expect("Landing page in Webflow")?;
        kite.press_token(card).await?.expect("Sites that last")?.press("Block").await?.expect("Blocked")?;
        kite.run_on("/profile view", "user", first.identity()).await?.expect("Not available")?;
        kite.run("/request list").await?.press("Open").await?.press("Who fits?").await?.expect_no("Ana")?;
        person(&app, Platform::Discord, "Nobody").run("/link").await?.expect("Your code")?;
    }
    Ok(())
}
