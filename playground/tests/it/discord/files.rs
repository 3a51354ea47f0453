//! Files that come with an answer.

use playground::discord::Call;
use reqwest::multipart::{Form, Part};
use serde_json::{Value, json};

use super::{
    probes::Probe,
    wire::{id, text},
};

#[tokio::test]
async fn a_file_of_an_answer_is_served_and_stays_through_an_edit() {
    let mut probe = Probe::new().await;
    probe.stage.discord.run(probe.stage.user, probe.stage.channel, &Call::new("do")).expect("fine");
    let event = probe.gateway.interaction().await;
    let data = json!({
        "flags": 1 << 15,
        "allowed_mentions": {"parse": []},
        "attachments": [{"id": "0", "description": "The numbers"}],
        "components": [{"type": 13, "file": {"url": "attachment://numbers.csv"}}],
    });
    let payload = json!({"type": 4, "data": data}).to_string();
    let file =
        Part::bytes(b"x,y\n1,2\n".to_vec()).file_name("numbers.csv").mime_str("text/csv").expect("a type");
    let form = Form::new().text("payload_json", payload).part("files[0]", file);
    let (interaction, token) = (text(&event["id"]), text(&event["token"]));
    let base = format!("{}/api/v10", probe.stage.discord.url());
    let client = reqwest::Client::builder().build().expect("a client");
    let url = format!("{base}/interactions/{interaction}/{token}/callback?with_response=true");
    let answer = client.post(url).multipart(form).send().await.expect("an answer");
    let body: Value = answer.json().await.expect("JSON");
    let message = &body["resource"]["message"];
    let address = message["attachments"][0]["url"].clone();
    assert_eq!(message["components"][0]["file"]["url"], address, "{body}");
    let fetched = client.get(text(&address)).send().await.expect("an answer");
    assert_eq!(fetched.headers()["content-type"], "text/csv");
    assert_eq!(fetched.bytes().await.expect("bytes").as_ref(), b"x,y\n1,2\n");

    let path = probe.rest.webhook(&event, "/messages/@original");
    let edited = probe.rest.patch(&path, &json!({"components": [{"type": 10, "content": "Later"}]})).await;
    assert_eq!(id(&edited.body["attachments"][0]["id"]), id(&message["attachments"][0]["id"]));
    let dropped = probe.rest.patch(&path, &json!({"attachments": []})).await;
    assert_eq!(dropped.body["attachments"], json!([]));
}

#[tokio::test]
async fn a_person_can_send_a_file_with_a_command() {
    let mut probe = Probe::new().await;
    let option = json!({"type": 11, "name": "file", "description": "Work to hand in", "required": true});
    probe.rest.register(&json!([{"name": "deliver", "description": "Hand in", "options": [option]}])).await;
    let file = json!({"filename": "logo.txt", "content_type": "text/plain", "base64": "TG9nbw=="});
    let call = Call::new("deliver").with("file", file);
    probe.stage.discord.run(probe.stage.user, probe.stage.channel, &call).expect("fine");
    let event = probe.gateway.interaction().await;
    let id = text(&event["data"]["options"][0]["value"]);
    let attachment = &event["data"]["resolved"]["attachments"][id];
    assert_eq!((&attachment["filename"], &attachment["size"]), (&json!("logo.txt"), &json!(4)));
    let client = reqwest::Client::builder().build().expect("a client");
    let fetched = client.get(text(&attachment["url"])).send().await.expect("an answer");
    assert_eq!(fetched.bytes().await.expect("bytes").as_ref(), b"Logo");
}
