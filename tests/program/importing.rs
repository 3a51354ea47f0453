//! `guildhall import`: rows taken once and whole.
//!
//! Also by a run that is killed again and again.

use std::collections::BTreeMap;
use std::time::Duration;

use bot_testing::TestDatabase;
use tokio::time::timeout;

use crate::place::{Ended, Place};

const ROWS: &str = r#"{"kind": "freelancer", "account": "discord:80351110224678912", "name": "Ana P.", "headline": "Landing pages that sell", "skills": ["figma", "webflow"], "rate": "40 EUR/h", "city": "Lisbon", "remote": true, "hours_per_week": 20}
{"kind": "freelancer", "account": "telegram:5200000077", "name": "\u0000\u202eNoor", "skills": "react, typescript", "time_zone": "Europe/Berlin"}
{"kind": "request", "account": "telegram:5200000078", "name": "Kite Studio", "title": "Landing page in Webflow", "description": "Five sections.", "skills": "webflow, figma", "budget": "800-1200 EUR", "when": "remote"}

{"kind": "freelancer", "account": "discord:80351110224678913", "name": "Bo", "skills": "figma", "rate": "-5 EUR/h"}
{"kind": "freelancer", "account": "bo", "name": "Bo", "skills": "figma"}
{"kind": "freelancer", "account": "discord:1", "name": "Bo", "skils": "figma"}
{"kind": "request", "account": "discord:2", "name": "Bo", "title": "x", "skills": "figma", "budget": "500 XYZ"}
not JSON
"#;

async fn import(place: &Place, arguments: &[&str]) -> Ended {
    place.run(&[&["import"], arguments].concat()).await
}

#[tokio::test]
async fn good_rows_go_in_bad_ones_are_named_and_a_second_run_adds_nothing() {
    let place = Place::new();
    std::fs::write(place.path("people.jsonl"), ROWS).expect("a file");
    let looked = import(&place, &["--file", "people.jsonl", "--dry-run"]).await;
    assert_eq!(looked.code, Some(1), "{looked:?}");
    assert!(looked.out.contains("3 rows can be taken, 5 can't"), "{}", looked.out);
    assert!(!place.path("guildhall.db").exists(), "a look writes nothing");

    let first = import(&place, &["--file", "people.jsonl"]).await;
    assert_eq!(first.code, Some(1), "{first:?}");
    assert!(first.out.contains("8 rows: 3 new, 0 known before, 5 refused"), "{}", first.out);
    for (line, why) in [
        (5, "rate is \"-5 EUR/h\""),
        (6, "write discord:NUMBER or telegram:NUMBER"),
        (7, "did you mean skills?"),
        (8, "budget is \"500 XYZ\""),
        (9, "no JSON object"),
    ] {
        let told = first.out.lines().find(|told| told.starts_with(&format!("line {line}:")));
        assert!(told.is_some_and(|told| told.contains(why)), "line {line}: {}", first.out);
    }
    let again = import(&place, &["--file", "people.jsonl"]).await;
    assert!(again.out.contains("8 rows: 0 new, 3 known before, 5 refused"), "{}", again.out);
}

#[tokio::test]
async fn comma_separated_rows_are_read_like_json_ones() {
    let place = Place::new();
    let csv = "kind,account,name,skills,rate\r\n\
               freelancer,discord:80351110224678912,\"P., Ana\",\"figma, webflow\",40 EUR/h\r\n";
    std::fs::write(place.path("people.csv"), csv).expect("a file");
    let done = import(&place, &["--file", "people.csv"]).await;
    assert_eq!(done.code, Some(0), "{done:?}");
    assert!(done.out.contains("1 rows: 1 new"), "{}", done.out);
}

#[tokio::test]
async fn invented_people_are_refused_beside_a_real_token() {
    let place = Place::new()
        .with("GUILDHALL_TELEGRAM_TOKEN", "1:a")
        .with("GUILDHALL_OPERATOR_NAME", "Ana")
        .with("GUILDHALL_OPERATOR_CONTACT", "ana@example.org")
        .with("GUILDHALL_OPERATOR_COUNTRY", "Portugal");
    let refused = import(&place, &["--synthetic", "1"]).await;
    assert_eq!(refused.code, Some(1), "{refused:?}");
    assert!(refused.err.contains("refused beside a real token"), "{}", refused.err);
}

/// How many of each are invented.
const MANY: usize = 250;

/// What stands in the tables an import writes, without ids and times: how often each invented thing is there.
async fn market(url: &str) -> BTreeMap<String, usize> {
    let contents = TestDatabase::at(url).contents().await.expect("the database can be read");
    let mut market = BTreeMap::new();
    for table in
        ["accounts", "identities", "profiles", "profile_skills", "requests", "request_skills", "imports"]
    {
        *market.entry(table.to_owned()).or_default() = contents[table].len();
    }
    for (table, skipped) in [("profile_skills", 1), ("request_skills", 1)] {
        for row in &contents[table] {
            let told: Vec<&str> = row.split('|').skip(skipped).collect();
            *market.entry(format!("{table} {}", told.join("|"))).or_default() += 1;
        }
    }
    for table in ["outbox", "tasks", "chats"] {
        assert_eq!(contents[table].len(), 0, "an import tells nobody: {table}");
    }
    market
}

/// Runs the program to its end, however busy the machine is; what it printed.
async fn through(place: &Place, arguments: &[&str]) -> String {
    let output = place.start(arguments).wait_with_output();
    let output = timeout(Duration::from_mins(4), output).await.expect("it ends in time");
    let output = output.expect("its output can be read");
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

async fn survives(url: impl Fn(&Place) -> String, other: impl Fn(&Place) -> String) {
    let count = MANY.to_string();
    let arguments = ["import", "--synthetic", count.as_str(), "--seed", "7"];
    let (killed, whole) = (Place::new(), Place::new());
    let (killed_url, whole_url) = (url(&killed), other(&whole));
    let killed = killed.with("GUILDHALL_DATABASE_URL", &killed_url);
    let whole = whole.with("GUILDHALL_DATABASE_URL", &whole_url);
    // any sequence will do that comes again with the next run
    let (mut chance, mut kills) = (0x9E37_79B9_u64, 0);
    let finished = loop {
        let mut child = killed.start(&arguments);
        chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        // soon enough for a quick machine, late enough for a busy one
        let lives = Duration::from_millis(120 + (chance >> 33) % 700 * (kills + 1) / 6);
        if timeout(lives, child.wait()).await.is_err() {
            child.kill().await.expect("it can be killed");
            kills += 1;
            if kills < 12 {
                continue;
            }
        }
        break through(&killed, &arguments).await;
    };
    assert!(finished.contains(&format!("{} rows: ", 2 * MANY)), "{finished}");
    let straight = through(&whole, &arguments).await;
    assert!(straight.contains(&format!("{} rows: {} new", 2 * MANY, 2 * MANY)), "{straight}");
    assert!(kills > 0, "it was never killed");
    let (after_kills, at_once) = (market(&killed_url).await, market(&whole_url).await);
    assert_eq!(after_kills["imports"], 2 * MANY);
    assert_eq!(after_kills["profiles"], MANY);
    assert_eq!(after_kills["requests"], MANY);
    assert_eq!(after_kills, at_once, "killed {kills} times");
}

#[tokio::test]
async fn killed_again_and_again_nothing_is_there_twice_or_half_on_sqlite() {
    let file = |place: &Place| format!("sqlite://{}", place.path("market.db").display());
    survives(file, file).await;
}

#[tokio::test]
async fn killed_again_and_again_nothing_is_there_twice_or_half_on_postgres() {
    let one = TestDatabase::empty_postgres().await.expect("a database");
    let other = TestDatabase::empty_postgres().await.expect("a database");
    let (Some(one), Some(other)) = (one, other) else {
        assert!(std::env::var_os("CI").is_none(), "GUILDHALL_TEST_POSTGRES names no server");
        return;
    };
    survives(|_| one.url().to_owned(), |_| other.url().to_owned()).await;
}
