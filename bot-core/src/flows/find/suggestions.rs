//! What can be typed next in a search: skills, places and currencies.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use bot_reading::places::Gazetteer;
use bot_reading::skills::Vocabulary;
use bot_reading::text::fold;
use iso_currency::Currency;

use crate::flows::{Ctx, Suggestion};
use crate::ui::limits::{OPTIONS, PLACEHOLDER};

/// Currencies that people are paid in, those of the largest towns first.
static CURRENCIES: LazyLock<Vec<Currency>> = LazyLock::new(|| {
    let gazetteer = Gazetteer::embedded();
    let mut seen = BTreeSet::new();
    let codes = gazetteer.cities().iter().filter_map(|city| gazetteer.country(city.country)?.currency);
    codes.filter(|code| seen.insert(*code)).filter_map(Currency::from_code).collect()
});

/// What fits `partial` for an argument of a search; none for an argument of another command.
pub(in crate::flows) fn suggest(ctx: &Ctx<'_>, argument: &str, partial: &str) -> Option<Vec<Suggestion>> {
    Some(match argument {
        "skills" => skills(partial),
        "place" => places(ctx, partial),
        "currency" => currencies(partial),
        _ => return None,
    })
}

/// The list typed so far, with what its last entry may become.
fn skills(partial: &str) -> Vec<Suggestion> {
    let (before, last) =
        partial.rsplit_once(',').map_or(("", partial), |(before, last)| (before.trim(), last));
    let complete = |name: &str| if before.is_empty() { name.to_owned() } else { format!("{before}, {name}") };
    let found = Vocabulary::embedded().suggest(last.trim(), OPTIONS);
    let lines = found.into_iter().map(|skill| complete(&skill.name));
    lines.filter(|line| line.chars().count() <= PLACEHOLDER).map(same).collect()
}

fn places(ctx: &Ctx<'_>, partial: &str) -> Vec<Suggestion> {
    let remote = ctx.line("find-remote", &[]);
    let begins = fold(&remote).starts_with(&fold(partial));
    let remote = begins.then(|| Suggestion { label: remote, value: "remote".to_owned() });
    let towns = Gazetteer::embedded().suggest(partial, OPTIONS);
    let towns = towns.into_iter().map(|city| same(format!("{}, {}", city.name, city.country)));
    remote.into_iter().chain(towns).take(OPTIONS).collect()
}

fn currencies(partial: &str) -> Vec<Suggestion> {
    let wanted = fold(partial);
    let fits = |currency: &&Currency| {
        let name = fold(&format!("{} {}", currency.code(), currency.name()));
        wanted.is_empty() || name.starts_with(&wanted) || name.contains(&format!(" {wanted}"))
    };
    let named = |currency: &Currency| Suggestion {
        label: format!("{} · {}", currency.code(), currency.name()),
        value: currency.code().to_owned(),
    };
    CURRENCIES.iter().filter(fits).take(OPTIONS).map(named).collect()
}

fn same(text: String) -> Suggestion {
    Suggestion { label: text.clone(), value: text }
}
