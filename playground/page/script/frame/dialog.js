// Dialogs: the browser's own modal element keeps the focus inside and answers Escape.
import { freshId, h } from "../element.js";
import { icon } from "../icons.js";

/**
 * Opens a dialog over `over` (an element, or the whole page) and answers it; `closed` runs however it was closed.
 * `note` stands below the title.
 */
export function openDialog({ title, note, body, actions = [], kind = "", over = null, closed = () => {} }) {
  const heading = freshId("dialog");
  const close = h("button.tool", { type: "button", aria: { label: "Close" }, on: { click: () => dialog.close() } }, icon("close"));
  const head = h("header", {}, h("div", {}, h("h2", { id: heading }, title), note && h("p.small", {}, note)), close);
  const foot = actions.length > 0 && h("footer", {}, actions);
  const dialog = h(`dialog.dialog`, { class: kind, role: "dialog", aria: { labelledby: heading, modal: "true" } }, head, h("div.dialog-body", {}, body), foot);
  place(dialog, over);
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  dialog.addEventListener("close", () => {
    dialog.remove();
    closed();
  });
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

function place(dialog, over) {
  const area = over?.getBoundingClientRect();
  if (!area?.width) return;
  dialog.style.setProperty("--x", `${area.left + area.width / 2}px`);
  dialog.style.setProperty("--y", `${area.top + area.height / 2}px`);
  dialog.style.setProperty("--room", `${area.width - 32}px`);
  dialog.classList.add("placed");
}
