//! The HTML tags of Telegram and the entities they make.

use super::{Entity, is_web_address};

/// Every tag there is; anything else is refused.
const TAGS: [&str; 17] = [
    "a",
    "b",
    "blockquote",
    "code",
    "del",
    "em",
    "i",
    "ins",
    "pre",
    "s",
    "span",
    "strike",
    "strong",
    "tg-emoji",
    "tg-spoiler",
    "tg-time",
    "u",
];

/// An open tag and what its attributes said.
#[derive(Debug)]
pub(super) struct Tag {
    pub(super) name: String,
    /// Where it opened: UTF-16 units and bytes of the plain text.
    pub(super) offset: usize,
    pub(super) byte: usize,
    attributes: Vec<(String, String)>,
}

/// Whether Telegram knows a tag of this name.
pub(super) fn known(name: &str) -> bool {
    TAGS.contains(&name)
}

impl Tag {
    /// Checks the attributes; `at` is the byte where the tag began.
    pub(super) fn open(
        name: String,
        attributes: Vec<(String, String)>,
        (offset, byte): (usize, usize),
        at: usize,
    ) -> Result<Self, String> {
        let tag = Self { name, offset, byte, attributes };
        if tag.name == "span" && tag.attribute("class") != Some("tg-spoiler") {
            return Err(format!("Tag \"span\" must have class \"tg-spoiler\" at byte offset {at}"));
        }
        if tag.name == "tg-emoji" && !tag.attribute("emoji-id").is_some_and(is_number) {
            return Err("Invalid custom emoji identifier specified".to_owned());
        }
        if tag.name == "tg-time" {
            tag.check_time(at)?;
        }
        Ok(tag)
    }

    fn check_time(&self, at: usize) -> Result<(), String> {
        if !self.attribute("unix").is_some_and(is_number) {
            return Err(format!("Tag \"tg-time\" must have attribute \"unix\" at byte offset {at}"));
        }
        if !self.attribute("format").is_none_or(is_time_format) {
            return Err("Invalid date-time format specified".to_owned());
        }
        Ok(())
    }

    fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// The entity over `length` units of text; `None` with a remark where a link leads nowhere.
    pub(super) fn close(&self, length: usize, text: &str, last: Option<&mut Entity>) -> Closed {
        let plain = |kind: &str| Closed::Entity(Entity::new(kind, self.offset, length));
        match self.name.as_str() {
            "b" | "strong" => plain("bold"),
            "i" | "em" => plain("italic"),
            "u" | "ins" => plain("underline"),
            "s" | "strike" | "del" => plain("strikethrough"),
            "span" | "tg-spoiler" => plain("spoiler"),
            "blockquote" if self.attribute("expandable").is_some() => plain("expandable_blockquote"),
            "blockquote" => plain("blockquote"),
            "pre" => self.pre(length, last),
            "code" => self.code(length),
            "a" => self.link(length, text),
            "tg-emoji" => {
                let id = self.attribute("emoji-id").map(str::to_owned);
                Closed::Entity(Entity {
                    custom_emoji_id: id,
                    ..Entity::new("custom_emoji", self.offset, length)
                })
            }
            _ => {
                let unix_time = self.attribute("unix").and_then(|seconds| seconds.parse().ok());
                let date_time_format =
                    self.attribute("format").filter(|format| !format.is_empty()).map(str::to_owned);
                let entity = Entity::new("date_time", self.offset, length);
                Closed::Entity(Entity { unix_time, date_time_format, ..entity })
            }
        }
    }

    /// `<pre><code class="language-x">` is one entity with a language.
    fn pre(&self, length: usize, last: Option<&mut Entity>) -> Closed {
        let inner = last.filter(|entity| {
            entity.kind == "code"
                && (entity.offset, entity.length) == (self.offset, length)
                && entity.language.is_some()
        });
        let Some(inner) = inner else { return Closed::Entity(Entity::new("pre", self.offset, length)) };
        "pre".clone_into(&mut inner.kind);
        Closed::Merged
    }

    fn code(&self, length: usize) -> Closed {
        let language =
            self.attribute("class").and_then(|class| class.strip_prefix("language-")).map(str::to_owned);
        Closed::Entity(Entity { language, ..Entity::new("code", self.offset, length) })
    }

    fn link(&self, length: usize, text: &str) -> Closed {
        let url =
            self.attribute("href").filter(|url| !url.is_empty()).unwrap_or(&text[self.byte..]).to_owned();
        if let Some(id) = url.strip_prefix("tg://user?id=").and_then(|id| id.parse::<i64>().ok()) {
            let user =
                Some(serde_json::json!({ "id": id, "is_bot": false, "first_name": &text[self.byte..] }));
            return Closed::Entity(Entity { user, ..Entity::new("text_mention", self.offset, length) });
        }
        let whole = if url.contains("://") { url.clone() } else { format!("http://{url}") };
        if whole.starts_with("tg://") || is_web_address(&whole) {
            let entity = Entity::new("text_link", self.offset, length);
            return Closed::Entity(Entity { url: Some(whole), ..entity });
        }
        Closed::Lost(format!("the link to \"{url}\" is dropped: its address is none"))
    }
}

/// What came of a closed tag.
#[derive(Debug)]
pub(super) enum Closed {
    Entity(Entity),
    /// The entity before it took it in.
    Merged,
    Lost(String),
}

fn is_number(text: &str) -> bool {
    text.parse::<i64>().is_ok()
}

/// `r`, or any of `w`, `d` or `D`, `t` or `T`, in this order.
fn is_time_format(format: &str) -> bool {
    let rest = format.strip_prefix('w').unwrap_or(format);
    let rest = rest.strip_prefix(['d', 'D']).unwrap_or(rest);
    let rest = rest.strip_prefix(['t', 'T']).unwrap_or(rest);
    format == "r" || rest.is_empty()
}
