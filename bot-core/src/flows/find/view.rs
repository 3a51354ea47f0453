//! What a search shows: the best first, and a way on when there is little.

use super::Unclear;
use super::action::{Action, option};
use super::words;
use crate::domain::proposal::Side as Reads;
use crate::domain::request::WorkRequest;
use crate::flows::{pager, profile::action as profile, reasons, request::action as request, wording};
use crate::i18n::Reader;
use crate::services::request::RequestCard;
use crate::services::search::{Alert, Entry, Hit, NearHit, Results, Search, Side};
use crate::ui::action::Token;
use crate::ui::interaction::Caps;
use crate::ui::limits::{self, BUTTON_LABEL, OPTIONS};
use crate::ui::text::{Text, TimeStyle};
use crate::ui::view::{Block, Button, Choice, Fact, Select, Tone, View};

/// Reasons named in an entry.
const BRIEF: usize = 2;

/// A page of results.
pub fn results(reader: &Reader, caps: Caps, search: &Search, found: &Results) -> View {
    let title = match search.list.query.side {
        Side::Work => reader.text("find-work-title", &[("count", found.total.into())]),
        Side::Talent => reader.text("find-talent-title", &[("count", found.total.into())]),
    };
    let mut view = View::new("find_list", title);
    let asked = words::query(reader, &search.list.query);
    if !asked.is_empty() {
        view = view.paragraph(reader.text("find-asked", &[("query", asked.into())]));
    }
    if found.total == 0 {
        view = view.tone(Tone::Muted).paragraph(why_nothing(reader, search.list.query.side, found));
    } else {
        view = view.block(Block::Note(order(reader, search.list.query.side, found.ranked)));
    }
    for hit in &found.hits {
        view = view.block(entry(reader, hit, None));
    }
    if found.gone > 0 {
        view = view.block(Block::Note(reader.text("find-gone", &[("count", found.gone.into())])));
    }
    view = near(reader, view, search, &found.near);
    controls(reader, caps, view, search, found)
}

fn why_nothing(reader: &Reader, side: Side, found: &Results) -> Text {
    match (side, found.market) {
        (Side::Work, 0) => reader.text("find-no-work", &[]),
        (Side::Talent, 0) => reader.text("find-no-talent", &[]),
        (Side::Work, count) => reader.text("find-none-of-work", &[("count", count.into())]),
        (Side::Talent, count) => reader.text("find-none-of-talent", &[("count", count.into())]),
    }
}

fn order(reader: &Reader, side: Side, ranked: bool) -> Text {
    match (ranked, side) {
        (true, _) => reader.text("find-best-first", &[]),
        (false, Side::Work) => reader.text("find-newest-first", &[]),
        (false, Side::Talent) => reader.text("find-latest-first", &[]),
    }
}

/// An entry of a list, with what it misses or with its reasons.
pub(super) fn entry(reader: &Reader, hit: &Hit, misses: Option<Text>) -> Block {
    let last = misses.unwrap_or_else(|| {
        let to = match &hit.entry {
            Entry::Request(_) => Reads::Freelancer,
            Entry::Person(_) => Reads::Client,
        };
        let facts = hit.explanation.as_ref().map(|found| found.reasons.as_slice()).unwrap_or_default();
        Text::joined(reasons::told(reader, facts, to).take(BRIEF), " · ")
    });
    match &hit.entry {
        Entry::Request(found) => {
            let open = request::Action::View(found.id);
            let lines = vec![heading(reader, found), terms(reader, found), last];
            words::item(lines, Button::secondary(reader.line("open", &[]), open))
        }
        Entry::Person(found) => {
            let name = wording::name(reader, &hit.who);
            let mut facts: Vec<Text> =
                found.rate.map(|rate| wording::rate(reader, rate)).into_iter().collect();
            facts.extend(found.place.as_ref().map(wording::place));
            facts.push(wording::working_time(reader, found));
            let lines = vec![
                reader.text("person-line", &[("name", name.into())]),
                Text::untrusted(found.headline.clone()),
                Text::joined(facts, " · "),
                last,
            ];
            let see = profile::Action::View(found.account);
            words::item(lines, Button::secondary(reader.line("person-see", &[]), see))
        }
    }
}

fn heading(reader: &Reader, found: &WorkRequest) -> Text {
    let title = Text::untrusted(found.brief.title.clone());
    reader.text("request-line", &[("title", title.into())])
}

fn terms(reader: &Reader, found: &WorkRequest) -> Text {
    let mut terms =
        vec![wording::budget(reader, found.brief.budget), wording::work_place(reader, &found.brief.place)];
    if let Some(at) = found.posted_at {
        let when = reader.time(at, TimeStyle::Relative);
        terms.push(reader.text("find-posted", &[("when", when.into())]));
    }
    Text::joined(terms, " · ")
}

fn near(reader: &Reader, mut view: View, search: &Search, near: &[NearHit]) -> View {
    if near.is_empty() {
        return view;
    }
    let missed = near.iter().map(|close| close.misses.len()).max().unwrap_or_default();
    let title = reader.text("find-near-title", &[("missed", missed.into())]);
    view = view.block(Block::Divider).block(Block::Heading(title));
    for close in near {
        let missed = close.misses.iter().map(|missed| words::term(reader, &search.list.query, missed));
        let missed = Text::joined(missed, " · ");
        let misses = reader.text("find-misses", &[("term", missed.into())]);
        view = view.block(entry(reader, &close.hit, Some(misses)));
    }
    view
}

fn controls(reader: &Reader, caps: Caps, view: View, search: &Search, found: &Results) -> View {
    let (id, version) = (search.id, search.version);
    let listed = found.order.len();
    let mut pages = pager::buttons(reader, listed, found.page, |page| Action::Page(id, version, page).into());
    if found.fresh > 0 {
        let label = reader.line("find-fresh", &[("count", found.fresh.into())]);
        pages.push(Button::secondary(label, Action::Again(id, version)));
    }
    let wider = found.widenings.iter().map(|widening| {
        let label = words::widening(reader, &search.list.query, &widening.widen, widening.more);
        let action = Action::Widen(id, version, widening.widen.key(&search.list.query));
        Button::secondary(limits::shortened(&label, BUTTON_LABEL), action)
    });
    let view = pager::footer(reader, view, listed, found.page).buttons(pages).buttons(wider.collect());
    let (narrow, save) = (narrowing(reader, search, found), marking(reader, search, found));
    if caps.folds_choices {
        let view = narrow.into_iter().chain(save).fold(view, View::select);
        return view.buttons(ways(reader, search, found));
    }
    let narrow = narrow.map(|narrow| Button::secondary(narrow.placeholder, Action::Facets(id, version)));
    let save = save.map(|save| Button::secondary(save.placeholder, Action::Marks(id, version, found.page)));
    view.buttons(narrow.into_iter().chain(save).collect()).buttons(ways(reader, search, found))
}

/// What narrows a search, where there is no room for it below the list.
pub fn facets(reader: &Reader, _: Caps, search: &Search, found: &Results) -> View {
    let view = View::new("find_facets", reader.text("find-narrow", &[]));
    chosen_from(reader, view, search, found, narrowing(reader, search, found))
}

/// What can be saved of a page, where there is no room for it below the list.
pub fn marks(reader: &Reader, _: Caps, search: &Search, found: &Results) -> View {
    let view = View::new("find_marks", reader.text("find-mark", &[]));
    chosen_from(reader, view, search, found, marking(reader, search, found))
}

fn chosen_from(reader: &Reader, view: View, search: &Search, found: &Results, from: Option<Select>) -> View {
    let asked = words::query(reader, &search.list.query);
    let view = if asked.is_empty() {
        view
    } else {
        view.paragraph(reader.text("find-asked", &[("query", asked.into())]))
    };
    let back = Action::Page(search.id, search.version, found.page);
    from.into_iter()
        .fold(view, View::select)
        .buttons(vec![Button::secondary(reader.line("find-back", &[]), back)])
}

fn narrowing(reader: &Reader, search: &Search, found: &Results) -> Option<Select> {
    let options = found.facets.iter().take(OPTIONS).map(|counted| {
        let name = words::facet(reader, &counted.facet);
        let label = if counted.chosen {
            reader.line("find-facet-off", &[("name", name.into())])
        } else {
            reader.line("find-facet", &[("name", name.into()), ("count", counted.count.into())])
        };
        let label = limits::shortened(&label, BUTTON_LABEL);
        Choice { value: counted.facet.key(), label, chosen: false }
    });
    let options: Vec<Choice> = options.collect();
    let placeholder = reader.line("find-narrow", &[]);
    let action = Action::Narrow(search.id, search.version).into();
    (!options.is_empty()).then_some(Select { action, placeholder, options, min: 1, max: 1 })
}

fn marking(reader: &Reader, search: &Search, found: &Results) -> Option<Select> {
    let near = found.near.iter().map(|close| &close.hit);
    let options = found.hits.iter().chain(near).map(|hit| {
        let name = wording::name(reader, &hit.who);
        let label = words::option(reader, hit.saved, &hit.entry, &name);
        Choice { value: option(hit.entry.id(), hit.saved), label, chosen: false }
    });
    let options: Vec<Choice> = options.collect();
    let placeholder = reader.line("find-mark", &[]);
    let action = Action::Mark(search.id, found.page).into();
    (!options.is_empty()).then_some(Select { action, placeholder, options, min: 1, max: 1 })
}

fn ways(reader: &Reader, search: &Search, found: &Results) -> Vec<Button> {
    let (label, action): (String, Token) = match search.list.query.side {
        Side::Work => (reader.line("find-tell-me", &[]), Action::Watch(search.id, search.version).into()),
        Side::Talent => (reader.line("find-post", &[]), request::Action::New.into()),
    };
    let make = if found.total == 0 { Button::primary } else { Button::secondary };
    let mut ways = vec![make(label, action)];
    if !search.list.query.terms().is_empty() {
        ways.push(Button::secondary(reader.line("find-all", &[]), Action::All(search.list.query.side)));
    }
    ways.push(Button::secondary(reader.line("find-saved", &[]), Action::Saved(0)));
    ways
}

/// The message about a new request that a watched search finds.
pub fn alert_notice(reader: &Reader, card: &RequestCard, alert: &Alert) -> View {
    let brief = &card.request.brief;
    let title = Text::untrusted(brief.title.clone());
    let client = wording::person(reader, &card.client);
    View::new("find_notice", reader.text("find-notice-title", &[("title", title.into())]))
        .tone(Tone::Good)
        .paragraph(reader.text("match-client", &[("client", client.into())]))
        .block(Block::Facts(vec![
            Fact { label: reader.text("label-budget", &[]), value: wording::budget(reader, brief.budget) },
            Fact { label: reader.text("label-when", &[]), value: wording::due(reader, brief.due_at) },
            Fact { label: reader.text("label-where", &[]), value: wording::work_place(reader, &brief.place) },
            Fact { label: reader.text("find-notice-search", &[]), value: searched(reader, alert) },
        ]))
        .buttons(vec![
            Button::primary(reader.line("request-see", &[]), request::Action::View(card.request.id)),
            Button::secondary(reader.line("find-stop", &[]), Action::Stop(alert.id)),
        ])
        .footer(reader.text("find-notice-footer", &[]))
}

/// What an alert looks for: everything, if nothing in particular.
pub(super) fn searched(reader: &Reader, alert: &Alert) -> Text {
    let asked = words::query(reader, &alert.query);
    if asked.is_empty() { reader.text("find-everything", &[]) } else { asked }
}

/// Something in the command can't be taken as it stands.
pub fn unclear(reader: &Reader, side: Side, unclear: Unclear) -> View {
    let body = match unclear {
        Unclear::Place => reader.text("find-unclear-place", &[]),
        Unclear::Currency => reader.text("find-unclear-currency", &[]),
        Unclear::Amount => reader.text("find-unclear-amount", &[]),
    };
    View::new("find_unclear", reader.text("find-unclear-title", &[]))
        .tone(Tone::Attention)
        .paragraph(body)
        .buttons(vec![Button::primary(reader.line("find-all", &[]), Action::All(side))])
}

/// Another search took this one's place.
pub fn over(reader: &Reader) -> View {
    View::new("find_over", reader.text("find-over-title", &[]))
        .tone(Tone::Muted)
        .paragraph(reader.text("find-over-body", &[]))
        .buttons(vec![
            Button::primary(reader.line("find-all-work", &[]), Action::All(Side::Work)),
            Button::secondary(reader.line("find-all-talent", &[]), Action::All(Side::Talent)),
        ])
}
