//! Views as Discord's components, forms as modals.
//!
//! A member's words are escaped as the last step.

mod card;
mod commands;
mod controls;
mod escape;
mod fit;
mod form;
mod text;

use bot_core::ui::form::FormPage;
use bot_core::ui::limits::shortened;
use bot_core::ui::text::Text;
use bot_core::ui::view::{Button, Tone, View};
use serde_json::{Value, json};

pub use commands::CommandIds;
pub(crate) use controls::action_of;

use crate::wire::{COMPONENTS_V2, CONTAINER, TEXT_DISPLAY};

/// The longest text of the last resort, in characters before escaping.
const LAST_RESORT: usize = 1_500;

/// Turns views into message bodies.
#[derive(Debug, Clone, Default)]
pub struct Renderer {
    ids: CommandIds,
}

impl Renderer {
    /// A renderer that makes commands clickable as their ids become known.
    pub fn new(ids: CommandIds) -> Self {
        Self { ids }
    }

    /// The body of a message that shows `view`.
    pub fn card(&self, view: &View) -> Value {
        let parts: Vec<Value> = fit::fitted(view, &self.ids).into_iter().map(card::Part::json).collect();
        let mut container = json!({ "type": CONTAINER, "components": parts, "spoiler": false });
        if let Some(color) = accent(view.tone) {
            container["accent_color"] = color.into();
        }
        body(&[container])
    }

    /// The body of a message of one line.
    pub fn line(&self, words: &str) -> Value {
        body(&[json!({ "type": TEXT_DISPLAY, "content": self.words(words) })])
    }

    /// The body of a message with a link to open.
    pub fn link(&self, label: &str, address: &str) -> Value {
        let button = Button::link(label.to_owned(), address.to_owned());
        match controls::button(&button, &mut controls::CustomIds::default()) {
            Some(button) => body(&[controls::row(&[button])]),
            None => self.line(label),
        }
    }

    /// What is left of `view` when Discord refused its card: the words, so that nobody is met with silence.
    pub fn last_resort(&self, view: &View) -> Value {
        self.line(&shortened(&bot_core::ui::plain::view(view), LAST_RESORT))
    }

    /// The modal of a form's page.
    pub fn form(&self, page: &FormPage) -> Value {
        form::modal(page)
    }

    fn words(&self, words: &str) -> String {
        let shown = text::lines(&Text::untrusted(words), &self.ids);
        if shown.trim().is_empty() { "…".to_owned() } else { shown }
    }
}

/// A message of components that mentions nobody, whatever stands in it.
fn body(components: &[Value]) -> Value {
    json!({ "flags": COMPONENTS_V2, "allowed_mentions": { "parse": [] }, "components": components })
}

/// `body` with these flags added.
pub(crate) fn flagged(mut body: Value, flags: u32) -> Value {
    let before = body["flags"].as_u64().unwrap_or_default();
    body["flags"] = (before | u64::from(flags)).into();
    body
}

/// The colour of a card's edge. The words say the same.
fn accent(tone: Tone) -> Option<u32> {
    match tone {
        Tone::Neutral => None,
        Tone::Good => Some(0x2E_9E_5B),
        Tone::Attention => Some(0xE0_A0_20),
        Tone::Bad => Some(0xD0_45_45),
        Tone::Muted => Some(0x80_84_8E),
    }
}
