//! A small market in which every view has something to show.
//!
//! Long names and hostile words are among it.

use bot_reading::rules::Rule;
use chrono_tz::Tz;
use iso_currency::Currency;
use uuid::Uuid;

use super::showcase::{experience, item};
use crate::domain::account::{Account, AccountState, QuietHours, Roles};
use crate::domain::contract::{Contract, ContractState};
use crate::domain::grounds::{Doubt, Field, Grounds};
use crate::domain::hold::Hold;
use crate::domain::id::{AccountId, ContractId, ProposalId, RequestId, TemplateId};
use crate::domain::identity::{Identity, Platform};
use crate::domain::money::{Budget, Money, Price, PriceKind};
use crate::domain::place::{Place, Point, WorkPlace};
use crate::domain::profile::{
    Absence, Availability, AvailabilityStatus, LanguageLevel, Profile, ProfileLanguage, ProfileSkill,
    Visibility, completeness,
};
use crate::domain::proposal::{Proposal, ProposalState, Side, Terms};
use crate::domain::request::{Brief, Pace, RequestSkill, RequestState, WorkRequest};
use crate::domain::revision::Revision;
use crate::domain::template::Template;
use crate::domain::time::{DAY_MS, Timestamp};
use crate::domain::wishes::{Objection, Reason, Wishes};
use crate::i18n::Reader;
use crate::services::contract::ContractCard;
use crate::services::matching::{
    Explanation, Fact, Fit, FittingPerson, FittingRequest, HeldSkill, Objected, Obstacle,
};
use crate::services::profile::ProfileCard;
use crate::services::proposal::ProposalCard;
use crate::services::request::{DraftCard, RequestCard, Viewer};

/// 24 November 2026, 09:05 UTC.
pub(super) const NOW: Timestamp = Timestamp::from_millis(1_795_511_100_000);
/// A version that takes a few digits in a button.
const VERSION: i64 = 123_456;

/// Somebody in Lisbon.
pub(super) fn reader() -> Reader {
    Reader { zone: Tz::Europe__Lisbon, now: NOW }
}

pub(super) fn uuid(number: u128) -> Uuid {
    Uuid::from_u128(0x0193_5d2c_7d40_7000_8000_0000_0000_0000 + number)
}

pub(super) fn ana() -> Vec<Identity> {
    let handle = Some("ana_p".to_owned());
    vec![Identity {
        platform: Platform::Telegram,
        user: "5200000001".to_owned(),
        name: "Ana P.".to_owned(),
        handle,
    }]
}

/// A client whose name tries every trick.
pub(super) fn kite() -> Vec<Identity> {
    let name = "Kite *Studio* <b>& @everyone</b> [x](https://example.org)".to_owned();
    let handle = Some("kite_studio".to_owned());
    vec![Identity { platform: Platform::Discord, user: "1000000000000000001".to_owned(), name, handle }]
}

pub(super) fn account(roles: Roles) -> Account {
    Account {
        id: AccountId(uuid(1)),
        state: AccountState::Active,
        roles,
        zone: Tz::Europe__Lisbon,
        zone_known: true,
        match_notices: false,
        quiet: QuietHours::NIGHT,
        terms_at: Some(NOW),
        created_at: NOW,
        link: None,
        version: VERSION,
    }
}

pub(super) const BOTH: Roles = Roles { works: true, hires: true };

fn lisbon() -> Place {
    let point = Point { latitude: 38.72, longitude: -9.14 };
    Place { name: "Lisbon".to_owned(), country: "PT".to_owned(), point }
}

pub(super) fn profile() -> Profile {
    let skill = |skill: &str| ProfileSkill { skill: skill.to_owned(), level: 3, years: 4 };
    Profile {
        account: AccountId(uuid(1)),
        headline: "Websites that small shops can edit themselves".to_owned(),
        about: "I build in Webflow and hand over a site you can run.\n\n# No heading\n- *calm*, on time"
            .to_owned(),
        skills: vec![skill("webflow"), skill("figma"), skill("hand-lettering for gravestones")],
        rate: Some(Price { amount: Money::new(95_000, Currency::EUR), kind: PriceKind::Fixed }),
        place: Some(lisbon()),
        remote: true,
        reach_km: 30,
        availability: Availability { status: AvailabilityStatus::Now, hours_per_week: 25, from: None },
        available_at: NOW,
        asked_at: None,
        absence: Some(Absence {
            from: NOW.plus_millis(-DAY_MS),
            until: NOW.plus_millis(9 * DAY_MS),
            reply: "Hiking until the 3rd; <i>write</i> anyway".to_owned(),
        }),
        languages: vec![ProfileLanguage { language: "pt".to_owned(), level: LanguageLevel::Native }],
        slots: Some(2),
        visibility: Visibility::Matched,
        rating: (0, 0),
        updated_at: NOW,
        version: VERSION,
    }
}

pub(super) fn profile_card(own: bool) -> ProfileCard {
    let (profile, experiences, items) = (profile(), vec![experience(); 3], vec![item(); 4]);
    ProfileCard {
        account: account(BOTH),
        identities: ana(),
        completeness: completeness(Some(&profile), experiences.len(), items.len()),
        profile: Some(profile),
        experiences,
        items,
        stale: own,
        own,
    }
}

pub(super) fn request(state: RequestState) -> WorkRequest {
    let skill = |skill: &str, must: bool| RequestSkill { skill: skill.to_owned(), must };
    let brief = Brief {
        title: "Landing page in Webflow from a finished Figma & more <i>soon</i>".to_owned(),
        description: "5 sections, responsive, CMS blog. Figma is ready.\n# Not a heading\n- done means live."
            .to_owned(),
        skills: vec![skill("webflow", true), skill("figma", false), skill("cms", false)],
        budget: Some(Budget {
            min: Some(80_000),
            max: Some(120_000),
            currency: Currency::EUR,
            kind: PriceKind::Fixed,
        }),
        place: WorkPlace::Remote { offsets: Some((-120, 240)) },
        due_at: Some(NOW.plus_millis(23 * DAY_MS)),
        starts_at: None,
        hours_per_week: Some(20),
        languages: vec!["en".to_owned(), "pt".to_owned()],
        pace: Some(Pace::Asap),
    };
    let posted = (state != RequestState::Draft).then_some(NOW);
    WorkRequest {
        id: RequestId(uuid(2)),
        code: "7F3K2Q9A".to_owned(),
        client: AccountId(uuid(3)),
        state,
        brief,
        created_at: NOW,
        posted_at: posted,
        expires_at: posted.map(|at| at.plus_millis(30 * DAY_MS)),
        version: VERSION,
    }
}

pub(super) fn request_card(state: RequestState, viewer: Viewer) -> RequestCard {
    let hold = (state != RequestState::Open).then(hold);
    let ended = (state == RequestState::Closed).then(|| (NOW, "found-here".to_owned()));
    RequestCard { request: request(state), client: kite(), viewer, hold, ended }
}

fn hold() -> Hold {
    Hold {
        request: RequestId(uuid(2)),
        rule: Rule::FakeAccounts,
        quote: "buy <b>followers</b> @everyone".to_owned(),
        held_at: NOW,
        decision: None,
        note: "Please say that these are your *own* followers.".to_owned(),
    }
}

/// A draft read from a message, with something to ask about each field.
pub(super) fn draft_card(doubts: bool) -> DraftCard {
    let mut grounds = Grounds::default();
    grounds.set(Field::Skills, vec!["webflow".to_owned(), "a bit of figma <i>".to_owned()], None);
    grounds.set(Field::Budget, vec!["800-1200 €".to_owned()], doubts.then_some(Doubt::Currency));
    grounds.set(Field::When, vec!["by **mid** December, asap".repeat(9)], doubts.then_some(Doubt::Date));
    grounds.set(Field::Where, Vec::new(), Some(if doubts { Doubt::Town } else { Doubt::Unsaid }));
    DraftCard { request: request(RequestState::Draft), grounds }
}

/// A change of everything.
pub(super) fn revision() -> Revision {
    let before = request(RequestState::Open).brief;
    let after = Brief {
        title: "Another <b>page</b>".to_owned(),
        description: "x & y ".repeat(330),
        ..Brief::default()
    };
    Revision { request: RequestId(uuid(2)), base: VERSION, before, after, made: false }
}

pub(super) fn template() -> Template {
    Template {
        id: TemplateId(uuid(6)),
        account: AccountId(uuid(3)),
        brief: request(RequestState::Open).brief,
        created_at: NOW,
    }
}

pub(super) fn proposal(state: ProposalState) -> Proposal {
    Proposal {
        id: ProposalId(uuid(4)),
        request: RequestId(uuid(2)),
        freelancer: AccountId(uuid(1)),
        client: AccountId(uuid(3)),
        started_by: Side::Freelancer,
        state,
        terms: Terms {
            price: Some(Price { amount: Money::new(100_000, Currency::EUR), kind: PriceKind::Fixed }),
            days: Some(12),
            message: "I built three Webflow CMS blogs this year.\n> and more".to_owned(),
        },
        created_at: NOW,
        sent_at: (state != ProposalState::Draft).then_some(NOW),
        version: VERSION,
    }
}

pub(super) fn proposal_card(side: Side, state: ProposalState) -> ProposalCard {
    let made = (state == ProposalState::Accepted).then(contract);
    let other = if side == Side::Client { ana() } else { kite() };
    let (proposal, request) = (proposal(state), request(RequestState::Open));
    ProposalCard { proposal, request, side, other, profile: Some(profile()), contract: made }
}

pub(super) fn contract() -> Contract {
    Contract {
        id: ContractId(uuid(5)),
        code: "9K2M4T7X".to_owned(),
        proposal: ProposalId(uuid(4)),
        request: RequestId(uuid(2)),
        client: AccountId(uuid(3)),
        freelancer: AccountId(uuid(1)),
        state: ContractState::Active,
        title: request(RequestState::Filled).brief.title,
        price: Price { amount: Money::new(100_000, Currency::EUR), kind: PriceKind::Fixed },
        days: Some(12),
        created_at: NOW,
        version: 1,
    }
}

pub(super) fn contract_card(side: Side) -> ContractCard {
    ContractCard { contract: contract(), side, client: kite(), freelancer: ana() }
}

pub(super) fn explanation(obstacles: Vec<Obstacle>) -> Explanation {
    Explanation {
        score: 0.91,
        fit: Some(Fit::Strong),
        reasons: vec![
            Fact::Skills {
                skills: vec![HeldSkill { skill: "webflow".to_owned(), years: Some(4) }],
                must: true,
            },
            Fact::Skills { skills: vec![HeldSkill { skill: "figma".to_owned(), years: None }], must: false },
            Fact::SharedHours { minutes: 360 },
            Fact::FreeNow { hours: Some(25) },
            Fact::Distance { km: 12 },
            Fact::Pays { percent: 120, about: true },
            Fact::Speaks { language: "pt".to_owned(), level: LanguageLevel::Native },
            Fact::ClientAnswers { minutes: 190 },
        ],
        gaps: vec![
            Fact::MissingSkills { skills: vec!["cms".to_owned(), "web-design".to_owned()], must: false },
            Fact::Pays { percent: 70, about: true },
            Fact::RelatedSkill { skill: "webflow".to_owned(), held: "framer".to_owned(), must: true },
            Fact::Unwanted { skills: vec!["hand-lettering for gravestones".to_owned()] },
            Fact::PriceKinds { budget: PriceKind::Fixed, rate: PriceKind::Hourly },
            Fact::Speaks { language: "en".to_owned(), level: LanguageLevel::Basic },
            Fact::SlotsTaken { running: 2 },
            Fact::FreelancerAnswers { minutes: 4_000 },
            Fact::AskedOften,
            Fact::NotRated,
            Fact::LittleTime { hours: Some(8) },
        ],
        obstacles,
    }
}

pub(super) fn fitting_request() -> FittingRequest {
    FittingRequest {
        request: request(RequestState::Open),
        client: kite(),
        explanation: explanation(Vec::new()),
    }
}

pub(super) fn fitting_person() -> FittingPerson {
    FittingPerson {
        account: AccountId(uuid(1)),
        identities: ana(),
        profile: profile(),
        explanation: explanation(Vec::new()),
    }
}

/// An objection for every reason.
pub(super) fn objections() -> Vec<Objected> {
    let price = Price { amount: Money::new(40_000, Currency::EUR), kind: PriceKind::Fixed };
    let said = |reason| {
        let objection = Objection {
            too_low: (reason == Reason::Pay).then_some(price),
            skill: (reason == Reason::Skills).then(|| "hand-lettering for gravestones".to_owned()),
            too_far_km: (reason == Reason::Place).then_some(340),
            until: (reason == Reason::NotNow).then(|| NOW.plus_millis(14 * DAY_MS)),
            ..Objection::new(AccountId(uuid(1)), RequestId(uuid(2)), AccountId(uuid(3)), reason, NOW)
        };
        Objected { request: request(RequestState::Open), objection }
    };
    Reason::ALL.into_iter().map(said).collect()
}

/// Somebody who tuned a lot and said "not for me" for every reason.
pub(super) fn wishes() -> Wishes {
    let tuning = bot_matching::Tuning { price: bot_matching::Step::More, ..bot_matching::Tuning::default() };
    Wishes { tuning, objections: objections().into_iter().map(|said| said.objection).collect() }
}
