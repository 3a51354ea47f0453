//! "Not for me" with its reasons, and the card that tunes what counts.

use bot_matching::Step;

use super::action::Action;
use crate::domain::time::Timestamp;
use crate::domain::wishes::{Reason, Wishes};
use crate::domain::{id::RequestId, request::WorkRequest};
use crate::flows::wording;
use crate::i18n::Reader;
use crate::services::matching::{Dial, Objected};
use crate::ui::text::{Text, TimeStyle};
use crate::ui::view::{Block, Button, Choice, Select, Tone, View};

/// For how many days "not now" may be said.
pub const SNOOZES: [i64; 4] = [7, 14, 30, 90];
/// The most effects told on the card: the latest.
const EFFECTS: usize = 6;

/// It won't be shown again; why not is asked, and needn't be answered.
pub fn dismissed(reader: &Reader, id: RequestId) -> View {
    let options = Reason::ALL.iter().map(|reason| Choice {
        value: reason.key().to_owned(),
        label: reader.line(named(*reason), &[]),
        chosen: false,
    });
    View::new("match_dismissed", reader.text("dismissed-title", &[]))
        .tone(Tone::Muted)
        .paragraph(reader.text("dismissed-body", &[]))
        .select(one(Action::Reason(id), reader.line("dismissed-why", &[]), options.collect()))
        .buttons(way_on(reader, id))
}

const fn named(reason: Reason) -> &'static str {
    match reason {
        Reason::Pay => "reason-pay",
        Reason::Skills => "reason-skills",
        Reason::NotNow => "reason-not-now",
        Reason::Place => "reason-place",
        Reason::Client => "reason-client",
        Reason::Other => "reason-other",
    }
}

/// Which of the skills it is.
pub fn which_skill(reader: &Reader, request: &WorkRequest) -> View {
    let options = request.brief.skills.iter().take(25).enumerate().map(|(position, asked)| Choice {
        value: position.to_string(),
        label: wording::skill(&asked.skill).words(),
        chosen: false,
    });
    let select = one(Action::Skill(request.id), reader.line("which-skill-choose", &[]), options.collect());
    View::new("match_which_skill", reader.text("which-skill-title", &[]))
        .paragraph(reader.text("which-skill-body", &[]))
        .select(select)
        .buttons(way_on(reader, request.id))
}

/// What will be different from now on.
pub fn objected(reader: &Reader, said: &Objected) -> View {
    let id = said.request.id;
    let view = View::new("match_objected", reader.text("objected-title", &[])).tone(Tone::Good);
    let view = view.block(Block::Bullets(consequences(reader, said)));
    let mut buttons = way_on(reader, id);
    buttons.push(Button::secondary(reader.line("matches-tune", &[]), Action::Tune));
    if said.objection.reason != Reason::NotNow {
        return view.buttons(buttons);
    }
    let options = SNOOZES.iter().map(|days| Choice {
        value: days.to_string(),
        label: reader.line("snooze-days", &[("days", (*days).into())]),
        chosen: said.objection.until
            == Some(said.objection.at.plus_millis(days * crate::domain::time::DAY_MS)),
    });
    view.select(one(Action::Snooze(id), reader.line("snooze-choose", &[]), options.collect()))
        .buttons(buttons)
}

fn consequences(reader: &Reader, said: &Objected) -> Vec<Text> {
    let mut lines = vec![reader.text("effect-gone", &[])];
    let objection = &said.objection;
    match objection.reason {
        Reason::Pay => {
            lines.extend(objection.too_low.map(|price| {
                reader.text("effect-pay-floor", &[("price", wording::price(reader, price).into())])
            }));
            lines.push(reader.text("effect-pay-weight", &[]));
        }
        Reason::Skills => {
            let skill = objection.skill.as_deref().map(wording::skill);
            lines.extend(skill.map(|skill| reader.text("effect-skill", &[("skill", skill.into())])));
        }
        Reason::NotNow => lines.extend(objection.until.map(|until| quiet(reader, until))),
        Reason::Place => {
            let far = objection.too_far_km.map(i64::from);
            lines.extend(far.map(|km| reader.text("effect-place-reach", &[("km", km.into())])));
            lines.push(reader.text("effect-place-weight", &[]));
        }
        Reason::Client => lines.push(reader.text("effect-client", &[])),
        Reason::Other => lines.push(reader.text("effect-other", &[])),
    }
    lines
}

fn quiet(reader: &Reader, until: Timestamp) -> Text {
    reader.text("effect-quiet", &[("date", reader.time(until, TimeStyle::Date).into())])
}

fn way_on(reader: &Reader, id: RequestId) -> Vec<Button> {
    vec![
        Button::secondary(reader.line("undo", &[]), Action::Restore(id)),
        Button::secondary(reader.line("matches-more", &[]), Action::Requests(0)),
    ]
}

fn one(action: Action, placeholder: String, options: Vec<Choice>) -> Select {
    Select { action: action.into(), placeholder, options, min: 1, max: 1 }
}

/// What counts in the member's lists, five selects; what "not for me" taught stands above with its reset.
pub fn tune(reader: &Reader, wishes: &Wishes) -> View {
    let mut view =
        View::new("match_tune", reader.text("tune-title", &[])).paragraph(reader.text("tune-body", &[]));
    if !wishes.is_empty() {
        let mut lines = learned(reader, wishes);
        if lines.is_empty() {
            lines.push(reader.text("tune-own", &[]));
        }
        let reset = Button::danger(reader.line("tune-reset", &[]), Action::Reset);
        view = view.block(Block::Item { lines, button: Some(reset) });
    }
    for dial in Dial::ALL {
        view = view.select(dial_select(reader, dial, dial.of(&wishes.tuning)));
    }
    view.footer(reader.text("tune-footer", &[]))
}

fn dial_select(reader: &Reader, dial: Dial, now: Step) -> Select {
    let key = match dial {
        Dial::Skills => "dial-skills",
        Dial::Price => "dial-price",
        Dial::Timing => "dial-timing",
        Dial::Place => "dial-place",
        Dial::Reputation => "dial-repute",
    };
    let name = reader.line(key, &[]);
    let options = Step::ALL.iter().map(|step| {
        let key = match step {
            Step::Off => "dial-step-off",
            Step::Less => "dial-step-less",
            Step::Normal => "dial-step-normal",
            Step::More => "dial-step-more",
        };
        Choice {
            value: step.number().to_string(),
            label: reader.line(key, &[("dial", name.as_str().into())]),
            chosen: *step == now,
        }
    });
    one(Action::Turn(dial), name.clone(), options.collect())
}

/// What "not for me" taught and still holds.
fn learned(reader: &Reader, wishes: &Wishes) -> Vec<Text> {
    let mut lines: Vec<Text> = Vec::new();
    lines.extend(wishes.quiet_until(reader.now).map(|until| quiet(reader, until)));
    lines.extend(
        wishes
            .too_low()
            .map(|price| reader.text("effect-pay-floor", &[("price", wording::price(reader, price).into())])),
    );
    if wishes.said(Reason::Pay) {
        lines.push(reader.text("effect-pay-weight", &[]));
    }
    lines.extend(
        wishes.unwanted().map(|key| reader.text("effect-skill", &[("skill", wording::skill(key).into())])),
    );
    let reach = wishes.reach_km().map(|km| i64::from(km) + 1);
    lines.extend(reach.map(|km| reader.text("effect-place-reach", &[("km", km.into())])));
    if wishes.said(Reason::Place) {
        lines.push(reader.text("effect-place-weight", &[]));
    }
    let clients = wishes.unwanted_clients().collect::<std::collections::BTreeSet<_>>().len();
    if clients > 0 {
        lines.push(reader.text("effect-clients", &[("count", clients.into())]));
    }
    lines.truncate(EFFECTS);
    lines
}
