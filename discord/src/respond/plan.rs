//! Which calls show a reply, by what the acknowledgement promised.

use bot_core::ui::interaction::Defer;
use bot_core::ui::reply::{How, Reply};
use serde_json::Value;

use super::{Responder, Source};
use crate::door::Arrival;
use crate::render::flagged;
use crate::wire::EPHEMERAL;

/// A call that shows something.
#[derive(Debug)]
pub(super) enum Step<'a> {
    /// The promised message, or the pressed card, becomes this.
    Edit(Value, Source<'a>),
    /// A message more.
    FollowUp(Value, Source<'a>),
    /// The promised message goes.
    Erase,
}

/// How a body is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Manner {
    InPlace,
    Apart,
    Aside,
}

impl Responder {
    /// The calls that show `reply`. Privacy was fixed by the acknowledgement: what wants more of it than was promised
    /// goes into a message of its own, after the promised one is gone (before, it would take its place).
    pub(super) fn plan<'a>(&self, arrival: &Arrival, defer: Defer, reply: &'a Reply) -> Vec<Step<'a>> {
        let (body, source, manner) = match reply {
            Reply::View { view, how, .. } => {
                let manner = match how {
                    How::Replace => Manner::InPlace,
                    How::New => Manner::Apart,
                    How::Private => Manner::Aside,
                };
                (self.renderer.card(view), Source::View(view), manner)
            }
            // A form can't follow an acknowledgement: its card takes the place of one that only this person sees.
            Reply::Ask(page) => {
                let manner = if arrival.door.from_private_card { Manner::InPlace } else { Manner::Aside };
                (self.renderer.card(&page.reopen), Source::View(&page.reopen), manner)
            }
            Reply::Toast(words) => (self.renderer.line(words), Source::Words, Manner::Aside),
            Reply::Link { label, address } => {
                (self.renderer.link(label, address), Source::Words, Manner::Aside)
            }
            Reply::Nothing if promised_update(arrival, defer) => return Vec::new(),
            Reply::Nothing => return vec![Step::Erase],
        };
        let aside = |body| if arrival.is_direct() { body } else { flagged(body, EPHEMERAL) };
        if promised_update(arrival, defer) {
            return match manner {
                Manner::InPlace => vec![Step::Edit(body, source)],
                Manner::Apart | Manner::Aside => vec![Step::FollowUp(aside(body), source)],
            };
        }
        if defer == Defer::Public && manner == Manner::Aside && !arrival.is_direct() {
            return vec![Step::Erase, Step::FollowUp(aside(body), source)];
        }
        vec![Step::Edit(body, source)]
    }
}

fn promised_update(arrival: &Arrival, defer: Defer) -> bool {
    defer == Defer::Update && arrival.has_card()
}
