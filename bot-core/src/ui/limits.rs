//! Lengths the core keeps to, so that every platform can show what it makes.

/// The longest button label, in characters: what fits a phone beside an emoji.
pub const BUTTON_LABEL: usize = 34;
/// Buttons in a row.
pub const BUTTONS_IN_ROW: usize = 5;
/// Rows of controls in a card.
pub const ROWS: usize = 5;
/// Options in a select.
pub const OPTIONS: usize = 25;
/// The longest encoded action, in bytes.
pub const ACTION: usize = 64;
/// The title of a form and the label of an input, in characters.
pub const FORM_LABEL: usize = 45;
/// The placeholder of an input, in characters.
pub const PLACEHOLDER: usize = 100;
/// All words of a card together, in characters.
pub const CARD_CHARS: usize = 3_800;
/// Items in a list that is paged.
pub const PAGE_ITEMS: usize = 5;

/// `text` cut to `max` characters, with an ellipsis where something is missing.
pub fn shortened(text: &str, max: usize) -> String {
    if text.chars().count() <= max {
        return text.to_owned();
    }
    let mut kept: String = text.chars().take(max.saturating_sub(1)).collect();
    kept.truncate(kept.trim_end().len());
    kept.push('…');
    kept
}
