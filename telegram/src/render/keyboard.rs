//! Inline keyboards: rows that fit a phone, the next step on top.

use bot_core::domain::words::{is_blank, on_one_line, readable};
use bot_core::ui::view::{Block, Button, ButtonKind, Press, Row, View};
use reqwest::Url;
use serde::Serialize;

use super::options;

/// An inline keyboard. teloxide 0.17 has types for it, but none with a key's `style` (Bot API 9.4).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub(crate) struct Keyboard {
    inline_keyboard: Vec<Vec<Key>>,
}

/// A key of the keyboard.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Key {
    text: String,
    #[serde(flatten)]
    does: Does,
    #[serde(skip_serializing_if = "Option::is_none")]
    style: Option<&'static str>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
enum Does {
    CallbackData(String),
    Url(String),
}

/// A link that Telegram refuses as a button.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Spelled {
    pub(super) label: String,
    pub(super) address: String,
}

impl Keyboard {
    pub(super) fn of(rows: Vec<Vec<Key>>) -> Self {
        Self { inline_keyboard: rows }
    }

    /// Whether there is nothing to press.
    pub(crate) fn is_empty(&self) -> bool {
        self.inline_keyboard.is_empty()
    }
}

impl Key {
    pub(super) fn open(label: &str, address: &str) -> Self {
        Self { text: shown(label), does: Does::Url(address.to_owned()), style: None }
    }

    pub(super) fn press(label: &str, data: String) -> Self {
        Self { text: shown(label), does: Does::CallbackData(data), style: None }
    }

    /// The key of a button; `None` for a link that Telegram refuses.
    fn of(button: &Button, label: &str) -> Option<Self> {
        let does = match &button.press {
            Press::Act(token) => Does::CallbackData(token.encode()),
            Press::Open(address) if opens(address) => Does::Url(address.clone()),
            Press::Open(_) => return None,
        };
        let style = match button.kind {
            ButtonKind::Primary => Some("primary"),
            ButtonKind::Secondary => None,
            ButtonKind::Danger => Some("danger"),
        };
        Some(Self { text: shown(label), does, style })
    }
}

/// A label: Telegram refuses the whole message for one that shows nothing.
fn shown(label: &str) -> String {
    let line = on_one_line(&readable(label));
    if is_blank(&line) { "…".to_owned() } else { line }
}

/// Whether Telegram takes `address` on a button: it refuses hosts without a dot.
pub(super) fn opens(address: &str) -> bool {
    Url::parse(address).is_ok_and(|url| match url.scheme() {
        "http" | "https" => url.host_str().is_some_and(|host| host.contains('.')),
        scheme => scheme == "tg",
    })
}

/// Whether items carry numbers, so that a key can name the item it belongs to.
pub(super) fn numbers_items(view: &View) -> bool {
    view.blocks.iter().filter(|block| matches!(block, Block::Item { button: Some(_), .. })).count() > 1
}

/// The links of `view` that can't be buttons, to be written into the text.
pub(super) fn spelled_out(view: &View) -> Vec<Spelled> {
    let links = view.all_buttons().filter_map(|button| match &button.press {
        Press::Open(address) if !opens(address) => {
            Some(Spelled { label: button.label.clone(), address: address.clone() })
        }
        _ => None,
    });
    links.collect()
}

/// The controls of `view`: one keyboard, or several where a select is so long that it is leafed through.
pub(super) fn pages(view: &View) -> Vec<Keyboard> {
    (0..options::pages(view)).map(|page| drawn(view, page)).collect()
}

fn drawn(view: &View, page: usize) -> Keyboard {
    let numbered = numbers_items(view);
    let beside = view.blocks.iter().filter_map(|block| match block {
        Block::Item { button, .. } => button.as_ref(),
        _ => None,
    });
    let beside = (1..).zip(beside).filter_map(|(number, button)| {
        let label = if numbered { format!("{number} · {}", button.label) } else { button.label.clone() };
        Key::of(button, &label)
    });
    let mut rows = laid_out(beside.collect());
    for row in &view.rows {
        rows.extend(match row {
            Row::Buttons(buttons) => {
                laid_out(buttons.iter().filter_map(|button| Key::of(button, &button.label)).collect())
            }
            Row::Select(select) => options::rows(select, page),
        });
    }
    next_step_first(&mut rows);
    Keyboard::of(rows)
}

/// The longest label of a row of one, two or three keys that a narrow phone shows whole.
const LABELS: [usize; 3] = [usize::MAX, 17, 10];

/// Keys in rows of at most three, as many as their labels leave room for.
pub(super) fn laid_out(keys: Vec<Key>) -> Vec<Vec<Key>> {
    let mut rows: Vec<Vec<Key>> = Vec::new();
    for key in keys {
        match rows.last_mut() {
            Some(row) if has_room(row, &key) => row.push(key),
            _ => rows.push(vec![key]),
        }
    }
    rows
}

fn has_room(row: &[Key], key: &Key) -> bool {
    let longest = row.iter().chain([key]).map(|key| key.text.chars().count()).max().unwrap_or_default();
    LABELS.get(row.len()).is_some_and(|most| longest <= *most)
}

/// Puts the primary key into a row of its own at the top.
fn next_step_first(rows: &mut Vec<Vec<Key>>) {
    let primary = |key: &Key| key.style == Some("primary");
    let Some(row) = rows.iter().position(|row| row.iter().any(primary)) else {
        return;
    };
    let Some(key) = rows[row].iter().position(primary).map(|column| rows[row].remove(column)) else {
        return;
    };
    rows.retain(|row| !row.is_empty());
    rows.insert(0, vec![key]);
}
