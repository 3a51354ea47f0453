//! What members read: Fluent messages, formatted for one reader.

mod bundle;
mod reader;

pub use bundle::{Bundles, bundles};
pub use reader::{Arg, Reader};
