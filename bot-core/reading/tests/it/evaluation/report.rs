//! Figures and failures of the sets of texts.

use std::{collections::BTreeMap, fmt::Write as _};

/// One field of one text that was read wrongly.
#[derive(Debug)]
pub(super) struct Failure {
    pub(super) id: u32,
    pub(super) field: &'static str,
    pub(super) text: String,
    pub(super) what: String,
}

#[derive(Debug, Default)]
pub(super) struct Tally {
    right: usize,
    all: usize,
}

impl Tally {
    pub(super) fn count(&mut self, right: bool) {
        self.all += 1;
        self.right += usize::from(right);
    }
}

/// How well some of the texts are read.
#[derive(Debug, Default)]
pub(super) struct Set {
    pub(super) name: &'static str,
    /// Skills in skill lines.
    pub(super) right: usize,
    pub(super) missed: usize,
    pub(super) invented: usize,
    pub(super) fields: usize,
    pub(super) fields_right: usize,
    pub(super) by_field: BTreeMap<&'static str, Tally>,
    pub(super) failures: Vec<Failure>,
}

#[expect(clippy::cast_precision_loss, reason = "a few thousand at most")]
fn percent(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { 100.0 * part as f64 / whole as f64 }
}

impl Set {
    pub(super) fn named(name: &'static str) -> Self {
        Self { name, ..Self::default() }
    }

    pub(super) fn skills_f1_percent(&self) -> f64 {
        percent(2 * self.right, 2 * self.right + self.missed + self.invented)
    }

    pub(super) fn fields_percent(&self) -> f64 {
        percent(self.fields_right, self.fields)
    }

    fn field_percent(&self, field: &str) -> f64 {
        self.by_field.get(field).map_or(0.0, |tally| percent(tally.right, tally.all))
    }

    pub(super) fn listed(&self) -> String {
        let mut list = String::new();
        for Failure { id, field, text, what } in &self.failures {
            writeln!(list, "- {id} {field}: {what}\n  > {}", text.replace('\n', " "))
                .expect("a string takes it all");
        }
        list
    }
}

/// A table of all sets, one a column.
pub(super) fn figures(sets: &[Set]) -> String {
    let cells = |cell: &dyn Fn(&Set) -> String| -> String {
        let cells: Vec<String> = sets.iter().map(cell).collect();
        format!(" {} |", cells.join(" | "))
    };
    let mut table =
        format!("| measure |{}\n|---|{}\n", cells(&|set| set.name.to_owned()), "---|".repeat(sets.len()));
    let mut row = |name: &str, figure: &dyn Fn(&Set) -> f64| {
        let cells = cells(&|set| format!("{:.1} %", figure(set)));
        writeln!(table, "| {name} |{cells}").expect("a string takes it all");
    };
    row("skills in skill lines, F1", &Set::skills_f1_percent);
    row("fields of briefs", &Set::fields_percent);
    for field in sets.iter().flat_map(|set| set.by_field.keys()).collect::<std::collections::BTreeSet<_>>() {
        row(&format!("… {field}"), &|set| set.field_percent(field));
    }
    table
}

/// The figures with every failure of every set.
pub(super) fn document(sets: &[Set]) -> String {
    let mut document = format!("{}\n{}", include_str!("head.md"), figures(sets));
    for set in sets {
        write!(document, "\n## Failures: {}\n\n{}", set.name, set.listed()).expect("a string takes it all");
    }
    document
}
