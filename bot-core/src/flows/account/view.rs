//! What the set-up shows.

use chrono_tz::Tz;

use super::action::Action;
use crate::domain::account::{Account, Roles};
use crate::domain::profile::Profile;
use crate::domain::time::{Timestamp, clock_time};
use crate::flows::{
    dashboard::action as dashboard, matches::action as matches, profile::action as profile,
    request::action as request, safety::action as safety, wording,
};
use crate::i18n::Reader;
use crate::ui::text::{Span, Text};
use crate::ui::view::{Button, Choice, Select, Tone, View};

/// How many zones a choice offers.
const ZONES: usize = 25;

/// The first card: what would you like to do here?
pub fn welcome(reader: &Reader, name: &str) -> View {
    let name = Span::Untrusted(name.to_owned());
    View::new("welcome", reader.text("welcome-title", &[("name", name.into())]))
        .paragraph(reader.text("welcome-body", &[]))
        .paragraph(reader.text("welcome-question", &[]))
        .buttons(vec![
            Button::primary(
                reader.line("welcome-work", &[]),
                Action::Join(Roles { works: true, hires: false }),
            ),
            Button::secondary(reader.line("welcome-hire", &[]), Action::Hire),
            Button::secondary(
                reader.line("welcome-both", &[]),
                Action::Join(Roles { works: true, hires: true }),
            ),
        ])
        .buttons(vec![
            Button::secondary(reader.line("welcome-privacy", &[]), safety::Action::Privacy),
            Button::secondary(reader.line("welcome-terms", &[]), safety::Action::Terms),
        ])
        .footer(reader.text("welcome-consent", &[]))
}

/// The first card of somebody whose profile was prepared by whoever runs this.
pub fn with_prepared(welcome: View, reader: &Reader, prepared: &Profile) -> View {
    let skills = wording::profile_skills(reader, &prepared.skills).words();
    welcome.paragraph(reader.text("welcome-prepared", &[("skills", Span::Untrusted(skills).into())]))
}

/// The role is known already: the form is one tap away.
pub fn join(reader: &Reader, roles: Roles) -> View {
    View::new("join", reader.text("join-title", &[]))
        .paragraph(reader.text("join-body", &[]))
        .buttons(vec![Button::primary(reader.line("join-go", &[]), Action::Join(roles))])
        .footer(reader.text("welcome-consent", &[]))
}

/// Which of several zones?
pub fn choose_zone(reader: &Reader, set: Tz, guesses: &[(Tz, bool)], alerts: bool) -> View {
    let options = guesses.iter().take(ZONES).filter_map(|(zone, _)| {
        let index = chrono_tz::TZ_VARIANTS.iter().position(|known| known == zone)?;
        let label = format!("{} — {}", zone.name(), clock_time(*zone, reader.now));
        Some(Choice { value: index.to_string(), label, chosen: *zone == set })
    });
    let select = Select {
        action: Action::PickZone(None).into(),
        placeholder: reader.line("zone-choose", &[]),
        options: options.collect(),
        min: 1,
        max: 1,
    };
    View::new("choose_zone", reader.text("zone-title", &[]))
        .tone(Tone::Attention)
        .paragraph(
            reader.text(
                "zone-body",
                &[("zone", set.name().into()), ("clock", clock_time(set, reader.now).into())],
            ),
        )
        .select(select)
        .buttons(vec![after_zone(reader, alerts)])
}

/// The zone is set.
pub fn zone_set(reader: &Reader, zone: Tz, alerts: bool) -> View {
    let args = [("zone", zone.name().into()), ("clock", clock_time(zone, reader.now).into())];
    View::new("zone_set", reader.text("zone-set-title", &[]))
        .tone(Tone::Good)
        .paragraph(reader.text("zone-set-body", &args))
        .buttons(vec![after_zone(reader, alerts)])
}

fn after_zone(reader: &Reader, alerts: bool) -> Button {
    if alerts {
        return Button::primary(reader.line("nav-next", &[]), Action::Start);
    }
    Button::primary(reader.line("alerts-on", &[]), Action::Alerts(true))
}

/// May matches be sent?
pub fn ask_alerts(reader: &Reader, account: &Account) -> View {
    let args = [("zone", account.zone.name().into()), ("clock", clock_time(account.zone, reader.now).into())];
    View::new("ask_alerts", reader.text("alerts-title", &[]))
        .paragraph(reader.text("alerts-body", &[]))
        .paragraph(reader.text("alerts-zone", &args))
        .buttons(vec![
            Button::primary(reader.line("alerts-on", &[]), Action::Alerts(true)),
            Button::secondary(reader.line("alerts-not-now", &[]), Action::Alerts(false)),
            Button::secondary(reader.line("alerts-zone-wrong", &[]), Action::Zone),
        ])
        .footer(reader.text("alerts-footer", &[]))
}

/// The first direct message.
pub fn hello(reader: &Reader) -> View {
    View::new("hello", reader.text("hello-title", &[]))
        .tone(Tone::Good)
        .paragraph(reader.text("hello-body", &[]))
        .buttons(vec![
            Button::primary(reader.line("open-dashboard", &[]), dashboard::Action::Show),
            Button::secondary(reader.line("alerts-off", &[]), Action::Alerts(false)),
        ])
}

/// Where the set-up stands.
pub fn ready(reader: &Reader, account: &Account, fitting: usize) -> View {
    let mut view = View::new("ready", reader.text("ready-title", &[])).tone(Tone::Good);
    let mut buttons = Vec::new();
    if account.roles.works {
        view = view.paragraph(reader.text("ready-matches", &[("count", fitting.into())]));
        if fitting > 0 {
            let label = reader.line("ready-see-matches", &[("count", fitting.into())]);
            buttons.push(Button::primary(label, matches::Action::Requests(0)));
        }
    }
    if account.roles.hires {
        view = view.paragraph(reader.text("ready-hire", &[]));
        let post = reader.line("ready-post", &[]);
        let new = request::Action::New;
        buttons.push(if buttons.is_empty() {
            Button::primary(post, new)
        } else {
            Button::secondary(post, new)
        });
    }
    if account.roles.works {
        let finish = reader.line("ready-profile", &[]);
        let sections = profile::Action::Sections;
        buttons.push(if buttons.is_empty() {
            Button::primary(finish, sections)
        } else {
            Button::secondary(finish, sections)
        });
        if !account.match_notices {
            view = view.paragraph(reader.text("ready-alerts-off", &[]));
            buttons.push(Button::secondary(reader.line("alerts-on", &[]), Action::Alerts(true)));
        }
    }
    buttons.push(Button::secondary(reader.line("open-dashboard", &[]), dashboard::Action::Show));
    view.buttons(buttons)
}

/// Really leave?
pub fn ask_leave(reader: &Reader) -> View {
    View::new("ask_leave", reader.text("leave-title", &[]))
        .tone(Tone::Attention)
        .paragraph(reader.text("leave-body", &[]))
        .buttons(vec![
            Button::danger(reader.line("leave-confirm", &[]), Action::ConfirmLeave),
            Button::secondary(reader.line("leave-not", &[]), dashboard::Action::Show),
        ])
}

/// On the way out, and free to change one's mind.
pub fn leaving(reader: &Reader, erase_at: Timestamp) -> View {
    let when: Text = wording::moment(reader, erase_at);
    View::new("leaving", reader.text("leaving-title", &[]))
        .tone(Tone::Muted)
        .paragraph(reader.text("leaving-body", &[("when", when.into())]))
        .buttons(vec![Button::primary(reader.line("leaving-stay", &[]), Action::Stay)])
}

/// Back again.
pub fn stayed(reader: &Reader) -> View {
    View::new("stayed", reader.text("stayed-title", &[]))
        .tone(Tone::Good)
        .paragraph(reader.text("stayed-body", &[]))
        .buttons(vec![Button::primary(reader.line("open-dashboard", &[]), dashboard::Action::Show)])
}

/// The platform didn't let us open a direct channel.
pub fn unreachable(reader: &Reader) -> View {
    View::new("unreachable", reader.text("unreachable-title", &[]))
        .tone(Tone::Attention)
        .paragraph(reader.text("unreachable-body", &[]))
        .buttons(vec![Button::primary(reader.line("unreachable-again", &[]), Action::Alerts(true))])
}
