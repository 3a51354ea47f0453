//! Searches with as much in them as there can be, and with nothing.

use uuid::Uuid;

use super::market::{ana, explanation, kite, profile, reader, request, request_card};
use crate::domain::id::{AccountId, AlertId, RequestId, SearchId};
use crate::domain::money::PriceKind;
use crate::domain::place::{Place, Point};
use crate::domain::profile::Profile;
use crate::domain::request::{RequestState, WorkRequest};
use crate::flows::find::{Unclear, shelf, view};
use crate::services::request::Viewer;
use crate::services::search::{
    Alert, Bound, Counted, Entry, Facet, Free, Hit, Limit, List, NearHit, Query, Results, Search, Side, Term,
    Where, Widen, Widening,
};
use crate::ui::interaction::Caps;
use crate::ui::view::View;

/// Every view of the feature.
pub(super) fn all() -> Vec<View> {
    let reader = &reader();
    let (work, talent) = (search(Side::Work), search(Side::Talent));
    let alert = Alert { id: AlertId(Uuid::from_u128(u128::MAX)), query: work.list.query.clone() };
    let everything =
        Search { list: List { query: Query::all(Side::Talent), order: Vec::new() }, ..talent.clone() };
    let card = request_card(RequestState::Open, Viewer::Freelancer { proposal: None });
    let (request, person) = (hit(Side::Work, 0), hit(Side::Talent, 0));
    let unclear = [Unclear::Place, Unclear::Currency, Unclear::Amount];
    let mut views: Vec<View> =
        unclear.into_iter().map(|unclear| view::unclear(reader, Side::Work, unclear)).collect();
    views.extend([
        view::results(reader, Caps::MODALS, &work, &many(Side::Work)),
        view::results(reader, Caps::MODALS, &talent, &many(Side::Talent)),
        view::results(reader, Caps::MODALS, &work, &few(Side::Work, &work.list.query)),
        view::results(reader, Caps::MODALS, &talent, &few(Side::Talent, &talent.list.query)),
        view::results(
            reader,
            Caps::MODALS,
            &everything,
            &Results { total: 0, hits: Vec::new(), ..many(Side::Talent) },
        ),
        view::results(
            reader,
            Caps::MODALS,
            &work,
            &Results { market: 0, total: 0, hits: Vec::new(), ..many(Side::Work) },
        ),
        view::alert_notice(reader, &card, &alert),
        view::results(reader, Caps::PROMPTS, &work, &many(Side::Work)),
        view::facets(reader, Caps::PROMPTS, &work, &many(Side::Work)),
        view::marks(reader, Caps::PROMPTS, &talent, &many(Side::Talent)),
        view::over(reader),
        shelf::saved(reader, &hits(Side::Work, 12), 1),
        shelf::saved(reader, &[person], 0),
        shelf::saved(reader, &[], 0),
        shelf::kept(reader, request.entry.id()),
        shelf::full(reader, 200),
        shelf::watched(reader, &work, &alert),
        shelf::hello(reader),
        shelf::too_many_alerts(reader, 10),
        shelf::alerts(reader, &vec![alert; 10]),
        shelf::alerts(reader, &[]),
    ]);
    views
}

fn search(side: Side) -> Search {
    let town = Place {
        name: "Lisbon".to_owned(),
        country: "PT".to_owned(),
        point: Point { latitude: 38.72, longitude: -9.14 },
    };
    let skills = ["webflow", "hand-lettering for gravestones"].map(str::to_owned);
    let mut query = Query::all(side)
        .with_words(["<b>landing", "@everyone", "*page"].map(str::to_owned))
        .with_skills(skills);
    query.place = Some(Where::Near(town));
    query.remote_too = side == Side::Talent;
    query.limit =
        Some(Limit { bound: Bound::Least, hundredths: 50_000, currency: Some(iso_currency::Currency::EUR) });
    query.kind = Some(PriceKind::Hourly);
    query.days = (side == Side::Work).then_some(7);
    query.free = (side == Side::Talent).then_some(Free::Soon);
    Search {
        id: SearchId(Uuid::from_u128(u128::MAX)),
        version: 123_456,
        list: List { query, order: Vec::new() },
    }
}

/// The entry of that number: each has an id of its own.
fn hit(side: Side, number: u128) -> Hit {
    let id = Uuid::from_u128(u128::MAX - number);
    let (entry, who) = match side {
        Side::Work => {
            let request = WorkRequest { id: RequestId(id), ..request(RequestState::Open) };
            (Entry::Request(Box::new(request)), kite())
        }
        Side::Talent => {
            let profile = Profile { account: AccountId(id), ..profile() };
            (Entry::Person(Box::new(profile)), ana())
        }
    };
    Hit { entry, who, explanation: Some(explanation(Vec::new())), saved: side == Side::Work }
}

fn hits(side: Side, count: u128) -> Vec<Hit> {
    (0..count).map(|number| hit(side, number)).collect()
}

fn many(side: Side) -> Results {
    let facets = [
        Facet::Remote,
        Facet::InPerson,
        Facet::Days(7),
        Facet::Kind(PriceKind::Fixed),
        Facet::FreeNow,
        Facet::Skill("figma".to_owned()),
    ];
    let counted = facets.into_iter().map(|facet| Counted { chosen: facet == Facet::Remote, facet, count: 6 });
    Results {
        market: 312,
        total: 12,
        order: (0..12).map(Uuid::from_u128).collect(),
        page: 1,
        gone: 2,
        fresh: 3,
        hits: hits(side, 5),
        ranked: true,
        facets: counted.collect(),
        near: Vec::new(),
        widenings: Vec::new(),
    }
}

fn few(side: Side, query: &Query) -> Results {
    let near = query.terms().into_iter().take(3).zip(2..);
    let near = near.map(|(misses, number)| NearHit { hit: hit(side, number), misses: vec![misses] });
    let last = query.terms().into_iter().next_back().unwrap_or(Term::Place);
    let widens = [
        Widen::RemoteToo,
        Widen::Ease,
        Widen::Without(vec![Term::Skill("hand-lettering for gravestones".to_owned())]),
        Widen::Without(vec![Term::Place, last]),
    ];
    Results {
        total: 2,
        order: (0..2).map(Uuid::from_u128).collect(),
        page: 0,
        gone: 0,
        fresh: 0,
        hits: hits(side, 2),
        near: near.collect(),
        widenings: widens.into_iter().map(|widen| Widening { widen, more: 1_400 }).collect(),
        ranked: false,
        ..many(side)
    }
}
