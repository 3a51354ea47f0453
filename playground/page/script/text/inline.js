// Discord's markdown inside a line: emphasis, links, mentions, times, commands.
import { h } from "../element.js";
import { timeElement } from "./time.js";

const WRAPS = [
  ["***", (inner) => h("strong", {}, h("em", {}, inner))],
  ["**", (inner) => h("strong", {}, inner)],
  ["__", (inner) => h("u", {}, inner)],
  ["~~", (inner) => h("s", {}, inner)],
  ["||", (inner) => spoiler(inner)],
  ["*", (inner) => h("em", {}, inner)],
  ["_", (inner) => h("em", {}, inner)],
];

/** Text hidden until it is asked for. */
export function spoiler(inner) {
  const reveal = (event) => event.currentTarget.setAttribute("aria-expanded", "true");
  return h("button.spoiler", { type: "button", aria: { expanded: "false", label: "Spoiler" }, on: { click: reveal } }, inner);
}

const TOKENS = [
  [/^\\([^\p{L}\p{N}\s])/u, ([, literal]) => literal],
  [/^``(.+?)``(?!`)/s, ([, code]) => h("code", {}, code)],
  [/^`([^`]+)`/, ([, code]) => h("code", {}, code)],
  [/^<t:(-?\d{1,13})(?::([tTdDfFR]))?>/, ([, unix, style]) => timeElement(Number(unix), style)],
  [/^<\/([^:>]{1,100}):\d+>/, ([, command], context) => context.command(command)],
  [/^<@!?(\d+)>/, ([, id], context) => h("span.mention", {}, `@${context.user(id)}`)],
  [/^<#(\d+)>/, ([, id], context) => h("span.mention", {}, `#${context.channel(id)}`)],
  [/^<@&(\d+)>/, () => h("span.mention", {}, "@role")],
  [/^<a?:(\w{2,32}):\d+>/, ([, name]) => `:${name}:`],
  [/^\[([^\]\n]+)\]\(<?(https?:\/\/[^\s)>]+)>?(?:\s+"[^"]*")?\)/, ([, label, url], context) => anchor(url, inline(label, context))],
  [/^<(https?:\/\/[^\s>]+)>/, ([, url]) => anchor(url, url)],
  [/^https?:\/\/[^\s<>]*[^\s<>.,:;"')\]]/, ([url]) => anchor(url, url)],
];

export function anchor(url, label) {
  return h("a", { href: url, target: "_blank", rel: "noreferrer noopener" }, label);
}

function wrapped(text, context) {
  for (const [mark, build] of WRAPS) {
    if (!text.startsWith(mark)) continue;
    const end = text.indexOf(mark, mark.length);
    const inner = text.slice(mark.length, end);
    const inWord = mark === "_" && /^\w/.test(text.slice(end + 1));
    const loose = mark.length === 1 && /^\s|\s$/.test(inner);
    if (end < 0 || !inner.trim() || inWord || loose) continue;
    return [build(inline(inner, context)), end + mark.length];
  }
  return null;
}

/** A line as a list of nodes and strings. `context` names users, channels and offers commands. */
export function inline(text, context) {
  const out = [];
  let plain = "";
  const flush = () => {
    if (plain) out.push(plain);
    plain = "";
  };
  for (let at = 0; at < text.length; ) {
    const rest = text.slice(at);
    const afterWord = /\w$/.test(plain);
    const token = TOKENS.map(([pattern, build]) => [pattern.exec(rest), build]).find(([match]) => match);
    const wrap = token || (afterWord && rest[0] === "_") ? null : wrapped(rest, context);
    if (token) {
      flush();
      out.push(token[1](token[0], context));
      at += token[0][0].length;
    } else if (wrap) {
      flush();
      out.push(wrap[0]);
      at += wrap[1];
    } else {
      plain += text[at];
      at += 1;
    }
  }
  flush();
  return out;
}
