// A button with a panel of controls below it; the browser closes it on Escape or a click elsewhere.
import { fill, freshId, h } from "../element.js";
import { icon } from "../icons.js";

/** `draw` is called whenever the panel opens and answers what stands in it. */
export function menu({ symbol, label, words, draw }) {
  const id = freshId("menu");
  const panel = h("div.menu", { id, popover: "auto", role: "dialog", aria: { label } });
  const button = h("button.control", { type: "button", popovertarget: id, aria: { label, expanded: "false", controls: id } }, icon(symbol), words);
  panel.addEventListener("beforetoggle", ({ newState }) => {
    button.setAttribute("aria-expanded", String(newState === "open"));
    if (newState !== "open") return;
    fill(panel, draw(() => fill(panel, draw())));
    place(panel, button);
  });
  panel.addEventListener("toggle", ({ newState }) => newState === "open" && panel.querySelector("button")?.focus());
  return h("div.menu-anchor", {}, button, panel);
}

function place(panel, button) {
  const { bottom, left, right } = button.getBoundingClientRect();
  const mirrored = document.documentElement.dir === "rtl";
  panel.style.setProperty("--top", `${bottom + 8}px`);
  panel.style.setProperty("--end", `${Math.max(8, mirrored ? left : innerWidth - right)}px`);
}
