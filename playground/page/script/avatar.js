// A round with initials, in a colour that stays with the name.
import { h } from "./element.js";

const HUES = [262, 190, 28, 335, 150, 215, 5, 95];

export function avatar(name, kind = "") {
  let sum = 0;
  for (const character of name) sum = (sum * 31 + character.codePointAt(0)) % 9973;
  const words = name.split(/\s+/).filter(Boolean);
  const initials = words.slice(0, 2).map((word) => [...word][0]).join("").toUpperCase();
  return h("span.avatar", { class: kind, vars: { hue: HUES[sum % HUES.length] }, aria: { hidden: "true" } }, initials);
}
