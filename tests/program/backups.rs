//! Backups: made, proved, brought back, and refused where they would do harm.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use bot_core::app::App;
use bot_core::clock::{Clock as _, SystemClock};
use bot_core::delivery::{Desk, Owner, Wakes};
use bot_core::domain::identity::{Identity, Platform};
use bot_core::ids::RandomIds;
use bot_core::services::{Call, Rules, account};
use bot_core::storage::copying::{create_database, drop_database};
use bot_core::storage::{Options, Storage};
use bot_core::ui::interaction::{Chat, ChatKind};
use bot_testing::TestDatabase;

use crate::place::Place;

#[tokio::test]
async fn a_backup_comes_back_into_an_empty_place_and_nowhere_else() {
    let place = Place::new().with("GUILDHALL_SECURITY_KEY", &test_key());
    let url = format!("sqlite://{}", place.path("guildhall.db").display());
    let key = bot_testing::database::test_key();
    arrive(&Options { url, key, connections: 2 }).await.expect("a database with somebody in it");

    let made = place.run(&["backup", "--to", "copy.db"]).await;
    assert_eq!(made.code, Some(0), "{made:?}");
    assert!(made.out.contains("written and proved"), "{}", made.out);
    assert!(made.out.contains("1 sealed names opened"), "{}", made.out);
    let again = place.run(&["backup", "--to", "copy.db"]).await;
    assert_eq!(again.code, Some(1), "a backup is never written over: {again:?}");

    let full = place.run(&["restore", "--from", "copy.db"]).await;
    assert_eq!(full.code, Some(1), "{full:?}");
    assert!(full.err.contains("move it aside first"), "{}", full.err);

    for ending in ["", "-wal", "-shm"] {
        let file = place.path(&format!("guildhall.db{ending}"));
        if file.exists() {
            fs::remove_file(file).expect("it can be removed");
        }
    }
    let back = place.run(&["restore", "--from", "copy.db"]).await;
    assert_eq!(back.code, Some(0), "{back:?}");
    assert_eq!(proof(&back.out), proof(&made.out), "what came back is what was kept");
    assert_eq!(place.run(&["doctor"]).await.code, Some(0));
}

#[tokio::test]
async fn a_backup_under_another_key_or_with_a_flipped_page_is_refused() {
    let place = Place::new();
    assert_eq!(place.run(&["admin", "inbox", "list"]).await.code, Some(0));
    assert_eq!(place.run(&["backup", "--to", "copy.db"]).await.code, Some(0));

    let other = Place::new()
        .with("GUILDHALL_SECURITY_KEY", "dnV0c3JxcG9ubWxramloZ2ZlZGNiYTk4NzY1NDMyMTA=")
        .with("GUILDHALL_DATABASE_URL", "sqlite://other.db");
    let copy = place.path("copy.db").display().to_string();
    let refused = other.run(&["restore", "--from", &copy]).await;
    assert_eq!(refused.code, Some(2), "{refused:?}");
    assert!(refused.err.contains("sealed with key"), "{}", refused.err);
    assert!(!other.path("other.db").exists());

    damage(&place.path("copy.db"));
    let flipped = place.with("GUILDHALL_DATABASE_URL", "sqlite://third.db");
    let refused = flipped.run(&["restore", "--from", "copy.db"]).await;
    assert_eq!(refused.code, Some(1), "{refused:?}");
    assert!(refused.err.contains("can't be used"), "{}", refused.err);
    assert!(!flipped.path("third.db").exists());
}

#[tokio::test]
async fn a_damaged_database_ends_with_78_and_the_command_that_mends_it() {
    let place = Place::new();
    assert_eq!(place.run(&["migrate"]).await.code, Some(0));
    damage(&place.path("guildhall.db"));
    for command in [&["serve"][..], &["migrate"], &["backup", "--to", "copy.db"]] {
        let ended = place.run(command).await;
        assert_eq!(ended.code, Some(78), "{command:?}: {ended:?}");
        assert!(
            ended.err.contains("damaged") && ended.err.contains("guildhall restore --from"),
            "{}",
            ended.err
        );
    }
    assert!(!place.path("copy.db").exists() && !place.path("copy.db.part").exists());
}

#[tokio::test]
async fn a_database_that_can_t_be_opened_ends_with_78() {
    let place = Place::new();
    fs::create_dir(place.path("guildhall.db")).expect("a folder in its place");
    let ended = place.run(&["serve"]).await;
    assert_eq!(ended.code, Some(78), "{ended:?}");
}

#[tokio::test]
async fn a_backup_of_postgres_is_proved_in_a_database_of_its_own() -> anyhow::Result<()> {
    let Some(full) = TestDatabase::postgres().await? else {
        eprintln!("GUILDHALL_TEST_POSTGRES names no server: nothing was tested");
        return Ok(());
    };
    let place = Place::new().with("GUILDHALL_SECURITY_KEY", &test_key());
    let place = place.with("GUILDHALL_DATABASE_URL", full.url());
    arrive(&full.options()).await?;
    let made = place.run(&["backup", "--to", "copy.dump"]).await;
    assert_eq!(made.code, Some(0), "{made:?}");
    assert!(made.out.contains("1 sealed names opened"), "{}", made.out);
    let refused = place.run(&["restore", "--from", "copy.dump"]).await;
    assert_eq!(refused.code, Some(1), "{refused:?}");
    assert!(refused.err.contains("isn't empty"), "{}", refused.err);

    let (server, name) = full.url().rsplit_once('/').expect("an address ends in a name");
    let empty = format!("{name}_back");
    create_database(full.url(), &empty).await?;
    let place = place.with("GUILDHALL_DATABASE_URL", &format!("{server}/{empty}"));
    let back = place.run(&["restore", "--from", "copy.dump"]).await;
    let doctor = place.run(&["doctor"]).await;
    drop_database(full.url(), &empty).await?;
    assert_eq!((back.code, proof(&back.out)), (Some(0), proof(&made.out)), "{back:?}");
    assert_eq!(doctor.code, Some(0), "{doctor:?}");
    Ok(())
}

/// What a backup or a restore says it has proved.
fn proof(said: &str) -> Option<&str> {
    said.split_once(": ").map(|(_, proof)| proof)
}

/// The key of the databases that tests share, in base64.
fn test_key() -> String {
    format!("{}Bwc=", "BwcH".repeat(10))
}

/// Somebody writes to the bot for the first time, so that there is a sealed name.
async fn arrive(options: &Options) -> anyhow::Result<()> {
    let (clock, ids) = (Arc::new(SystemClock), Arc::new(RandomIds));
    let now = clock.now();
    let storage = Storage::open(options, ids.clone(), now).await?;
    let owner = Owner::nameless(&*ids, now);
    let app = App::new(Desk::new(storage.clone(), clock, ids, Wakes::default(), owner), Rules::default());
    let identity =
        Identity { platform: Platform::Telegram, user: "1".to_owned(), name: "Ana".to_owned(), handle: None };
    let chat = Chat { platform: Platform::Telegram, kind: ChatKind::Private, address: "1".to_owned() };
    account::arrive(&Call::new(app.services(), None), &identity, &chat).await?;
    storage.close().await;
    Ok(())
}

/// Overwrites whole pages in the middle of a file.
fn damage(file: &Path) {
    let mut bytes = fs::read(file).expect("it can be read");
    let middle = bytes.len() / 2;
    bytes[middle - 8_192..middle + 8_192].fill(0xa5);
    bytes[4_096 * 2..4_096 * 4].fill(0x5a);
    fs::write(file, bytes).expect("it can be written");
}
