// The guided tour: one strip, seven steps, each of which notices by itself that it was done.
import { fill, h } from "../element.js";
import { icon } from "../icons.js";
import { world } from "../world.js";
import { STEPS } from "./tour-steps.js";

class Tour extends HTMLElement {
  #step = 0;
  #open = new Set();

  connectedCallback() {
    this.setAttribute("role", "region");
    this.setAttribute("aria-label", "Guided tour");
    world.addEventListener("fact", ({ detail }) => this.#notice(detail));
    this.#begin(0);
  }

  toggle() {
    this.hidden = !this.hidden;
    if (!this.hidden) this.querySelector("button")?.focus();
  }

  #begin(step) {
    this.#step = step;
    this.#open = new Set(STEPS[step]?.done);
    this.#draw();
  }

  #notice(fact) {
    for (const done of this.#open) {
      if (done(fact)) this.#open.delete(done);
    }
    if (this.#step < STEPS.length && this.#open.size === 0) this.#begin(this.#step + 1);
  }

  #draw() {
    const over = this.#step >= STEPS.length;
    this.dataset.step = String(Math.min(this.#step + 1, STEPS.length));
    this.dataset.done = String(this.#step);
    const step = over
      ? { title: "Done: one request, two chats, one contract", text: "Try it the other way round, or break something and watch it recover." }
      : STEPS[this.#step];
    const dots = STEPS.map((_, index) => h("li", { class: dot(index, this.#step), aria: { current: index === this.#step ? "step" : null } }, h("span.unseen", {}, STEPS[index].title)));
    const words = h("div.tour-words", { aria: { live: "polite" } }, h("strong", {}, over ? null : h("span.tour-count", {}, `${this.#step + 1} of ${STEPS.length}`), step.title), h("span", {}, step.text));
    const show = over
      ? h("button.chip", { type: "button", on: { click: () => this.#begin(0) } }, "Start again")
      : h("button.chip.strong", { type: "button", on: { click: () => this.#show(step) } }, "Show me");
    const hide = h("button.tool", { type: "button", aria: { label: "Hide the tour" }, on: { click: () => this.toggle() } }, icon("close"));
    fill(this, h("ol.tour-dots", { aria: { label: "Steps" } }, dots), words, show, hide);
  }

  async #show({ side, offer, direct, button }) {
    document.querySelector("pg-tabs").show(side);
    const part = side === "discord" ? "client" : "freelancer";
    const { list, current } = world.personas[side];
    const player = list.find(({ part: plays }) => plays === part);
    if (player && player.id !== current) await world.show(side, player.id);
    const room = direct && world.discord.state?.channels?.find(({ kind }) => kind === "dm");
    if (room && room.id !== world.discord.channel) await world.discord.open(room.id);
    if (offer) document.querySelector("dc-composer").offer(offer);
    else point(side, button);
  }
}

/** Puts the focus on the last button that is meant, or on the conversation. */
function point(side, words) {
  const buttons = [...document.querySelectorAll(`#${side} article button[data-key]`)];
  const meant = words && buttons.findLast(({ textContent }) => words.test(textContent));
  const target = meant || document.querySelector(`#${side} .chat-log`);
  target.scrollIntoView({ block: "nearest" });
  target.focus({ focusVisible: true });
}

function dot(index, step) {
  if (index === step) return "now";
  return index < step ? "done" : "";
}

customElements.define("pg-tour", Tour);
