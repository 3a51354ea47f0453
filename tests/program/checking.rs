//! `check`, `config example`, and the exit codes that need no network.

use crate::place::Place;

#[tokio::test]
async fn check_says_what_it_understood_without_a_secret() {
    let place = Place::new()
        .with("GUILDHALL_TELEGRAM_TOKEN", "1:s3cret")
        .with("GUILDHALL_TELEGRAM_API_URL", "http://127.0.0.1:9")
        .with("GUILDHALL_DATABASE_URL", "postgres://ana:s3cret@db.example/market");
    let ended = place.run(&["check"]).await;
    assert_eq!(ended.code, Some(0), "{ended:?}");
    assert!(ended.out.contains("postgres://db.example/market"), "{}", ended.out);
    assert!(ended.out.contains("telegram  another server, polling"), "{}", ended.out);
    assert!(!format!("{ended:?}").contains("s3cret"), "{ended:?}");
}

#[tokio::test]
async fn a_bad_configuration_ends_check_and_serve_alike() {
    let place = Place::new().with("GUILDHALL_SECURITY_KEY", "short").with("GUILDHALL_TELEGRAM_TOKEN", "1:a");
    for command in ["check", "serve", "doctor"] {
        let ended = place.run(&[command]).await;
        assert_eq!(ended.code, Some(2), "{command}: {ended:?}");
        assert_eq!(ended.out, "", "what is wrong is no result");
        for expected in ["4 to fix", "1. ", "security.key", "operator.country", "4. ", "Fix: "] {
            assert!(ended.err.contains(expected), "{command}: {expected} in {}", ended.err);
        }
    }
    let none = place.run(&["check", "--config", "nowhere.toml"]).await;
    assert_eq!(none.code, Some(2), "{none:?}");
    assert!(none.err.contains("nowhere.toml can't be read"), "{}", none.err);
}

#[tokio::test]
async fn a_role_without_its_token_is_a_mistake() {
    let ended = Place::new().run(&["serve", "--roles", "discord,worker"]).await;
    assert_eq!(ended.code, Some(2), "{ended:?}");
    assert!(ended.err.contains("discord.token is missing for --roles discord"), "{}", ended.err);
    let ended = Place::new().run(&["serve", "--roles", "cook"]).await;
    assert_eq!(ended.code, Some(2), "{ended:?}");
}

#[tokio::test]
async fn the_example_is_printed_and_can_be_used_as_it_is() {
    let place = Place::new();
    let example = place.run(&["config", "example"]).await;
    assert_eq!((example.code, example.err.as_str()), (Some(0), ""));
    assert_eq!(example.out, include_str!("../../config/example.toml"));
    std::fs::write(place.path("guildhall.toml"), &example.out).expect("a file");
    let ended = place.run(&["check"]).await;
    assert_eq!(ended.code, Some(0), "{ended:?}");
}

#[tokio::test]
async fn migrate_needs_the_database_s_address_alone() {
    let place = Place::new().with("GUILDHALL_SECURITY_KEY", "");
    let ended = place.run(&["migrate"]).await;
    assert_eq!(ended.code, Some(0), "{ended:?}");
    assert!(ended.out.contains("schema 20"), "{}", ended.out);
    let unknown = place.with("GUILDHALL_DATABASE_URL", "mysql://x").run(&["migrate"]).await;
    assert_eq!(unknown.code, Some(2), "{unknown:?}");
}
