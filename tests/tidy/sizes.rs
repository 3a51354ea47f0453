//! How long a file may be.

use crate::files::{self, expect_none};

const AT_MOST: usize = 600;
const NINE_OF_TEN: usize = 400;
const MEDIAN: usize = 150;

#[test]
fn no_file_is_over_600_lines() {
    let faults: Vec<_> = lengths()
        .into_iter()
        .filter(|(lines, _)| *lines > AT_MOST)
        .map(|(lines, path)| format!("{path}: {lines} lines"))
        .collect();
    expect_none(
        "Split the file along a noun: each half must have one reason to exist, and a name that says it.",
        &faults,
    );
}

#[test]
fn nine_of_ten_files_are_at_most_400_lines() {
    let lengths = lengths();
    let long: Vec<_> = lengths.iter().filter(|(lines, _)| *lines > NINE_OF_TEN).collect();
    let allowed = lengths.len() / 10;
    let listed: Vec<_> = long.iter().map(|(lines, path)| format!("{path}: {lines} lines")).collect();
    let faults = if long.len() > allowed { listed } else { Vec::new() };
    expect_none(
        &format!("At most {allowed} files of {} may be over 400 lines: split some of these.", lengths.len()),
        &faults,
    );
}

#[test]
fn the_median_file_is_at_most_150_lines() {
    let lengths = lengths();
    let (median, path) = &lengths[lengths.len() / 2];
    assert!(
        *median <= MEDIAN,
        "the median file ({path}) has {median} lines, over {MEDIAN}: split the longest ones"
    );
}

/// Lines and path of each Rust file, shortest first.
fn lengths() -> Vec<(usize, String)> {
    let mut lengths: Vec<_> = files::rust().into_iter().map(|s| (s.text.lines().count(), s.path)).collect();
    lengths.sort();
    lengths
}
