//! Cards and their text as HTML. Escaping is the last step, and it is done here.

mod text;
mod view;

pub(crate) use text::text;
pub(crate) use view::view;
