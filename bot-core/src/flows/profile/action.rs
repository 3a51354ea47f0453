//! What the buttons on a profile do.

use crate::domain::id::AccountId;
use crate::ui::action::Token;

/// Profiles.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// See one's own.
    Own,
    /// See somebody's.
    View(AccountId),
    /// See all of somebody's past work, at a page.
    Work(AccountId, u32),
    /// Choose what to change.
    Sections,
    /// Change a section.
    Edit(Part),
    /// See one's skills, to change one.
    Skills,
    /// Change one skill: which one comes with the press.
    Skill(i64),
    /// Say how well one knows the skill at this place.
    Level(Spot),
    /// Say for how many years.
    Years(Spot),
    /// Take it away.
    Forget(Spot),
    /// What an unknown word means: that comes with the press.
    Meant(i64),
    /// Work remotely too, or not.
    Remote(bool),
    /// Say who sees the profile: that comes with the press.
    Visibility,
    /// Show how to share it.
    Share,
    /// Describe oneself in one's own words.
    Describe,
    /// See what was read from that.
    Draft,
    /// Correct a field of what was read.
    Fix(Part),
    /// Take over what was read.
    TakeOver,
    /// Throw away what was read.
    Discard,
}

/// A skill by its place in a profile of this version.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spot {
    /// The place, from 0.
    pub place: u8,
    /// The profile's version.
    pub version: i64,
}

/// A part of a profile that a form changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The line about oneself.
    Headline,
    /// What one can do.
    Skills,
    /// The usual price.
    Rate,
    /// Languages.
    Languages,
    /// Where one is, and how far one goes.
    Place,
    /// Hours a week, and from when.
    Time,
    /// What one does and how.
    About,
}

impl Part {
    /// Every part, in the order of the card.
    pub const ALL: [Self; 7] =
        [Self::Headline, Self::Skills, Self::Rate, Self::Languages, Self::Place, Self::Time, Self::About];

    /// The key in tokens, drafts and commands.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Headline => "headline",
            Self::Skills => "skills",
            Self::Rate => "rate",
            Self::Languages => "langs",
            Self::Place => "place",
            Self::Time => "time",
            Self::About => "about",
        }
    }

    /// Reads what [`Self::key`] wrote.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.key() == key)
    }
}

impl Spot {
    fn read(token: &Token) -> Option<Self> {
        Some(Self { place: token.arg.as_deref()?.parse().ok()?, version: token.version? })
    }

    fn token(self, verb: &str) -> Token {
        Token::verb(verb).at(self.version).with(self.place.to_string())
    }
}

impl Action {
    /// Reads a token of this feature.
    pub fn read(token: &Token) -> Option<Self> {
        let arg = token.arg.as_deref();
        Some(match token.verb.as_str() {
            "prf-own" => Self::Own,
            "prf-view" => Self::View(AccountId(token.id?)),
            "prf-work" => Self::Work(AccountId(token.id?), arg.map_or(Some(0), |page| page.parse().ok())?),
            "prf-parts" => Self::Sections,
            "prf-edit" => Self::Edit(Part::from_key(arg?)?),
            "prf-skills" => Self::Skills,
            "prf-skill" => Self::Skill(token.version?),
            "prf-level" => Self::Level(Spot::read(token)?),
            "prf-years" => Self::Years(Spot::read(token)?),
            "prf-forget" => Self::Forget(Spot::read(token)?),
            "prf-meant" => Self::Meant(token.version?),
            "prf-remote" => Self::Remote(arg? == "yes"),
            "prf-seen" => Self::Visibility,
            "prf-share" => Self::Share,
            "prf-tell" => Self::Describe,
            "prf-draft" => Self::Draft,
            "prf-fix" => Self::Fix(Part::from_key(arg?)?),
            "prf-take" => Self::TakeOver,
            "prf-drop" => Self::Discard,
            _ => return None,
        })
    }

    /// Whether the answer is a form.
    pub const fn opens_form(&self) -> bool {
        matches!(self, Self::Edit(_) | Self::Describe | Self::Fix(_))
    }
}

impl From<Action> for Token {
    fn from(action: Action) -> Self {
        match action {
            Action::Own => Self::verb("prf-own"),
            Action::View(account) => Self::verb("prf-view").on(account.0),
            Action::Work(account, 0) => Self::verb("prf-work").on(account.0),
            Action::Work(account, page) => Self::verb("prf-work").on(account.0).with(page.to_string()),
            Action::Sections => Self::verb("prf-parts"),
            Action::Edit(part) => Self::verb("prf-edit").with(part.key()),
            Action::Skills => Self::verb("prf-skills"),
            Action::Skill(version) => Self::verb("prf-skill").at(version),
            Action::Level(spot) => spot.token("prf-level"),
            Action::Years(spot) => spot.token("prf-years"),
            Action::Forget(spot) => spot.token("prf-forget"),
            Action::Meant(version) => Self::verb("prf-meant").at(version),
            Action::Remote(yes) => Self::verb("prf-remote").with(if yes { "yes" } else { "no" }),
            Action::Visibility => Self::verb("prf-seen"),
            Action::Share => Self::verb("prf-share"),
            Action::Describe => Self::verb("prf-tell"),
            Action::Draft => Self::verb("prf-draft"),
            Action::Fix(part) => Self::verb("prf-fix").with(part.key()),
            Action::TakeOver => Self::verb("prf-take"),
            Action::Discard => Self::verb("prf-drop"),
        }
    }
}
