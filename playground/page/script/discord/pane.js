// The Discord side: places on the left, the conversation in the middle, its forms above.
import { fill, h } from "../element.js";
import { icon } from "../icons.js";
import { MessageLog } from "../log.js";
import { world } from "../world.js";
import { discordMessage } from "./message.js";
import { openModal } from "./modal.js";
import "../frame/persona-switch.js";
import "./composer.js";

class DiscordPane extends HTMLElement {
  #log;
  #modals = new Set();
  #watched = null;

  connectedCallback() {
    this.session = world.discord;
    const persona = h("pg-persona", { side: "discord", label: "Discord" });
    this.head = h("header.pane-head", {}, h("h2.pane-name", {}, "Discord"), persona);
    this.places = h("nav.dc-places", { aria: { label: "Channels" } });
    this.heading = h("div.chat-title");
    this.messages = h("div.chat-log", { role: "log", tabIndex: 0, aria: { label: "Messages on Discord", live: "polite" } });
    this.composer = h("dc-composer");
    const list = h("div");
    this.beginning = h("div.dc-start");
    this.messages.append(this.beginning, list);
    this.#log = new MessageLog(this.messages, list);
    const chat = h("section.dc-chat", {}, this.heading, this.messages, this.composer);
    fill(this, this.head, h("div.dc-frame", {}, this.places, chat));
    this.session.addEventListener("change", () => this.#draw());
    this.addEventListener("offer-command", ({ detail }) => this.composer.offer(detail));
  }

  #draw() {
    const { state, channel } = this.session;
    if (!state) return;
    this.#drawPlaces(state, channel);
    this.#drawTitle(state, channel);
    this.#log.show(`${this.session.user}/${channel}`, this.session.visible(), {
      key: ({ id }) => id,
      mark: (message) => JSON.stringify([message, state.users?.length]),
      draw: (message) => discordMessage(message, this.session),
    });
    this.#drawModals(state.modals ?? []);
  }

  #drawPlaces({ guild, channels = [], bot }, current) {
    const of = (kind) => channels.filter((channel) => channel.kind === kind);
    const direct = of("dm").map((channel) => this.#place(channel, current, "message", bot?.username ?? "Bot"));
    const open = h("button.place", { type: "button", on: { click: () => this.session.openDirect() } }, icon("plus"), h("span", {}, "Message the app"));
    fill(
      this.places,
      h("h3", {}, guild?.name ?? "Server"),
      of("guild").map((channel) => this.#place(channel, current, "hash", channel.name)),
      h("h3", {}, "Direct messages"),
      direct.length ? direct : open,
    );
  }

  #place({ id }, current, symbol, name) {
    const unread = this.session.unread.get(id) ?? 0;
    const props = {
      type: "button",
      data: { channelId: id },
      aria: { current: id === current ? "page" : null },
      on: { click: () => this.session.open(id) },
    };
    return h("button.place", props, icon(symbol), h("span", {}, name), unread > 0 && h("span.badge", { aria: { label: `${unread} new` } }, String(unread)));
  }

  #drawTitle({ channels = [], bot, gateway_connected: connected }, current) {
    const channel = channels.find(({ id }) => id === current);
    const name = channel?.kind === "dm" ? (bot?.username ?? "Bot") : (channel?.name ?? "");
    const state = connected === false ? h("span.offline", { role: "status" }, "bot offline") : h("span.online", {}, "bot online");
    const sort = channel?.kind === "dm" ? "This is your conversation with the app." : "Type / below to see what the app can do here.";
    fill(this.beginning, h("strong", {}, name), sort);
    fill(this.heading, icon(channel?.kind === "dm" ? "message" : "hash"), h("strong", {}, name), state);
  }

  // a form opens in front of whoever pressed the button; one that was there before belongs to the past
  #drawModals(modals) {
    const fresh = modals.filter(({ id }) => !this.#modals.has(id));
    fresh.forEach(({ id }) => this.#modals.add(id));
    const watching = this.#watched === this.session.user;
    this.#watched = this.session.user;
    const next = fresh.at(-1);
    if (!next || !watching) return;
    world.fact({ side: "discord", did: "form", label: next.raw.title, user: this.session.user });
    openModal(next, this.session, this);
  }
}

customElements.define("pg-discord", DiscordPane);
