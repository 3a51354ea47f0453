// The wire JSON behind a message, in a dialog.
import { h } from "../element.js";
import { icon } from "../icons.js";
import { openDialog } from "./dialog.js";

export function jsonButton(raw, title) {
  const show = () => openDialog({ title, kind: "json", body: h("pre.json", { tabIndex: 0 }, h("code", {}, JSON.stringify(raw, null, 2))) });
  return h("button.tool", { type: "button", title: "Show JSON", data: { key: "json" }, aria: { label: `Show JSON: ${title}` }, on: { click: show } }, icon("code"));
}
