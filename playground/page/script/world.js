// The one thing all parts of the page share: both sessions, who is in front of each, and who has news.
import { get } from "./wire/http.js";
import { DiscordSession } from "./wire/discord.js";
import { arrival } from "./wire/events.js";
import { TelegramSession } from "./wire/telegram.js";
import { Personas } from "./personas.js";

class World extends EventTarget {
  config = { title: "Playground", personas: [], reset: false };
  discord = new DiscordSession();
  telegram = new TelegramSession();
  personas = { discord: new Personas("discord"), telegram: new Personas("telegram") };

  /** What the host says about this playground; everything else is drawn from it. */
  async configure() {
    this.config = await get("config.json");
  }

  async start() {
    for (const side of ["discord", "telegram"]) {
      this[side].addEventListener("event", ({ detail }) => this.#heard(side, detail));
      this[side].start();
    }
    await Promise.all([this.#meet("discord"), this.#meet("telegram")]);
  }

  /** The host's personas; an address may name others, as `?discord=ID&telegram=ID`. */
  async #meet(side) {
    const first = this.personas[side].meet(this.config.personas);
    const asked = new URLSearchParams(location.search).get(side);
    this[side].addEventListener("change", () => this.personas[side].know(this[side].state.users ?? []));
    if (asked ?? first) await this.show(side, asked ?? first);
  }

  #heard(side, event) {
    const message = arrival(event);
    if (!message) return;
    this.personas[side].heard(message);
    this.fact({ side, did: "message", ...message });
  }

  /** Puts a persona in front of one side. */
  async show(side, id) {
    this.personas[side].select(id);
    await this[side].become(id);
  }

  /** Something happened that the guided tour may be waiting for. */
  fact(fact) {
    this.dispatchEvent(new CustomEvent("fact", { detail: fact }));
  }

  /** A short word to whoever is watching, spoken by screen readers as well. */
  say(text, kind = "note") {
    this.dispatchEvent(new CustomEvent("say", { detail: { text, kind } }));
  }
}

export const world = new World();
