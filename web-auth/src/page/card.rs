//! A request as anybody may read it.

use bot_core::flows::wording;
use bot_core::i18n::Reader;
use bot_core::services::request::PublicRequest;
use bot_core::ui::text::{Span, Text};
use maud::{Markup, html};

use crate::render;

/// Characters of the description that a card shows.
const EXCERPT: usize = 220;

/// The card.
pub(super) fn card(reader: &Reader, request: &PublicRequest) -> Markup {
    let brief = &request.brief;
    html! {
        article.card {
            h3 { bdi { (brief.title) } }
            p.excerpt { bdi { (excerpt(&brief.description)) } }
            @if !brief.skills.is_empty() {
                ul.skills {
                    @for wanted in &brief.skills {
                        li.must[wanted.must] { (render::text(&wording::skill(&wanted.skill))) }
                    }
                }
            }
            dl {
                (fact(reader, "web-card-budget", &wording::budget(reader, brief.budget)))
                (fact(reader, "web-card-place", &wording::work_place(reader, &brief.place)))
                (fact(reader, "web-card-due", &wording::due(reader, brief.due_at)))
            }
            p.code { (render::text(&answering(reader, &request.code))) }
        }
    }
}

/// How a request is answered: where the people are, not here.
fn answering(reader: &Reader, code: &str) -> Text {
    let command = Span::Command { path: "request view".to_owned() };
    reader.text("web-card-code", &[("command", command.into()), ("code", code.into())])
}

fn fact(reader: &Reader, label: &str, value: &Text) -> Markup {
    html! { div { dt { (reader.line(label, &[])) } dd { (render::text(value)) } } }
}

/// The beginning of a text, cut between words.
fn excerpt(text: &str) -> String {
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let Some((end, _)) = words.char_indices().nth(EXCERPT) else { return words };
    let cut = words[..end].rfind(' ').unwrap_or(end);
    format!("{}…", &words[..cut])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_is_cut_between_words() {
        assert_eq!(excerpt("two  words\nhere"), "two words here");
        let cut = excerpt(&"wörd ".repeat(100));
        assert!(cut.ends_with("wörd…") && cut.chars().count() <= EXCERPT + 1, "{cut}");
        assert_eq!(excerpt(&"x".repeat(300)).chars().count(), EXCERPT + 1);
    }
}
