//! Components of messages.

use serde_json::{Value, json};

use super::{button, line, options, row, with};
use crate::discord::{
    stage::Stage,
    wire::{Answer, Rest},
};

async fn send(body: &Value) -> Answer {
    let stage = Stage::new().await;
    let rest = Rest::of(&stage);
    let answer = rest.say(stage.channel, body).await;
    let refused = stage.discord.journal().list().iter().any(|call| call.refused.is_some());
    assert_eq!(refused, answer.status >= 400, "the journal tells of every refusal");
    assert_eq!(stage.seen().is_empty(), refused, "what is refused is not shown");
    answer
}

async fn refused(components: Value, path: &str) -> String {
    let answer = send(&with(&components)).await;
    assert_eq!(answer.refusal(), (400, 50035), "{}", answer.body);
    answer.error_at(path).to_owned()
}

#[tokio::test]
async fn forty_components_fit_and_forty_one_do_not() {
    let lines = |count| (0..count).map(|n| line(&format!("{n}"))).collect::<Value>();
    let card = |count| json!([{"type": 17, "components": lines(count)}]);
    assert_eq!(send(&with(&card(39))).await.status, 200);
    assert_eq!(refused(card(40), "components").await, "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED");
    assert_eq!(refused(lines(41), "components").await, "BASE_TYPE_MAX_LENGTH");
}

#[tokio::test]
async fn text_of_all_components_together_has_4000_characters() {
    let half = "é".repeat(2_000);
    assert_eq!(send(&with(&json!([line(&half), line(&half)]))).await.status, 200);
    let over = json!([line(&half), line(&half), line("!")]);
    assert_eq!(refused(over, "components").await, "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED");
}

#[tokio::test]
async fn an_empty_text_is_required() {
    assert_eq!(refused(json!([line("")]), "components.0.content").await, "BASE_TYPE_REQUIRED");
}

#[tokio::test]
async fn a_row_has_one_to_five_buttons_or_one_select() {
    let buttons = |count| (0..count).map(|n| button(&format!("b{n}"))).collect::<Value>();
    assert_eq!(send(&with(&json!([row(&buttons(5))]))).await.status, 200);
    assert_eq!(refused(json!([row(&buttons(6))]), "components.0.components").await, "BASE_TYPE_BAD_LENGTH");
    assert_eq!(refused(json!([row(&json!([]))]), "components.0.components").await, "BASE_TYPE_BAD_LENGTH");
    let select = json!({"type": 3, "custom_id": "s", "options": options(2)});
    let both = json!([row(&json!([select, button("b")]))]);
    assert_eq!(refused(both, "components.0.components.1").await, "COMPONENT_LAYOUT_WIDTH_EXCEEDED");
}

#[tokio::test]
async fn a_select_has_one_to_25_options_all_different() {
    let select = |options: Value| json!([row(&json!([{"type": 3, "custom_id": "s", "options": options}]))]);
    let at = "components.0.components.0.options";
    assert_eq!(send(&with(&select(options(25)))).await.status, 200);
    assert_eq!(refused(select(options(26)), at).await, "BASE_TYPE_BAD_LENGTH");
    assert_eq!(refused(select(options(0)), at).await, "BASE_TYPE_BAD_LENGTH");
    let twice = json!([{"label": "A", "value": "x"}, {"label": "B", "value": "x"}]);
    assert_eq!(refused(select(twice), &format!("{at}.1")).await, "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED");
}

#[tokio::test]
async fn a_custom_id_has_1_to_100_characters_and_is_used_once() {
    let at = "components.0.components.0.custom_id";
    let one = |custom_id: &str| json!([row(&json!([button(custom_id)]))]);
    assert_eq!(send(&with(&one(&"x".repeat(100)))).await.status, 200);
    assert_eq!(refused(one(&"x".repeat(101)), at).await, "BASE_TYPE_BAD_LENGTH");
    assert_eq!(refused(one(""), at).await, "BASE_TYPE_REQUIRED");
    let twice = json!([row(&json!([button("same")])), row(&json!([button("same")]))]);
    assert_eq!(refused(twice, "components.1.components.0.custom_id").await, "COMPONENT_CUSTOM_ID_DUPLICATED");
}

#[tokio::test]
async fn a_button_has_80_characters_and_what_its_style_needs() {
    let one = |button: Value| json!([row(&json!([button]))]);
    let at = |field: &str| format!("components.0.components.0{field}");
    let mut long = button("b");
    long["label"] = json!("x".repeat(81));
    assert_eq!(refused(one(long), &at(".label")).await, "BASE_TYPE_MAX_LENGTH");
    let mut bare = button("b");
    bare["label"] = Value::Null;
    assert_eq!(refused(one(bare), &at("")).await, "BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED");
    let link = json!({"type": 2, "style": 5, "label": "Open"});
    assert_eq!(refused(one(link), &at(".url")).await, "BUTTON_COMPONENT_URL_REQUIRED");
    let mut unknown = button("b");
    unknown["style"] = json!(9);
    assert_eq!(refused(one(unknown), &at(".style")).await, "BASE_TYPE_CHOICES");
    let dumb = json!({"type": 2, "style": 1, "label": "Go"});
    assert_eq!(refused(one(dumb), &at(".custom_id")).await, "BUTTON_COMPONENT_CUSTOM_ID_REQUIRED");
}

#[tokio::test]
async fn an_unknown_kind_or_field_is_refused() {
    assert_eq!(refused(json!([{"type": 99}]), "components.0").await, "UNION_TYPE_CHOICES");
    assert_eq!(refused(json!([{"content": "x"}]), "components.0.type").await, "BASE_TYPE_REQUIRED");
    let mut odd = line("x");
    odd["colour"] = json!("red");
    assert_eq!(refused(json!([odd]), "components.0.colour").await, "UNKNOWN_FIELD");
}

#[tokio::test]
async fn a_picture_must_come_along() {
    let picture = json!([{"type": 12, "items": [{"media": {"url": "attachment://chart.png"}}]}]);
    let code = refused(picture, "components.0").await;
    assert_eq!(code, "UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND");
}
