// The playground's clock as the page knows it: the browser's, plus an offset the server keeps.
import { get, post } from "./http.js";

class Clock extends EventTarget {
  #aheadMs = 0;

  /** Milliseconds since the epoch, by the playground's clock. */
  now() {
    return Date.now() + this.#aheadMs;
  }

  async sync() {
    const { now_ms: now } = await get("sim/clock");
    this.#aheadMs = now - Date.now();
    this.dispatchEvent(new Event("tick"));
  }

  async jump(ms) {
    await post("sim/clock/jump", { ms });
    await this.sync();
  }

  /** Ticks twice a minute, so that "in 3 minutes" stays true on the screen. */
  start() {
    setInterval(() => this.sync().catch(() => this.dispatchEvent(new Event("tick"))), 30_000);
    return this.sync();
  }
}

export const clock = new Clock();
