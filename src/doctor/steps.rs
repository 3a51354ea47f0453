//! What an operator does outside this program, in exact steps.

use super::Report;

/// The steps, each a paragraph.
pub(crate) fn steps(report: &Report) -> Vec<String> {
    let invite = report.invitation.as_ref().map_or_else(
        || {
            "Discord: https://discord.com/developers/applications → New Application → Bot → Reset Token, and give it as \
             discord.token. Leave all three privileged intents off. Then run doctor again for the invitation."
                .to_owned()
        },
        |address| {
            format!(
                "Discord: open {address} and choose your server. It asks for the scopes bot and applications.commands and \
                 for no permission: commands, their answers and direct messages need none. For people who want the bot \
                 in their own account: Installation → User Install."
            )
        },
    );
    let bot_father = "Telegram: write to https://t.me/BotFather: /newbot, a name, a user name that ends in \"bot\"; it \
                      answers with the token for telegram.token. Then /setjoingroups → Enable, and leave /setprivacy as \
                      it is (enabled): in groups the bot needs commands only. Menus, descriptions and the webhook are \
                      set by guildhall serve itself.";
    let without = "Without a public address everything in the chats works: Discord is an outgoing connection and Telegram \
                   is polled. A public address (web.public_url behind your TLS proxy) adds the web pages and, if you \
                   want them, Telegram's webhooks (telegram.mode = \"webhook\").";
    vec![invite, bot_father.to_owned(), without.to_owned()]
}
