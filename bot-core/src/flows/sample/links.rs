//! Every card of linking.

use uuid::Uuid;

use super::market::{ana, kite, reader};
use crate::domain::id::{AccountId, LinkId};
use crate::domain::identity::Platform;
use crate::domain::link::{Link, LinkState, StopReason, WaitingLink};
use crate::domain::merging::Clash;
use crate::domain::time::DAY_MS;
use crate::flows::closed::{self, Opening};
use crate::flows::link::{notice, refusal, view};
use crate::flows::matches;
use crate::notify::notification::Notification;
use crate::services::Rules;
use crate::services::link::{Holdings, LinkRefusal, Meeting, Offer, Party, Preview};
use crate::ui::view::View;

const MINE: AccountId = AccountId(Uuid::from_u128(1));
const THEIRS: AccountId = AccountId(Uuid::from_u128(2));
const LINK: LinkId = LinkId(Uuid::from_u128(3));

/// Somebody on Telegram and a client whose name tries every trick, in every part of becoming one.
pub(super) fn all() -> Vec<View> {
    let reader = &reader();
    let (now, later) = (reader.now, reader.now.plus_millis(3 * DAY_MS));
    let offer = Offer { code: "K7QF2M9X".to_owned(), ends_at: now.plus_millis(600_000) };
    let both = [ana(), kite()].concat();
    let operator = Rules::default().operator;
    let mut views = vec![
        view::code(reader, Platform::Discord, &offer),
        view::meeting(reader, &meeting(LinkState::Met, false)),
        view::meeting(reader, &meeting(LinkState::Met, true)),
        view::meeting(reader, &meeting(LinkState::Waiting, true)),
        view::merged(reader, &both),
        view::linked(reader, &both),
        view::ask_unlink(reader, &kite()[0]),
        view::unlinked(reader, Platform::Telegram),
        view::afresh(reader, Platform::Telegram),
        view::stopped(reader, Some(StopReason::NotMe), Some(THEIRS)),
        view::stopped(reader, Some(StopReason::Dealing), Some(THEIRS)),
        view::stopped_elsewhere(reader, &meeting(LinkState::Stopped, true)),
        view::through(
            reader,
            matches::view::notice(reader, &super::market::fitting_request()),
            Some(WaitingLink { with: THEIRS, opens_at: later }),
        ),
        refusal::wrong(reader, 3),
        refusal::locked(reader, offer.ends_at),
        refusal::too_late(reader, &operator),
        refusal::not_linked(reader),
    ];
    let refused = [
        LinkRefusal::Full,
        LinkRefusal::TooManyCodes,
        LinkRefusal::Unreadable,
        LinkRefusal::Own,
        LinkRefusal::SamePlatform,
        LinkRefusal::Dealing,
        LinkRefusal::Over(StopReason::RanOut),
        LinkRefusal::Over(StopReason::NotMe),
    ];
    views.extend(refused.into_iter().map(|why| refusal::view(reader, why)));
    let openings = [Opening::Theirs, Opening::Leaving, Opening::Unlinking];
    views.extend(openings.into_iter().map(|what| closed::view(reader, what, later)));
    let news = [Notification::LinkAgreed { link: LINK }, Notification::LinkEnding { link: LINK }];
    let waiting = meeting(LinkState::Waiting, true);
    views.extend(news.iter().filter_map(|news| notice::notice(reader, news, &waiting)));
    views
}

fn meeting(state: LinkState, agreed: bool) -> Meeting {
    let now = reader().now;
    let stopped = (state == LinkState::Stopped).then_some(StopReason::NotMe);
    let link = Link {
        id: LINK,
        state,
        starter: MINE,
        joiner: Some(THEIRS),
        agreed: (agreed, state == LinkState::Waiting),
        created_at: now,
        ends_at: now.plus_millis(3 * DAY_MS),
        reason: stopped,
        version: 3,
    };
    let since = now.plus_millis(-260 * DAY_MS);
    let held = |account, identities, skills| Holdings {
        account,
        identities,
        since,
        skills,
        requests: 1,
        proposals: 12,
        contracts: 2,
    };
    let preview = Preview {
        kept: held(MINE, ana(), Some(5)),
        other: held(THEIRS, kite(), None),
        clashes: Clash::ALL.to_vec(),
        both_answered: 2,
    };
    Meeting { link, agreed, other: Party { identities: kite(), since }, preview }
}
