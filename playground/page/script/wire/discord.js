// What one person sees of the Discord stand-in, and what they can do there.
import { coalesced, follow, get, post, remove } from "./http.js";

const BASE = "sim/discord";
const PENDING_MS = 15_000;

/** The Discord side for the persona in front of it. Emits `change`, `trouble` and `event` (a raw event of the stand-in). */
export class DiscordSession extends EventTarget {
  user = null;
  channel = null;
  state = null;
  messages = [];
  /** New messages by room, of rooms that are not open. */
  unread = new Map();
  #dismissed = new Set();
  #refresh = coalesced(() => this.#load());

  start() {
    follow(`${BASE}/events`, (event) => this.#heard(event), () => this.#refresh());
  }

  #heard(event) {
    this.dispatchEvent(new CustomEvent("event", { detail: event }));
    const elsewhere = event.channel !== undefined && event.channel !== this.channel && event.kind !== "dm";
    if (!elsewhere) this.#refresh();
    else if (event.kind === "message") this.#missed(event);
  }

  // a message in another room of this person
  #missed({ channel, user }) {
    if ((user ?? this.user) !== this.user) return;
    this.unread.set(channel, (this.unread.get(channel) ?? 0) + 1);
    this.dispatchEvent(new Event("change"));
  }

  async become(user) {
    this.user = user;
    this.channel = null;
    this.state = null;
    this.messages = [];
    this.unread.clear();
    await this.#refresh();
  }

  async open(channel) {
    this.channel = channel;
    this.messages = [];
    this.unread.delete(channel);
    await this.#refresh();
  }

  async openDirect() {
    const { channel } = await post(`${BASE}/dms/open`, { user: this.user });
    await this.open(channel);
  }

  async #load() {
    const user = this.user;
    if (!user) return;
    try {
      const state = await get(`${BASE}/state?user=${user}`);
      const channels = state.channels ?? [];
      const channel = channels.some(({ id }) => id === this.channel) ? this.channel : channels[0]?.id;
      const messages = channel ? await get(`${BASE}/channels/${channel}/messages?user=${user}`) : [];
      if (user !== this.user || (this.channel && this.channel !== channel && channels.some(({ id }) => id === this.channel))) return;
      Object.assign(this, { state, channel, messages });
      this.dispatchEvent(new Event("change"));
    } catch (error) {
      this.#trouble(error);
    }
  }

  visible() {
    return this.messages.filter(({ id }) => !this.#dismissed.has(id));
  }

  dismiss(message) {
    this.#dismissed.add(message);
    this.dispatchEvent(new Event("change"));
  }

  run(command, options) {
    return this.#interact(`${BASE}/run`, { user: this.user, channel: this.channel, command, options });
  }

  press(message, customId, values) {
    return this.#interact(`${BASE}/press`, { user: this.user, message, custom_id: customId, values });
  }

  submit(modal, fields) {
    return this.#interact(`${BASE}/submit`, { user: this.user, modal, fields });
  }

  /** Closes a form without sending it. */
  giveUp(user, modal) {
    return post(`${BASE}/dismiss`, { user, modal }).catch((error) => this.#trouble(error));
  }

  async autocomplete(command, options, focused) {
    const body = { user: this.user, channel: this.channel, command, options, focused };
    try {
      return (await post(`${BASE}/autocomplete`, body)).choices ?? [];
    } catch {
      // the platform's own client shows an empty list as well
      return [];
    }
  }

  /** Resolves once the bot has answered, or can no longer; rejects when the stand-in refuses the click itself. */
  async #interact(path, body) {
    try {
      const { interaction } = await post(path, body);
      return await this.#settled(interaction);
    } catch (error) {
      this.#trouble(error);
      throw error;
    } finally {
      this.#refresh();
    }
  }

  async #settled(interaction) {
    const until = performance.now() + PENDING_MS;
    let outcome = { state: "pending" };
    while (outcome.state === "pending" && performance.now() < until) {
      await new Promise((done) => setTimeout(done, 80));
      outcome = await get(`${BASE}/interactions/${interaction}`);
    }
    return outcome;
  }

  /** Somebody new on this side; answers their id. */
  async invite(name, handle) {
    return (await post(`${BASE}/users`, { username: handle, global_name: name })).id;
  }

  close(closed) {
    return post(`${BASE}/dms`, { user: this.user, closed });
  }

  #trouble(error) {
    this.dispatchEvent(new CustomEvent("trouble", { detail: error }));
  }
}

export const discordFaults = {
  list: () => get(`${BASE}/faults`),
  add: (rule) => post(`${BASE}/faults`, rule),
  clear: () => remove(`${BASE}/faults`),
  gateway: (how) => post(`${BASE}/gateway`, { how }),
  restart: (ms) => post(`${BASE}/restart`, { down_ms: ms }),
};
