//! Why a request isn't changed, said with a way on.

use super::action::Action;
use super::view;
use crate::domain::id::RequestId;
use crate::error::{Error, Fault};
use crate::flows::ctx::Ctx;
use crate::flows::notice;
use crate::services::request::RequestRefusal;
use crate::ui::reply::Reply;

/// The refusal in words.
pub(super) fn refused(ctx: &Ctx<'_>, id: RequestId, error: Error<RequestRefusal>) -> Result<Reply, Fault> {
    let reader = &ctx.reader;
    let refusal = match error {
        Error::Fault(fault) => return Err(fault),
        Error::Refused(refusal) => refusal,
    };
    Ok(match refusal {
        RequestRefusal::NotAvailable => notice::not_available(reader),
        RequestRefusal::Changed => notice::changed(reader, Action::View(id)),
        RequestRefusal::WrongState(state) => Reply::private(view::wrong_state(reader, id, state)),
        RequestRefusal::NoSkills => Reply::private(view::no_skills(reader, id)),
        RequestRefusal::Unanswered(field) => Reply::private(view::unanswered(reader, id, field)),
        RequestRefusal::Duplicate(same) => Reply::private(view::duplicate(reader, id, same)),
        RequestRefusal::TooMany { per_day } => Reply::private(view::too_many(reader, id, per_day)),
        RequestRefusal::TooManyForNew { first_day } => {
            Reply::private(view::too_many_for_new(reader, id, first_day))
        }
        RequestRefusal::OpenLongest => Reply::private(view::open_longest(reader, id)),
        RequestRefusal::TooLate => Reply::private(view::too_late(reader, id)),
        RequestRefusal::TemplatesFull => Reply::private(view::templates_full(reader)),
        RequestRefusal::NotHiring => Reply::private(view::not_hiring(reader)),
    })
}
