//! A card as plain text: transcripts, logs and screen-reader order read it.

use std::fmt::Write as _;

use super::form::FormPage;
use super::reply::{How, Reply};
use super::view::{Block, Button, ButtonKind, Press, Row, Tone, View};

/// A reply as a person would read it out.
pub fn reply(reply: &Reply) -> String {
    match reply {
        Reply::View { view: card, how, open_direct } => {
            let mut out = match how {
                How::New => String::new(),
                How::Replace => "(in place)\n".to_owned(),
                How::Private => "(only you)\n".to_owned(),
            };
            out.push_str(&view(card));
            if let Some(direct) = open_direct {
                let _ = write!(out, "(and in a direct message)\n{}", view(direct));
            }
            out
        }
        Reply::Ask(page) => form(page),
        Reply::Toast(words) => format!("({words})\n"),
        Reply::Link { label, address } => format!("{label}: {address}\n"),
        Reply::Nothing => "(nothing)\n".to_owned(),
    }
}

/// A page of a form, with its inputs.
pub fn form(page: &FormPage) -> String {
    let mut out = format!("Form: {}\n", page.title);
    for input in &page.inputs {
        let star = if input.required { " *" } else { "" };
        let value = input.value.as_deref().unwrap_or(&input.placeholder);
        let held = if input.value.is_some() { "=" } else { "e.g." };
        let _ = writeln!(out, "  {}{star} {held} {value}", input.label);
    }
    out
}

/// A card.
pub fn view(view: &View) -> String {
    let tone = match view.tone {
        Tone::Neutral => "",
        Tone::Good => " (good)",
        Tone::Attention => " (attention)",
        Tone::Bad => " (bad)",
        Tone::Muted => " (muted)",
    };
    let mut out = format!("# {}{tone}\n", view.title.words());
    for block in &view.blocks {
        write_block(&mut out, block);
    }
    for row in &view.rows {
        write_row(&mut out, row);
    }
    if let Some(footer) = &view.footer {
        let _ = writeln!(out, "-# {}", footer.words());
    }
    out
}

fn write_block(out: &mut String, block: &Block) {
    match block {
        Block::Paragraph(text) => writes(out, "", &text.words()),
        Block::Heading(text) => writes(out, "## ", &text.words()),
        Block::Facts(facts) => {
            for fact in facts {
                let _ = writeln!(out, "{}: {}", fact.label.words(), fact.value.words());
            }
        }
        Block::Bullets(items) => {
            for item in items {
                let _ = writeln!(out, "- {}", item.words());
            }
        }
        Block::Numbered { start, items } => {
            for (number, item) in (*start..).zip(items) {
                let _ = writeln!(out, "{number}. {}", item.words());
            }
        }
        Block::Item { lines, button } => {
            for line in lines {
                let _ = writeln!(out, "* {}", line.words());
            }
            if let Some(button) = button {
                let _ = writeln!(out, "    {}", drawn(button));
            }
        }
        Block::Quote(text) => writes(out, "> ", &text.words().replace('\n', "\n> ")),
        Block::Details { summary, lines } => {
            let _ = writeln!(out, "{}", summary.words());
            for line in lines {
                let _ = writeln!(out, "  - {}", line.words());
            }
        }
        Block::Divider => out.push_str("---\n"),
        Block::Note(text) => writes(out, "-# ", &text.words()),
    }
}

fn writes(out: &mut String, mark: &str, words: &str) {
    out.push_str(mark);
    out.push_str(words);
    out.push('\n');
}

fn write_row(out: &mut String, row: &Row) {
    match row {
        Row::Buttons(buttons) => {
            let drawn: Vec<String> = buttons.iter().map(drawn).collect();
            let _ = writeln!(out, "{}", drawn.join(" "));
        }
        Row::Select(select) => {
            let options: Vec<String> = select
                .options
                .iter()
                .map(|choice| format!("{}{}", if choice.chosen { "*" } else { "" }, choice.label))
                .collect();
            let _ = writeln!(out, "{{ {}: {} }}", select.placeholder, options.join(" | "));
        }
    }
}

fn drawn(button: &Button) -> String {
    let label = match &button.press {
        Press::Act(_) => button.label.clone(),
        Press::Open(address) => format!("{} -> {address}", button.label),
    };
    match button.kind {
        ButtonKind::Primary => format!("( {label} )"),
        ButtonKind::Secondary => format!("[ {label} ]"),
        ButtonKind::Danger => format!("‹ {label} ›"),
    }
}
