//! What reaches a member, and digests, with something in them.

use std::collections::BTreeMap;

use super::market::{BOTH, account, fitting_request, proposal_card, reader, request};
use crate::domain::identity::Platform;
use crate::domain::proposal::{ProposalState, Side};
use crate::domain::quiet::QuietHours;
use crate::domain::request::RequestState;
use crate::domain::topic::{Channel, DIGEST_MINUTE, Day, Pace, Topic, Wish};
use crate::flows::settings::notices_view as view;
use crate::flows::{matches, proposal, request as requests};
use crate::notify::digest::{self, Entry, News};
use crate::services::notices::{Calmed, Wishes};
use crate::ui::view::View;

/// Every such view.
pub(super) fn all() -> Vec<View> {
    let (reader, both, one) = (&reader(), wishes(&Platform::ALL), wishes(&[Platform::Telegram]));
    let calmed = |before, now| Calmed { before, now };
    vec![
        view::all(reader, &account(BOTH), &both),
        view::all(reader, &account(BOTH), &one),
        view::one(reader, &both, Topic::Matches),
        view::one(reader, &one, Topic::Received),
        view::one(reader, &both, Topic::Vital),
        view::fewer(reader, &both, Topic::Matches, calmed(Pace::Instant, Pace::Daily)),
        view::fewer(reader, &both, Topic::Requests, calmed(Pace::Weekly, Pace::Weekly)),
        digest::card(reader, &news(9, 31, false)),
        digest::card(reader, &news(2, 0, true)),
    ]
}

fn wishes(platforms: &[Platform]) -> Wishes {
    let on_telegram = Channel::On(Platform::Telegram);
    let topics = [
        (Topic::Matches, Wish { pace: Pace::Daily, channel: on_telegram }),
        (Topic::Answers, Wish { pace: Pace::Weekly, channel: Channel::Latest }),
        (Topic::Requests, Wish { pace: Pace::Never, channel: Channel::Latest }),
    ];
    Wishes {
        topics: BTreeMap::from(topics),
        day: Day { zone: reader().zone, quiet: QuietHours::NIGHT, digest: DIGEST_MINUTE },
        platforms: platforms.to_vec(),
        matches_per_day: 3,
        proposals_at_once: 3,
    }
}

fn news(each: usize, beyond: usize, slowed: bool) -> News {
    let reader = &reader();
    let received = proposal_card(Side::Client, ProposalState::Sent);
    let declined = proposal_card(Side::Freelancer, ProposalState::Declined);
    let items = [
        (Topic::Received, proposal::view::item(reader, &received)),
        (Topic::Answers, proposal::view::item(reader, &declined)),
        (Topic::Requests, requests::view::item(reader, &request(RequestState::Expired))),
        (Topic::Matches, matches::view::request_item(reader, &fitting_request())),
    ];
    let entries = items.into_iter().flat_map(|(topic, item)| vec![Entry { topic, item }; each]);
    News { entries: entries.collect(), beyond, slowed }
}
