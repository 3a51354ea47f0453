//! What members keep of their searches: saved entries and alerts.

use super::action::{Action, option};
use super::{view, words};
use crate::flows::{dashboard::action as dashboard, pager, settings::action as settings, wording};
use crate::i18n::Reader;
use crate::services::search::{Alert, EntryId, Hit, Search, Side};
use crate::ui::limits::{self, BUTTON_LABEL};
use crate::ui::view::{Block, Button, Choice, Select, Tone, View};

/// A page of what is saved.
pub fn saved(reader: &Reader, hits: &[Hit], page: u32) -> View {
    let count = hits.len();
    let mut view = View::new("find_saved", reader.text("find-saved-title", &[("count", count.into())]));
    if count == 0 {
        return view
            .tone(Tone::Muted)
            .paragraph(reader.text("find-saved-none", &[]))
            .buttons(vec![Button::primary(reader.line("find-all-work", &[]), Action::All(Side::Work))]);
    }
    let shown = pager::items(hits, page);
    for hit in shown {
        view = view.block(view::entry(reader, hit, None));
    }
    let options = shown.iter().map(|hit| {
        let name = wording::name(reader, &hit.who);
        let label = words::option(reader, true, &hit.entry, &name);
        Choice { value: option(hit.entry.id(), true), label, chosen: false }
    });
    let (options, placeholder) = (options.collect(), reader.line("find-unsave", &[]));
    let buttons = pager::buttons(reader, count, page, |page| Action::Saved(page).into());
    pager::footer(reader, view, count, page)
        .select(Select { action: Action::Unsave(page).into(), placeholder, options, min: 1, max: 1 })
        .buttons(buttons)
}

/// An entry was saved.
pub fn kept(reader: &Reader, id: EntryId) -> View {
    View::new("find_kept", reader.text("find-kept-title", &[]))
        .tone(Tone::Good)
        .paragraph(reader.text("find-kept-body", &[]))
        .buttons(vec![
            Button::secondary(reader.line("find-saved", &[]), Action::Saved(0)),
            Button::secondary(reader.line("undo", &[]), Action::Drop(id)),
        ])
}

/// Nothing more can be saved.
pub fn full(reader: &Reader, most: i64) -> View {
    View::new("find_full", reader.text("find-full-title", &[]))
        .tone(Tone::Attention)
        .paragraph(reader.text("find-full-body", &[("most", most.into())]))
        .buttons(vec![Button::primary(reader.line("find-saved", &[]), Action::Saved(0))])
}

/// A search is watched now.
pub fn watched(reader: &Reader, search: &Search, alert: &Alert) -> View {
    View::new("find_watched", reader.text("find-watched-title", &[]))
        .tone(Tone::Good)
        .paragraph(reader.text("find-asked", &[("query", view::searched(reader, alert).into())]))
        .paragraph(reader.text("find-watched-body", &[]))
        .buttons(vec![
            Button::secondary(reader.line("find-back", &[]), Action::Page(search.id, search.version, 0)),
            Button::secondary(reader.line("find-stop", &[]), Action::Stop(alert.id)),
            Button::secondary(reader.line("find-alerts", &[]), Action::Alerts),
        ])
}

/// What is said first in a direct channel that was opened for alerts.
pub fn hello(reader: &Reader) -> View {
    View::new("find_hello", reader.text("find-hello-title", &[]))
        .tone(Tone::Good)
        .paragraph(reader.text("find-hello-body", &[]))
        .buttons(vec![
            Button::secondary(reader.line("find-alerts", &[]), Action::Alerts),
            Button::secondary(reader.line("open-dashboard", &[]), dashboard::Action::Show),
        ])
}

/// Nothing more can be watched.
pub fn too_many_alerts(reader: &Reader, most: i64) -> View {
    View::new("find_too_many", reader.text("find-too-many-title", &[]))
        .tone(Tone::Attention)
        .paragraph(reader.text("find-too-many-body", &[("most", most.into())]))
        .buttons(vec![Button::primary(reader.line("find-alerts", &[]), Action::Alerts)])
}

/// The searches that are watched.
pub fn alerts(reader: &Reader, all: &[Alert]) -> View {
    let mut view = View::new("find_alerts", reader.text("find-alerts-title", &[("count", all.len().into())]));
    if all.is_empty() {
        view = view.tone(Tone::Muted).paragraph(reader.text("find-alerts-none", &[]));
        return view
            .buttons(vec![Button::primary(reader.line("find-all-work", &[]), Action::All(Side::Work))]);
    }
    for alert in all {
        let show = Button::secondary(reader.line("find-show", &[]), Action::Rerun(alert.id));
        view = view.block(words::item(vec![view::searched(reader, alert)], show));
    }
    let options = all.iter().map(|alert| {
        let label = limits::shortened(&view::searched(reader, alert).words(), BUTTON_LABEL);
        Choice { value: alert.id.short(), label, chosen: false }
    });
    let (options, placeholder) = (options.collect(), reader.line("find-stop-one", &[]));
    view.block(Block::Note(reader.text("find-alerts-note", &[])))
        .select(Select { action: Action::Unwatch.into(), placeholder, options, min: 1, max: 1 })
        .buttons(vec![Button::secondary(reader.line("find-settings", &[]), settings::Action::Show)])
}
