//! Cards and their text as HTML. Escaping is the last step, here, whatever a member wrote.

mod text;
mod view;

pub(crate) use text::text;
pub(crate) use view::view;
