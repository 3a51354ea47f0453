//! Linking: two accounts of one person, on two platforms, become one.
//!
//! ```text
//! offered --the code is typed--> met --both say yes--> waiting --three days--> merged
//!    |                            |                       |
//!    +---- replaced, ran out -----+----- "not me" --------+--> stopped
//! ```

use super::account::Account;
use super::id::{AccountId, LinkId};
use super::time::{HOUR_MS, MINUTE_MS, Timestamp};

/// How long a code can be typed, and how long both sides then have to say yes, in milliseconds.
pub const CODE_MS: i64 = 10 * MINUTE_MS;
/// How many wrong codes a person types within [`CODE_MS`] before none is read any more.
pub const TRIES: i64 = 5;
/// How many codes a person asks for within [`CODE_MS`] at most.
pub const CODES: i64 = 3;
/// How many codes a person asks for a day at most.
pub const CODES_A_DAY: i64 = 10;
/// How long either side can still say "not me", in milliseconds: nothing is merged before.
pub const WAIT_MS: i64 = 72 * HOUR_MS;
/// How long before the end both sides are reminded of that, in milliseconds.
pub const REMIND_MS: i64 = 24 * HOUR_MS;

/// Two accounts on their way to becoming one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Link {
    /// The id.
    pub id: LinkId,
    /// Where it stands.
    pub state: LinkState,
    /// Who asked for the code.
    pub starter: AccountId,
    /// Who typed it.
    pub joiner: Option<AccountId>,
    /// Whether each said yes: starter, joiner.
    pub agreed: (bool, bool),
    /// When the code was made.
    pub created_at: Timestamp,
    /// When what it waits for is over: the code, the meeting, the three days.
    pub ends_at: Timestamp,
    /// Why it was stopped.
    pub reason: Option<StopReason>,
    /// Counts its changes.
    pub version: i64,
}

/// Where a link stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LinkState {
    /// There is a code that nobody has typed.
    Offered,
    /// The code was typed: both sides look at each other.
    Met,
    /// Both said yes; either can still say "not me".
    Waiting,
    /// The two are one.
    Merged,
    /// It came to nothing.
    Stopped,
}

impl LinkState {
    /// Every state.
    pub const ALL: [Self; 5] = [Self::Offered, Self::Met, Self::Waiting, Self::Merged, Self::Stopped];

    /// The key under which rows name it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Offered => "offered",
            Self::Met => "met",
            Self::Waiting => "waiting",
            Self::Merged => "merged",
            Self::Stopped => "stopped",
        }
    }

    /// Reads what [`Self::key`] wrote.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.key() == key)
    }
}

/// Why a link came to nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum StopReason {
    /// Another code took its place.
    Replaced,
    /// Nobody acted in time.
    RanOut,
    /// Somebody said that it isn't them.
    NotMe,
    /// One of the two accounts is no longer in use.
    Left,
    /// The two have to do with each other as two people: a proposal, a contract, or a block.
    Dealing,
}

impl StopReason {
    /// Every reason.
    pub const ALL: [Self; 5] = [Self::Replaced, Self::RanOut, Self::NotMe, Self::Left, Self::Dealing];

    /// The key under which rows and texts name it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Replaced => "replaced",
            Self::RanOut => "ran-out",
            Self::NotMe => "not-me",
            Self::Left => "left",
            Self::Dealing => "dealing",
        }
    }

    /// Reads what [`Self::key`] wrote.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.key() == key)
    }
}

/// With whom an account waits to become one. Until then each is its own, and what is the other's stays closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WaitingLink {
    /// The other account.
    pub with: AccountId,
    /// When the two become one.
    pub opens_at: Timestamp,
}

/// What can't be done to a link where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WrongState(pub LinkState);

impl Link {
    /// A code that nobody has typed yet.
    pub const fn offered(id: LinkId, starter: AccountId, now: Timestamp) -> Self {
        Self {
            id,
            state: LinkState::Offered,
            starter,
            joiner: None,
            agreed: (false, false),
            created_at: now,
            ends_at: now.plus_millis(CODE_MS),
            reason: None,
            version: 1,
        }
    }

    /// The code was typed by `joiner`.
    pub fn met(self, joiner: AccountId, now: Timestamp) -> Result<Self, WrongState> {
        let offered = self.only(LinkState::Offered)?;
        Ok(Self {
            state: LinkState::Met,
            joiner: Some(joiner),
            ends_at: now.plus_millis(CODE_MS),
            ..offered.next()
        })
    }

    /// `account` says yes. With both, the three days begin.
    pub fn agreed_by(self, account: AccountId, now: Timestamp) -> Result<Self, WrongState> {
        let met = self.only(LinkState::Met)?;
        let agreed = (met.agreed.0 || met.starter == account, met.agreed.1 || met.joiner == Some(account));
        if agreed == (true, true) {
            let ends_at = now.plus_millis(WAIT_MS);
            return Ok(Self { state: LinkState::Waiting, agreed, ends_at, ..met.next() });
        }
        Ok(Self { agreed, ..met.next() })
    }

    /// It comes to nothing.
    pub fn stopped(self, reason: StopReason) -> Result<Self, WrongState> {
        match self.state {
            LinkState::Merged | LinkState::Stopped => Err(WrongState(self.state)),
            _ => Ok(Self { state: LinkState::Stopped, reason: Some(reason), ..self.next() }),
        }
    }

    /// The three days have passed: the two are one.
    pub fn merged(self) -> Result<Self, WrongState> {
        let waiting = self.only(LinkState::Waiting)?;
        Ok(Self { state: LinkState::Merged, ..waiting.next() })
    }

    /// Whether what it waits for is over. Only a code and a meeting run out; the three days end with the merging.
    pub fn has_run_out(&self, now: Timestamp) -> bool {
        matches!(self.state, LinkState::Offered | LinkState::Met) && self.ends_at <= now
    }

    /// The other side, seen from `account`; none where it isn't one of the two.
    pub fn other_than(&self, account: AccountId) -> Option<AccountId> {
        let joiner = self.joiner?;
        match account {
            _ if account == self.starter => Some(joiner),
            _ if account == joiner => Some(self.starter),
            _ => None,
        }
    }

    /// Whether `account` said yes already.
    pub fn is_agreed_by(&self, account: AccountId) -> bool {
        if account == self.starter { self.agreed.0 } else { self.joiner == Some(account) && self.agreed.1 }
    }

    fn only(self, state: LinkState) -> Result<Self, WrongState> {
        if self.state == state { Ok(self) } else { Err(WrongState(self.state)) }
    }

    const fn next(self) -> Self {
        Self { version: self.version + 1, ..self }
    }
}

/// Which of two accounts stays, and which becomes part of it: the one that was here first stays.
pub fn keeps(one: Account, other: Account) -> (Account, Account) {
    let first = |account: &Account| (account.created_at, account.id);
    if first(&one) <= first(&other) { (one, other) } else { (other, one) }
}

/// How many characters a code has.
const CODE: usize = 8;

/// A code as people see it: `K7QF-2M9X`.
pub fn shown_code(code: &str) -> String {
    match code.split_at_checked(CODE / 2) {
        Some((front, back)) => format!("{front}-{back}"),
        None => code.to_owned(),
    }
}

/// The code in what somebody typed, whatever the case and however it is set apart; look-alikes are read as meant.
pub fn read_code(typed: &str) -> Option<String> {
    let mut code = String::with_capacity(CODE);
    for letter in typed.trim().chars().filter(|letter| !matches!(letter, '-' | '–' | '—' | ' ')) {
        let letter = match letter.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            letter @ ('0'..='9' | 'A'..='Z') if letter != 'U' => letter,
            _ => return None,
        };
        code.push(letter);
    }
    (code.len() == CODE).then_some(code)
}

/// Whether a message is a code and nothing else: set apart as it was shown, or with a digit in it, unlike a word.
pub fn is_code(message: &str) -> bool {
    let message = message.trim();
    let set_apart = message.split_once('-').is_some_and(|(front, back)| front.len() == 4 && back.len() == 4);
    let digits = message.chars().any(|letter| letter.is_ascii_digit());
    (set_apart || (digits && message.len() == CODE)) && read_code(message).is_some()
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    const ME: AccountId = AccountId(Uuid::from_u128(1));
    const THEM: AccountId = AccountId(Uuid::from_u128(2));
    const NOW: Timestamp = Timestamp::from_millis(1_000_000);

    fn offered() -> Link {
        Link::offered(LinkId(Uuid::from_u128(9)), ME, NOW)
    }

    #[test]
    fn a_code_is_read_however_it_is_typed_and_nothing_else_is() {
        for typed in ["K7QF-2M9X", "k7qf2m9x", " k7qf 2m9x ", "K7QF–2M9X"] {
            assert_eq!(read_code(typed).as_deref(), Some("K7QF2M9X"), "{typed}");
        }
        assert_eq!(read_code("O0IL-2M9X").as_deref(), Some("00112M9X"));
        for typed in ["", "K7QF", "K7QF-2M9XX", "K7QF-2M9U", "K7QF_2M9X", "ключ-2222"] {
            assert_eq!(read_code(typed), None, "{typed}");
        }
        assert_eq!(shown_code("K7QF2M9X"), "K7QF-2M9X");
    }

    #[test]
    fn words_of_eight_letters_are_no_codes() {
        for word in ["designer", "Webflow", "prepared", "1234", "2026-11-24", "hello there"] {
            assert!(!is_code(word), "{word}");
        }
        for code in ["K7QF-2M9X", "k7qf2m9x", "ABCD-EFGH"] {
            assert!(is_code(code), "{code}");
        }
    }

    #[test]
    fn the_three_days_begin_only_with_both() {
        let met = offered().met(THEM, NOW).expect("the code is there");
        assert_eq!(met.met(THEM, NOW), Err(WrongState(LinkState::Met)), "a code is typed once");
        let one = met.agreed_by(THEM, NOW).expect("they met");
        assert_eq!((one.state, one.is_agreed_by(ME), one.is_agreed_by(THEM)), (LinkState::Met, false, true));
        let again = one.agreed_by(THEM, NOW).expect("they met");
        assert_eq!(again.state, LinkState::Met, "one side alone is never enough");
        let both = one.agreed_by(ME, NOW).expect("they met");
        assert_eq!((both.state, both.ends_at), (LinkState::Waiting, NOW.plus_millis(WAIT_MS)));
        assert_eq!(both.agreed_by(ME, NOW), Err(WrongState(LinkState::Waiting)));
    }

    #[test]
    fn what_is_over_stays_over() {
        let stopped = offered().stopped(StopReason::NotMe).expect("it was under way");
        assert_eq!(stopped.met(THEM, NOW), Err(WrongState(LinkState::Stopped)));
        assert_eq!(stopped.stopped(StopReason::Left), Err(WrongState(LinkState::Stopped)));
        assert_eq!(offered().merged(), Err(WrongState(LinkState::Offered)));
    }

    #[test]
    fn only_codes_and_meetings_run_out() {
        let late = NOW.plus_millis(CODE_MS);
        assert!(offered().has_run_out(late) && !offered().has_run_out(late.plus_millis(-1)));
        let met = offered().met(THEM, NOW).expect("the code is there");
        let waiting = met.agreed_by(ME, NOW).and_then(|met| met.agreed_by(THEM, NOW)).expect("both agree");
        assert!(met.has_run_out(late) && !waiting.has_run_out(NOW.plus_millis(10 * WAIT_MS)));
    }
}
