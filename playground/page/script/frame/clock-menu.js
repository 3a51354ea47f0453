// The playground's time, and buttons that move it ahead.
import { fill, h } from "../element.js";
import { clock } from "../wire/clock.js";
import { world } from "../world.js";
import { menu } from "./menu.js";

const JUMPS = [
  ["1 hour", 3_600_000],
  ["1 day", 86_400_000],
  ["7 days", 604_800_000],
];

export function clockMenu() {
  const face = h("time.clock-face");
  const show = () => {
    const say = (format) => new Intl.DateTimeFormat(undefined, format).format(clock.now());
    const day = h("span.clock-day", {}, `${say({ weekday: "short", day: "numeric", month: "short" })}, `);
    fill(face, day, say({ timeStyle: "short" }));
  };
  clock.addEventListener("tick", show);
  show();
  const jump = (words, ms) => async () => {
    await clock.jump(ms);
    world.say(`The clock went ahead by ${words}.`);
  };
  const draw = () => [
    h("h2", {}, "Jump ahead"),
    h("p.small", {}, "Deadlines, reminders and self-approvals come due as if the time had passed."),
    h("div.menu-row", { role: "toolbar", aria: { label: "Jump ahead" } }, JUMPS.map(([words, ms]) => h("button.chip", { type: "button", on: { click: jump(words, ms) } }, `+ ${words}`))),
  ];
  return menu({ symbol: "clock", label: "Clock", words: face, draw });
}
