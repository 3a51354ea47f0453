// Short words at the edge of the page, read aloud where a screen reader listens.
import { h } from "../element.js";
import { world } from "../world.js";

const SHOWN_MS = 5_000;

class Notices extends HTMLElement {
  connectedCallback() {
    this.setAttribute("role", "status");
    world.addEventListener("say", ({ detail }) => this.#say(detail));
    for (const side of ["discord", "telegram"]) {
      world[side].addEventListener("trouble", ({ detail }) => this.#say({ text: detail.message, kind: "trouble" }));
    }
  }

  #say({ text, kind }) {
    const notice = h("p.notice", { class: kind }, text);
    this.replaceChildren(notice);
    setTimeout(() => notice.remove(), SHOWN_MS);
  }
}

customElements.define("pg-notices", Notices);
