//! What a flow works with: who is here, where, and who will read the answer.

use crate::domain::account::Account;
use crate::domain::id::AccountId;
use crate::i18n::{Arg, Reader};
use crate::services::Call;
use crate::services::account::Member;
use crate::services::authority::Actor;
use crate::ui::interaction::{Caps, Chat, Interaction};
use crate::ui::text::Text;

/// One interaction, on its way through a flow.
#[derive(Debug)]
pub struct Ctx<'a> {
    /// The services, for this interaction.
    pub call: Call<'a>,
    /// Who is here.
    pub member: Member,
    /// What they did.
    pub interaction: &'a Interaction,
    /// Whoever will read the answer: the member.
    pub reader: Reader,
}

impl<'a> Ctx<'a> {
    /// For `member`, who did `interaction`.
    pub fn new(call: Call<'a>, member: Member, interaction: &'a Interaction) -> Self {
        let reader = Reader { zone: member.account.zone, now: call.now };
        Self { call, member, interaction, reader }
    }

    /// The member's account id.
    pub fn me(&self) -> AccountId {
        self.member.account.id
    }

    /// The member's account.
    pub fn account(&self) -> &Account {
        &self.member.account
    }

    /// The member as authority sees them.
    pub fn actor(&self) -> Actor {
        Actor::from(&self.member.account)
    }

    /// Where it happened.
    pub fn chat(&self) -> &'a Chat {
        &self.interaction.chat
    }

    /// What the platform can do.
    pub fn caps(&self) -> Caps {
        self.interaction.caps
    }

    /// A text in the member's language.
    pub fn text(&self, key: &str, args: &[(&str, Arg)]) -> Text {
        self.reader.text(key, args)
    }

    /// A bare line in the member's language.
    pub fn line(&self, key: &str, args: &[(&str, Arg)]) -> String {
        self.reader.line(key, args)
    }
}
