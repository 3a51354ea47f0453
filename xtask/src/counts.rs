//! How many tests ran, read from what the test runner printed.

/// The tests run according to nextest's summary, or the sum of libtest's.
pub(crate) fn tests(output: &str) -> usize {
    let plain = without_colours(output);
    let nextest = plain.lines().filter_map(nextest_summary).next_back();
    nextest.unwrap_or_else(|| plain.lines().filter_map(libtest_summary).sum())
}

/// `Summary [   0.120s] 22 tests run: 21 passed, 1 failed, 0 skipped`, also `21/22 tests run`.
fn nextest_summary(line: &str) -> Option<usize> {
    let counted = line.trim_start().strip_prefix("Summary [")?.split_once("] ")?.1;
    let digits = counted.split(|c: char| !c.is_ascii_digit()).next()?;
    digits.parse().ok()
}

/// `test result: ok. 3 passed; 1 failed; 0 ignored; …`
fn libtest_summary(line: &str) -> Option<usize> {
    let counted = line.trim_start().strip_prefix("test result: ")?.split_once(". ")?.1;
    let numbers = counted.split("; ").take(2).map(|part| part.split(' ').next()?.parse::<usize>().ok());
    numbers.sum()
}

/// Leaves out `ESC [ … letter`.
fn without_colours(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        if c == '\u{1b}' {
            chars.find(char::is_ascii_alphabetic);
        } else {
            plain.push(c);
        }
    }
    plain
}

#[test]
fn summaries_are_counted() {
    let nextest =
        "\u{1b}[32;1m     Summary\u{1b}[0m [   0.120s] \u{1b}[1m22\u{1b}[0m tests run: 21 passed, 1 failed";
    assert_eq!(tests(nextest), 22);
    let libtest =
        "test result: ok. 3 passed; 0 failed; 0 ignored\ntest result: FAILED. 1 passed; 2 failed; 0 ignored";
    assert_eq!(tests(libtest), 6);
    assert_eq!(tests("nothing ran"), 0);
}
