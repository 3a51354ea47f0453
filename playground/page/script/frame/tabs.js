// On a narrow screen one side is shown at a time; these tabs choose which.
import { fill, h } from "../element.js";
import { world } from "../world.js";

const SIDES = [["discord", "Discord"], ["telegram", "Telegram"]];

class Tabs extends HTMLElement {
  connectedCallback() {
    this.buttons = SIDES.map(([side, label]) => h("button.tab", { type: "button", data: { side }, aria: { pressed: "false" }, on: { click: () => this.show(side) } }, label));
    fill(this, h("div.tab-row", { role: "group", aria: { label: "Side" } }, this.buttons));
    for (const [side] of SIDES) world.personas[side].addEventListener("change", () => this.#count());
    this.show("discord");
  }

  show(side) {
    document.body.dataset.side = side;
    for (const button of this.buttons) button.setAttribute("aria-pressed", String(button.dataset.side === side));
  }

  #count() {
    for (const [index, [side, label]] of SIDES.entries()) {
      const { list } = world.personas[side];
      const unread = list.reduce((sum, { id }) => sum + world.personas[side].unread(id), 0);
      fill(this.buttons[index], label, unread > 0 && h("span.badge", {}, String(unread)));
    }
  }
}

customElements.define("pg-tabs", Tabs);
