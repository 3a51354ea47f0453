//! What the clients want done.

use std::collections::BTreeSet;

use bot_core::domain::time::{DAY_MS, HOUR_MS, Timestamp};

use super::tables::{ClientRow, Field, Tables, Template};
use super::wording::Filling;
use super::{End, Person, Request, musts};
use crate::chance::Chance;

/// How many requests there are.
const COUNT: usize = 62;
/// How old the oldest can be, in days.
const OLDEST_DAYS: i64 = 20;

/// Requests of every field, the oldest first.
pub(super) fn generate(
    chance: &mut Chance,
    tables: &Tables,
    people: &[Person],
    now: Timestamp,
) -> Vec<Request> {
    let mut requests: Vec<Request> = chosen(chance, tables)
        .into_iter()
        .map(|(field, template)| request(chance, tables, people, (field, template), now))
        .collect();
    requests.sort_by_key(|request| request.posted_at);
    requests
}

/// Which are asked for this time: at least one of every field.
fn chosen<'t>(chance: &mut Chance, tables: &'t Tables) -> Vec<(&'t Field, &'t Template)> {
    let mut chosen = Vec::new();
    let mut others = Vec::new();
    for field in &tables.fields {
        let mut templates: Vec<&Template> = field.requests.iter().collect();
        chance.shuffle(&mut templates);
        templates.sort_by_key(|template| template.by.is_none());
        chosen.extend(templates.first().map(|first| (field, *first)));
        others.extend(templates.into_iter().skip(1).map(|template| (field, template)));
    }
    chance.shuffle(&mut others);
    others.truncate(COUNT.saturating_sub(chosen.len()));
    chosen.extend(others);
    chosen
}

fn request(
    chance: &mut Chance,
    tables: &Tables,
    people: &[Person],
    (field, template): (&Field, &Template),
    now: Timestamp,
) -> Request {
    let client = client(chance, tables, people, field, template);
    let home = tables.town(tables.clients[client].town);
    let filling = Filling::new(chance, tables.country(&home.place.country), &home.place.name, home.zone, now);
    Request {
        field: field.name.clone(),
        client,
        posted_at: now.plus_millis(-chance.between(6 * HOUR_MS, OLDEST_DAYS * DAY_MS)),
        title: template.title.clone(),
        what: template.what.clone(),
        skills: template.skills.clone(),
        musts: template.musts,
        budget: filling.fill(&template.budget),
        when: filling.fill(&template.when),
        bids: Vec::new(),
        end: End::None,
    }
}

/// A client of the right kind; for work in person, one in whose town somebody can do it, if there is one. Clients stand first among the
/// people, in the order of their table. Those of the cast only have what is written for them.
fn client(
    chance: &mut Chance,
    tables: &Tables,
    people: &[Person],
    field: &Field,
    template: &Template,
) -> usize {
    if let Some(by) = &template.by {
        let named = tables.clients.iter().position(|row| row.handle == by);
        return named.unwrap_or_else(|| panic!("no client has the handle {by}"));
    }
    let everywhere: BTreeSet<&str> = tables.clients.iter().map(|row| row.town).collect();
    let at_home: BTreeSet<&str> = field.towns().into_iter().collect();
    let choices = if template.when.contains("{town}") {
        [able(people, template).collect(), at_home, everywhere]
    } else {
        [everywhere, BTreeSet::new(), BTreeSet::new()]
    };
    let of_kind = |row: &ClientRow| row.kinds.contains(&template.from.as_str());
    let fitting = choices.iter().map(|towns| -> Vec<usize> {
        let rows = tables.clients.iter().enumerate();
        let free = rows.filter(|(position, row)| people[*position].cast.is_none() && of_kind(row));
        free.filter(|(_, row)| towns.contains(row.town)).map(|(position, _)| position).collect()
    });
    let fitting = fitting.into_iter().find(|fitting| !fitting.is_empty());
    *chance.pick(&fitting.unwrap_or_else(|| panic!("no client asks for: {}", template.title)))
}

/// The towns in which somebody has every must-have of `template`.
fn able<'a>(people: &'a [Person], template: &'a Template) -> impl Iterator<Item = &'a str> {
    let offers = people.iter().filter_map(|person| person.member.as_ref()?.offer.as_ref());
    let able = offers.filter(|offer| offer.has_all(&musts(&template.skills, template.musts)));
    able.filter_map(|offer| offer.town.as_ref()).map(|town| town.name.as_str())
}
