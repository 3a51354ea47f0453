// Pictures in messages; where one can't be loaded (nothing leaves this machine), its alt text stands.
import { h } from "../element.js";
import { icon } from "../icons.js";

export function picture(url, description, spoiler, kind) {
  const alt = description ?? "";
  const frame = h(`figure.${kind}`, { class: spoiler ? "dc-veiled" : "" });
  const local = localAddress(url);
  if (!local) return placeholder(frame, alt);
  frame.append(h("img", { src: local, alt, loading: "lazy", on: { error: () => placeholder(frame, alt) } }));
  return frame;
}

function placeholder(frame, alt) {
  frame.replaceChildren(icon("image"), h("figcaption", {}, alt || "Picture"));
  frame.classList.add("placeholder");
  return frame;
}

/** What the stand-in serves stands beside its verbs on this page's own address too; nothing else can be loaded. */
function localAddress(url) {
  const path = url && new URL(url, location.href).pathname;
  return path?.startsWith("/attachments/") ? `sim/discord${path}` : null;
}
