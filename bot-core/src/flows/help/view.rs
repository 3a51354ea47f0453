//! What help shows.

use super::TOPICS;
use super::action::Action;
use crate::flows::catalogue::{self, COMMANDS};
use crate::flows::dashboard::action as dashboard;
use crate::i18n::Reader;
use crate::ui::text::{Span, Text};
use crate::ui::view::{Block, Button, Choice, Select, View};

/// The overview, or one topic.
pub fn help(reader: &Reader, topic: Option<&str>) -> View {
    let title = topic.map_or_else(
        || reader.text("help-title", &[]),
        |topic| reader.text(&format!("help-topic-{topic}"), &[]),
    );
    let view = View::new("help", title);
    let view = match topic {
        Some("commands") => view.block(Block::Bullets(commands())),
        Some(topic) => view.paragraph(reader.text(&format!("help-{topic}"), &[])),
        None => view.paragraph(reader.text("help-body", &[])),
    };
    view.select(topics(reader, topic))
        .buttons(vec![Button::primary(reader.line("open-dashboard", &[]), dashboard::Action::Show)])
}

fn topics(reader: &Reader, now: Option<&str>) -> Select {
    let options = TOPICS.iter().map(|topic| Choice {
        value: (*topic).to_owned(),
        label: reader.line(&format!("help-topic-{topic}"), &[]),
        chosen: now == Some(*topic),
    });
    let placeholder = reader.line("help-choose", &[]);
    Select { action: Action::Topic.into(), placeholder, options: options.collect(), min: 1, max: 1 }
}

fn commands() -> Vec<Text> {
    let shown = COMMANDS.iter().filter(|spec| spec.in_tree && spec.telegram.is_some());
    let line = |spec: &catalogue::CommandSpec| {
        let command = Span::Command { path: spec.path.to_owned() };
        Text::from(command).then(Text::plain(format!(" — {}", catalogue::description(spec))))
    };
    shown.map(line).collect()
}
