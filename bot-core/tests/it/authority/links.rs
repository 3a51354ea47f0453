//! Somebody whose account waits to become one with another.
//!
//! What is the other's opens with the link, and not before.

use bot_core::domain::account::{Account, Roles};
use bot_core::domain::id::AccountId;
use bot_core::domain::link::WaitingLink;
use bot_core::domain::profile::Visibility;
use bot_core::domain::proposal::ProposalState;
use bot_core::domain::request::RequestState;
use bot_core::services::authority::{Actor, Answer, Approach, On, Tie, Verb, ask, may};
use bot_testing::MORNING;

use super::table::{self, ROLES};
use super::world::{ME, THEM, THIRD, contract, me, proposal, request};

/// One line: a verb and what it is done to while the actor waits to become one with THEM. What no line names is as it is
/// without a link.
const WAITS: &str = "
Leave          account own
Unlink         account own

EditProfile    account theirs
ManageAccount  account theirs
ManageAlert    account theirs
ViewProfile    profile theirs-hidden
Leave          account theirs
Link           account theirs
Unlink         account theirs
ViewRequest    request theirs-draft
Report         request theirs-draft
Bookmark       request theirs-draft
EditRequest    request theirs-draft
CloseRequest   request theirs-draft
RankPeople     request theirs-draft
EditRequest    request theirs-open
CloseRequest   request theirs-open
RankPeople     request theirs-open
ViewProposal   proposal theirs-sent
EditProposal   proposal theirs-sent
Report         proposal theirs-sent
ViewProposal   proposal theirs-received
DecideProposal proposal theirs-received
Report         proposal theirs-received
ViewContract   contract theirs
Report         contract theirs
";

/// What is forbidden only because the two will be one: nobody answers their own request.
const FORBIDDEN: &str = "AnswerRequest request theirs-open";

fn waiting(account: &Account) -> Actor {
    let link = Some(WaitingLink { with: THEM, opens_at: MORNING });
    Actor { link, ..Actor::from(account) }
}

fn named(list: &str, verb: Verb, thing: &str) -> bool {
    let named = |line: &str| {
        line.split_whitespace().eq([format!("{verb:?}").as_str()].into_iter().chain(thing.split(' ')))
    };
    list.lines().any(named)
}

#[test]
fn what_is_the_other_sides_opens_with_the_link_and_what_is_ones_own_stays_open() {
    let (mut asked, mut wrong) = (0, Vec::new());
    let mut check = |thing: &str, on: On<'_>| {
        for role in ROLES {
            for verb in Verb::ALL {
                asked += 1;
                let answer = ask(&waiting(&me(role)), verb, on);
                let should = if named(WAITS, verb, thing) {
                    Answer::NotBefore(MORNING)
                } else if may(&Actor::from(&me(role)), verb, on) && !named(FORBIDDEN, verb, thing) {
                    Answer::Yes
                } else {
                    Answer::No
                };
                if answer != should {
                    wrong.push(format!("{verb:?} on {thing} by {role}: {answer:?} and should be {should:?}"));
                }
            }
        }
    };
    check("nothing", On::Nothing);
    check("account own", On::Account(ME));
    check("account theirs", On::Account(THEM));
    check("account foreign", On::Account(THIRD));
    let hidden = |owner| Approach { owner, visibility: Visibility::Hidden, tie: Tie::None };
    check("profile theirs-hidden", On::Profile(hidden(THEM)));
    check("profile foreign", On::Profile(hidden(THIRD)));
    check("request own", On::Request(&request(ME, RequestState::Open)));
    check("request theirs-draft", On::Request(&request(THEM, RequestState::Draft)));
    check("request theirs-open", On::Request(&request(THEM, RequestState::Open)));
    check("request foreign", On::Request(&request(THIRD, RequestState::Draft)));
    check("proposal own", On::Proposal(&proposal(ME, THIRD, ProposalState::Sent)));
    check("proposal theirs-sent", On::Proposal(&proposal(THEM, THIRD, ProposalState::Sent)));
    check("proposal theirs-received", On::Proposal(&proposal(THIRD, THEM, ProposalState::Sent)));
    check(
        "proposal foreign",
        On::Proposal(&proposal(THIRD, AccountId(uuid::Uuid::from_u128(9)), ProposalState::Sent)),
    );
    check("contract own", On::Contract(&contract(ME, THIRD)));
    check("contract theirs", On::Contract(&contract(THEM, THIRD)));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(asked, 16 * ROLES.len() * Verb::ALL.len(), "every cell was asked");
}

#[test]
fn a_link_opens_nothing_for_somebody_on_their_way_out() {
    let leaver = waiting(&me("leaving"));
    let theirs = contract(THEM, THIRD);
    assert_eq!(ask(&leaver, Verb::ViewContract, On::Contract(&theirs)), Answer::No);
    assert_eq!(ask(&leaver, Verb::Leave, On::Account(ME)), Answer::Yes);
    assert!(!table::allows("Unlink", "account own", "-", "leaving"));
}

#[test]
fn roles_of_the_other_side_open_nothing() {
    let worker = Account { roles: Roles { works: true, hires: false }, ..me("freelancer") };
    assert_eq!(ask(&waiting(&worker), Verb::DraftRequest, On::Nothing), Answer::No);
}
