//! What is told of a link without having been asked, as long as it is true.

use super::view;
use crate::domain::link::LinkState;
use crate::i18n::Reader;
use crate::notify::notification::Notification;
use crate::services::link::Meeting;
use crate::ui::text::Text;
use crate::ui::view::{Block, View};

/// The news of `notification`; none where it is no longer true.
pub fn notice(reader: &Reader, notification: &Notification, meeting: &Meeting) -> Option<View> {
    let state = meeting.link.state;
    match notification {
        Notification::LinkTyped { .. } => {
            let asks = state == LinkState::Met && !meeting.agreed && !meeting.link.has_run_out(reader.now);
            asks.then(|| view::meeting(reader, meeting))
        }
        Notification::LinkAgreed { .. } if state == LinkState::Waiting => {
            Some(with(view::waiting(reader, meeting), reader.text("link-agreed-notice", &[])))
        }
        Notification::LinkEnding { .. }
            if state == LinkState::Waiting && meeting.link.ends_at > reader.now =>
        {
            Some(with(view::waiting(reader, meeting), reader.text("link-ending-notice", &[])))
        }
        Notification::LinkStopped { .. } if state == LinkState::Stopped => {
            Some(view::stopped_elsewhere(reader, meeting))
        }
        Notification::LinkMerged { .. } if state == LinkState::Merged => {
            Some(view::merged(reader, &meeting.preview.kept.identities))
        }
        _ => None,
    }
}

fn with(mut view: View, news: Text) -> View {
    view.blocks.insert(0, Block::Paragraph(news));
    view
}
