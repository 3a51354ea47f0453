// Telegram's message entities (offsets in UTF-16 units, as JavaScript counts too) as elements.
import { h } from "../element.js";
import { anchor, spoiler } from "./inline.js";
import { timeElement } from "./time.js";

const BUILD = {
  bold: (inner) => h("strong", {}, inner),
  italic: (inner) => h("em", {}, inner),
  underline: (inner) => h("u", {}, inner),
  strikethrough: (inner) => h("s", {}, inner),
  spoiler: (inner) => spoiler(inner),
  code: (inner) => h("code", {}, inner),
  pre: (inner) => h("pre", { tabIndex: 0 }, h("code", {}, inner)),
  blockquote: (inner) => h("blockquote", {}, inner),
  expandable_blockquote: (inner, _, text) => (isShort(text) ? h("blockquote", {}, inner) : expandable(inner)),
  text_link: (inner, entity) => anchor(entity.url, inner),
  url: (inner, _, text) => anchor(/^\w+:/.test(text) ? text : `https://${text}`, inner),
  bot_command: (inner, _, text, context) => context.command(text, inner),
  mention: (inner) => h("span.mention", {}, inner),
  text_mention: (inner) => h("span.mention", {}, inner),
  hashtag: (inner) => h("span.mention", {}, inner),
  date_time: (inner, entity) => (entity.unix_time ? timeElement(entity.unix_time, "f") : inner),
};

/** Blocks stand on lines of their own: the line breaks around them are not drawn once more. */
const BLOCKS = new Set(["blockquote", "expandable_blockquote", "pre"]);

/** Short enough that nothing would be folded away. */
function isShort(text) {
  return text.split("\n").length <= 3 && text.length <= 160;
}

function expandable(inner) {
  const body = h("span.folded-text", {}, inner);
  const toggle = (event) => {
    const open = event.currentTarget.getAttribute("aria-expanded") !== "true";
    event.currentTarget.setAttribute("aria-expanded", String(open));
    event.currentTarget.textContent = open ? "Show less" : "Show more";
  };
  const button = h("button.fold", { type: "button", aria: { expanded: "false" }, on: { click: toggle } }, "Show more");
  return h("blockquote.expandable", {}, body, button);
}

/** `text` with its entities; those that share a start nest by length, the longest outside. */
export function entities(text, list, context) {
  const sorted = [...(list ?? [])].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return nested(text, 0, text.length, sorted, context);
}

function nested(text, from, to, list, context) {
  const out = [];
  let at = from;
  while (list.length && list[0].offset < to) {
    const entity = list.shift();
    if (entity.offset < at) continue;
    const block = BLOCKS.has(entity.type);
    if (entity.offset > at) out.push(unbroken(text.slice(at, entity.offset), block, /\n$/));
    const end = Math.min(entity.offset + entity.length, to);
    const inside = nested(text, entity.offset, end, list, context);
    const build = BUILD[entity.type];
    out.push(build ? build(inside, entity, text.slice(entity.offset, end), context) : inside);
    at = block && text[end] === "\n" ? end + 1 : end;
  }
  if (at < to) out.push(text.slice(at, to));
  return out.flat();
}

function unbroken(text, block, edge) {
  return block ? text.replace(edge, "") : text;
}
