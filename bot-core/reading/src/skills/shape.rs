//! A cheap look at a spelling that tells most others apart from it.

/// A spelling's length and which letters are in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Shape {
    /// In letters.
    pub(super) length: usize,
    letters: u64,
}

impl Shape {
    pub(super) fn of(compact: &str) -> Self {
        let (mut length, mut letters) = (0, 0);
        for letter in compact.chars() {
            length += 1;
            letters |= 1 << (u32::from(letter) % u64::BITS);
        }
        Self { length, letters }
    }

    /// Whether the spellings may be that few letters apart: a wrong letter changes the length by one, and which letters
    /// there are by two, at most. Swapped letters change neither.
    pub(super) fn may_be_within(self, other: Self, slips: usize) -> bool {
        let apart = (self.letters ^ other.letters).count_ones();
        self.length.abs_diff(other.length) <= slips
            && usize::try_from(apart).is_ok_and(|apart| apart <= 2 * slips)
    }
}
