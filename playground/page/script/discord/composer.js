// The text field of the Discord side: slash commands with suggestions, all from the keyboard.
import { fill, h } from "../element.js";
import { icon } from "../icons.js";
import { Picker } from "../picker.js";
import { world } from "../world.js";
import { flatten, missing, read, wireValues } from "./command-line.js";
import { commandItems, optionItems, status, valueItems } from "./suggest.js";

class Composer extends HTMLElement {
  #known = new Map();
  #asked = 0;

  connectedCallback() {
    this.session = world.discord;
    this.field = h("input", {
      id: "discord-composer",
      type: "text",
      autocomplete: "off",
      spellcheck: "false",
      placeholder: "Type / for commands",
      aria: { label: "Message or slash command", describedby: "discord-composer-status" },
      on: {
        input: () => this.#suggest(),
        focus: () => this.field.value && this.#suggest(),
        blur: () => this.picker.hide(),
        keydown: (event) => this.#key(event),
      },
    });
    this.picker = new Picker(this.field, "Commands and options", (item) => this.#take(item));
    this.status = h("p.composer-status", { id: "discord-composer-status", aria: { live: "polite" } });
    const slash = h("button.tool", { type: "button", aria: { label: "Show commands" }, on: { click: () => this.offer("/") } }, icon("plus"));
    const send = h("button.tool.send", { type: "button", aria: { label: "Send" }, on: { click: () => this.#send() } }, icon("send"));
    fill(this, this.picker.element, h("div.composer-line", {}, slash, this.field, send), this.status);
  }

  /** Puts a text into the field, for someone to go on from there. */
  offer(text) {
    this.field.value = text;
    this.field.focus();
    this.#suggest();
  }

  get #commands() {
    return flatten(this.session.state?.commands);
  }

  async #suggest() {
    const text = this.field.value;
    const asked = (this.#asked += 1);
    if (!text.startsWith("/")) {
      this.status.textContent = "";
      return this.picker.hide();
    }
    const line = read(text, this.#commands);
    this.status.textContent = line.command ? status(line) : "";
    if (!line.command) return this.picker.show(commandItems(line.query, this.#commands), { heading: "Commands", first: true });
    if (line.focused) return this.#suggestValues(line, asked);
    const exact = line.query === line.command.path;
    const longer = exact ? commandItems(line.query, this.#commands).filter(({ command }) => command !== line.command) : [];
    const options = optionItems(line).filter(({ label }) => label.startsWith(line.tail));
    return this.picker.show([...options, ...longer], { heading: `/${line.command.path}`, first: Boolean(options[0]?.option.required) });
  }

  async #suggestValues(line, asked) {
    const typed = line.values[line.focused];
    const items = await valueItems(line, this.session, this.#known);
    if (asked !== this.#asked) return;
    for (const { label, value } of items) this.#known.set(`${line.focused}:${label}`, value);
    const settled = items.length === 1 && items[0].label === typed;
    const next = optionItems(line);
    if (settled || items.length === 0) this.picker.show(typed ? next : [], { heading: "More options" });
    else this.picker.show(items, { heading: line.focused, first: !this.#known.has(`${line.focused}:${typed}`) && !typed });
  }

  #take({ command, option, label }) {
    const { values, focused, tail } = read(this.field.value, this.#commands);
    if (command) this.field.value = `/${command.path} ${first(command)}`;
    else if (option) this.field.value = `${this.#without(tail)} ${option.name}:`;
    else this.field.value = `${this.#named(focused, values[focused])}${label} `;
    this.field.focus();
    this.#suggest();
  }

  /** The line up to an option's value, with the option's name even where it was left out. */
  #named(option, typed) {
    const stem = this.#without(typed);
    return stem.endsWith(`${option}:`) ? stem : `${stem} ${option}:`;
  }

  #without(ending) {
    const text = this.field.value.trimEnd();
    return ending ? text.slice(0, -ending.length).trimEnd() : text;
  }

  #key(event) {
    if (this.picker.key(event)) return;
    if (event.key === "Enter" && !event.isComposing) {
      event.preventDefault();
      this.#send();
    }
  }

  async #send() {
    const text = this.field.value.trim();
    if (!text) return;
    if (!text.startsWith("/")) {
      this.status.textContent = "The bot reads commands here. Type / to see them.";
      return;
    }
    const line = read(text, this.#commands);
    if (!line.command) {
      this.status.textContent = `There is no command ${text}.`;
      return;
    }
    const open = missing(line.command, line.values);
    if (open.length) {
      this.field.value = `${text} ${open[0]}:`;
      this.#suggest();
      return;
    }
    await this.#run(line);
  }

  async #run({ command, values }) {
    const options = wireValues(command, values, this.#known);
    this.field.value = "";
    this.status.textContent = "";
    this.picker.hide();
    try {
      const outcome = await this.session.run(command.path, options);
      if (outcome.state === "failed") world.say("The application did not respond.", "trouble");
    } catch {
      // the session has already said why
    }
  }
}

function first(command) {
  const required = command.options.find((option) => option.required);
  return required ? `${required.name}:` : "";
}

customElements.define("dc-composer", Composer);
