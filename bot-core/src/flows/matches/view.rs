//! What matches show: reasons first, an honest gap always.

use super::action::Action;
use crate::domain::id::RequestId;
use crate::domain::proposal::Side;
use crate::domain::request::WorkRequest;
use crate::domain::topic::Topic;
use crate::flows::{
    dashboard::action as dashboard, pager, profile::action as profile, proposal::action as proposal, reasons,
    request::action as request, settings::action as settings, wording,
};
use crate::i18n::Reader;
use crate::services::matching::{
    Explanation, FittingPerson, FittingRequest, Obstacle, People, Requests, Untold, Why,
};
use crate::ui::limits::{self, OPTIONS, PLACEHOLDER};
use crate::ui::text::{Span, Text, TimeStyle};
use crate::ui::view::{Block, Button, Choice, Fact, Select, Tone, View};

/// Reasons named in a list's entry.
const BRIEF: usize = 3;
/// Reasons named in a message.
const REASONS: usize = 5;
/// Gaps named in a message.
const GAPS: usize = 3;

/// The message somebody gets about a request that fits.
pub fn notice(reader: &Reader, found: &FittingRequest) -> View {
    let (id, brief) = (found.request.id, &found.request.brief);
    let title = reader.text("match-title", &[("title", title(&found.request).into())]);
    let client = wording::person(reader, &found.client);
    let view = View::new("match_notice", title)
        .tone(Tone::Good)
        .paragraph(reader.text("match-client", &[("client", client.into())]))
        .block(Block::Facts(vec![
            Fact { label: reader.text("label-budget", &[]), value: wording::budget(reader, brief.budget) },
            Fact { label: reader.text("label-when", &[]), value: wording::due(reader, brief.due_at) },
            Fact { label: reader.text("label-where", &[]), value: wording::work_place(reader, &brief.place) },
        ]));
    with_reasons(reader, view, &found.explanation, false)
        .buttons(vec![
            Button::primary(reader.line("propose", &[]), proposal::Action::Prepare(id)),
            Button::secondary(reader.line("match-details", &[]), request::Action::View(id)),
            Button::secondary(reader.line("match-not-for-me", &[]), Action::Dismiss(id)),
            Button::secondary(reader.line("fewer", &[]), settings::Action::Fewer(Topic::Matches)),
            Button::secondary(reader.line("match-stop", &[]), settings::Action::Stop),
        ])
        .footer(reader.text("match-footer", &[]))
}

/// Requests that fit the member.
pub fn requests(reader: &Reader, found: &Requests, page: u32) -> View {
    let count = found.fitting.len();
    let mut view = View::new("match_list", reader.text("matches-title", &[("count", count.into())]));
    if count == 0 {
        view = view.paragraph(reader.text("matches-none", &[]));
        view = near_requests(reader, view, &found.near);
        return view.buttons(vec![
            Button::primary(reader.line("matches-improve", &[]), profile::Action::Sections),
            Button::secondary(reader.line("matches-tune", &[]), Action::Tune),
        ]);
    }
    for entry in pager::items(&found.fitting, page) {
        view = view.block(request_item(reader, entry));
    }
    if page == 0 {
        view = near_requests(reader, view, &found.near);
    }
    let mut buttons = pager::buttons(reader, count, page, |page| Action::Requests(page).into());
    buttons.push(Button::secondary(reader.line("matches-tune", &[]), Action::Tune));
    pager::footer(reader, view, count, page).buttons(buttons)
}

/// A request that fits, as an entry of a list.
pub(crate) fn request_item(reader: &Reader, entry: &FittingRequest) -> Block {
    let brief = &entry.request.brief;
    let terms = [wording::budget(reader, brief.budget), wording::work_place(reader, &brief.place)];
    let mut lines = vec![
        reader.text("request-line", &[("title", title(&entry.request).into())]),
        Text::joined(terms, " · "),
        brief_reasons(reader, &entry.explanation, Side::Freelancer),
    ];
    lines.extend(but(reader, &entry.explanation, Side::Freelancer));
    let open = request::Action::View(entry.request.id);
    Block::Item { lines, button: Some(Button::secondary(reader.line("open", &[]), open)) }
}

fn near_requests(reader: &Reader, mut view: View, near: &[FittingRequest]) -> View {
    if near.is_empty() {
        return view;
    }
    view = view.block(Block::Divider).block(Block::Heading(reader.text("matches-near", &[])));
    for entry in near.iter().take(3) {
        let missing = missing(reader, &entry.explanation);
        let lines = vec![reader.text("request-line", &[("title", title(&entry.request).into())]), missing];
        let why = Button::secondary(reader.line("match-why-not", &[]), Action::Why(entry.request.id));
        view = view.block(Block::Item { lines, button: Some(why) });
    }
    view
}

/// People who fit a request.
pub fn people(reader: &Reader, request: RequestId, found: &People, page: u32) -> View {
    let count = found.fitting.len();
    let mut view = View::new("people_list", reader.text("people-title", &[("count", count.into())]));
    if count == 0 {
        view = view.paragraph(reader.text("people-none", &[]));
    }
    for person in pager::items(&found.fitting, page) {
        let mut lines = person_lines(reader, person);
        lines.push(brief_reasons(reader, &person.explanation, Side::Client));
        lines.extend(but(reader, &person.explanation, Side::Client));
        view = view.block(person_item(reader, person, lines));
    }
    if page == 0 && !found.near.is_empty() {
        view = view.block(Block::Divider).block(Block::Heading(reader.text("people-near", &[])));
        for person in found.near.iter().take(3) {
            let mut lines = person_lines(reader, person);
            lines.push(missing_in_person(reader, &person.explanation));
            view = view.block(person_item(reader, person, lines));
        }
    }
    let mut buttons = pager::buttons(reader, count, page, |page| Action::People(request, page).into());
    let back = request::Action::View(request);
    buttons.push(Button::secondary(reader.line("request-see", &[]), back));
    pager::footer(reader, view, count, page).buttons(buttons)
}

fn person_lines(reader: &Reader, person: &FittingPerson) -> Vec<Text> {
    let name = wording::name(reader, &person.identities);
    let mut lines = vec![reader.text("person-line", &[("name", name.into())])];
    if !person.profile.headline.is_empty() {
        lines.push(Text::untrusted(person.profile.headline.clone()));
    }
    if let Some(rate) = person.profile.rate {
        lines.push(wording::rate(reader, rate));
    }
    lines
}

fn person_item(reader: &Reader, person: &FittingPerson, lines: Vec<Text>) -> Block {
    let see = profile::Action::View(person.account);
    Block::Item { lines, button: Some(Button::secondary(reader.line("person-see", &[]), see)) }
}

/// Why a request was matched, or wasn't: every obstacle with its lever, and what costs most.
pub fn why(reader: &Reader, asked: &Why, found: &Explanation) -> View {
    let name = Span::Untrusted(asked.request.brief.title.clone());
    let mut view = View::new("match_why", reader.text("why-title", &[("title", name.into())]));
    if found.obstacles.is_empty() {
        let (tone, verdict) = match (found.fit, asked.untold) {
            (None, _) => (Tone::Muted, reader.text("why-low", &[])),
            (Some(_), Some(untold)) => (Tone::Neutral, not_told(reader, untold)),
            (Some(_), None) => (Tone::Good, reader.text("why-fits", &[])),
        };
        view = view.tone(tone).paragraph(verdict);
    } else {
        let obstacles = found.obstacles.iter().map(|found| reasons::obstacle(reader, found));
        view = view
            .tone(Tone::Muted)
            .paragraph(reader.text("why-not", &[]))
            .block(Block::Bullets(obstacles.collect()));
    }
    let mut buttons = vec![
        Button::primary(reader.line("request-see", &[]), request::Action::View(asked.request.id)),
        Button::secondary(reader.line("matches-improve", &[]), profile::Action::Sections),
        Button::secondary(reader.line("matches-tune", &[]), Action::Tune),
    ];
    if found.obstacles.contains(&Obstacle::Dismissed) {
        buttons
            .push(Button::secondary(reader.line("match-after-all", &[]), Action::Restore(asked.request.id)));
    }
    let footer = reader.text(if asked.tuned { "why-footer-own" } else { "why-footer" }, &[]);
    with_reasons(reader, view, found, true).buttons(buttons).footer(footer)
}

fn not_told(reader: &Reader, untold: Untold) -> Text {
    match untold {
        Untold::OnlyListed => reader.text("why-only-listed", &[]),
        Untold::NoticesOff => reader.text("why-notices-off", &[]),
        Untold::Quiet { until } => {
            reader.text("why-quiet", &[("date", reader.time(until, TimeStyle::Date).into())])
        }
        Untold::NotThen => reader.text("why-not-then", &[]),
    }
}

/// Those of `open` whose title holds what was written; none where nothing was.
pub fn titled<'a>(open: &'a [WorkRequest], written: &str) -> Vec<&'a WorkRequest> {
    let wanted = written.trim().to_lowercase();
    let named = |request: &&WorkRequest| request.brief.title.to_lowercase().contains(&wanted);
    open.iter().filter(|_| !wanted.is_empty()).filter(named).collect()
}

/// Why which? A choice of open requests.
pub fn why_which(reader: &Reader, open: &[&WorkRequest]) -> View {
    let view = View::new("match_why_which", reader.text("why-which-title", &[]));
    if open.is_empty() {
        let dashboard = Button::primary(reader.line("open-dashboard", &[]), dashboard::Action::Show);
        return view.paragraph(reader.text("why-which-none", &[])).buttons(vec![dashboard]);
    }
    let options = open.iter().take(OPTIONS).map(|request| {
        let budget = wording::budget(reader, request.brief.budget).words();
        let label = format!("{} · {budget}", request.brief.title);
        Choice { value: request.id.short(), label: limits::shortened(&label, PLACEHOLDER), chosen: false }
    });
    let select = Select {
        action: Action::Pick.into(),
        placeholder: reader.line("why-which-choose", &[]),
        options: options.collect(),
        min: 1,
        max: 1,
    };
    view.paragraph(reader.text("why-which-body", &[]))
        .select(select)
        .buttons(vec![Button::secondary(reader.line("matches-more", &[]), Action::Requests(0))])
}

/// There is no profile to compare with.
pub fn no_profile(reader: &Reader) -> View {
    View::new("match_no_profile", reader.text("no-profile-title", &[]))
        .paragraph(reader.text("no-profile-body", &[]))
        .buttons(vec![Button::primary(reader.line("matches-improve", &[]), profile::Action::Sections)])
}

/// A client asked who fits, and of which request isn't clear.
pub fn which_request(reader: &Reader) -> View {
    View::new("match_which_request", reader.text("which-request-title", &[]))
        .paragraph(reader.text("which-request-body", &[]))
        .buttons(vec![Button::primary(reader.line("request-all", &[]), request::Action::List(0))])
}

/// Reasons and gaps as blocks that may be folded; gaps with what would close them where `levers` are asked for.
fn with_reasons(reader: &Reader, view: View, found: &Explanation, levers: bool) -> View {
    let reasons: Vec<Text> = reasons::told(reader, &found.reasons, Side::Freelancer).take(REASONS).collect();
    let gap = |fact| {
        let gap = reasons::fact(reader, fact, Side::Freelancer)?;
        Some(match reasons::lever(reader, fact).filter(|_| levers) {
            Some(lever) => gap.then(Text::plain(". ")).then(lever),
            None => gap,
        })
    };
    let most = if levers { usize::MAX } else { GAPS };
    let mut gaps: Vec<Text> = found.gaps.iter().filter_map(gap).take(most).collect();
    if gaps.is_empty() {
        gaps.push(reader.text("match-no-gap", &[]));
    }
    let mut view = view;
    if !reasons.is_empty() {
        view = view.block(Block::Details { summary: reader.text("match-reasons", &[]), lines: reasons });
    }
    view.block(Block::Details { summary: reader.text("match-gaps", &[]), lines: gaps })
}

fn brief_reasons(reader: &Reader, explanation: &Explanation, to: Side) -> Text {
    Text::joined(reasons::told(reader, &explanation.reasons, to).take(BRIEF), " · ")
}

/// What costs a match most: it stands beside what speaks for it.
fn but(reader: &Reader, explanation: &Explanation, to: Side) -> Option<Text> {
    let gap = reasons::told(reader, &explanation.gaps, to).next()?;
    Some(reader.text("match-but", &[("gap", gap.into())]))
}

fn missing(reader: &Reader, explanation: &Explanation) -> Text {
    match explanation.obstacles.first() {
        Some(obstacle) => reasons::obstacle(reader, obstacle),
        None => reasons::told(reader, &explanation.gaps, Side::Freelancer).next().unwrap_or_default(),
    }
}

fn missing_in_person(reader: &Reader, explanation: &Explanation) -> Text {
    match explanation.obstacles.first() {
        Some(obstacle) => reasons::obstacle_of_person(reader, obstacle),
        None => reasons::told(reader, &explanation.gaps, Side::Client).next().unwrap_or_default(),
    }
}

fn title(request: &WorkRequest) -> Text {
    Text::untrusted(request.brief.title.clone())
}
