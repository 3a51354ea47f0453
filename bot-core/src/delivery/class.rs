//! What a notice is to its reader: which goes first, which may be sent twice.

/// The class of a notice, in the order in which they are sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// A link or code that works once: the person is waiting for it.
    Login,
    /// Money moved or will move.
    Money,
    /// An agreement came about, changed or ended.
    Contract,
    /// What another member wrote.
    Relay,
    /// It is the recipient's turn: a proposal to decide about.
    YourMove,
    /// News of the recipient's own affairs.
    Update,
    /// A request that fits.
    Match,
    /// Many things in one.
    Digest,
}

/// What to do where nobody can tell whether a notice arrived.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OnUnknown {
    /// Send it again, at most three times, with the same reference.
    Resend,
    /// Leave it: who missed it finds it elsewhere.
    Hold,
    /// Never: what it carries works once, and the person asks again.
    Never,
}

impl Class {
    /// Every class.
    pub const ALL: [Self; 8] = [
        Self::Login,
        Self::Money,
        Self::Contract,
        Self::Relay,
        Self::YourMove,
        Self::Update,
        Self::Match,
        Self::Digest,
    ];

    /// The number a row keeps: lower goes first.
    pub const fn number(self) -> i64 {
        match self {
            Self::Login => 0,
            Self::Money => 10,
            Self::Contract => 20,
            Self::Relay => 30,
            Self::YourMove => 40,
            Self::Update => 50,
            Self::Match => 60,
            Self::Digest => 70,
        }
    }

    /// Reads what [`Self::number`] wrote.
    pub fn from_number(number: i64) -> Option<Self> {
        Self::ALL.into_iter().find(|class| class.number() == number)
    }

    /// What to do where nobody can tell whether it arrived.
    pub const fn on_unknown(self) -> OnUnknown {
        match self {
            Self::Login => OnUnknown::Never,
            Self::Money | Self::Contract | Self::Relay | Self::YourMove | Self::Update => OnUnknown::Resend,
            Self::Match | Self::Digest => OnUnknown::Hold,
        }
    }
}
