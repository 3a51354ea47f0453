//! Form pages in both shapes.
//!
//! Many inputs at once, and one by one with a mistake to mend.

use super::Sample;
use super::market::reader;
use crate::flows::form::{Field, Form, Values, sample_page};
use crate::ui::action::Token;
use crate::ui::interaction::Caps;
use crate::ui::reply::Reply;

/// Pages of the largest form.
pub(super) fn all() -> Vec<Sample> {
    let reader = reader();
    let form = largest();
    let mut samples = Vec::new();
    for caps in [Caps::MODALS, Caps::PROMPTS] {
        for problem in [None, Some("I couldn't read an amount in that. Write it like 800-1200 EUR.")] {
            let page = sample_page(&reader, &form, usize::from(caps.inputs_per_page), problem);
            for view in [page.prompt.clone(), page.reopen.clone()] {
                samples.push(Sample { name: view.name.clone(), reply: Reply::new(view) });
            }
            samples.push(Sample { name: "form_page".to_owned(), reply: Reply::Ask(Box::new(page)) });
        }
    }
    samples
}

/// As many fields as a page can hold, each as long as it may be.
fn largest() -> Form {
    let field = |key: &'static str, multiline: bool| Field {
        key,
        label: "What do you need, in as many words as this label can hold?".to_owned(),
        example: "An example that is longer than a placeholder may be on some platforms, ".repeat(3),
        required: key != "when",
        multiline,
        max_chars: 2_000,
    };
    let fields = vec![
        field("title", false),
        field("what", true),
        field("skills", false),
        field("budget", false),
        field("when", false),
    ];
    let prefill = Values::from([("title".to_owned(), "<b>Landing</b> page & *more*".to_owned())]);
    Form { token: Token::verb("req-new"), title: "New request".to_owned(), fields, prefill }
}
