// Discord's message components, by their wire type.
import { freshId, h } from "../element.js";
import { icon } from "../icons.js";
import { markdown } from "../text/markdown.js";
import { button } from "./button.js";
import { selectMenu } from "./select.js";
import { picture } from "./picture.js";

const BUILD = {
  1: (raw, context) => h("div.dc-row", { role: "group" }, components(raw.components, context)),
  2: button,
  3: selectMenu,
  5: selectMenu,
  6: selectMenu,
  7: selectMenu,
  8: selectMenu,
  9: section,
  10: (raw, context) => h("div.dc-text", {}, markdown(raw.content ?? "", context)),
  11: (raw) => picture(raw.media?.url, raw.description, raw.spoiler, "dc-thumbnail"),
  12: gallery,
  13: (raw) => file(raw.name ?? raw.file?.url ?? "file", raw.size),
  14: (raw) => h(raw.divider === false ? "div.dc-space" : "hr.dc-rule", { class: raw.spacing === 2 ? "wide" : "" }),
  17: container,
};

/** A list of components; a type this page does not know is said, not hidden. */
export function components(list, context) {
  return (list ?? []).map((raw) => {
    const build = BUILD[raw.type];
    return build ? build(raw, context) : h("p.small", {}, `Component type ${raw.type} is not drawn here.`);
  });
}

function container(raw, context) {
  const color = typeof raw.accent_color === "number" ? `#${raw.accent_color.toString(16).padStart(6, "0")}` : null;
  const body = h("div.dc-container", { vars: color ? { bar: color } : {}, class: color ? "accented" : "" }, components(raw.components, context));
  const heading = body.querySelector("h3, h4, h5");
  if (heading) {
    heading.id = freshId("card");
    body.setAttribute("role", "group");
    body.setAttribute("aria-labelledby", heading.id);
  }
  return raw.spoiler ? h("div.dc-veiled", {}, body) : body;
}

function section(raw, context) {
  const text = h("div.dc-section-text", {}, components(raw.components, context));
  return h("div.dc-section", {}, text, h("div.dc-accessory", {}, components([raw.accessory], context)));
}

function gallery(raw) {
  const items = (raw.items ?? []).map(({ media, description, spoiler }) => picture(media?.url, description, spoiler, "dc-media"));
  return h("div.dc-gallery", { data: { count: items.length } }, items);
}

/** A file somebody attached; nothing can be fetched from here. */
export function file(name, size) {
  const kilobytes = size ? `${Math.max(1, Math.round(size / 1024))} KB` : "";
  return h("div.dc-file", {}, icon("file"), h("span", {}, name.replace(/^attachment:\/\//, "")), kilobytes && h("span.small", {}, kilobytes));
}
