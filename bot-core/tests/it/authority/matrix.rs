//! Every verb, by every role, on everything in every state: as the table says.

use bot_core::domain::contract::ContractState;
use bot_core::domain::link::LinkState;
use bot_core::domain::profile::Visibility;
use bot_core::domain::proposal::ProposalState;
use bot_core::domain::request::RequestState;
use bot_core::services::authority::{Actor, Approach, On, Tie, Verb, may};

use super::table::{self, ROLES};
use super::world::{ME, THEM, THIRD, contract, link, me, proposal, request};

/// Asks about one thing for every role and verb, and names each answer that isn't the table's.
fn ask(thing: &str, state: &str, on: On<'_>, asked: &mut usize, wrong: &mut Vec<String>) {
    for role in ROLES.into_iter().chain(["leaving"]) {
        let actor = Actor::from(&me(role));
        for verb in Verb::ALL {
            *asked += 1;
            let (may, should) =
                (may(&actor, verb, on), table::allows(&format!("{verb:?}"), thing, state, role));
            if may != should {
                wrong.push(format!(
                    "{verb:?} on {thing} ({state}) by {role}: {may}, and the table says {should}"
                ));
            }
        }
    }
}

#[test]
fn authority_says_what_the_table_says() {
    let (mut asked, mut wrong) = (0, Vec::new());
    let mut check = |thing: &str, state: &str, on: On<'_>| ask(thing, state, on, &mut asked, &mut wrong);
    check("nothing", "-", On::Nothing);
    check("account own", "-", On::Account(ME));
    check("account foreign", "-", On::Account(THEM));
    for visibility in Visibility::ALL {
        for tie in [Tie::None, Tie::Match, Tie::Proposal] {
            let state = format!("{}-{tie:?}", visibility.key()).to_lowercase();
            check("profile own", &state, On::Profile(Approach { owner: ME, visibility, tie }));
            check("profile foreign", &state, On::Profile(Approach { owner: THEM, visibility, tie }));
        }
    }
    for state in RequestState::ALL {
        check("request own", state.key(), On::Request(&request(ME, state)));
        check("request foreign", state.key(), On::Request(&request(THEM, state)));
    }
    for state in ProposalState::ALL {
        check("proposal sent-by-me", state.key(), On::Proposal(&proposal(ME, THEM, state)));
        check("proposal sent-to-me", state.key(), On::Proposal(&proposal(THEM, ME, state)));
        check("proposal foreign", state.key(), On::Proposal(&proposal(THEM, THIRD, state)));
    }
    let active = ContractState::Active.key();
    check("contract as-worker", active, On::Contract(&contract(ME, THEM)));
    check("contract as-client", active, On::Contract(&contract(THEM, ME)));
    check("contract foreign", active, On::Contract(&contract(THEM, THIRD)));
    for state in LinkState::ALL {
        check("link own", state.key(), On::Link(&link(ME, THEM, state)));
        check("link foreign", state.key(), On::Link(&link(THEM, THIRD, state)));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(asked, 64 * 5 * Verb::ALL.len(), "every cell was asked");
}

#[test]
fn every_verb_of_the_table_exists_and_every_verb_is_in_it() {
    let known: Vec<String> = Verb::ALL.iter().map(|verb| format!("{verb:?}")).collect();
    let named: Vec<&str> = table::ALLOWED.lines().filter_map(|line| line.split_whitespace().next()).collect();
    assert!(named.iter().all(|name| known.iter().any(|verb| verb == name)), "{named:?}");
    assert!(known.iter().all(|verb| named.contains(&verb.as_str())), "a verb nobody may do: {known:?}");
}
