//! Text as HTML: a member's words keep their direction, times say what they mean.

use bot_core::ui::text::{Span, Text, person};
use maud::{Markup, html};

/// The spans, one after the other.
pub(crate) fn text(text: &Text) -> Markup {
    html! { @for span in &text.0 { (one(span)) } }
}

fn one(span: &Span) -> Markup {
    match span {
        Span::Plain(words) => html! { (words) },
        Span::Strong(words) => html! { strong { (words) } },
        Span::Untrusted(words) => html! { bdi { (words) } },
        Span::Time { at, shown, .. } => html! {
            time datetime=(at.in_zone(chrono_tz::UTC).to_rfc3339()) { (shown) }
        },
        Span::Money { shown, .. } => html! { span.money { (shown) } },
        Span::Person { name, handle, platform } => {
            html! { bdi { (person(name, handle.as_deref(), *platform)) } }
        }
        Span::Command { path } => html! { code { "/" (path) } },
    }
}
