//! Numbers as people write them, exactly: no floating point touches money.

use super::{LARGEST, Refusal};

/// `digits / 10^scale`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Amount {
    digits: u64,
    scale: u32,
}

/// More digits than this are too many anyway.
const MOST_DIGITS: usize = 18;

impl Amount {
    /// From ASCII digits with `.` `,` `'` and spaces between them. `thousandths`: the currency has them, so that a
    /// single separator before three digits could mean either.
    pub(super) fn parse(number: &str, thousandths: bool) -> Result<Self, Refusal> {
        let separators: Vec<(usize, char)> =
            number.char_indices().filter(|(_, mark)| !mark.is_ascii_digit()).collect();
        let point = match separators.as_slice() {
            [] => None,
            [(at, mark)] => single(number, *at, *mark, thousandths)?,
            [others @ .., (last_at, last)] => {
                let same = others.iter().filter(|(_, mark)| mark == last).count();
                let other_kinds = others.iter().any(|(_, mark)| mark != last);
                match (same, other_kinds) {
                    // "1,234.50": the last is the point
                    (0, true) if matches!(last, '.' | ',') => Some(*last_at),
                    // "1.234.567"
                    (_, false) => None,
                    _ => return Err(Refusal::UnclearNumber),
                }
            }
        };
        let (whole, fraction) = point.map_or((number, ""), |at| (&number[..at], &number[at + 1..]));
        if !grouped(whole) {
            return Err(Refusal::UnclearNumber);
        }
        let digits: String = whole.chars().chain(fraction.chars()).filter(char::is_ascii_digit).collect();
        let digits = digits.trim_start_matches('0');
        if digits.len() > MOST_DIGITS {
            return Err(Refusal::TooLarge);
        }
        let scale = u32::try_from(fraction.len()).map_err(|_| Refusal::TooPrecise)?;
        let digits =
            if digits.is_empty() { 0 } else { digits.parse().map_err(|_| Refusal::UnclearNumber)? };
        Ok(Self { digits, scale })
    }

    /// The amount times `times` in units of `10^-exponent`.
    pub(super) fn minor(self, times: u64, exponent: u32) -> Result<i64, Refusal> {
        let shift = i64::from(exponent) - i64::from(self.scale);
        let power = 10_u128.checked_pow(u32::try_from(shift.abs()).map_err(|_| Refusal::TooLarge)?);
        let units = u128::from(self.digits).checked_mul(u128::from(times)).ok_or(Refusal::TooLarge)?;
        let minor = match power {
            Some(power) if shift >= 0 => units.checked_mul(power).ok_or(Refusal::TooLarge)?,
            Some(power) if units % power == 0 => units / power,
            _ if shift < 0 => return Err(Refusal::TooPrecise),
            _ => return Err(Refusal::TooLarge),
        };
        i64::try_from(minor).ok().filter(|minor| *minor <= LARGEST).ok_or(Refusal::TooLarge)
    }

    /// Whether this is the smaller number, whatever stands behind either.
    pub(super) fn is_less_than(self, other: Self) -> bool {
        let scaled = |amount: Self, to: u32| {
            10_u128
                .checked_pow(to - amount.scale)
                .and_then(|power| power.checked_mul(u128::from(amount.digits)))
        };
        let scale = self.scale.max(other.scale);
        matches!((scaled(self, scale), scaled(other, scale)), (Some(one), Some(two)) if one < two)
    }
}

/// Where the decimal point is in a number with one separator; `None` if that groups thousands.
fn single(number: &str, at: usize, mark: char, thousandths: bool) -> Result<Option<usize>, Refusal> {
    let (before, after) = (&number[..at], number.len() - at - 1);
    match (mark, after) {
        ('.' | ',', 1 | 2) => Ok(Some(at)),
        ('.' | ',', 3) if before.bytes().all(|digit| digit == b'0') => Ok(Some(at)),
        ('.' | ',', 3) if thousandths => Err(Refusal::UnclearNumber),
        (_, 3) => Ok(None),
        _ => Err(Refusal::UnclearNumber),
    }
}

/// Whether groups are as in "1,234,567" or, in India, "12,34,567".
fn grouped(whole: &str) -> bool {
    let groups: Vec<usize> = whole.split(|mark: char| !mark.is_ascii_digit()).map(str::len).collect();
    let [first, middle @ .., last] = groups.as_slice() else { return true };
    let same = |size: usize| middle.iter().all(|group| *group == size);
    *last == 3 && ((1..=3).contains(first) && same(3) || (1..=2).contains(first) && same(2))
}
