// The text field of the Telegram side: messages, the command menu, replies, edits, the reply keyboard.
import { fill, h } from "../element.js";
import { icon } from "../icons.js";
import { Picker } from "../picker.js";
import { world } from "../world.js";
import { replyKeyboard } from "./keyboard.js";

const HERE = [52.52, 13.405];

class Composer extends HTMLElement {
  #about = null;

  connectedCallback() {
    this.session = world.telegram;
    this.field = h("textarea", {
      id: "telegram-composer",
      rows: 1,
      placeholder: "Message",
      aria: { label: "Message to the bot" },
      on: { input: () => this.#typed(), blur: () => this.picker.hide(), keydown: (event) => this.#key(event) },
    });
    this.picker = new Picker(this.field, "Commands", ({ command }) => this.#send(`/${command}`));
    this.banner = h("div.composer-banner", { hidden: true });
    this.keys = h("div.tg-reply-keys", { role: "group", hidden: true, aria: { label: "Answers" } });
    const menu = h("button.tg-menu", { type: "button", aria: { label: "Commands of the bot" }, on: { click: () => this.#menu() } }, icon("menu"), "Menu");
    const send = h("button.tool.send", { type: "button", aria: { label: "Send" }, on: { click: () => this.#send(this.field.value) } }, icon("send"));
    this.line = h("div.composer-line", {}, menu, this.field, send);
    this.instead = h("div.composer-instead", { hidden: true });
    fill(this, this.picker.element, this.banner, this.line, this.keys, this.instead);
  }

  /** Shows what fits the chat as it is: the field, or Start, or Unblock. */
  draw() {
    const { state, messages } = this.session;
    const blocked = Boolean(state?.blocked);
    const fresh = !blocked && messages.length === 0;
    this.line.hidden = blocked || fresh;
    this.instead.hidden = !blocked && !fresh;
    const start = h("button.tg-start", { type: "button", on: { click: () => this.session.startBot() } }, "Start");
    const unblock = h("button.tg-start", { type: "button", on: { click: () => this.session.block(false) } }, "Unblock");
    if (!this.instead.hidden) fill(this.instead, blocked && h("span", {}, "You have blocked this bot."), blocked ? unblock : start);
    const keys = blocked ? null : replyKeyboard(messages);
    this.keys.hidden = !keys;
    fill(this.keys, (keys ?? []).map((row) => h("div.tg-row", {}, row.map((key) => this.#replyKey(key)))));
  }

  reply(message) {
    this.#set({ kind: "reply", message, words: `Reply to: ${message.text ?? message.caption ?? "message"}` });
  }

  edit(message) {
    this.field.value = message.text;
    this.#set({ kind: "edit", message, words: "Edit your message" });
  }

  offer(text) {
    this.field.value = text;
    this.field.focus();
    this.#typed();
  }

  #set(about) {
    this.#about = about;
    this.banner.hidden = !about;
    const cancel = h("button.tool", { type: "button", aria: { label: "Cancel" }, on: { click: () => this.#set(null) } }, icon("close"));
    fill(this.banner, about && [icon(about.kind), h("span", {}, about.words), cancel]);
    this.field.focus();
    this.#grow();
  }

  #replyKey(key) {
    const text = typeof key === "string" ? key : key.text;
    const press = () => (key.request_location ? this.session.location(...HERE) : this.#send(text));
    return h("button.tg-button", { type: "button", on: { click: press } }, text);
  }

  #items(query) {
    const commands = this.session.state?.commands ?? [];
    return commands.filter(({ command }) => command.startsWith(query)).map(({ command, description }) => ({ label: `/${command}`, detail: description, command }));
  }

  #menu() {
    this.field.focus();
    if (this.picker.isOpen) this.picker.hide();
    else this.picker.show(this.#items(""), { heading: "Commands", first: true });
  }

  #typed() {
    const found = /^\/(\w*)$/.exec(this.field.value);
    const items = found ? this.#items(found[1]) : [];
    const exact = items.length === 1 && items[0].command === found[1];
    if (exact) this.picker.hide();
    else this.picker.show(items, { heading: "Commands", first: true });
    this.#grow();
  }

  #grow() {
    this.field.style.setProperty("--lines", String(Math.min(6, this.field.value.split("\n").length)));
  }

  #key(event) {
    if (this.picker.key(event)) return;
    if (event.key === "Escape" && this.#about) this.#set(null);
    else if (event.key === "Enter" && !event.shiftKey && !event.isComposing) this.#send(this.field.value);
    else return;
    event.preventDefault();
  }

  async #send(text) {
    const words = text.trim();
    if (!words) return;
    const about = this.#about;
    this.field.value = "";
    this.picker.hide();
    this.#set(null);
    try {
      if (about?.kind === "edit") await this.session.edit(about.message.message_id, words);
      else await this.session.send(words, about?.message.message_id);
    } catch {
      this.field.value = words;
    }
  }
}

customElements.define("tg-composer", Composer);
