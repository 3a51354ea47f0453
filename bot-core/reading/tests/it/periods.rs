//! Stretches of a working life, as people write them.

use bot_reading::timeline::{Month, Period, PeriodProblem, period};
use chrono::NaiveDate;

fn read(text: &str) -> Result<Period, PeriodProblem> {
    period(text, NaiveDate::from_ymd_opt(2026, 11, 24).expect("a day"))
}

const fn month(year: i32, month: u32) -> Month {
    Month { year, month: Some(month) }
}

const fn year(year: i32) -> Month {
    Month { year, month: None }
}

#[test]
fn years_and_months_are_read_in_every_usual_spelling() {
    let closed = |from, until| Ok(Period { from, until: Some(until) });
    for (text, expected) in [
        ("2019-2022", closed(year(2019), year(2022))),
        ("2019 – 2022", closed(year(2019), year(2022))),
        ("from 2019 to 2022", closed(year(2019), year(2022))),
        ("2018", closed(year(2018), year(2018))),
        ("Mar 2021 - Jun 2023", closed(month(2021, 3), month(2023, 6))),
        ("03/2021 - 06/2023", closed(month(2021, 3), month(2023, 6))),
        ("2021-03 to 2023-06", closed(month(2021, 3), month(2023, 6))),
        ("03.2021 bis 06.2023", closed(month(2021, 3), month(2023, 6))),
        ("März 2021 bis Juni 2023", closed(month(2021, 3), month(2023, 6))),
        ("enero 2020 a marzo 2021", closed(month(2020, 1), month(2021, 3))),
    ] {
        assert_eq!(read(text), expected, "{text}");
    }
}

#[test]
fn what_goes_on_has_no_end() {
    for text in
        ["2021 - now", "since 2021", "2021 –", "2021 to present", "seit 2021", "desde 2021", "2021 - hoy"]
    {
        assert_eq!(read(text), Ok(Period { from: year(2021), until: None }), "{text}");
    }
    assert_eq!(read("since March 2021"), Ok(Period { from: month(2021, 3), until: None }));
}

#[test]
fn what_cannot_be_a_period_says_why() {
    for text in ["", "a few years", "12 years", "2019, 2020 and 2021", "now"] {
        assert_eq!(read(text), Err(PeriodProblem::Unread), "{text}");
    }
    assert_eq!(read("2022-2019"), Err(PeriodProblem::Backwards));
    assert_eq!(read("2027 - 2028"), Err(PeriodProblem::Future));
    assert_eq!(read("2020 - 2031"), Err(PeriodProblem::Future));
}
