//! A draft: each value with its words, and what is still to be asked.

use super::super::action::Action;
use crate::domain::grounds::{Doubt, Field, Grounds};
use crate::domain::id::RequestId;
use crate::domain::request::{Brief, RequestSkill};
use crate::flows::{dashboard::action as dashboard, wording};
use crate::i18n::Reader;
use crate::services::request::DraftCard;
use crate::ui::limits;
use crate::ui::text::{Span, Text};
use crate::ui::view::{Block, Button, Choice, Fact, Select, Tone, View};

/// Currencies offered where an amount has none.
const CURRENCIES: [&str; 12] =
    ["EUR", "USD", "GBP", "INR", "BRL", "CAD", "AUD", "CHF", "PLN", "UAH", "MXN", "CNY"];
/// The longest description on a draft's card: its author knows it.
const DETAILS: usize = 700;
/// The longest quote.
const QUOTE: usize = 80;

/// A draft before it is posted. `at_once` says whether a form holds all of its fields.
pub fn preview(reader: &Reader, card: &DraftCard, fitting: usize, at_once: bool) -> View {
    let (draft, grounds) = (&card.request, &card.grounds);
    let (id, brief) = (draft.id, &draft.brief);
    let mut view = View::new("request_preview", wording::request_title(reader, brief))
        .paragraph(Text::untrusted(limits::shortened(&brief.description, DETAILS)))
        .block(Block::Facts(facts(reader, brief, grounds)));
    let questions: Vec<Text> = grounds.questions().map(|(field, why)| question(reader, field, why)).collect();
    if !questions.is_empty() {
        view =
            view.block(Block::Heading(reader.text("draft-questions", &[]))).block(Block::Bullets(questions));
    }
    let blocking = grounds.blocking();
    if blocking.is_some() {
        view = view.tone(Tone::Attention);
    }
    view = view.block(Block::Divider).paragraph(reader.text("preview-fitting", &[("count", fitting.into())]));
    if grounds.questions().any(|question| question == (Field::Budget, Doubt::Currency)) {
        view = view.select(currencies(reader, id));
    }
    if let Some(musts) = musts(reader, id, draft.version, &brief.skills) {
        view = view.select(musts);
    }
    let mut buttons = vec![match blocking {
        Some(field) => {
            Button::primary(reader.line(&format!("answer-{}", field.key()), &[]), Action::Field(id, field))
        }
        None => Button::primary(reader.line("preview-publish", &[]), Action::Post(id, draft.version)),
    }];
    if at_once {
        buttons.push(Button::secondary(reader.line("preview-edit", &[]), Action::Edit(id)));
    }
    buttons.push(Button::secondary(reader.line("preview-save", &[]), dashboard::Action::Show));
    buttons.push(Button::secondary(reader.line("preview-discard", &[]), Action::Close(id)));
    fields(reader, view.buttons(buttons), id).footer(reader.text("preview-footer", &[]))
}

/// Each value with the client's words it was read from, where these say it differently.
fn facts(reader: &Reader, brief: &Brief, grounds: &Grounds) -> Vec<Fact> {
    let fact = |key: &str, value: Text, field: Field| Fact {
        label: reader.text(key, &[]),
        value: with_quote(reader, value, grounds, field),
    };
    let nice = wording::request_skills(&brief.skills, false);
    let mut facts = vec![fact("label-must", wording::request_skills(&brief.skills, true), Field::Skills)];
    if !nice.is_empty() {
        facts.push(Fact { label: reader.text("label-nice", &[]), value: nice });
    }
    facts.retain(|fact| !fact.value.is_empty());
    facts.push(fact("label-budget", wording::budget(reader, brief.budget), Field::Budget));
    facts.push(fact("label-when", wording::timing(reader, brief.timing()), Field::When));
    facts.push(fact("label-where", wording::work_place(reader, &brief.place), Field::Where));
    if !brief.languages.is_empty() {
        let languages = wording::request_languages(&brief.languages);
        facts.push(fact("label-languages", languages, Field::Languages));
    }
    facts
}

fn with_quote(reader: &Reader, value: Text, grounds: &Grounds, field: Field) -> Text {
    let quotes = grounds.of(field).map(|ground| ground.quotes.join(" … ")).unwrap_or_default();
    let said = limits::shortened(&quotes, QUOTE);
    if said.is_empty() || said.to_lowercase() == value.words().to_lowercase() {
        return value;
    }
    value.then(reader.text("draft-from", &[("quote", Span::Untrusted(said).into())]))
}

fn question(reader: &Reader, field: Field, why: Doubt) -> Text {
    let key = match (field, why) {
        (_, Doubt::Currency) => "ask-currency",
        (_, Doubt::Date) => "ask-date",
        (_, Doubt::Past) => "ask-past",
        (_, Doubt::Town) => "ask-town",
        (Field::Title, Doubt::Unsaid) => "ask-title",
        (Field::Skills, Doubt::Unsaid) => "ask-skills",
        (Field::Budget, Doubt::Unsaid) => "ask-budget",
        (Field::When, Doubt::Unsaid) => "ask-when",
        (_, Doubt::Unsaid) => "ask-where",
    };
    reader.text(key, &[])
}

fn currencies(reader: &Reader, id: RequestId) -> Select {
    let option = |code: &&str| Choice { value: (*code).to_owned(), label: (*code).to_owned(), chosen: false };
    Select {
        action: Action::Currency(id).into(),
        placeholder: reader.line("ask-currency-choose", &[]),
        options: CURRENCIES.iter().map(option).collect(),
        min: 1,
        max: 1,
    }
}

/// Which of several skills nobody fits without.
pub(super) fn musts(reader: &Reader, id: RequestId, version: i64, skills: &[RequestSkill]) -> Option<Select> {
    let option = |(position, skill): (usize, &RequestSkill)| Choice {
        value: position.to_string(),
        label: limits::shortened(&wording::skill(&skill.skill).words(), limits::BUTTON_LABEL),
        chosen: skill.must,
    };
    let options: Vec<Choice> = skills.iter().take(limits::OPTIONS).enumerate().map(option).collect();
    let most = u8::try_from(options.len()).ok().filter(|most| *most > 1)?;
    Some(Select {
        action: Action::Musts(id, version).into(),
        placeholder: reader.line("preview-musts", &[]),
        options,
        min: 0,
        max: most,
    })
}

/// A button for each field.
pub(super) fn fields(reader: &Reader, view: View, id: RequestId) -> View {
    let button = |field: &Field| {
        Button::secondary(reader.line(&format!("change-{}", field.key()), &[]), Action::Field(id, *field))
    };
    let (first, second) = Field::ALL.split_at(4);
    view.buttons(first.iter().map(button).collect()).buttons(second.iter().map(button).collect())
}
