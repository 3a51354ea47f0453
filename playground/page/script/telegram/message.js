// One bubble of the Telegram side, with its inline keyboard.
import { h } from "../element.js";
import { icon } from "../icons.js";
import { jsonButton } from "../frame/json.js";
import { entities } from "../text/entities.js";
import { beside } from "../text/time.js";
import { inlineKeyboard } from "./keyboard.js";

export function telegramMessage(message, session, acts) {
  const mine = !message.from?.is_bot;
  const who = mine ? "you" : (message.from?.first_name ?? "the bot");
  const bubble = h(
    "div.tg-bubble",
    {},
    message.reply_to_message && quoted(message.reply_to_message),
    attachment(message),
    text(message, acts),
    h("footer.tg-foot", {}, message.edit_date && h("span.at", {}, "edited"), beside(message.date * 1000), mine && icon("check")),
  );
  const props = { data: { messageId: message.message_id }, aria: { label: `Message from ${who}` } };
  return h(
    "article.tg-message",
    { class: mine ? "mine" : "theirs", ...props },
    h("div.tg-stack", {}, bubble, inlineKeyboard(message, session)),
    h("div.message-tools", {}, tools(message, mine, acts)),
  );
}

function text(message, { command }) {
  const body = message.text ?? message.caption;
  if (body === undefined) return null;
  const list = message.entities ?? message.caption_entities;
  const offer = (path, label) => h("button.mention.command", { type: "button", on: { click: () => command(path) } }, label);
  return h("div.tg-text", { dir: "auto" }, entities(body, list, { command: offer }));
}

function attachment({ photo, document, location }) {
  if (photo) return h("div.tg-file", {}, icon("image"), "Picture");
  if (document) return h("div.tg-file", {}, icon("file"), document.file_name ?? "File");
  if (location) return h("div.tg-file", {}, icon("pin"), `${location.latitude.toFixed(2)}, ${location.longitude.toFixed(2)}`);
  return null;
}

function quoted({ from, text: body = "", caption }) {
  const name = from?.is_bot ? from.first_name : "You";
  return h("div.tg-quoted", {}, h("strong", {}, name ?? "Message"), h("span", {}, body || caption || "Attachment"));
}

function tools(message, mine, acts) {
  const tool = (name, label, act) =>
    h("button.tool", { type: "button", title: label, data: { key: name }, aria: { label }, on: { click: () => act(message) } }, icon(name));
  return [
    tool("reply", "Reply", acts.reply),
    mine && message.text !== undefined && tool("edit", "Edit", acts.edit),
    jsonButton(message, `Message ${message.message_id}`),
  ];
}
