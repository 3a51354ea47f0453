// Discord's markdown by lines: headings, small print, lists, quotes, code blocks.
import { h } from "../element.js";
import { inline } from "./inline.js";

const HEADING = /^(#{1,3}) +(.+)$/;
const SMALL = /^-# +(.+)$/;
const BULLET = /^(\s*)(?:[-*]|(\d{1,9})\.) +(.+)$/;
const QUOTE = /^> ?(.*)$/;

/** A whole text as a list of block elements. */
export function markdown(text, context) {
  const lines = text.replaceAll("\r", "").split("\n");
  const out = [];
  while (lines.length) out.push(block(lines, context));
  return out.flat();
}

function block(lines, context) {
  const line = lines[0];
  if (line.startsWith("```")) return fence(lines);
  if (line.startsWith(">>> ")) return h("blockquote", {}, markdown(lines.splice(0).join("\n").slice(4), context));
  if (QUOTE.test(line)) return h("blockquote", {}, markdown(run(lines, QUOTE).map((found) => found[1]).join("\n"), context));
  if (BULLET.test(line)) return lists(run(lines, BULLET), context);
  lines.shift();
  const heading = HEADING.exec(line);
  // a card's heading stands below the page's own two levels
  if (heading) return h(`h${heading[1].length + 2}`, {}, inline(heading[2], context));
  const small = SMALL.exec(line);
  if (small) return h("p.small", {}, inline(small[1], context));
  return paragraph(line, lines, context);
}

function run(lines, pattern) {
  const found = [];
  while (lines.length && pattern.test(lines[0])) found.push(pattern.exec(lines.shift()));
  return found;
}

function paragraph(first, lines, context) {
  if (!first.trim()) return h("div.gap");
  const content = [inline(first, context)];
  while (lines.length && lines[0].trim() && !startsBlock(lines[0])) {
    content.push(h("br"), inline(lines.shift(), context));
  }
  return h("p", {}, content);
}

function startsBlock(line) {
  return line.startsWith("```") || [HEADING, SMALL, BULLET, QUOTE].some((pattern) => pattern.test(line));
}

function fence(lines) {
  const first = lines.shift().slice(3);
  const body = [];
  if (first && !/^[\w+-]*$/.test(first)) body.push(first);
  while (lines.length) {
    const line = lines.shift();
    const end = line.indexOf("```");
    if (end < 0) {
      body.push(line);
    } else {
      if (end > 0) body.push(line.slice(0, end));
      break;
    }
  }
  return h("pre", { tabIndex: 0 }, h("code", {}, body.join("\n")));
}

function lists(items, context) {
  const out = [];
  while (items.length) out.push(list(items, items[0][1].length, context));
  return out;
}

function list(items, depth, context) {
  const number = items[0][2];
  const element = h(number ? "ol" : "ul", number ? { start: number } : {});
  while (items.length && items[0][1].length >= depth) {
    const [, indent, itsNumber, text] = items[0];
    if (indent.length > depth) {
      (element.lastElementChild ?? element).append(list(items, indent.length, context));
    } else if (Boolean(itsNumber) === Boolean(number)) {
      items.shift();
      element.append(h("li", {}, inline(text, context)));
    } else {
      break;
    }
  }
  return element;
}
