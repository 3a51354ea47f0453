//! The form of a piece of work: title, link, what was done, and skills.

use super::action::Action;
use crate::domain::id::PortfolioId;
use crate::domain::profile::{ALT, ITEM_SKILLS, Link, LinkProblem, PortfolioItem, TEXT, TITLE};
use crate::error::Fault;
use crate::flows::ctx::Ctx;
use crate::flows::form::{Checked, Field, Form, Outcome, Values};
use crate::flows::{reading, wording};
use crate::services::profile;
use crate::ui::reply::Reply;

const NAME: &str = "title";
const LINK: &str = "link";
const WHAT: &str = "what";
const SKILLS: &str = "skills";
const SEEN: &str = "alt";

/// The forms of this feature.
pub async fn define(ctx: &Ctx<'_>, action: Action) -> Result<Option<Form>, Fault> {
    let prefill = match action {
        Action::Add => Values::new(),
        Action::Edit(id) => match super::find(ctx, id).await? {
            Some(item) => current(&item),
            None => return Ok(None),
        },
        _ => return Ok(None),
    };
    let field = |key: &'static str, label: &str, example: &str, max_chars: u16| Field {
        key,
        label: ctx.line(label, &[]),
        example: ctx.line(example, &[]),
        required: key == NAME || key == LINK,
        multiline: key == WHAT,
        max_chars,
    };
    let fields = vec![
        field(NAME, "portfolio-name", "portfolio-name-example", TITLE),
        field(LINK, "portfolio-link", "portfolio-link-example", 300),
        field(WHAT, "portfolio-what", "portfolio-what-example", TEXT),
        field(SKILLS, "portfolio-skills", "portfolio-skills-example", 300),
        field(SEEN, "portfolio-seen", "portfolio-seen-example", ALT),
    ];
    let title = ctx.line("portfolio-form-title", &[]);
    Ok(Some(Form { token: action.into(), title, fields, prefill }))
}

fn current(item: &PortfolioItem) -> Values {
    let link = item.link.as_ref().map(|link| link.address().to_owned()).unwrap_or_default();
    let skills = wording::skills(item.skills.iter().map(String::as_str)).words();
    let values = [item.title.clone(), link, item.text.clone(), skills, item.alt.clone()];
    [NAME, LINK, WHAT, SKILLS, SEEN].into_iter().map(str::to_owned).zip(values).collect()
}

/// Whether a field can be read.
pub fn check(ctx: &Ctx<'_>, field: &str, value: &str) -> Checked {
    if field != LINK {
        return Ok(());
    }
    Link::parse(value).map(|_| ()).map_err(|problem| {
        let key = match problem {
            LinkProblem::NotWeb => "portfolio-link-unread",
            LinkProblem::Credentials => "portfolio-link-credentials",
            LinkProblem::TooLong => "portfolio-link-long",
        };
        ctx.line(key, &[])
    })
}

/// Takes a filled form.
pub async fn take(ctx: &Ctx<'_>, action: Action, values: &Values) -> Result<Outcome, Fault> {
    let id = match action {
        Action::Edit(id) => id,
        // the same submission makes the same item
        _ => PortfolioId(ctx.call.ids.derived(ctx.interaction.at, &ctx.interaction.id.0)),
    };
    let value = |key: &str| values.get(key).map(|value| value.trim().to_owned()).unwrap_or_default();
    let skills = reading::profile_skills(&value(SKILLS)).into_iter().map(|skill| skill.skill);
    let item = PortfolioItem {
        id,
        title: value(NAME),
        link: Link::parse(&value(LINK)).ok(),
        text: value(WHAT),
        skills: skills.take(ITEM_SKILLS).collect(),
        alt: value(SEEN),
    };
    match profile::put_item(&ctx.call, ctx.me(), &item).await {
        Ok(()) => Ok(Outcome::Done(super::show(ctx, 0, Reply::replace).await?)),
        Err(error) => Ok(Outcome::Kept(super::refused(ctx, error)?)),
    }
}
