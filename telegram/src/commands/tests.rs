//! Menus and descriptions, written to a Telegram that remembers them.

use super::*;
use crate::standin::StandIn;

impl StandIn {
    /// The names in the menu the person sees.
    fn menu(&self) -> Vec<String> {
        let state = self.telegram.state(self.person).expect("the person is known");
        let commands = state["commands"].as_array().cloned().unwrap_or_default();
        commands.iter().filter_map(|command| command["command"].as_str().map(str::to_owned)).collect()
    }

    /// How often something was written.
    fn writes(&self) -> usize {
        self.calls().iter().filter(|method| method.to_lowercase().starts_with("setmy")).count()
    }
}

#[tokio::test]
async fn what_is_up_to_date_is_not_written_again() {
    let stand_in = StandIn::start().await;
    let bot = stand_in.rest.bot();
    sync(bot, &Delivery::Polling).await.expect("it is written");
    assert_eq!(stand_in.menu(), Menu::NewPerson.names());
    assert_eq!(stand_in.writes(), 4);
    sync(bot, &Delivery::Polling).await.expect("nothing is left to write");
    assert_eq!(stand_in.writes(), 4);
    stand_in.took_everything();
}

#[tokio::test]
async fn a_persons_menu_follows_their_role() {
    let stand_in = StandIn::start().await;
    let bot = stand_in.rest.bot();
    sync(bot, &Delivery::Polling).await.expect("it is written");
    for menu in [Menu::Freelancer, Menu::Both, Menu::NewPerson] {
        menus::sync(bot, stand_in.person, menu).await.expect("it is written");
        assert_eq!(stand_in.menu(), menu.names());
    }
    stand_in.took_everything();
}
