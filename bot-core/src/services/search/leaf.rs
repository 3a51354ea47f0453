//! A page of a list that stays as it was first shown while the market goes on.

use std::collections::{HashMap, HashSet};

use uuid::Uuid;

use crate::ui::limits::PAGE_ITEMS;

/// The most entries that are leafed through.
pub(super) const LISTED: usize = 300;

/// One page.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Leaf<T> {
    /// Which page it is, from 0: the one asked for, or the last there is.
    pub(super) page: u32,
    /// What stands on it.
    pub(super) entries: Vec<T>,
    /// How many stood on it and are gone.
    pub(super) gone: usize,
    /// How many came since the list was made.
    pub(super) fresh: usize,
}

/// A page of `order`, of what is still `there`. Each entry has its place for good, so that none is shown twice and none
/// slips away while others come and go.
pub(super) fn leaf<T: Clone>(order: &[Uuid], there: &HashMap<Uuid, T>, page: u32) -> Leaf<T> {
    let last = order.len().div_ceil(PAGE_ITEMS).saturating_sub(1);
    let at = usize::try_from(page).unwrap_or(usize::MAX).min(last);
    let places = order.iter().skip(at * PAGE_ITEMS).take(PAGE_ITEMS);
    let (mut entries, mut gone) = (Vec::new(), 0);
    for id in places {
        match there.get(id) {
            Some(entry) => entries.push(entry.clone()),
            None => gone += 1,
        }
    }
    let known: HashSet<&Uuid> = order.iter().collect();
    // A list that was cut off leaves out what was there all along.
    let whole = order.len() < LISTED;
    let fresh = if whole { there.keys().filter(|id| !known.contains(id)).count() } else { 0 };
    Leaf { page: u32::try_from(at).unwrap_or(u32::MAX), entries, gone, fresh }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn market(numbers: impl IntoIterator<Item = u128>) -> HashMap<Uuid, u128> {
        numbers.into_iter().map(|number| (Uuid::from_u128(number), number)).collect()
    }

    proptest! {
        /// A market of 0..40 is listed in some order; before each page some leave, some come back and some are new.
        #[test]
        fn leafing_repeats_nothing_and_loses_nothing_that_stays(
            order in Just((0..40_u128).collect::<Vec<_>>()).prop_shuffle(),
            changes in prop::collection::vec(prop::collection::btree_set(0..60_u128, 0..20), 8),
        ) {
            let order: Vec<Uuid> = order.into_iter().map(Uuid::from_u128).collect();
            let mut seen = Vec::new();
            for (page, absent) in (0..).zip(&changes) {
                let there = market((0..60).filter(|number| !absent.contains(number)));
                let leaf = leaf(&order, &there, page);
                prop_assert_eq!(leaf.page, page);
                prop_assert_eq!(leaf.entries.len() + leaf.gone, PAGE_ITEMS);
                prop_assert_eq!(leaf.fresh, there.values().filter(|number| **number >= 40).count());
                seen.extend(leaf.entries);
            }
            let distinct: HashSet<&u128> = seen.iter().collect();
            prop_assert_eq!(distinct.len(), seen.len(), "one was shown twice");
            let stayed = (0..40).filter(|number| changes.iter().all(|absent| !absent.contains(number)));
            for number in stayed {
                prop_assert!(distinct.contains(&number), "{} was lost", number);
            }
        }
    }

    #[test]
    fn a_page_beyond_the_end_is_the_last_one() {
        let order: Vec<Uuid> = (0..7).map(Uuid::from_u128).collect();
        let last = leaf(&order, &market(0..7), 99);
        assert_eq!((last.page, last.entries), (1, vec![5, 6]));
        assert_eq!(leaf(&[], &market(0..2), 0), Leaf { page: 0, entries: vec![], gone: 0, fresh: 2 });
    }
}
