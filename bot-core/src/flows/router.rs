//! From an input to the feature it belongs to.

use std::collections::BTreeMap;

use super::action::Action;
use super::catalogue::{self, AnswerKind};
use super::{
    Ctx, account, availability, contract, dashboard, experience, find, form, greeting, help, link, matches,
    notice, portfolio, profile, proposal, request, safety, settings,
};
use crate::domain::account::AccountState;
use crate::domain::id::{AccountId, AlertId, ContractId, ProposalId, RequestId};
use crate::domain::link::is_code;
use crate::error::Fault;
use crate::services::search::Side;
use crate::services::{FORM, Subject, account as accounts, drafts};
use crate::ui::action::Token;
use crate::ui::interaction::{Arg, ChatKind, Defer, FirstAnswer, Input, Origin, Reach};
use crate::ui::reply::Reply;

/// The arguments of a command.
type Args = BTreeMap<String, Arg>;

/// How an input is acknowledged, before any I/O.
pub fn first_answer(input: &Input, origin: Origin) -> FirstAnswer {
    let defer = match origin {
        Origin::Card | Origin::FormFromCard => Defer::Update,
        Origin::Command | Origin::FormFromCommand | Origin::Message => Defer::Private,
    };
    match input {
        Input::Command { path, .. } => match catalogue::by_path(path).map(|spec| spec.answer) {
            Some(AnswerKind::Form) => FirstAnswer::OpensForm,
            Some(AnswerKind::Public) => FirstAnswer::Defer(Defer::Public),
            Some(AnswerKind::Private) | None => FirstAnswer::Defer(defer),
        },
        Input::Action { action, .. } if Action::read(action).is_some_and(|action| action.opens_form()) => {
            FirstAnswer::OpensForm
        }
        _ => FirstAnswer::Defer(defer),
    }
}

/// Answers the interaction of `ctx`.
pub async fn route(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    if let AccountState::Leaving { erase_at } = ctx.account().state
        && !open_to_leavers(&ctx.interaction.input)
    {
        return Ok(Reply::private(account::view::leaving(&ctx.reader, erase_at)));
    }
    match &ctx.interaction.input {
        Input::Command { path, args } => {
            drafts::close_all(&ctx.call, ctx.me(), ctx.chat()).await?;
            command(ctx, path, args).await
        }
        Input::Action { action: token, picked } => match Action::read(token) {
            Some(action) => press(ctx, action, token, picked).await,
            None => Ok(notice::stale(&ctx.reader)),
        },
        Input::Submit { key, values } => form::submit(ctx, key, values).await,
        Input::Message { text, .. } => message(ctx, text).await,
        Input::Reach(news) => reach(ctx, news).await,
    }
}

/// What somebody on their way out can still do: stay, and read what this is.
fn open_to_leavers(input: &Input) -> bool {
    match input {
        Input::Command { path, .. } => matches!(path.as_str(), "start" | "help" | "privacy" | "terms"),
        Input::Action { action, .. } => match Action::read(action) {
            Some(Action::Account(action)) => action == account::action::Action::Stay,
            Some(Action::Safety(action)) => {
                matches!(action, safety::action::Action::Privacy | safety::action::Action::Terms)
            }
            Some(Action::Help(_)) => true,
            _ => false,
        },
        Input::Reach(_) => true,
        Input::Submit { .. } | Input::Message { .. } => false,
    }
}

async fn command(ctx: &Ctx<'_>, path: &str, args: &Args) -> Result<Reply, Fault> {
    let text = |name: &str| match args.get(name) {
        Some(Arg::Text(text) | Arg::Choice(text)) => Some(text.as_str()),
        _ => None,
    };
    let needed = |name: &str| text(name).unwrap_or_default();
    match path {
        "start" => match text("payload").filter(|payload| !payload.is_empty()) {
            Some(payload) => deep_link(ctx, payload).await,
            None => account::start(ctx, text("role")).await,
        },
        "help" => Ok(help::command(ctx, text("topic"))),
        "dashboard" => dashboard::show(ctx, Reply::private).await,
        "profile view" => profile::command_view(ctx, args.get("user")).await,
        "profile edit" => match text("section") {
            Some("availability") => availability::show(ctx, Reply::private).await,
            Some("experience") => experience::show(ctx, 0, Reply::private).await,
            Some("portfolio") => portfolio::show(ctx, 0, Reply::private).await,
            section => profile::command_edit(ctx, section).await,
        },
        "profile share" => profile::command_share(ctx).await,
        "availability set" => availability::command_set(ctx, args).await,
        "availability away" => availability::command_away(ctx, args).await,
        "request post" => request::command_post(ctx, text("template")).await,
        "request turn" => request::command_turn(ctx, text(catalogue::WORDS)).await,
        "request edit" => request::command_edit(ctx, needed("request")).await,
        "request list" => request::command_list(ctx, text("state")).await,
        "request view" => request::command_view(ctx, needed("request")).await,
        "request close" => request::command_close(ctx, needed("request"), needed("reason")).await,
        "matches show" => matches::command_show(ctx, text("request")).await,
        "matches tune" => matches::command_tune(ctx).await,
        "matches why" => matches::command_why(ctx, text("request")).await,
        "find work" => find::command(ctx, Side::Work, args).await,
        "find talent" => find::command(ctx, Side::Talent, args).await,
        "proposal list" => proposal::command_list(ctx, text("state")).await,
        "proposal view" => proposal::command_view(ctx, needed("proposal")).await,
        "proposal send" => proposal::command_send(ctx, needed("request")).await,
        "contract list" => contract::command_list(ctx).await,
        "contract view" => contract::command_view(ctx, needed("contract")).await,
        "settings" => settings::command(ctx, text("section")).await,
        "privacy" => Ok(safety::privacy(ctx)),
        "terms" => Ok(safety::terms(ctx)),
        "report" => safety::command_report(ctx, args.get("user"), text("reference")).await,
        "link" => link::command(ctx, text("code")).await,
        "unlink" => link::command_unlink(ctx).await,
        "stop" => {
            find::stop_all(ctx).await?;
            settings::stop(ctx).await
        }
        "cancel" => Ok(notice::cancelled(&ctx.reader)),
        _ => Ok(notice::not_understood(&ctx.reader)),
    }
}

async fn press(ctx: &Ctx<'_>, action: Action, token: &Token, picked: &[String]) -> Result<Reply, Fault> {
    match action {
        Action::Account(action) if action.opens_form() => form::open(ctx, token).await,
        Action::Account(action) => account::handle(ctx, action, picked).await,
        Action::Contract(action) => contract::handle(ctx, action).await,
        Action::Dashboard(_) => dashboard::show(ctx, Reply::replace).await,
        Action::Find(action) => find::handle(ctx, action, picked).await,
        Action::Form(action) => form::handle(ctx, action).await,
        Action::Help(action) => Ok(help::handle(ctx, action, picked)),
        Action::Link(action) => link::handle(ctx, action).await,
        Action::Matches(action) => matches::handle(ctx, action, picked).await,
        Action::Availability(action) => availability::handle(ctx, action, picked).await,
        Action::Experience(action) => experience::handle(ctx, action).await,
        Action::Portfolio(action) => portfolio::handle(ctx, action).await,
        Action::Profile(action) => profile::handle(ctx, action, picked).await,
        Action::Proposal(action) => proposal::handle(ctx, action).await,
        Action::Request(action) => request::handle(ctx, action, picked).await,
        Action::Safety(action) => safety::handle(ctx, action).await,
        Action::Settings(action) => settings::handle(ctx, action, picked).await,
    }
}

/// A message answers the open form; in private, anything else gets a way on.
async fn message(ctx: &Ctx<'_>, text: &str) -> Result<Reply, Fault> {
    if let Some(reply) = request::whole(ctx, text).await? {
        return Ok(reply);
    }
    if let Some(reply) = form::message(ctx, text).await? {
        return Ok(reply);
    }
    if ctx.chat().kind != ChatKind::Private {
        return Ok(Reply::Nothing);
    }
    if is_code(text) {
        return link::typed(ctx, text).await;
    }
    if !ctx.account().roles.chosen() {
        return account::start(ctx, None).await;
    }
    if let Some(reply) = profile::message(ctx, text).await? {
        return Ok(reply);
    }
    if let Some(reply) = request::offer(ctx, text).await? {
        return Ok(reply);
    }
    Ok(notice::not_understood(&ctx.reader))
}

async fn reach(ctx: &Ctx<'_>, news: &Reach) -> Result<Reply, Fault> {
    accounts::reach(&ctx.call, ctx.me(), ctx.chat(), news).await?;
    match news {
        Reach::Refused => Ok(Reply::private(account::view::unreachable(&ctx.reader))),
        Reach::Opened(_) | Reach::Blocked | Reach::Unblocked => Ok(Reply::Nothing),
    }
}

/// `r_`, `p_`, `m_`, `c_` and `s_` links, as SCREENS §3.4 lists them.
async fn deep_link(ctx: &Ctx<'_>, payload: &str) -> Result<Reply, Fault> {
    let Some((kind, short)) = payload.split_once('_') else { return account::start(ctx, None).await };
    if !ctx.account().roles.chosen() && kind != "r" {
        return account::start(ctx, None).await;
    }
    match kind {
        "r" | "m" => match RequestId::from_short(short) {
            Some(id) => request::shown(ctx, id, Reply::new).await,
            None => Ok(notice::not_available(&ctx.reader)),
        },
        "p" => match AccountId::from_short(short) {
            Some(id) => profile::shown(ctx, id, Reply::new).await,
            None => Ok(notice::not_available(&ctx.reader)),
        },
        "c" => match ContractId::from_short(short) {
            Some(id) => contract::shown(ctx, id, Reply::new).await,
            None => Ok(notice::not_available(&ctx.reader)),
        },
        "s" => match AlertId::from_short(short) {
            Some(id) => find::rerun(ctx, id, Reply::new).await,
            None => Ok(notice::not_available(&ctx.reader)),
        },
        "o" => match ProposalId::from_short(short) {
            Some(id) => proposal::shown(ctx, id, Reply::new).await,
            None => Ok(notice::not_available(&ctx.reader)),
        },
        _ => account::start(ctx, None).await,
    }
}

/// The present card of what an event has changed already: its work is not done again.
pub async fn resume(ctx: &Ctx<'_>, subject: Option<&str>) -> Result<Reply, Fault> {
    if subject == Some(FORM) {
        return match form::resume(ctx).await? {
            Some(reply) => Ok(reply),
            None => dashboard::show(ctx, Reply::new).await,
        };
    }
    form::settle(ctx).await?;
    let subject = subject.and_then(Subject::from_key);
    let reply = match subject {
        Some(Subject::Request(id)) => request::shown(ctx, id, Reply::replace).await?,
        Some(Subject::Proposal(id)) => proposal::shown(ctx, id, Reply::replace).await?,
        Some(Subject::Contract(id)) => contract::shown(ctx, id, Reply::replace).await?,
        Some(Subject::Account(_)) => account::start(ctx, None).await?,
        Some(Subject::Link(_)) => link::resume(ctx).await?,
        None => return dashboard::show(ctx, Reply::new).await,
    };
    // The crash may have come before the channel was opened in which they wait for news.
    match subject {
        Some(Subject::Account(_)) if !ctx.account().match_notices => Ok(reply),
        Some(Subject::Account(_)) => greeting::open(ctx, reply, account::view::hello).await,
        _ => greeting::open(ctx, reply, greeting::view).await,
    }
}
