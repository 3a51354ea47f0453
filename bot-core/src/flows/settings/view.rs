//! What the settings show.

use super::QUIET;
use super::action::Action;
use crate::domain::account::{Account, QuietHours, Roles};
use crate::domain::time::clock_time;
use crate::flows::catalogue::ROLES;
use crate::flows::{
    account::action as account, dashboard::action as dashboard, find::action as find, link::action as link,
    safety::action as safety,
};
use crate::i18n::Reader;
use crate::ui::text::Text;
use crate::ui::view::{Block, Button, Choice, Fact, Select, Tone, View};

/// What the settings are called on a button that leads to them.
pub(super) fn settings_title(reader: &Reader) -> String {
    reader.line("settings-title", &[])
}

/// The settings of an account.
pub fn settings(reader: &Reader, account: &Account) -> View {
    let fact = |key: &str, value: Text| Fact { label: reader.text(key, &[]), value };
    let zone = [("zone", account.zone.name().into()), ("clock", clock_time(account.zone, reader.now).into())];
    let alerts = if account.match_notices { "settings-matches-on" } else { "settings-matches-off" };
    let facts = vec![
        fact("settings-zone", reader.text("settings-zone-value", &zone)),
        fact("settings-matches", reader.text(alerts, &[])),
        fact("settings-quiet", quiet(reader, account.quiet)),
    ];
    let turn = account::Action::Alerts(!account.match_notices);
    let toggle = if account.match_notices {
        Button::secondary(reader.line("settings-turn-matches-off", &[]), turn)
    } else {
        Button::primary(reader.line("alerts-on", &[]), turn)
    };
    View::new("settings", reader.text("settings-title", &[]))
        .block(Block::Facts(facts))
        .select(roles_select(reader, account.roles))
        .select(quiet_select(reader, account.quiet, Action::Quiet))
        .buttons(vec![
            toggle,
            Button::secondary(reader.line("notices-all", &[]), Action::Notices),
            Button::secondary(reader.line("settings-change-zone", &[]), account::Action::Zone),
            Button::secondary(reader.line("find-alerts", &[]), find::Action::Alerts),
        ])
        .buttons(vec![
            Button::secondary(reader.line("welcome-privacy", &[]), safety::Action::Privacy),
            Button::secondary(reader.line("link-start", &[]), link::Action::Show),
            Button::danger(reader.line("leave-title", &[]), account::Action::Leave),
        ])
}

fn roles_select(reader: &Reader, roles: Roles) -> Select {
    let options = ROLES.iter().map(|key| Choice {
        value: (*key).to_owned(),
        label: reader.line(&format!("settings-role-{key}"), &[]),
        chosen: Roles::from_key(key) == Some(roles),
    });
    let placeholder = reader.line("settings-roles", &[]);
    Select { action: Action::Roles.into(), placeholder, options: options.collect(), min: 1, max: 1 }
}

/// A choice of quiet hours that is made by `action`.
pub(super) fn quiet_select(reader: &Reader, now: QuietHours, action: Action) -> Select {
    let options = QUIET.iter().map(|(key, hours)| Choice {
        value: (*key).to_owned(),
        label: quiet(reader, *hours).words(),
        chosen: *hours == now,
    });
    let placeholder = reader.line("settings-quiet-choose", &[]);
    Select { action: action.into(), placeholder, options: options.collect(), min: 1, max: 1 }
}

fn quiet(reader: &Reader, hours: QuietHours) -> Text {
    if hours.from == hours.until {
        return reader.text("settings-quiet-none", &[]);
    }
    let clock = |minute: u16| format!("{:02}:{:02}", minute / 60, minute % 60);
    reader.text(
        "settings-quiet-value",
        &[("from", clock(hours.from).into()), ("until", clock(hours.until).into())],
    )
}

/// No more match messages.
pub fn stopped(reader: &Reader) -> View {
    View::new("stopped", reader.text("stopped-title", &[]))
        .tone(Tone::Muted)
        .paragraph(reader.text("stopped-body", &[]))
        .buttons(vec![
            Button::secondary(reader.line("alerts-on", &[]), account::Action::Alerts(true)),
            Button::secondary(reader.line("open-dashboard", &[]), dashboard::Action::Show),
        ])
}
