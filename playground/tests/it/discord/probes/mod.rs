//! What Discord refuses, refused with Discord's own code.

mod commands;
mod components;
mod dms;
mod interactions;
mod messages;
mod modals;
mod transport;

use serde_json::{Value, json};

use super::{
    stage::Stage,
    wire::{Gateway, Rest},
};

/// A stage with a command and a client that hears of everything.
pub(crate) struct Probe {
    pub(crate) stage: Stage,
    pub(crate) rest: Rest,
    pub(crate) gateway: Gateway,
}

impl Probe {
    pub(crate) async fn new() -> Self {
        let stage = Stage::new().await;
        let rest = Rest::of(&stage);
        let command = json!({"name": "do", "description": "Do it", "contexts": [0, 1], "options": [
            {"type": 3, "name": "what", "description": "What to do", "autocomplete": true},
        ]});
        assert_eq!(rest.register(&json!([command])).await.status, 200);
        let (gateway, _) = Gateway::identified(&stage).await;
        Self { stage, rest, gateway }
    }

    /// The user runs the command; the bot has its event.
    pub(crate) async fn command(&mut self) -> Value {
        let call = playground::discord::Call::new("do");
        self.stage.discord.run(self.stage.user, self.stage.channel, &call).expect("the command is there");
        self.gateway.interaction().await
    }

    /// The user presses a button of a card the bot has in the channel.
    pub(crate) async fn press(&mut self) -> Value {
        let card = with(&json!([row(&json!([button("go")]))]));
        let sent = self.rest.say(self.stage.channel, &card).await;
        let message = super::wire::id(&sent.body["id"]);
        self.stage.discord.press(self.stage.user, message, "go", None).expect("the button is there");
        self.gateway.interaction().await
    }

    /// The user submits a form that a command, or a card, opened.
    pub(crate) async fn submit(&mut self, from_card: bool) -> Value {
        let opener = if from_card { self.press().await } else { self.command().await };
        let opened =
            self.rest.answer(&opener, &json!({"type": 9, "data": form(&json!([input("why")]))})).await;
        assert_eq!(opened.status, 204);
        let id = super::wire::id(&opener["id"]);
        let seen = self.stage.discord.interaction(id).expect("it is known");
        let fields = serde_json::Map::from_iter([("why".to_owned(), json!("Because"))]);
        let modal = super::wire::id(&seen["modal"]["id"]);
        self.stage.discord.submit(self.stage.user, modal, &fields).expect("the form is open");
        self.gateway.interaction().await
    }
}

/// A careful V2 body with these components.
pub(crate) fn with(components: &Value) -> Value {
    json!({"flags": 1 << 15, "allowed_mentions": {"parse": []}, "components": components})
}

pub(crate) fn line(text: &str) -> Value {
    json!({"type": 10, "content": text})
}

pub(crate) fn row(components: &Value) -> Value {
    json!({"type": 1, "components": components})
}

pub(crate) fn button(custom_id: &str) -> Value {
    json!({"type": 2, "style": 2, "label": "Go", "custom_id": custom_id})
}

pub(crate) fn options(count: usize) -> Value {
    (0..count).map(|n| json!({"label": format!("Option {n}"), "value": n.to_string()})).collect()
}

pub(crate) fn input(custom_id: &str) -> Value {
    row(&json!([{"type": 4, "custom_id": custom_id, "style": 1, "label": "Why?"}]))
}

pub(crate) fn form(components: &Value) -> Value {
    json!({"custom_id": "form", "title": "A form", "components": components})
}
