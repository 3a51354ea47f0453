//! What has become of requests: proposals, agreements, changes of mind.

use bot_core::domain::profile::AvailabilityStatus;
use bot_core::domain::time::{HOUR_MS, Timestamp};
use bot_core::flows::reading;

use super::tables::Tables;
use super::{Bid, End, Offer, Person, Request, musts};
use crate::chance::Chance;

/// How many proposals a client of the cast can choose from.
const CHOICE: usize = 3;
/// How many proposals somebody has sent at most.
const BUSY: usize = 2;

/// Adds to `requests` what happened to them until `now`.
pub(super) fn add(
    chance: &mut Chance,
    tables: &Tables,
    people: &[Person],
    requests: &mut [Request],
    now: Timestamp,
) {
    let mut sent = vec![0_usize; people.len()];
    for (position, request) in requests.iter_mut().enumerate() {
        let (bids, end) = match position % 7 {
            _ if people[request.client].cast.is_some() => (CHOICE, false),
            0 => (2, true),
            1 => (chance.below(3) + 1, false),
            3 => {
                request.end = closed(chance, request.posted_at, now);
                (0, false)
            }
            _ => (0, false),
        };
        let mut fitting: Vec<usize> = fitting(people, request).collect();
        fitting.retain(|freelancer| sent[*freelancer] < BUSY);
        chance.shuffle(&mut fitting);
        for freelancer in fitting.into_iter().take(bids) {
            sent[freelancer] += 1;
            let sent_at = between(chance, request.posted_at, now);
            let message = *chance.pick(&tables.messages);
            request.bids.push(Bid { freelancer, sent_at, message });
        }
        request.bids.sort_by_key(|bid| bid.sent_at);
        if let (true, Some(last)) = (end, request.bids.last()) {
            request.end = End::Filled { at: between(chance, last.sent_at, now) };
        }
    }
}

/// Who could do it: every must-have, near enough, and some time. The cast decides for itself.
fn fitting<'a>(people: &'a [Person], request: &'a Request) -> impl Iterator<Item = usize> + 'a {
    let musts = musts(&request.skills, request.musts);
    let fits = move |person: &Person| {
        let offer = person.member.as_ref().and_then(|member| member.offer.as_ref());
        person.cast.is_none() && offer.is_some_and(|offer| can(offer, &musts, request))
    };
    let able =
        people.iter().enumerate().filter(move |(_, person)| fits(person)).map(|(position, _)| position);
    able.filter(|position| *position != request.client)
}

fn can(offer: &Offer, musts: &[String], request: &Request) -> bool {
    let near = match reading::find_town(&request.when) {
        Some(town) => offer.town.as_ref().is_some_and(|home| home.name == town.name),
        None => offer.remote,
    };
    offer.has_all(musts) && near && offer.status != AvailabilityStatus::Away
}

fn closed(chance: &mut Chance, posted_at: Timestamp, now: Timestamp) -> End {
    let reason = *chance.pick(&["found-here", "found-elsewhere", "no-longer-needed", "other"]);
    End::Closed { at: between(chance, posted_at, now), reason }
}

/// Some time between, an hour from both ends where there is room.
fn between(chance: &mut Chance, from: Timestamp, until: Timestamp) -> Timestamp {
    let span = until.millis() - from.millis();
    from.plus_millis(chance.between(HOUR_MS.min(span / 2), (span - HOUR_MS).max(span / 2)))
}
