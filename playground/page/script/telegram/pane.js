// The Telegram side: one private chat with the bot.
import { avatar } from "../avatar.js";
import { fill, h } from "../element.js";
import { openDialog } from "../frame/dialog.js";
import { MessageLog } from "../log.js";
import { world } from "../world.js";
import { telegramMessage } from "./message.js";
import "../frame/persona-switch.js";
import "./composer.js";

class TelegramPane extends HTMLElement {
  #log;

  connectedCallback() {
    this.session = world.telegram;
    const persona = h("pg-persona", { side: "telegram", label: "Telegram" });
    this.head = h("header.pane-head", {}, h("h2.pane-name", {}, "Telegram"), persona);
    this.heading = h("div.chat-title");
    this.messages = h("div.chat-log", { role: "log", tabIndex: 0, aria: { label: "Messages on Telegram", live: "polite" } });
    this.empty = h("div.tg-empty", { hidden: true });
    this.toast = h("div.tg-toast", { role: "status" });
    this.composer = h("tg-composer");
    const list = h("div");
    this.messages.append(list);
    this.#log = new MessageLog(this.messages, list);
    fill(this, this.head, h("section.tg-chat", {}, this.heading, this.messages, this.empty, this.toast, this.composer));
    this.session.addEventListener("change", () => this.#draw());
    this.session.addEventListener("callback", ({ detail }) => this.#answered(detail));
  }

  #draw() {
    const { state, messages, user } = this.session;
    if (!state) return;
    const name = state.bot?.first_name ?? state.bot?.username ?? "Bot";
    fill(this.heading, avatar(name, "bot small"), h("strong", {}, name), h("span.small", {}, state.blocked ? "blocked" : "bot"));
    this.empty.hidden = messages.length > 0;
    fill(this.empty, h("strong", {}, "What can this bot do?"), h("p", {}, textOf(state.description) || "Press Start to begin."));
    const acts = {
      reply: (message) => this.composer.reply(message),
      edit: (message) => this.composer.edit(message),
      command: (text) => this.composer.offer(text),
    };
    this.#log.show(user, messages, {
      key: ({ message_id: id }) => id,
      mark: JSON.stringify,
      draw: (message) => telegramMessage(message, this.session, acts),
    });
    this.composer.draw();
  }

  #answered({ text, show_alert: alert }) {
    if (!text) return;
    if (alert) {
      openDialog({ title: "Message from the bot", kind: "alert", over: this, body: h("p", {}, text) });
      return;
    }
    this.toast.textContent = text;
    this.toast.classList.add("shown");
    clearTimeout(this.toastTimer);
    this.toastTimer = setTimeout(() => this.toast.classList.remove("shown"), 4_000);
  }
}

function textOf(description) {
  return typeof description === "string" ? description : (description?.description ?? "");
}

customElements.define("pg-telegram", TelegramPane);
