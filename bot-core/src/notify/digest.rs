//! A digest: what has come up, by topic, as far as it is still true.

use crate::domain::proposal::ProposalState;
use crate::domain::request::RequestState;
use crate::domain::topic::{Pace, Topic};
use crate::error::Fault;
use crate::flows::settings::notices_view::name;
use crate::flows::{find, matches, proposal, request, settings::action as settings};
use crate::i18n::Reader;
use crate::notify::notification::Notification;
use crate::notify::view;
use crate::services::authority::Actor;
use crate::services::{Call, notices, proposal as proposals, request as requests, search};
use crate::ui::limits::PAGE_ITEMS;
use crate::ui::view::{Block, Button, Tone, View};

/// So many pieces of news are looked at; whatever is beyond them is counted.
const READ: usize = 40;

/// A piece of news as an entry of a list.
#[derive(Debug, Clone)]
pub(crate) struct Entry {
    /// Under which heading it stands.
    pub(crate) topic: Topic,
    /// What stands there.
    pub(crate) item: Block,
}

/// What a digest says.
#[derive(Debug, Clone, Default)]
pub(crate) struct News {
    /// Its entries, by topic.
    pub(crate) entries: Vec<Entry>,
    /// How many more there are.
    pub(crate) beyond: usize,
    /// Whether digests come once a week from now on.
    pub(crate) slowed: bool,
}

/// What has come of a digest by the time it is told.
pub(super) enum Said {
    /// Nothing of it is true any more.
    Nothing,
    /// One thing is left, which is told as itself.
    One(Notification),
    /// Many things.
    Many(View),
}

/// What `digest` tells `to`.
pub(super) async fn said(
    call: &Call<'_>,
    reader: &Reader,
    to: &Actor,
    digest: &str,
    slowed: bool,
) -> Result<Said, Fault> {
    let all = notices::contents(call, digest).await?.news;
    let mut news = News { beyond: all.len().saturating_sub(READ), slowed, ..News::default() };
    let mut told = None;
    for notification in all.into_iter().take(READ) {
        if let Some(entry) = entry(call, reader, to, &notification).await? {
            news.entries.push(entry);
            told = Some(notification);
        }
    }
    Ok(match told {
        None => Said::Nothing,
        Some(only) if news.entries.len() == 1 && news.beyond == 0 && !slowed => Said::One(only),
        Some(_) => Said::Many(card(reader, &news)),
    })
}

/// The news as an entry; none if it is no longer true.
async fn entry(
    call: &Call<'_>,
    reader: &Reader,
    to: &Actor,
    notification: &Notification,
) -> Result<Option<Entry>, Fault> {
    let Some(topic) = notification.topic() else { return Ok(None) };
    let proposal_in = |state: Option<ProposalState>, id| async move {
        let card = proposals::card(call, to, id).await?;
        let card = card.filter(|card| state.is_none_or(|state| card.proposal.state == state));
        Ok::<_, Fault>(card.map(|card| proposal::view::item(reader, &card)))
    };
    let item = match *notification {
        Notification::Match { request } => {
            view::fitting(call, to, request).await?.map(|found| matches::view::request_item(reader, &found))
        }
        Notification::Found { request, alert } => match search::alert(call, to, alert).await? {
            Some(_) => own(call, reader, to, request, RequestState::Open).await?,
            None => None,
        },
        Notification::ProposalReceived { proposal, .. } => {
            proposal_in(Some(ProposalState::Sent), proposal).await?
        }
        Notification::ProposalWithdrawn { proposal } => {
            proposal_in(Some(ProposalState::Withdrawn), proposal).await?
        }
        Notification::ProposalDeclined { proposal, .. } => {
            proposal_in(Some(ProposalState::Declined), proposal).await?
        }
        Notification::ProposalLapsed { proposal } => {
            proposal_in(Some(ProposalState::Lapsed), proposal).await?
        }
        Notification::RequestEnding { request, .. }
        | Notification::RequestChanged { request, .. }
        | Notification::RequestReleased { request, .. } => {
            own(call, reader, to, request, RequestState::Open).await?
        }
        Notification::RequestRefused { request, .. } => {
            own(call, reader, to, request, RequestState::Closed).await?
        }
        Notification::RequestExpired { request } => {
            own(call, reader, to, request, RequestState::Expired).await?
        }
        // What can't wait is never told with others.
        Notification::ContractMade { .. }
        | Notification::LinkTyped { .. }
        | Notification::LinkAgreed { .. }
        | Notification::LinkEnding { .. }
        | Notification::LinkStopped { .. }
        | Notification::LinkMerged { .. }
        | Notification::Unlinked { .. }
        | Notification::Digest { .. } => None,
    };
    Ok(item.map(|item| Entry { topic, item }))
}

async fn own(
    call: &Call<'_>,
    reader: &Reader,
    to: &Actor,
    id: crate::domain::id::RequestId,
    state: RequestState,
) -> Result<Option<Block>, Fault> {
    let card = requests::card(call, to, id).await?.filter(|card| card.request.state == state);
    Ok(card.map(|card| request::view::item(reader, &card.request)))
}

/// Many things in one message: by topic, the first few with a button each.
pub(crate) fn card(reader: &Reader, news: &News) -> View {
    let count = news.entries.len() + news.beyond;
    let mut view = View::new("digest", reader.text("digest-title", &[("count", count.into())]));
    if news.slowed {
        view = view.paragraph(reader.text("digest-slowed", &[]));
    }
    let topics: Vec<Topic> = Topic::ALL
        .into_iter()
        .filter(|topic| news.entries.iter().any(|entry| entry.topic == *topic))
        .collect();
    let mut left = PAGE_ITEMS;
    for (position, topic) in topics.iter().enumerate() {
        let of_topic: Vec<&Entry> = news.entries.iter().filter(|entry| entry.topic == *topic).collect();
        // Every topic that follows keeps room for one entry.
        let room = left.saturating_sub(topics.len() - position - 1).min(of_topic.len());
        left -= room;
        let heading = [("topic", name(reader, *topic).into()), ("count", of_topic.len().into())];
        view = view.block(Block::Heading(reader.text("digest-heading", &heading)));
        for entry in of_topic.iter().take(room) {
            view = view.block(entry.item.clone());
        }
    }
    let shown = PAGE_ITEMS - left;
    if count > shown {
        view = view.block(Block::Note(reader.text("digest-more", &[("count", (count - shown).into())])));
    }
    let first = topics.first().copied().unwrap_or(Topic::Matches);
    let tone = if topics.contains(&Topic::Received) { Tone::Attention } else { Tone::Good };
    let view = view.tone(tone).buttons(lists(reader, &topics));
    view.buttons(ways_out(reader, first, news.slowed)).footer(reader.text("digest-footer", &[]))
}

/// Where all of it stands.
fn lists(reader: &Reader, topics: &[Topic]) -> Vec<Button> {
    let mut buttons = Vec::new();
    for topic in topics {
        let button = match topic {
            Topic::Matches => {
                Button::secondary(reader.line("matches-more", &[]), matches::action::Action::Requests(0))
            }
            Topic::Searches => {
                Button::secondary(reader.line("find-alerts", &[]), find::action::Action::Alerts)
            }
            Topic::Received | Topic::Answers => {
                Button::secondary(reader.line("proposals-all", &[]), proposal::action::Action::List(0))
            }
            Topic::Requests => {
                Button::secondary(reader.line("request-all", &[]), request::action::Action::List(0))
            }
            Topic::Vital => continue,
        };
        if !buttons.contains(&button) {
            buttons.push(button);
        }
    }
    buttons
}

/// How to hear less, or more again.
fn ways_out(reader: &Reader, topic: Topic, slowed: bool) -> Vec<Button> {
    let step = if slowed {
        Button::secondary(reader.line("digest-daily", &[]), settings::Action::Again(topic, Pace::Daily))
    } else {
        Button::secondary(reader.line("fewer", &[]), settings::Action::Fewer(topic))
    };
    vec![step, Button::secondary(reader.line("notices-all", &[]), settings::Action::Notices)]
}
