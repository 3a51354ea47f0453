// A select menu of a message: a listbox that opens below its button, for one choice or several.
import { fill, freshId, h } from "../element.js";
import { icon } from "../icons.js";
import { nameOf } from "./context.js";

const USER_SELECT = 5;
const CHANNEL_SELECT = 8;

export function selectMenu(raw, context) {
  const menu = document.createElement("dc-select");
  menu.raw = raw;
  menu.context = context;
  return menu;
}

class SelectMenu extends HTMLElement {
  #picked = new Set();

  connectedCallback() {
    if (this.firstChild) return;
    this.options = optionsOf(this.raw, this.context);
    this.options.filter((option) => option.default).forEach(({ value }) => this.#picked.add(value));
    const list = freshId("options");
    this.button = h("button.dc-select", {
      type: "button",
      disabled: this.raw.disabled,
      data: { key: this.raw.custom_id },
      aria: { haspopup: "listbox", expanded: "false", controls: list },
      on: { click: () => this.#toggle(), keydown: (event) => this.#keyOnButton(event) },
    });
    this.list = h("ul.dc-options", {
      id: list,
      role: "listbox",
      hidden: true,
      tabIndex: -1,
      aria: { label: this.raw.placeholder ?? "Choose", multiselectable: this.#several ? "true" : null },
      on: { keydown: (event) => this.#keyInList(event) },
    });
    this.addEventListener("focusout", ({ relatedTarget }) => {
      if (!this.contains(relatedTarget)) this.#close();
    });
    this.append(this.button, this.list);
    this.#draw();
  }

  get #several() {
    return (this.raw.max_values ?? 1) > 1;
  }

  #draw() {
    const chosen = this.options.filter(({ value }) => this.#picked.has(value)).map(({ label }) => label);
    fill(this.button, h("span", { class: chosen.length ? "" : "hint" }, chosen.join(", ") || this.raw.placeholder || "Choose"), icon("down"));
    fill(this.list, this.options.map((option) => this.#item(option)), this.#several && this.#done());
  }

  #item({ value, label, description, emoji }) {
    const props = {
      role: "option",
      tabIndex: -1,
      data: { value },
      aria: { selected: String(this.#picked.has(value)) },
      on: { click: () => this.#choose(value) },
    };
    const words = h("span", {}, emoji?.name && `${emoji.name} `, label, description && h("span.small", {}, description));
    return h("li", props, words, this.#picked.has(value) && icon("check"));
  }

  #done() {
    return h("li.done", { role: "option", tabIndex: -1, aria: { selected: "false" }, data: { done: "" }, on: { click: () => this.#send() } }, "Done");
  }

  #toggle() {
    if (this.list.hidden) this.#open();
    else this.#close();
  }

  #open() {
    this.list.hidden = false;
    this.button.setAttribute("aria-expanded", "true");
    (this.list.querySelector('[aria-selected="true"]') ?? this.list.firstElementChild)?.focus();
  }

  #close() {
    this.list.hidden = true;
    this.button.setAttribute("aria-expanded", "false");
  }

  #choose(value) {
    if (!this.#several) {
      this.#picked = new Set([value]);
      return this.#send();
    }
    if (!this.#picked.delete(value) && this.#picked.size < this.raw.max_values) this.#picked.add(value);
    this.#draw();
    return this.list.querySelector(`[data-value="${CSS.escape(value)}"]`)?.focus();
  }

  async #send() {
    this.#draw();
    this.#close();
    this.button.focus();
    this.button.setAttribute("aria-busy", "true");
    const { session, message } = this.context;
    try {
      await session.press(message.id, this.raw.custom_id, [...this.#picked]);
    } catch {
      // the session has already said why
    } finally {
      this.button.removeAttribute("aria-busy");
    }
  }

  #keyOnButton(event) {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    this.#open();
  }

  #keyInList(event) {
    const items = [...this.list.children];
    const at = items.indexOf(document.activeElement);
    const moves = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 };
    if (event.key in moves) items.at(moves[event.key] % items.length)?.focus();
    else if (event.key === "Enter" || event.key === " ") document.activeElement.click();
    else if (event.key === "Escape") this.#escape();
    else if (event.key.length === 1) items.find(({ textContent }) => startsWith(textContent, event.key))?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #escape() {
    this.#close();
    this.button.focus();
  }
}

function startsWith(text, letter) {
  return text.toLocaleLowerCase().startsWith(letter.toLocaleLowerCase());
}

function optionsOf(raw, { session }) {
  const { users = [], channels = [] } = session.state;
  if (raw.type === USER_SELECT) return users.slice(0, 25).map((user) => ({ value: user.id, label: nameOf(user) }));
  if (raw.type === CHANNEL_SELECT) return channels.map(({ id, name }) => ({ value: id, label: `#${name}` }));
  return raw.options ?? [];
}

customElements.define("dc-select", SelectMenu);
