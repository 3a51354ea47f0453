//! Files and the other forms of a request's body.

use reqwest::multipart::{Form, Part};
use serde_json::{Value, json};

use super::Bench;

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\x02\x80\0\0\x01\xe0\x08\x06\0\0\0";

async fn upload(bench: &Bench, method: &str, form: Form) -> Value {
    let url = format!("{}/bot{}/{method}", bench.telegram.url(), bench.telegram.token());
    let answer = bench.http.post(url).multipart(form).send().await.expect("an answer");
    answer.json().await.expect("an envelope")
}

#[tokio::test]
async fn a_photo_has_its_size_and_can_be_sent_again() {
    let bench = Bench::new().await;
    let form = Form::new()
        .text("chat_id", bench.person.to_string())
        .text("caption", "<i>Chart</i>")
        .text("parse_mode", "HTML")
        .part("photo", Part::bytes(PNG).file_name("chart.png"));
    let sent = upload(&bench, "sendPhoto", form).await["result"].clone();
    assert_eq!((&sent["photo"][0]["width"], &sent["photo"][0]["height"]), (&json!(640), &json!(480)));
    assert_eq!((&sent["caption"], &sent["caption_entities"][0]["type"]), (&json!("Chart"), &json!("italic")));
    let id = &sent["photo"][0]["file_id"];
    let again = bench.done("sendPhoto", json!({ "chat_id": bench.person, "photo": id })).await;
    assert_eq!(again["photo"], sent["photo"]);
    let edit = json!({ "chat_id": bench.person, "message_id": sent["message_id"], "caption": "Newer" });
    assert_eq!(bench.done("editMessageCaption", edit.clone()).await["caption"], "Newer");
    let (_, words) = bench
        .refused(
            "editMessageText",
            json!({ "chat_id": bench.person, "message_id": sent["message_id"], "text": "x" }),
        )
        .await;
    assert_eq!(words, "Bad Request: there is no text in the message to edit");
}

#[tokio::test]
async fn what_is_no_picture_and_what_is_too_much_is_refused() {
    let bench = Bench::new().await;
    let form =
        |name: &'static str| Form::new().text("chat_id", bench.person.to_string()).text("caption", name);
    let text = form("x").part("photo", Part::bytes(b"no picture").file_name("x.png"));
    assert_eq!(upload(&bench, "sendPhoto", text).await["description"], "Bad Request: IMAGE_PROCESS_FAILED");
    let long = Form::new()
        .text("chat_id", bench.person.to_string())
        .text("caption", "x".repeat(1025))
        .part("document", Part::bytes(b"x").file_name("x.txt"));
    assert_eq!(
        upload(&bench, "sendDocument", long).await["description"],
        "Bad Request: message caption is too long"
    );
    let missing = form("x").text("document", "attach://elsewhere");
    assert_eq!(
        upload(&bench, "sendDocument", missing).await["description"],
        "Bad Request: there is no document in the request"
    );
}

#[tokio::test]
async fn forms_and_query_strings_are_read_like_json() {
    let bench = Bench::new().await;
    let url = format!("{}/bot{}/SENDMESSAGE", bench.telegram.url(), bench.telegram.token());
    let keyboard = json!({ "inline_keyboard": [[{ "text": "x", "callback_data": "x" }]] }).to_string();
    let body = format!("text=a%20%26+b&protect_content=true&reply_markup={}", keyboard.replace('&', "%26"));
    let request = bench.http.post(format!("{url}?chat_id={}", bench.person)).body(body);
    let request = request.header("content-type", "application/x-www-form-urlencoded; charset=utf-8");
    let answer: Value = request.send().await.expect("an answer").json().await.expect("an envelope");
    let message = &answer["result"];
    assert_eq!(
        (&message["text"], &message["has_protected_content"]),
        (&json!("a & b"), &json!(true)),
        "{answer}"
    );
    assert_eq!(message["reply_markup"]["inline_keyboard"][0][0]["callback_data"], "x");
}
