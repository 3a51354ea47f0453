//! Every view and form page with something in it.
//!
//! Renderers are held to their platform's limits by these.
//!
//! A test fails when a view has no sample here.

mod finds;
mod forms;
mod links;
mod market;
mod notices;
mod showcase;

use market::{
    BOTH, account, contract_card, draft_card, explanation, fitting_person, fitting_request, proposal,
    proposal_card, reader, request, request_card, revision, template,
};

use super::{
    account as accounts, contract, dashboard, greeting, help, matches, notice, proposal as proposals,
    request as requests, safety, settings,
};
use crate::domain::account::Roles;
use crate::domain::grounds::Field;
use crate::domain::proposal::{ProposalState, Side};
use crate::domain::request::RequestState;
use crate::domain::wishes::Wishes;
use crate::notify;
use crate::services::dashboard::Dashboard;
use crate::services::drafts::Draft;
use crate::services::matching::{Obstacle, People, Requests, Untold, Why};
use crate::services::request::Viewer;
use crate::services::{Operator, Rules, Subject};
use crate::ui::action::Token;
use crate::ui::reply::Reply;
use crate::ui::view::View;

/// A reply worth rendering.
#[derive(Debug, Clone)]
pub struct Sample {
    /// The view's own name, or the form's.
    pub name: String,
    /// What is rendered.
    pub reply: Reply,
}

/// Every sample.
pub fn all() -> Vec<Sample> {
    let mut views = account_views();
    views.extend(showcase::all());
    views.extend(request_views());
    views.extend(match_views());
    views.extend(finds::all());
    views.extend(proposal_views());
    views.extend(links::all());
    views.extend(other_views());
    views.extend(notices::all());
    let replies = notice_replies().into_iter().chain(views.into_iter().map(Reply::new)).map(|reply| {
        let name = match &reply {
            Reply::View { view, .. } => view.name.clone(),
            _ => "reply".to_owned(),
        };
        Sample { name, reply }
    });
    replies.chain(forms::all()).collect()
}

fn account_views() -> Vec<View> {
    use accounts::view;
    let reader = &reader();
    let zones = [(chrono_tz::Tz::Europe__Berlin, true), (chrono_tz::Tz::Africa__Johannesburg, true)];
    let erased = reader.now.plus_millis(14 * crate::domain::time::DAY_MS);
    vec![
        view::welcome(reader, "Noor <3 **"),
        view::join(reader, Roles { works: true, hires: false }),
        view::choose_zone(reader, zones[0].0, &zones, false),
        view::zone_set(reader, zones[0].0, true),
        view::ask_alerts(reader, &account(BOTH)),
        view::hello(reader),
        greeting::view(reader),
        view::ready(reader, &account(BOTH), 7),
        view::ready(reader, &account(Roles { works: true, hires: false }), 0),
        view::ask_leave(reader),
        view::leaving(reader, erased),
        view::stayed(reader),
        view::unreachable(reader),
    ]
}

fn request_views() -> Vec<View> {
    use requests::view;
    let reader = &reader();
    let open = request(RequestState::Open);
    let id = open.id;
    let many = vec![open.clone(); 12];
    vec![
        view::card(reader, &request_card(RequestState::Open, Viewer::Client { waiting: 2 })),
        view::card(reader, &request_card(RequestState::Open, Viewer::Freelancer { proposal: None })),
        view::card(reader, &request_card(RequestState::Closed, Viewer::Visitor)),
        view::card(reader, &request_card(RequestState::Held, Viewer::Client { waiting: 0 })),
        view::card(reader, &request_card(RequestState::Closed, Viewer::Client { waiting: 0 })),
        view::preview(reader, &draft_card(false), 12, true),
        view::preview(reader, &draft_card(true), 0, false),
        view::change(reader, &open, Some(&revision()), true),
        view::change(reader, &open, None, false),
        view::changed(reader, &open),
        view::news(reader, &revision()),
        view::extended(reader, &open),
        view::refused(reader, &request_card(RequestState::Closed, Viewer::Client { waiting: 0 })),
        view::drafts(reader, &many, 1),
        view::drafts(reader, &[], 0),
        view::templates(reader, &vec![template(); 7], 0),
        view::templates(reader, &[], 0),
        view::kept(reader, &template()),
        view::offer(reader, &"Need <b>a</b> page, 400 EUR. ".repeat(30)),
        view::not_yours(reader),
        view::too_long(reader),
        view::posted(reader, &open, 12),
        view::ask_close(reader, &open),
        view::closed(reader, &open),
        view::list(reader, &many, 1),
        view::list(reader, &[], 0),
        view::not_hiring(reader),
        view::wrong_state(reader, id, RequestState::Filled),
        view::no_skills(reader, id),
        view::too_many(reader, id, 20),
        view::too_many_for_new(reader, id, 5),
        view::unanswered(reader, id, Field::Budget),
        view::duplicate(reader, id, id),
        view::open_longest(reader, id),
        view::too_late(reader, id),
        view::templates_full(reader),
    ]
}

fn match_views() -> Vec<View> {
    use matches::{view, wishes};
    let reader = &reader();
    let id = request(RequestState::Open).id;
    let many = Requests { fitting: vec![fitting_request(); 12], near: vec![fitting_request(); 4] };
    let people = People { fitting: vec![fitting_person(); 12], near: vec![fitting_person(); 4] };
    let missing = vec!["pt".to_owned(), "tlh".to_owned()];
    let far = explanation(vec![
        Obstacle::TooFar { km: 340, limit: 30 },
        Obstacle::Language { missing },
        Obstacle::PayTooLow,
        Obstacle::NoTime,
        Obstacle::Dismissed,
    ]);
    let fits = explanation(Vec::new());
    let why = |found, untold: Option<Untold>| {
        let tuned = untold.is_some();
        view::why(
            reader,
            &Why { request: request(RequestState::Open), explanation: None, untold, tuned },
            found,
        )
    };
    let mut views = vec![
        view::notice(reader, &fitting_request()),
        view::requests(reader, &many, 0),
        view::requests(reader, &Requests::default(), 0),
        view::people(reader, id, &people, 0),
        view::people(reader, id, &People::default(), 0),
        why(&far, None),
        why(&fits, None),
        why(&fits, Some(Untold::Quiet { until: reader.now })),
        why(&fits, Some(Untold::NotThen)),
        view::no_profile(reader),
        view::which_request(reader),
        view::why_which(reader, &[]),
        view::why_which(reader, &[&market::request(RequestState::Open); 26]),
        wishes::dismissed(reader, id),
        wishes::which_skill(reader, &request(RequestState::Open)),
        wishes::tune(reader, &market::wishes()),
        wishes::tune(reader, &Wishes::default()),
    ];
    views.extend(market::objections().iter().map(|said| wishes::objected(reader, said)));
    views
}

fn proposal_views() -> Vec<View> {
    use proposals::view;
    let reader = &reader();
    let received = proposal_card(Side::Client, ProposalState::Sent);
    let mine = proposal_card(Side::Freelancer, ProposalState::Sent);
    let id = received.proposal.id;
    vec![
        view::card(reader, &proposal_card(Side::Freelancer, ProposalState::Draft)),
        view::card(reader, &mine),
        view::card(reader, &received),
        view::card(reader, &proposal_card(Side::Client, ProposalState::Accepted)),
        view::ask_accept(reader, &received),
        view::ask_withdraw(reader, &mine),
        view::agreed(reader, &contract_card(Side::Client)),
        view::declined(reader, &proposal(ProposalState::Declined)),
        view::list(reader, &vec![received.clone(); 12], 1),
        view::list(reader, &[], 0),
        view::no_account(reader),
        view::not_working(reader),
        view::request_ended(reader, received.request.id, RequestState::Filled),
        view::no_price(reader, id),
        view::too_many(reader, id, 10),
        view::too_late(reader, id),
        notify::view::proposal_ended(reader, &proposal_card(Side::Freelancer, ProposalState::Lapsed)),
        notify::view::proposal_ended(reader, &proposal_card(Side::Client, ProposalState::Withdrawn)),
    ]
}

fn other_views() -> Vec<View> {
    let reader = &reader();
    let operator: Operator = Rules::default().operator;
    let account = account(BOTH);
    let subject = Subject::Request(request(RequestState::Open).id);
    vec![
        contract::view::card(reader, &contract_card(Side::Freelancer)),
        contract::view::list(reader, &vec![contract_card(Side::Client); 7], 0),
        contract::view::list(reader, &[], 0),
        dashboard::view::dashboard(reader, &account, &full_dashboard()),
        dashboard::view::dashboard(reader, &account, &empty_dashboard()),
        settings::view::settings(reader, &account),
        settings::view::stopped(reader),
        safety::view::privacy(reader, &operator),
        safety::view::terms(reader, &operator),
        safety::view::report(reader, Some(subject)),
        safety::view::report(reader, None),
        safety::view::reported(reader),
        safety::view::blocked(reader, account.id),
        safety::view::unblocked(reader, account.id),
        help::view::help(reader, None),
        help::view::help(reader, Some("commands")),
        notice::busy(),
        notice::open_private("https://t.me/guildhall_bot?start=group".to_owned()),
        notice::nothing_saved(),
        notice::late(Token::verb("req-new")),
    ]
}

fn notice_replies() -> Vec<Reply> {
    let reader = &reader();
    vec![
        notice::stale(reader),
        notice::changed(reader, Token::verb("das-show")),
        notice::not_available(reader),
        notice::not_understood(reader),
        notice::cancelled(reader),
        notice::fault(reader, "7F3K-2Q"),
    ]
}

fn full_dashboard() -> Dashboard {
    let form = Draft {
        form: "1.req-new".to_owned(),
        page: 1,
        values: std::collections::BTreeMap::new(),
        open: false,
        updated_at: reader().now,
    };
    Dashboard {
        to_decide: vec![proposal_card(Side::Client, ProposalState::Sent); 3],
        to_send: vec![proposal_card(Side::Freelancer, ProposalState::Draft)],
        to_post: vec![request(RequestState::Draft)],
        forms: vec![form],
        waiting: vec![proposal_card(Side::Freelancer, ProposalState::Sent); 9],
        open: vec![request(RequestState::Open); 9],
        held: vec![request(RequestState::Held)],
        contracts: vec![contract_card(Side::Client); 9],
        matches: 4,
    }
}

fn empty_dashboard() -> Dashboard {
    Dashboard {
        to_decide: Vec::new(),
        to_send: Vec::new(),
        to_post: Vec::new(),
        forms: Vec::new(),
        waiting: Vec::new(),
        open: Vec::new(),
        held: Vec::new(),
        contracts: Vec::new(),
        matches: 0,
    }
}
