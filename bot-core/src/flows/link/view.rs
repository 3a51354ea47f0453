//! What linking shows.

use super::action::Action;
use crate::domain::id::AccountId;
use crate::domain::identity::{Identity, Platform};
use crate::domain::link::{LinkState, StopReason, WaitingLink, shown_code};
use crate::domain::merging::Clash;
use crate::flows::{dashboard::action as dashboard, safety::action as safety, wording};
use crate::i18n::Reader;
use crate::services::Subject;
use crate::services::link::{Holdings, Meeting, Offer, Preview};
use crate::ui::text::{Span, Text};
use crate::ui::view::{Block, Button, Fact, Tone, View};

/// A code for the other chat; `here` is where it was asked for.
pub fn code(reader: &Reader, here: Platform, offer: &Offer) -> View {
    let elsewhere = elsewhere(here);
    let code: Text = Span::Strong(shown_code(&offer.code)).into();
    let when = wording::moment(reader, offer.ends_at);
    let command = Span::Command { path: "link".to_owned() };
    View::new("link_code", reader.text("link-title", &[]))
        .paragraph(reader.text("link-body", &[("platform", elsewhere.clone().into())]))
        .block(Block::Heading(reader.text("link-code", &[("code", code.into())])))
        .paragraph(reader.text(
            "link-how",
            &[("platform", elsewhere.into()), ("command", command.into()), ("when", when.into())],
        ))
        .block(Block::Note(reader.text("link-warning", &[])))
        .buttons(vec![
            Button::primary(reader.line("link-typed-it", &[]), Action::Show),
            Button::secondary(reader.line("link-type", &[]), Action::Type),
        ])
}

/// The other side of a link: who they are, what would come of the two, and yes or no.
pub fn meeting(reader: &Reader, meeting: &Meeting) -> View {
    match meeting.link.state {
        LinkState::Met if meeting.agreed => half(reader, meeting),
        LinkState::Met => question(reader, meeting),
        LinkState::Waiting => waiting(reader, meeting),
        LinkState::Merged => merged(reader, &meeting.preview.kept.identities),
        LinkState::Offered | LinkState::Stopped => stopped(reader, meeting.link.reason, None),
    }
}

fn question(reader: &Reader, meeting: &Meeting) -> View {
    let id = meeting.link.id;
    preview(
        reader,
        &meeting.preview,
        person(reader, View::new("link_question", reader.text("link-question-title", &[])), meeting),
    )
    .tone(Tone::Attention)
    .paragraph(reader.text("link-question-warning", &[]))
    .buttons(vec![
        Button::primary(reader.line("link-yes", &[]), Action::Agree(id)),
        Button::danger(reader.line("link-not-me", &[]), Action::NotMe(id)),
    ])
    .footer(reader.text("link-until", &[("when", wording::moment(reader, meeting.link.ends_at).into())]))
}

fn half(reader: &Reader, meeting: &Meeting) -> View {
    let other = wording::person(reader, &meeting.other.identities);
    let args = [("person", other.into()), ("when", wording::moment(reader, meeting.link.ends_at).into())];
    View::new("link_half", reader.text("link-half-title", &[]))
        .paragraph(reader.text("link-half", &args))
        .buttons(vec![
            Button::primary(reader.line("link-look-again", &[]), Action::Show),
            Button::danger(reader.line("link-not-me", &[]), Action::NotMe(meeting.link.id)),
        ])
}

/// Both said yes: what waits, and for how long.
pub fn waiting(reader: &Reader, meeting: &Meeting) -> View {
    let args = [
        ("person", wording::person(reader, &meeting.other.identities).into()),
        ("when", wording::moment(reader, meeting.link.ends_at).into()),
    ];
    preview(
        reader,
        &meeting.preview,
        View::new("link_waiting", reader.text("link-waiting-title", &[]))
            .paragraph(reader.text("link-waiting", &args)),
    )
    .block(Block::Bullets(vec![
        reader.text("link-waiting-notices", &[]),
        reader.text("link-waiting-closed", &[]),
    ]))
    .buttons(vec![
        Button::primary(reader.line("open-dashboard", &[]), dashboard::Action::Show),
        Button::danger(reader.line("link-not-me", &[]), Action::NotMe(meeting.link.id)),
    ])
}

/// It came to nothing. Whoever said "not me" can do more about the other side.
pub fn stopped(reader: &Reader, reason: Option<StopReason>, other: Option<AccountId>) -> View {
    let body = match reason {
        Some(StopReason::NotMe) => "link-stopped-not-me",
        Some(StopReason::Left) => "link-stopped-left",
        Some(StopReason::Dealing) => "link-stopped-dealing",
        Some(StopReason::Replaced | StopReason::RanOut) | None => "link-stopped-ran-out",
    };
    let mut view = View::new("link_stopped", reader.text("link-stopped-title", &[]))
        .tone(Tone::Muted)
        .paragraph(reader.text(body, &[]));
    let mut buttons = vec![Button::primary(reader.line("open-dashboard", &[]), dashboard::Action::Show)];
    if let Some(other) = other.filter(|_| reason == Some(StopReason::NotMe)) {
        view = view.block(Block::Note(reader.text("link-stopped-advice", &[])));
        buttons.push(Button::secondary(
            reader.line("report", &[]),
            safety::Action::Report(Subject::Account(other)),
        ));
        buttons.push(Button::danger(reader.line("block", &[]), safety::Action::Block(other)));
    }
    view.buttons(buttons)
}

/// The other side stopped it, or it couldn't be.
pub fn stopped_elsewhere(reader: &Reader, meeting: &Meeting) -> View {
    let other = wording::person(reader, &meeting.other.identities);
    let body = match meeting.link.reason {
        Some(StopReason::NotMe) => "link-ended-not-me",
        Some(StopReason::Left) => "link-stopped-left",
        Some(StopReason::Dealing) => "link-stopped-dealing",
        Some(StopReason::Replaced | StopReason::RanOut) | None => "link-stopped-ran-out",
    };
    View::new("link_ended", reader.text("link-ended-title", &[]))
        .tone(Tone::Bad)
        .paragraph(reader.text(body, &[("person", other.into())]))
        .buttons(vec![
            Button::primary(reader.line("open-dashboard", &[]), dashboard::Action::Show),
            Button::secondary(reader.line("link-again", &[]), Action::New),
        ])
}

/// The two are one.
pub fn merged(reader: &Reader, known: &[Identity]) -> View {
    View::new("link_merged", reader.text("link-merged-title", &[]))
        .tone(Tone::Good)
        .paragraph(reader.text("link-merged", &[("people", people(known).into())]))
        .buttons(vec![
            Button::primary(reader.line("open-dashboard", &[]), dashboard::Action::Show),
            Button::secondary(reader.line("link-see", &[]), Action::Show),
        ])
}

/// A match that reaches its reader in the other chat while the two still wait: what fits, and nothing anybody wrote to
/// them or that can be done in their name.
pub fn through(reader: &Reader, mut view: View, link: Option<WaitingLink>) -> View {
    let Some(link) = link else { return view };
    view.blocks.retain(|block| !matches!(block, Block::Quote(_)));
    view.rows.clear();
    view.block(Block::Note(
        reader.text("link-through", &[("when", wording::moment(reader, link.opens_at).into())]),
    ))
    .buttons(vec![Button::primary(reader.line("opens-see", &[]), Action::Show)])
}

/// Where the account is known, and how to take a place out of it.
pub fn linked(reader: &Reader, known: &[Identity]) -> View {
    let mut view = View::new("link_linked", reader.text("link-linked-title", &[]))
        .paragraph(reader.text("link-linked", &[]));
    for identity in known {
        let button = Button::secondary(
            reader.line("link-take-out", &[("platform", identity.platform.name().into())]),
            Action::AskUnlink(identity.platform),
        );
        view = view.block(Block::Item { lines: vec![named(identity)], button: Some(button) });
    }
    view.buttons(vec![Button::primary(reader.line("open-dashboard", &[]), dashboard::Action::Show)])
}

/// Really take it out?
pub fn ask_unlink(reader: &Reader, identity: &Identity) -> View {
    let args = [("person", named(identity).into())];
    let label = reader.line("link-take-out", &[("platform", identity.platform.name().into())]);
    View::new("ask_unlink", reader.text("link-ask-out-title", &args))
        .tone(Tone::Attention)
        .paragraph(reader.text("link-ask-out", &[]))
        .buttons(vec![
            Button::danger(label, Action::Unlink(identity.platform)),
            Button::secondary(reader.line("link-keep", &[]), Action::Show),
        ])
}

/// It was taken out, as the account it was taken out of reads it.
pub fn unlinked(reader: &Reader, platform: Platform) -> View {
    out(reader, ["link-out-title", "link-out"], platform)
}

/// It was taken out, as whoever starts afresh reads it.
pub fn afresh(reader: &Reader, platform: Platform) -> View {
    out(reader, ["link-afresh-title", "link-afresh"], platform)
}

fn out(reader: &Reader, [title, body]: [&str; 2], platform: Platform) -> View {
    let args = [("platform", platform.name().into())];
    View::new("unlinked", reader.text(title, &args))
        .tone(Tone::Muted)
        .paragraph(reader.text(body, &args))
        .buttons(vec![Button::primary(reader.line("open-dashboard", &[]), dashboard::Action::Show)])
}

/// Who the other side is and since when they are here.
fn person(reader: &Reader, view: View, meeting: &Meeting) -> View {
    let fact = |key: &str, value: Text| Fact { label: reader.text(key, &[]), value };
    view.block(Block::Facts(vec![
        fact("link-who", wording::person(reader, &meeting.other.identities)),
        fact("link-since", wording::moment(reader, meeting.other.since)),
    ]))
}

/// What each has, what stays, and where the two don't agree.
fn preview(reader: &Reader, preview: &Preview, view: View) -> View {
    let mut lines = vec![
        holdings(reader, "link-kept", &preview.kept),
        holdings(reader, "link-joins", &preview.other),
        reader.text("link-all-stays", &[]),
    ];
    lines.extend(preview.clashes.iter().map(|clash| reader.text(clash_key(*clash), &[])));
    if preview.both_answered > 0 {
        lines.push(reader.text("link-both-answered", &[("count", preview.both_answered.into())]));
    }
    view.block(Block::Heading(reader.text("link-preview", &[]))).block(Block::Bullets(lines))
}

fn holdings(reader: &Reader, key: &str, held: &Holdings) -> Text {
    let profile = match held.skills {
        Some(count) => reader.text("link-has-profile", &[("count", count.into())]),
        None => reader.text("link-no-profile", &[]),
    };
    reader.text(
        key,
        &[
            ("person", wording::person(reader, &held.identities).into()),
            ("profile", profile.into()),
            ("requests", held.requests.into()),
            ("proposals", held.proposals.into()),
            ("contracts", held.contracts.into()),
        ],
    )
}

const fn clash_key(clash: Clash) -> &'static str {
    match clash {
        Clash::Headline => "link-clash-headline",
        Clash::About => "link-clash-about",
        Clash::Visibility => "link-clash-visibility",
        Clash::Skills => "link-clash-skills",
        Clash::Rate => "link-clash-rate",
        Clash::Place => "link-clash-place",
        Clash::Availability => "link-clash-availability",
        Clash::Languages => "link-clash-languages",
        Clash::Zone => "link-clash-zone",
        Clash::Quiet => "link-clash-quiet",
    }
}

fn named(identity: &Identity) -> Text {
    Span::Person { name: identity.name.clone(), handle: identity.handle.clone(), platform: identity.platform }
        .into()
}

fn people(known: &[Identity]) -> Text {
    Text::joined(known.iter().map(named), ", ")
}

/// The other platforms by name.
fn elsewhere(here: Platform) -> String {
    let names: Vec<&str> =
        Platform::ALL.into_iter().filter(|platform| *platform != here).map(Platform::name).collect();
    names.join(" / ")
}
