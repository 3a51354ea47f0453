//! `guildhall parse`: a line of JSON for each line of the file.
//!
//! A field is null where the text doesn't say.

use serde_json::{Value, json};

use crate::place::Place;

/// What every answer has, in the order the contract names it.
const FIELDS: [&str; 10] = [
    "id",
    "title",
    "skills",
    "nice_to_have",
    "budget",
    "place",
    "timeline",
    "rate",
    "availability",
    "languages",
];

/// The answers to `lines`, after their fields were looked through.
async fn parsed(what: &str, lines: &[Value]) -> Vec<Value> {
    let place = Place::new();
    let text = lines.iter().map(Value::to_string).collect::<Vec<_>>().join("\n");
    std::fs::write(place.path("texts.jsonl"), text).expect("a file");
    let ended = place.run(&["parse", what, "--file", "texts.jsonl"]).await;
    assert_eq!((ended.code, ended.err.as_str()), (Some(0), ""), "{ended:?}");
    let answers: Vec<Value> =
        ended.out.lines().map(|line| serde_json::from_str(line).expect("a line of JSON")).collect();
    for (asked, answer) in lines.iter().zip(&answers) {
        let mut fields: Vec<&str> =
            answer.as_object().expect("an object").keys().map(String::as_str).collect();
        let mut expected = FIELDS;
        fields.sort_unstable();
        expected.sort_unstable();
        assert_eq!(fields, expected);
        assert_eq!(answer["id"], asked["id"]);
    }
    assert_eq!(answers.len(), lines.len());
    answers
}

#[tokio::test]
async fn a_brief_is_read_field_by_field_and_what_it_does_not_say_is_null() {
    let briefs = [
        json!({"id": 7, "text": "Need a React developer for 2-3 weeks. On site in Berlin, Germany. Budget 800-1200 EUR."}),
        json!({"id": "silent", "text": "Hello there, is anybody around?"}),
        json!({"id": null, "text": "NUL\u{0} \u{202E}override <b>@everyone</b>"}),
    ];
    let answers = parsed("request", &briefs).await;
    let [first, silent, _] = answers.as_slice() else { panic!("{answers:?}") };
    assert_eq!(first["skills"], json!(["React"]), "{first}");
    let budget = json!({"min": 800.0, "max": 1200.0, "currency": "EUR", "kind": "fixed", "period": null});
    assert_eq!(first["budget"], budget, "{first}");
    assert_eq!(
        (&first["place"]["city"], &first["place"]["country"]),
        (&json!("Berlin"), &json!("DE")),
        "{first}"
    );
    assert_eq!(
        (&first["timeline"]["min_days"], &first["timeline"]["max_days"]),
        (&json!(14), &json!(21)),
        "{first}"
    );
    assert_eq!((&first["rate"], &first["availability"]), (&Value::Null, &Value::Null), "{first}");
    for field in
        ["skills", "nice_to_have", "budget", "place", "timeline", "rate", "availability", "languages"]
    {
        assert_eq!(silent[field], Value::Null, "{field}: {silent}");
    }
}

#[tokio::test]
async fn a_self_description_is_read_with_its_rate_and_hours() {
    let text = "I'm a Figma designer from Lisbon, 40 EUR/h, 20 hours a week. I speak Portuguese and English.";
    let answers = parsed("profile", &[json!({"id": 1, "text": text})]).await;
    let [read] = answers.as_slice() else { panic!("{answers:?}") };
    assert!(read["skills"].as_array().is_some_and(|skills| skills.contains(&json!("Figma"))), "{read}");
    let rate = json!({"min": 40.0, "max": 40.0, "currency": "EUR", "kind": "hourly", "period": "hour"});
    assert_eq!(read["rate"], rate, "{read}");
    assert_eq!(read["availability"]["hours_per_week"], json!(20), "{read}");
    assert_eq!(read["place"]["city"], json!("Lisbon"), "{read}");
    assert_eq!(read["languages"], json!(["pt", "en"]), "{read}");
    assert_eq!(read["budget"], Value::Null, "{read}");
}

#[tokio::test]
async fn a_line_that_is_none_is_named_and_nothing_is_printed() {
    let place = Place::new();
    std::fs::write(place.path("texts.jsonl"), "{\"id\": 1, \"text\": \"figma\"}\n\n{\"id\": 2}\n")
        .expect("a file");
    let ended = place.run(&["parse", "request", "--file", "texts.jsonl"]).await;
    assert_eq!((ended.code, ended.out.as_str()), (Some(1), ""), "{ended:?}");
    assert!(ended.err.contains("line 3 isn't {id, text}"), "{}", ended.err);
    let ended = place.run(&["parse", "profile", "--file", "nowhere.jsonl"]).await;
    assert_eq!(ended.code, Some(1), "{ended:?}");
    assert!(ended.err.contains("nowhere.jsonl can't be read"), "{}", ended.err);
}
