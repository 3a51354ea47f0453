// The bar at the top: whose page this is, and what turns the little world.
import { fill, h } from "../element.js";
import { icon } from "../icons.js";
import { post } from "../wire/http.js";
import { world } from "../world.js";
import { clockMenu } from "./clock-menu.js";
import { faultMenu } from "./fault-menu.js";
import { preferences } from "./preferences.js";

const THEME_ICONS = { auto: "auto", light: "sun", dark: "moon" };

class Header extends HTMLElement {
  connectedCallback() {
    this.setAttribute("role", "banner");
    const { title, subtitle, reset } = world.config;
    const name = h("div.brand", {}, h("img", { src: "icon.svg", alt: "", width: 30, height: 30 }), h("div", {}, h("h1", {}, title), h("p", {}, subtitle)));
    const tools = h("div.controls", { role: "toolbar", aria: { label: "Playground" } }, clockMenu(), faultMenu(), theme(), mirror(), tour(), reset && resetButton(reset));
    fill(this, name, tools);
  }
}

function theme() {
  const draw = () => {
    fill(button, icon(THEME_ICONS[preferences.theme]));
    button.title = `Theme: ${preferences.theme}`;
    button.setAttribute("aria-label", button.title);
  };
  const next = () => {
    preferences.nextTheme();
    draw();
  };
  const button = h("button.control", { type: "button", on: { click: next } });
  draw();
  return button;
}

function mirror() {
  const flip = ({ currentTarget }) => currentTarget.setAttribute("aria-pressed", String(preferences.mirror()));
  return h("button.control", { type: "button", title: "Right to left", aria: { label: "Right to left", pressed: String(preferences.mirrored) }, on: { click: flip } }, icon("mirror"));
}

function tour() {
  const toggle = () => document.getElementById("tour").toggle();
  return h("button.control", { type: "button", title: "Guided tour", aria: { label: "Guided tour" }, on: { click: toggle } }, icon("flag"));
}

function resetButton(path) {
  const reset = async ({ currentTarget }) => {
    currentTarget.setAttribute("aria-busy", "true");
    try {
      await post(path);
      location.reload();
    } catch (error) {
      currentTarget.removeAttribute("aria-busy");
      world.say(error.message, "trouble");
    }
  };
  return h("button.control", { type: "button", title: "Start over", aria: { label: "Start over" }, on: { click: reset } }, icon("reset"));
}

customElements.define("pg-header", Header);
