//! What the buttons on a search do.

use crate::domain::id::{AccountId, AlertId, RequestId, SearchId};
use crate::services::search::{EntryId, Side};
use crate::ui::action::Token;

/// Searches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// Search everything on one side of the market.
    All(Side),
    /// Look for the same again, as of a version.
    Again(SearchId, i64),
    /// A page of a search, as of a version.
    Page(SearchId, i64, u32),
    /// What narrows it, as of a version.
    Facets(SearchId, i64),
    /// Narrow it, or no longer: the facet comes with the press.
    Narrow(SearchId, i64),
    /// Widen it.
    Widen(SearchId, i64, String),
    /// What can be bookmarked of a page, as of a version.
    Marks(SearchId, i64, u32),
    /// Bookmark an entry of a page, or no longer: the entry comes with the press.
    Mark(SearchId, u32),
    /// Hear of what it would find.
    Watch(SearchId, i64),
    /// Bookmark an entry.
    Save(EntryId),
    /// No longer.
    Drop(EntryId),
    /// A page of what is bookmarked.
    Saved(u32),
    /// Take one off that list: the entry comes with the press.
    Unsave(u32),
    /// The searches that are watched.
    Alerts,
    /// What a watched search finds now.
    Rerun(AlertId),
    /// Watch one no longer.
    Stop(AlertId),
    /// Take one off that list: the search comes with the press.
    Unwatch,
}

impl Action {
    /// Reads a token of this feature.
    pub fn read(token: &Token) -> Option<Self> {
        let search = token.id.map(SearchId).zip(token.version);
        let arg = token.arg.as_deref();
        let page = || arg.map_or(Some(0), |arg| arg.parse().ok());
        let listed = u32::try_from(token.version.unwrap_or_default()).ok();
        Some(match token.verb.as_str() {
            "fnd-all" => Self::All(side(arg?)?),
            "fnd-again" => search.map(|(id, version)| Self::Again(id, version))?,
            "fnd-page" => search.zip(page()).map(|((id, version), page)| Self::Page(id, version, page))?,
            "fnd-facets" => search.map(|(id, version)| Self::Facets(id, version))?,
            "fnd-narrow" => search.map(|(id, version)| Self::Narrow(id, version))?,
            "fnd-widen" => {
                search.zip(arg).map(|((id, version), key)| Self::Widen(id, version, key.to_owned()))?
            }
            "fnd-marks" => search.zip(page()).map(|((id, version), page)| Self::Marks(id, version, page))?,
            "fnd-mark" => token.id.map(SearchId).zip(page()).map(|(id, page)| Self::Mark(id, page))?,
            "fnd-watch" => search.map(|(id, version)| Self::Watch(id, version))?,
            "fnd-save" => Self::Save(entry(token)?),
            "fnd-drop" => Self::Drop(entry(token)?),
            "fnd-saved" => Self::Saved(listed?),
            "fnd-unsave" => Self::Unsave(listed?),
            "fnd-alerts" => Self::Alerts,
            "fnd-rerun" => Self::Rerun(token.id.map(AlertId)?),
            "fnd-stop" => Self::Stop(token.id.map(AlertId)?),
            "fnd-unwatch" => Self::Unwatch,
            _ => return None,
        })
    }
}

impl From<Action> for Token {
    fn from(action: Action) -> Self {
        let on = |verb: &str, id: SearchId, version: i64| Self::verb(verb).on(id.0).at(version);
        match action {
            Action::All(side) => Self::verb("fnd-all").with(side_key(side)),
            Action::Again(id, version) => on("fnd-again", id, version),
            Action::Page(id, version, page) => on("fnd-page", id, version).with(page.to_string()),
            Action::Facets(id, version) => on("fnd-facets", id, version),
            Action::Narrow(id, version) => on("fnd-narrow", id, version),
            Action::Widen(id, version, key) => on("fnd-widen", id, version).with(key),
            Action::Marks(id, version, page) => on("fnd-marks", id, version).with(page.to_string()),
            Action::Mark(id, page) => Self::verb("fnd-mark").on(id.0).with(page.to_string()),
            Action::Watch(id, version) => on("fnd-watch", id, version),
            Action::Save(id) => on_entry("fnd-save", id),
            Action::Drop(id) => on_entry("fnd-drop", id),
            Action::Saved(page) => Self::verb("fnd-saved").at(i64::from(page)),
            Action::Unsave(page) => Self::verb("fnd-unsave").at(i64::from(page)),
            Action::Alerts => Self::verb("fnd-alerts"),
            Action::Rerun(id) => Self::verb("fnd-rerun").on(id.0),
            Action::Stop(id) => Self::verb("fnd-stop").on(id.0),
            Action::Unwatch => Self::verb("fnd-unwatch"),
        }
    }
}

const fn side_key(side: Side) -> &'static str {
    match side {
        Side::Work => "work",
        Side::Talent => "talent",
    }
}

fn side(key: &str) -> Option<Side> {
    [Side::Work, Side::Talent].into_iter().find(|side| side_key(*side) == key)
}

fn on_entry(verb: &str, id: EntryId) -> Token {
    Token::verb(verb).on(id.uuid()).with(side_key(id.side()))
}

fn entry(token: &Token) -> Option<EntryId> {
    Some(match side(token.arg.as_deref()?)? {
        Side::Work => EntryId::Request(RequestId(token.id?)),
        Side::Talent => EntryId::Person(AccountId(token.id?)),
    })
}

/// An entry as the option of a select that saves it, or takes it off the list: 23 characters of ASCII, since on Telegram
/// they share a button's bytes with the action.
pub fn option(id: EntryId, saved: bool) -> String {
    let (letter, short) = match id {
        EntryId::Request(id) => ('r', id.short()),
        EntryId::Person(id) => ('p', id.short()),
    };
    let letter = if saved { letter.to_ascii_uppercase() } else { letter };
    format!("{letter}{short}")
}

/// Reads what [`option`] wrote.
pub fn from_option(value: &str) -> Option<(EntryId, bool)> {
    let (letter, short) = value.split_at_checked(1)?;
    let id = match letter {
        "r" | "R" => RequestId::from_short(short).map(EntryId::Request)?,
        "p" | "P" => AccountId::from_short(short).map(EntryId::Person)?,
        _ => return None,
    };
    Some((id, matches!(letter, "R" | "P")))
}
