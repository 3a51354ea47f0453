// Who is in front of a pane: a select, and the cast as faces with a badge for what they have not seen.
import { avatar } from "../avatar.js";
import { fill, h } from "../element.js";
import { icon } from "../icons.js";
import { world } from "../world.js";
import { askForPerson } from "./new-person.js";

class PersonaSwitch extends HTMLElement {
  #personas;

  connectedCallback() {
    this.#personas = world.personas[this.side];
    this.select = h("select", {
      id: `${this.side}-persona`,
      aria: { label: `Who you are on ${this.label}` },
      on: { change: () => world.show(this.side, this.select.value) },
    });
    this.face = h("span.persona-face");
    this.about = h("span.persona-role");
    this.cast = h("div.cast", { role: "toolbar", aria: { label: `People on ${this.label}` }, on: { keydown: (event) => this.#walk(event) } });
    fill(this, this.face, h("span.persona-name", {}, this.select, this.about), this.cast);
    this.#personas.addEventListener("change", () => this.#draw());
    this.#draw();
  }

  get side() {
    return this.getAttribute("side");
  }

  get label() {
    return this.getAttribute("label");
  }

  #draw() {
    const { list, current, cast = [] } = this.#personas;
    const me = this.#personas.get();
    fill(this.face, avatar(me?.name ?? "?"));
    this.about.textContent = me?.role ?? (me?.handle ? `@${me.handle}` : "");
    fill(this.select, list.map((persona) => this.#option(persona, current)));
    const hadFocus = this.cast.contains(document.activeElement) ? document.activeElement.dataset.persona : null;
    const others = cast.filter(({ id }) => id !== current);
    fill(this.cast, others.map((persona, index) => this.#button(persona, index)), this.#more(others.length));
    if (hadFocus) (this.cast.querySelector(`[data-persona="${hadFocus}"]`) ?? this.select).focus();
  }

  #option({ id, name }, current) {
    const unread = this.#personas.unread(id);
    return h("option", { value: id, selected: id === current }, unread ? `${name} (${unread} new)` : name);
  }

  #button({ id, name, role }, index) {
    const unread = this.#personas.unread(id);
    const label = [name, role, unread ? `${unread} new` : ""].filter(Boolean).join(", ");
    const props = {
      type: "button",
      title: `Be ${label}`,
      tabIndex: index === 0 ? 0 : -1,
      data: { persona: id },
      aria: { label: `Be ${label}` },
      on: { click: () => world.show(this.side, id) },
    };
    return h("button.cast-member", props, avatar(name), unread > 0 && h("span.badge", {}, String(unread)));
  }

  #more(index) {
    const props = {
      type: "button",
      title: "Somebody new",
      tabIndex: index === 0 ? 0 : -1,
      aria: { label: `Somebody new on ${this.label}` },
      on: { click: () => askForPerson(this.side, this.closest(".pane")) },
    };
    return h("button.cast-member.more", props, icon("plus"));
  }

  #walk(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const buttons = [...this.cast.children];
    const at = buttons.indexOf(document.activeElement);
    buttons.at((at + step * (document.dir === "rtl" ? -1 : 1) + buttons.length) % buttons.length)?.focus();
    event.preventDefault();
  }
}

customElements.define("pg-persona", PersonaSwitch);
