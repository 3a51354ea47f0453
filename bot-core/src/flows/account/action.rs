//! What the buttons of setting up an account do.

use crate::domain::account::Roles;
use crate::ui::action::Token;

/// Setting up an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Show where the set-up stands.
    Start,
    /// Fill in skills and time zone, to look for work or do both.
    Join(Roles),
    /// Only hire.
    Hire,
    /// Say the time zone.
    Zone,
    /// Take the zone with this place in the table of zones.
    PickZone(Option<u16>),
    /// Turn match messages on or off.
    Alerts(bool),
    /// Ask to leave.
    Leave,
    /// Leave.
    ConfirmLeave,
    /// Stay after all.
    Stay,
}

impl Action {
    /// Reads a token of this feature.
    pub fn read(token: &Token) -> Option<Self> {
        let arg = token.arg.as_deref();
        Some(match token.verb.as_str() {
            "acc-start" => Self::Start,
            "acc-join" => Self::Join(match arg? {
                "work" => Roles { works: true, hires: false },
                "both" => Roles { works: true, hires: true },
                _ => return None,
            }),
            "acc-hire" => Self::Hire,
            "acc-zone" => Self::Zone,
            "acc-zpick" => Self::PickZone(arg.and_then(|index| index.parse().ok())),
            "acc-alerts" => Self::Alerts(arg? == "on"),
            "acc-leave" => Self::Leave,
            "acc-leave2" => Self::ConfirmLeave,
            "acc-stay" => Self::Stay,
            _ => return None,
        })
    }

    /// Whether the answer is a form.
    pub const fn opens_form(&self) -> bool {
        matches!(self, Self::Join(_) | Self::Zone)
    }
}

impl From<Action> for Token {
    fn from(action: Action) -> Self {
        match action {
            Action::Start => Self::verb("acc-start"),
            Action::Join(roles) => Self::verb("acc-join").with(if roles.hires { "both" } else { "work" }),
            Action::Hire => Self::verb("acc-hire"),
            Action::Zone => Self::verb("acc-zone"),
            Action::PickZone(None) => Self::verb("acc-zpick"),
            Action::PickZone(Some(index)) => Self::verb("acc-zpick").with(index.to_string()),
            Action::Alerts(on) => Self::verb("acc-alerts").with(if on { "on" } else { "off" }),
            Action::Leave => Self::verb("acc-leave"),
            Action::ConfirmLeave => Self::verb("acc-leave2"),
            Action::Stay => Self::verb("acc-stay"),
        }
    }
}
