// Pictures in messages; where one can't be loaded (nothing leaves this machine), its alt text stands.
import { h } from "../element.js";
import { icon } from "../icons.js";

export function picture(url, description, spoiler, kind) {
  const alt = description ?? "";
  const frame = h(`figure.${kind}`, { class: spoiler ? "dc-veiled" : "" });
  if (!isLocal(url)) return placeholder(frame, alt);
  frame.append(h("img", { src: url, alt, loading: "lazy", on: { error: () => placeholder(frame, alt) } }));
  return frame;
}

function placeholder(frame, alt) {
  frame.replaceChildren(icon("image"), h("figcaption", {}, alt || "Picture"));
  frame.classList.add("placeholder");
  return frame;
}

function isLocal(url) {
  return Boolean(url) && new URL(url, location.href).origin === location.origin;
}
