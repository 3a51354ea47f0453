// Suggestions above a text field: the field keeps the focus, arrows move, Enter or Tab takes (the combobox pattern).
import { fill, freshId, h } from "./element.js";

export class Picker {
  items = [];
  #field;
  #list;
  #at = -1;
  #take;

  /** `take` is given the item that was chosen. */
  constructor(field, label, take) {
    this.#field = field;
    this.#take = take;
    const id = freshId("picker");
    this.#list = h("ul.picker", { id, role: "listbox", hidden: true, aria: { label } });
    field.setAttribute("aria-autocomplete", "list");
    field.setAttribute("aria-controls", id);
    // a field of several lines can't take that role
    if (field.tagName === "INPUT") field.setAttribute("role", "combobox");
    this.hide();
  }

  /** The list, to be placed by whoever owns the field. */
  get element() {
    return this.#list;
  }

  get isOpen() {
    return !this.#list.hidden;
  }

  /** Shows items `{ label, hint, detail }` under a `heading`; with `first`, the first one is already chosen. */
  show(items, { heading = "", first = false } = {}) {
    this.items = items;
    this.#at = first && items.length ? 0 : -1;
    this.#list.hidden = items.length === 0;
    if (this.#field.getAttribute("role") === "combobox") this.#field.setAttribute("aria-expanded", String(items.length > 0));
    const title = heading && h("li.picker-heading", { role: "presentation" }, heading);
    fill(this.#list, title, items.map((item, index) => this.#option(item, index)));
    this.#mark();
  }

  hide() {
    this.show([]);
  }

  /** Answers whether the key was used up. */
  key(event) {
    if (!this.isOpen || event.isComposing) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const take = (event.key === "Enter" || (event.key === "Tab" && !event.shiftKey)) && this.#at >= 0;
    if (step) {
      const count = this.items.length;
      this.#at = this.#at < 0 && step < 0 ? count - 1 : (this.#at + step + count) % count;
      this.#mark();
    } else if (take) this.#take(this.items[this.#at]);
    else if (event.key === "Escape") this.hide();
    else return false;
    event.preventDefault();
    return true;
  }

  #option({ label, hint, detail }, index) {
    const press = (event) => {
      event.preventDefault();
      this.#take(this.items[index]);
    };
    const props = { id: `${this.#list.id}-${index}`, role: "option", on: { mousedown: press } };
    return h("li", props, h("span.picker-label", {}, label), hint && h("span.picker-hint", {}, hint), detail && h("span.picker-detail", {}, detail));
  }

  #mark() {
    const options = [...this.#list.querySelectorAll('[role="option"]')];
    options.forEach((option, index) => option.setAttribute("aria-selected", String(index === this.#at)));
    const chosen = options[this.#at];
    if (chosen) {
      this.#field.setAttribute("aria-activedescendant", chosen.id);
      chosen.scrollIntoView({ block: "nearest" });
    } else {
      this.#field.removeAttribute("aria-activedescendant");
    }
  }
}
