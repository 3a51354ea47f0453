// What one person sees of the Telegram stand-in, and what they can do there.
import { coalesced, follow, get, post, remove } from "./http.js";

const BASE = "sim/telegram";
const PENDING_MS = 15_000;

/** The Telegram side for the persona in front of it. Emits `change`, `trouble`, `event` and `callback` (an answered press). */
export class TelegramSession extends EventTarget {
  user = null;
  state = null;
  messages = [];
  #refresh = coalesced(() => this.#load());

  start() {
    follow(`${BASE}/events`, (event) => this.#heard(event), () => this.#refresh());
  }

  #heard(event) {
    this.dispatchEvent(new CustomEvent("event", { detail: event }));
    if (event.chat === undefined || String(event.chat) === this.user) this.#refresh();
  }

  async become(user) {
    this.user = user;
    this.state = null;
    this.messages = [];
    await this.#refresh();
  }

  async #load() {
    const user = this.user;
    if (!user) return;
    try {
      const state = await get(`${BASE}/state?user=${user}`);
      const messages = await get(`${BASE}/chats/${state.chat?.id ?? state.chat ?? user}/messages`);
      if (user !== this.user) return;
      Object.assign(this, { state, messages });
      this.dispatchEvent(new Event("change"));
    } catch (error) {
      this.#trouble(error);
    }
  }

  startBot() {
    return this.#do("start", {});
  }

  send(text, replyTo) {
    return this.#do("send", { text, reply_to: replyTo ?? undefined });
  }

  edit(message, text) {
    return this.#do("edit", { message_id: message, text });
  }

  location(latitude, longitude) {
    return this.#do("location", { latitude, longitude });
  }

  /** Somebody new on this side; answers their id. */
  async invite(name, handle) {
    return (await post(`${BASE}/users`, { first_name: name, username: handle, language_code: "en" })).id;
  }

  block(blocked) {
    return this.#do(blocked ? "block" : "unblock", {});
  }

  /** Resolves once the bot has answered the press, or the wait is over. */
  async press(message, data) {
    const { callback_query_id: query } = await this.#do("press", { message_id: message, data });
    const until = performance.now() + PENDING_MS;
    while (performance.now() < until) {
      const answer = await get(`${BASE}/callbacks/${query}`);
      if (answer.answered_after_ms !== null && answer.answered_after_ms !== undefined) {
        this.dispatchEvent(new CustomEvent("callback", { detail: answer }));
        return;
      }
      await new Promise((done) => setTimeout(done, 80));
    }
  }

  async #do(verb, body) {
    try {
      return await post(`${BASE}/${verb}`, { user: Number(this.user), ...body });
    } catch (error) {
      this.#trouble(error);
      throw error;
    } finally {
      this.#refresh();
    }
  }

  #trouble(error) {
    this.dispatchEvent(new CustomEvent("trouble", { detail: error }));
  }
}

export const telegramFaults = {
  list: () => get(`${BASE}/faults`),
  add: (rule) => post(`${BASE}/faults`, rule),
  clear: () => remove(`${BASE}/faults`),
  restart: (ms) => post(`${BASE}/restart`, { down_ms: ms }),
};
