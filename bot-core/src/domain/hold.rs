//! A request that a moderator looks at before anybody else does.

use bot_reading::rules::Rule;

use super::id::RequestId;
use super::time::Timestamp;

/// Why a request is held, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hold {
    /// Which request.
    pub request: RequestId,
    /// The rule it seems to break.
    pub rule: Rule,
    /// The client's words that seem to break it.
    pub quote: String,
    /// Since when it is held.
    pub held_at: Timestamp,
    /// What was decided.
    pub decision: Option<Decision>,
    /// What the moderator said about it.
    pub note: String,
}

/// What a moderator decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    /// It breaks no rule: it is out.
    Released,
    /// It stays in.
    Refused,
    /// Its client took it back before.
    TakenBack,
}

impl Decision {
    /// The key under which rows name it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Released => "released",
            Self::Refused => "refused",
            Self::TakenBack => "taken_back",
        }
    }

    /// Reads what [`Self::key`] wrote.
    pub fn from_key(key: &str) -> Option<Self> {
        [Self::Released, Self::Refused, Self::TakenBack].into_iter().find(|decision| decision.key() == key)
    }
}

/// The key under which rows and texts name a rule.
pub const fn rule_key(rule: Rule) -> &'static str {
    match rule {
        Rule::FakeAccounts => "fake-accounts",
        Rule::AcademicCheating => "academic-cheating",
        Rule::Abuse => "abuse",
        Rule::AdultWork => "adult-work",
        Rule::Weapons => "weapons",
        Rule::Passwords => "passwords",
    }
}

/// Reads what [`rule_key`] wrote.
pub fn rule_from_key(key: &str) -> Option<Rule> {
    const RULES: [Rule; 6] = [
        Rule::FakeAccounts,
        Rule::AcademicCheating,
        Rule::Abuse,
        Rule::AdultWork,
        Rule::Weapons,
        Rule::Passwords,
    ];
    RULES.into_iter().find(|rule| rule_key(*rule) == key)
}
