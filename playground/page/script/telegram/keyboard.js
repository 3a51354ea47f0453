// Buttons under a message (inline) and under the text field (reply keyboard).
import { h } from "../element.js";
import { icon } from "../icons.js";
import { world } from "../world.js";

export function inlineKeyboard(message, session) {
  const rows = message.reply_markup?.inline_keyboard;
  if (!rows?.length) return null;
  return h("div.tg-keyboard", { role: "group", aria: { label: "Buttons" } }, rows.map((row) => h("div.tg-row", {}, row.map((raw) => inlineButton(raw, message, session)))));
}

function inlineButton(raw, message, session) {
  if (raw.url) return h("a.tg-button", { href: raw.url, target: "_blank", rel: "noreferrer noopener" }, raw.text, icon("link"));
  const press = async ({ currentTarget: element }) => {
    if (element.getAttribute("aria-busy") === "true") return;
    element.setAttribute("aria-busy", "true");
    try {
      world.fact({ side: "telegram", did: "press", label: raw.text, user: session.user });
      await session.press(message.message_id, raw.callback_data);
    } catch {
      // the session has already said why
    } finally {
      element.removeAttribute("aria-busy");
    }
  };
  return h("button.tg-button", { class: raw.style ?? "", type: "button", data: { key: raw.callback_data }, on: { click: press } }, raw.text);
}

/** The keyboard the bot last put in place of the letters, or nothing. */
export function replyKeyboard(messages) {
  const last = messages.findLast(({ from, reply_markup: markup }) => from?.is_bot && (markup?.keyboard || markup?.remove_keyboard));
  if (!last?.reply_markup.keyboard) return null;
  const used = last.reply_markup.one_time_keyboard && messages.at(-1) !== last && messages.some(({ from, message_id: id }) => !from?.is_bot && id > last.message_id);
  return used ? null : last.reply_markup.keyboard;
}
