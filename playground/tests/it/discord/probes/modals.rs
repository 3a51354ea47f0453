//! Modals.

use serde_json::{Value, json};

use super::{Probe, form, input, row};

#[tokio::test]
async fn a_modal_never_answers_a_modal() {
    let mut probe = Probe::new().await;
    for from_card in [false, true] {
        let event = probe.submit(from_card).await;
        let answer = probe.rest.answer(&event, &json!({"type": 9, "data": form(&json!([input("a")]))})).await;
        assert_eq!(answer.refusal(), (400, 50035));
        assert_eq!(answer.error_at("type"), "BASE_TYPE_CHOICES");
    }
}

#[tokio::test]
async fn its_texts_and_inputs_have_limits() {
    let mut probe = Probe::new().await;
    let event = probe.command().await;
    let labelled = |label: &str| row(&json!([{"type": 4, "custom_id": "a", "style": 1, "label": label}]));
    let bare = row(&json!([{"type": 4, "custom_id": "a", "style": 1}]));
    let titled = |title: &str| json!({"custom_id": "form", "title": title, "components": [input("a")]});
    let six: Value = (0..6).map(|n| input(&n.to_string())).collect();
    let long =
        row(&json!([{"type": 4, "custom_id": "a", "style": 1, "label": "A", "value": "x".repeat(4_001)}]));
    let button = row(&json!([super::button("b")]));
    let filled = row(
        &json!([{"type": 4, "custom_id": "a", "style": 1, "label": "A", "max_length": 3, "value": "long"}]),
    );
    for (data, path, code) in [
        (titled(&"x".repeat(46)), "data.title", "BASE_TYPE_BAD_LENGTH"),
        (titled(""), "data.title", "BASE_TYPE_REQUIRED"),
        (
            form(&json!([labelled(&"x".repeat(46))])),
            "data.components.0.components.0.label",
            "BASE_TYPE_BAD_LENGTH",
        ),
        (form(&json!([bare])), "data.components.0.components.0.label", "BASE_TYPE_REQUIRED"),
        (form(&six), "data.components", "BASE_TYPE_BAD_LENGTH"),
        (form(&json!([])), "data.components", "BASE_TYPE_BAD_LENGTH"),
        (
            form(&json!([input("a"), input("a")])),
            "data.components.1.components.0.custom_id",
            "COMPONENT_CUSTOM_ID_DUPLICATED",
        ),
        (form(&json!([long])), "data.components.0.components.0.value", "BASE_TYPE_MAX_LENGTH"),
        (form(&json!([filled])), "data.components.0.components.0.value", "BASE_TYPE_BAD_LENGTH"),
        (form(&json!([button])), "data.components.0.components.0.type", "BASE_TYPE_CHOICES"),
    ] {
        let answer = probe.rest.answer(&event, &json!({"type": 9, "data": data})).await;
        assert_eq!(answer.refusal(), (400, 50035), "{data}");
        assert_eq!(answer.error_at(path), code, "{}", answer.body);
    }
    let right = probe.rest.answer(&event, &json!({"type": 9, "data": form(&json!([input("a")]))})).await;
    assert_eq!(right.status, 204, "a refused answer does not use the interaction up");
}
