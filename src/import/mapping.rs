//! A row's fields as the services take them, read as members' own words are.

use std::collections::BTreeMap;

use bot_core::domain::grounds::Doubt;
use bot_core::domain::identity::{Identity, Platform};
use bot_core::domain::money::{Money, Price};
use bot_core::domain::profile::HEADLINE;
use bot_core::domain::request::{Brief, DESCRIPTION, TITLE};
use bot_core::domain::time::Timestamp;
use bot_core::domain::words;
use bot_core::flows::reading;
use bot_core::i18n::Reader;
use bot_core::services::import::{Content, Entry};
use bot_core::services::profile::Section;
use bot_reading::places::{City, Gazetteer, Place};
use chrono_tz::Tz;

/// The fields of every row.
const COMMON: [&str; 5] = ["kind", "key", "account", "name", "handle"];
/// The fields of a freelancer.
const FREELANCER: [&str; 7] = ["headline", "skills", "rate", "city", "remote", "hours_per_week", "time_zone"];
/// The fields of a request.
const REQUEST: [&str; 5] = ["title", "description", "skills", "budget", "when"];
/// The longest name of a person, in characters.
const NAME: usize = 64;

/// A row's fields while they are read.
struct Fields {
    left: BTreeMap<String, String>,
    reader: Reader,
}

/// The entry that `fields` make, or what is wrong with them and what to do about it.
pub(super) fn entry(fields: BTreeMap<String, String>, now: Timestamp) -> Result<Entry, String> {
    let mut fields = Fields { left: fields, reader: Reader { zone: Tz::UTC, now } };
    let kind = fields.needed("kind", "freelancer or request")?;
    let known = match kind.as_str() {
        "freelancer" => &FREELANCER[..],
        "request" => &REQUEST[..],
        other => return Err(format!("kind is \"{other}\"; write freelancer or request")),
    };
    fields.only(known)?;
    let owner = fields.owner()?;
    let key = fields.line("key");
    let content = if kind == "freelancer" { fields.freelancer()? } else { fields.request()? };
    let whose = format!("{}:{}", owner.platform.key(), owner.user);
    let key = match (key, &content) {
        (Some(key), _) => format!("{kind}:{whose}:key:{key}"),
        (None, Content::Freelancer(..)) => format!("{kind}:{whose}"),
        (None, Content::Request(brief)) => format!("{kind}:{whose}:{}:{}", brief.title, brief.description),
    };
    Ok(Entry { key, owner, content })
}

impl Fields {
    /// Fails where there is a field that no row of this kind has.
    fn only(&self, known: &[&str]) -> Result<(), String> {
        let all: Vec<&str> = COMMON.iter().chain(known).copied().collect();
        let Some(odd) = self.left.keys().find(|name| !all.contains(&name.as_str())) else { return Ok(()) };
        let near = all
            .iter()
            .max_by(|one, other| strsim::jaro_winkler(one, odd).total_cmp(&strsim::jaro_winkler(other, odd)));
        Err(format!("there is no field \"{odd}\"; did you mean {}?", near.copied().unwrap_or_default()))
    }

    /// What stands in a field, as it is kept.
    fn text(&mut self, name: &str) -> Option<String> {
        let text = self.left.remove(name).map(|text| words::kept(&text));
        text.filter(|text| !words::is_blank(text))
    }

    /// The same on one line.
    fn line(&mut self, name: &str) -> Option<String> {
        self.text(name).map(|text| words::on_one_line(&text))
    }

    fn needed(&mut self, name: &str, example: &str) -> Result<String, String> {
        self.line(name).ok_or_else(|| format!("{name} is missing; write {example}"))
    }

    fn owner(&mut self) -> Result<Identity, String> {
        let account = self.needed("account", "discord:NUMBER or telegram:NUMBER")?;
        let read = account.split_once(':').and_then(|(platform, user)| {
            let number = user.parse::<u64>().ok().filter(|number| *number > 0)?;
            Some((Platform::from_key(platform)?, number))
        });
        let Some((platform, user)) = read else {
            return Err(format!(
                "account is \"{account}\"; write discord:NUMBER or telegram:NUMBER, the platform's own id"
            ));
        };
        let name = self.needed("name", "the name the person goes by")?;
        let name = within("name", name, NAME)?;
        Ok(Identity { platform, user: user.to_string(), name, handle: self.line("handle") })
    }

    fn freelancer(&mut self) -> Result<Content, String> {
        let skills = self.needed("skills", "skills with commas between them")?;
        let skills = reading::profile_skills(&skills);
        if skills.is_empty() {
            return Err("skills names no skill; write them with commas between them".to_owned());
        }
        let mut sections = vec![Section::Skills(skills)];
        if let Some(headline) = self.line("headline") {
            sections.push(Section::Headline(within("headline", headline, usize::from(HEADLINE))?));
        }
        if let Some(rate) = self.line("rate") {
            sections.push(Section::Rate(Some(self.rate(&rate)?)));
        }
        let mut zone = None;
        if let Some(city) = self.line("city") {
            let found = town(&city).ok_or_else(|| {
                format!("city is \"{city}\", which isn't in our table; write a larger one nearby")
            })?;
            zone = Some(found.zone);
            sections.push(Section::Place(reading::town(&Place::City(found))));
        }
        if let Some(remote) = self.line("remote") {
            let remote = match remote.as_str() {
                "true" | "yes" | "1" => true,
                "false" | "no" | "0" => false,
                other => return Err(format!("remote is \"{other}\"; write true or false")),
            };
            sections.push(Section::Remote(remote));
        }
        if let Some(hours) = self.line("hours_per_week") {
            let read = hours.parse::<u8>().ok().filter(|hours| *hours <= 80);
            sections.push(Section::Hours(
                read.ok_or_else(|| format!("hours_per_week is \"{hours}\"; write a number from 0 to 80"))?,
            ));
        }
        if let Some(name) = self.line("time_zone") {
            zone = Some(
                name.parse::<Tz>()
                    .map_err(|_| format!("time_zone is \"{name}\"; write one such as Europe/Berlin"))?,
            );
        }
        Ok(Content::Freelancer(sections, zone))
    }

    fn rate(&self, text: &str) -> Result<Price, String> {
        let unread = || format!("rate is \"{text}\"; write an amount such as 40 EUR/h");
        let stated = reading::budget(text)
            .map_err(|refusal| {
                format!("rate is \"{text}\". {}", reading::money_problem(&self.reader, &refusal))
            })?
            .ok_or_else(unread)?;
        let minor = stated.min.or(stated.max).ok_or_else(unread)?;
        Ok(Price { amount: Money::new(minor, stated.currency), kind: stated.kind })
    }

    fn request(&mut self) -> Result<Content, String> {
        let title = self.needed("title", "what is to be done, in a line")?;
        let title = within("title", title, usize::from(TITLE))?;
        let description =
            within("description", self.text("description").unwrap_or_default(), usize::from(DESCRIPTION))?;
        let skills = self.needed("skills", "skills with commas between them")?;
        let skills = reading::request_skills(&skills);
        if skills.is_empty() {
            return Err("skills names no skill; write them with commas between them".to_owned());
        }
        let budget = match self.line("budget") {
            None => None,
            Some(text) => reading::budget(&text).map_err(|refusal| {
                format!("budget is \"{text}\". {}", reading::money_problem(&self.reader, &refusal))
            })?,
        };
        let when = self.line("when").unwrap_or_default();
        let when = reading::when_where(&when, self.reader.now, Tz::UTC).map_err(|problem| {
            let fix = match problem {
                Doubt::Past => "the date is past; write a later one",
                Doubt::Town => "the town isn't in our table; write a larger one nearby, or remote",
                Doubt::Date | Doubt::Unsaid | Doubt::Currency => {
                    "the date can be read in two ways; write it like 15 December 2026"
                }
            };
            format!("when is \"{when}\": {fix}")
        })?;
        Ok(Content::Request(Box::new(Brief {
            title,
            description,
            skills,
            budget,
            place: when.place,
            due_at: when.timing.due_at,
            starts_at: when.timing.starts_at,
            hours_per_week: when.timing.hours_per_week,
            pace: when.timing.pace,
            languages: Vec::new(),
        })))
    }
}

/// The town a text names.
fn town(text: &str) -> Option<&'static City> {
    Gazetteer::embedded().find(text).into_iter().find_map(|place| match place {
        Place::City(city) => Some(city),
        Place::Country(_) => None,
    })
}

fn within(name: &str, text: String, longest: usize) -> Result<String, String> {
    let length = text.chars().count();
    if length <= longest {
        return Ok(text);
    }
    Err(format!("{name} has {length} characters; shorten it to {longest}"))
}
