//! A card: title, tone, blocks, rows of controls and a footer.

use serde::{Deserialize, Serialize};

use super::action::Token;
use super::text::Text;

/// What a member sees. `name` is the key of its sample and of its place in the documentation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct View {
    /// The view's own name, as in `request_card`.
    pub name: String,
    /// The heading.
    pub title: Text,
    /// The state as a colour; the words always say it too.
    pub tone: Tone,
    /// The body.
    pub blocks: Vec<Block>,
    /// Controls below the body.
    pub rows: Vec<Row>,
    /// Small print below all else.
    pub footer: Option<Text>,
}

/// What a card's colour says.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tone {
    /// Nothing in particular.
    #[default]
    Neutral,
    /// It went well.
    Good,
    /// Somebody has to act.
    Attention,
    /// It went wrong.
    Bad,
    /// It is over.
    Muted,
}

/// A part of a card's body. The list is closed: see the module's documentation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Block {
    /// Running text.
    Paragraph(Text),
    /// A heading inside the card.
    Heading(Text),
    /// Label and value, one a line.
    Facts(Vec<Fact>),
    /// A list without order.
    Bullets(Vec<Text>),
    /// A list in order, counted from `start`.
    Numbered {
        /// The first number.
        start: u32,
        /// The items.
        items: Vec<Text>,
    },
    /// An entry of a list of things: lines of text with one control of its own.
    Item {
        /// The lines.
        lines: Vec<Text>,
        /// The control.
        button: Option<Button>,
    },
    /// Somebody's words, set apart.
    Quote(Text),
    /// A heading with lines below it that a platform may fold away.
    Details {
        /// What is always seen.
        summary: Text,
        /// What may be folded away.
        lines: Vec<Text>,
    },
    /// A line between what is and what can be done.
    Divider,
    /// Small, quiet text.
    Note(Text),
}

/// A label and its value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact {
    /// The label.
    pub label: Text,
    /// The value.
    pub value: Text,
}

/// A row of controls.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Row {
    /// One to five buttons.
    Buttons(Vec<Button>),
    /// One select of at most 25 options.
    Select(Select),
}

/// A button: a verb and its object, at most 34 characters.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Button {
    /// The words on it.
    pub label: String,
    /// How it looks.
    pub kind: ButtonKind,
    /// What it does.
    pub press: Press,
}

/// How a button looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ButtonKind {
    /// The next step: at most one in a view.
    Primary,
    /// Any other step.
    Secondary,
    /// It can't be undone.
    Danger,
}

/// What pressing a button does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Press {
    /// An action of ours.
    Act(Token),
    /// An address to open.
    Open(String),
}

/// A choice among options.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Select {
    /// What choosing does; the values chosen come along as `picked`.
    pub action: Token,
    /// What is shown while nothing is chosen.
    pub placeholder: String,
    /// The options, at most 25.
    pub options: Vec<Choice>,
    /// How many may be chosen at least and at most.
    pub min: u8,
    /// See `min`.
    pub max: u8,
}

/// One option of a select.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// What comes back when it is chosen: ASCII, at most 32 characters.
    pub value: String,
    /// The words.
    pub label: String,
    /// Whether it is chosen now.
    pub chosen: bool,
}

impl View {
    /// A card with a title and nothing else yet.
    pub fn new(name: &str, title: Text) -> Self {
        Self {
            name: name.to_owned(),
            title,
            tone: Tone::Neutral,
            blocks: Vec::new(),
            rows: Vec::new(),
            footer: None,
        }
    }

    /// With this tone.
    #[must_use]
    pub fn tone(mut self, tone: Tone) -> Self {
        self.tone = tone;
        self
    }

    /// With one more block.
    #[must_use]
    pub fn block(mut self, block: Block) -> Self {
        self.blocks.push(block);
        self
    }

    /// With a paragraph more, unless it is empty.
    #[must_use]
    pub fn paragraph(self, text: Text) -> Self {
        if text.is_empty() { self } else { self.block(Block::Paragraph(text)) }
    }

    /// With one more row of buttons, unless there are none.
    #[must_use]
    pub fn buttons(mut self, buttons: Vec<Button>) -> Self {
        if !buttons.is_empty() {
            self.rows.push(Row::Buttons(buttons));
        }
        self
    }

    /// With a select.
    #[must_use]
    pub fn select(mut self, select: Select) -> Self {
        self.rows.push(Row::Select(select));
        self
    }

    /// With small print.
    #[must_use]
    pub fn footer(mut self, footer: Text) -> Self {
        self.footer = Some(footer);
        self
    }

    /// Every button of the card, those beside items included, in reading order.
    pub fn all_buttons(&self) -> impl Iterator<Item = &Button> {
        let beside = self.blocks.iter().filter_map(|block| match block {
            Block::Item { button, .. } => button.as_ref(),
            _ => None,
        });
        let below = self.rows.iter().flat_map(|row| match row {
            Row::Buttons(buttons) => buttons.as_slice(),
            Row::Select(_) => &[],
        });
        beside.chain(below)
    }
}

impl Button {
    /// The next step.
    pub fn primary(label: String, action: impl Into<Token>) -> Self {
        Self { label, kind: ButtonKind::Primary, press: Press::Act(action.into()) }
    }

    /// Any other step.
    pub fn secondary(label: String, action: impl Into<Token>) -> Self {
        Self { label, kind: ButtonKind::Secondary, press: Press::Act(action.into()) }
    }

    /// A step that can't be undone.
    pub fn danger(label: String, action: impl Into<Token>) -> Self {
        Self { label, kind: ButtonKind::Danger, press: Press::Act(action.into()) }
    }

    /// A link.
    pub fn link(label: String, address: String) -> Self {
        Self { label, kind: ButtonKind::Secondary, press: Press::Open(address) }
    }
}
