//! The pages: one frame, and what stands in it.

mod card;

use bot_core::domain::time::Timestamp;
use bot_core::i18n::Reader;
use bot_core::services::request::PublicRequest;
use bot_core::ui::view::View;
use maud::{DOCTYPE, Markup, html};

use crate::render;

/// The front page.
pub(crate) fn front(reader: &Reader, open: &[PublicRequest]) -> Markup {
    let title = reader.line("web-title", &[]);
    let steps = ["web-step-post", "web-step-match", "web-step-deal"];
    frame(
        reader,
        &title,
        &html! {
            section.hero {
                h1 { (reader.line("web-headline", &[])) }
                p.lead { (render::text(&reader.text("web-lead", &[]))) }
                ol.steps { @for step in steps { li { (render::text(&reader.text(step, &[]))) } } }
                p.note { (render::text(&reader.text("web-join", &[]))) }
            }
            section aria-labelledby="open" {
                h2 #open { (reader.line("web-open", &[])) }
                @if open.is_empty() {
                    p.empty { (render::text(&reader.text("web-open-none", &[]))) }
                }
                div.cards { @for request in open { (card::card(reader, request)) } }
            }
        },
    )
}

/// A page that a card fills.
pub(crate) fn document(reader: &Reader, view: &View) -> Markup {
    let title = view.title.words();
    frame(
        reader,
        &title,
        &html! { article.document { h1 { (render::text(&view.title)) } (render::view(view)) } },
    )
}

/// There is nothing at this address.
pub(crate) fn nothing_here(reader: &Reader) -> Markup {
    let title = reader.line("web-nothing", &[]);
    frame(
        reader,
        &title,
        &html! { article.document { h1 { (title) } p { (render::text(&reader.text("web-nothing-body", &[]))) } } },
    )
}

/// Something of ours is broken: this page is made of nothing that could be broken too.
pub(crate) fn broken() -> Markup {
    let reader = Reader { zone: chrono_tz::UTC, now: Timestamp::from_millis(0) };
    let title = reader.line("web-broken", &[]);
    frame(
        &reader,
        &title,
        &html! { article.document { h1 { (title) } p { (render::text(&reader.text("web-broken-body", &[]))) } } },
    )
}

fn frame(reader: &Reader, title: &str, content: &Markup) -> Markup {
    let name = reader.line("web-name", &[]);
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="description" content=(reader.line("web-description", &[]));
                title { (title) @if title != name { " · " (name) } }
                link rel="stylesheet" href="/style.css";
            }
            body {
                a.skip href="#content" { (reader.line("web-skip", &[])) }
                header { a.name href="/" { span.mark aria-hidden="true" {} (name) } }
                main #content { (content) }
                footer {
                    nav {
                        a href="/privacy" { (reader.line("welcome-privacy", &[])) }
                        a href="/terms" { (reader.line("welcome-terms", &[])) }
                    }
                    p { (reader.line("web-footer", &[])) }
                }
            }
        }
    }
}
