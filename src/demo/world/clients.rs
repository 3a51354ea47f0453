//! The people who need work done, and those who have never used the bot.

use bot_core::domain::account::Roles;
use bot_core::domain::time::{DAY_MS, Timestamp};

use super::freelancers;
use super::tables::{Cast, ClientRow, Tables};
use super::{CastPart, Member, Person};
use crate::chance::Chance;

/// Clients have been here for at least so many days: longer than the oldest request.
const HERE_DAYS: (i64, i64) = (22, 60);

/// The clients, in the order of their table.
pub(super) fn generate(chance: &mut Chance, tables: &Tables, now: Timestamp) -> Vec<Person> {
    tables.clients.iter().map(|row| client(chance, tables, row, now)).collect()
}

fn client(chance: &mut Chance, tables: &Tables, row: &ClientRow, now: Timestamp) -> Person {
    let joined_at = now.plus_millis(-chance.between(HERE_DAYS.0 * DAY_MS, HERE_DAYS.1 * DAY_MS));
    let town = tables.town(row.town);
    let cast = cast_part(tables, row.handle);
    // Studios take work as well as give it; those of the cast play one part.
    let offer = (cast.is_none() && row.kinds.contains(&"studio"))
        .then(|| freelancers::studio_offer(chance, tables, town));
    let roles = Roles { works: offer.is_some(), hires: true };
    let member = Member { joined_at, roles, zone: town.zone, match_notices: offer.is_some(), offer };
    Person {
        platform: row.platform,
        name: row.name.to_owned(),
        handle: row.handle.to_owned(),
        cast,
        member: Some(member),
    }
}

/// The part of whoever has this handle, if they are in the cast.
fn cast_part(tables: &Tables, handle: &str) -> Option<CastPart> {
    let position = tables.cast.iter().position(|cast| cast.handle == handle)?;
    Some(part(position, &tables.cast[position]))
}

/// What somebody of the cast is on the page.
pub(super) fn part(position: usize, cast: &Cast) -> CastPart {
    CastPart { position, role: cast.role.clone(), part: cast.part }
}

/// Those of the cast who have never written to the bot.
pub(super) fn strangers(tables: &Tables) -> Vec<Person> {
    let known = |cast: &Cast| {
        cast.profile.is_some() || tables.clients.iter().any(|client| client.handle == cast.handle)
    };
    let unknown = tables.cast.iter().enumerate().filter(|(_, cast)| !known(cast));
    unknown
        .map(|(position, cast)| Person {
            platform: cast.side,
            name: cast.name.clone(),
            handle: cast.handle.clone(),
            cast: Some(part(position, cast)),
            member: None,
        })
        .collect()
}
