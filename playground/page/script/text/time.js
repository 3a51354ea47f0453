// Instants as both platforms show them to a reader, in the browser's language and zone.
import { h } from "../element.js";
import { clock } from "../wire/clock.js";

const STYLES = {
  t: { timeStyle: "short" },
  T: { timeStyle: "medium" },
  d: { dateStyle: "short" },
  D: { dateStyle: "long" },
  f: { dateStyle: "long", timeStyle: "short" },
  F: { dateStyle: "full", timeStyle: "short" },
};

const SPANS = [
  ["year", 31_557_600],
  ["month", 2_629_800],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
  ["second", 1],
];

function relative(seconds) {
  const [unit, size] = SPANS.find(([, span]) => Math.abs(seconds) >= span) ?? SPANS.at(-1);
  return new Intl.RelativeTimeFormat(undefined, { numeric: "auto" }).format(Math.round(seconds / size), unit);
}

/** `<t:unix:style>` as words. */
export function stamp(unix, style = "f") {
  if (style === "R") return relative(unix - clock.now() / 1000);
  return new Intl.DateTimeFormat(undefined, STYLES[style] ?? STYLES.f).format(unix * 1000);
}

/** A `<time>` element that keeps itself true while the clock goes on or jumps. */
export function timeElement(unix, style) {
  const element = h("time.stamp", { datetime: new Date(unix * 1000).toISOString(), title: stamp(unix, "F") }, stamp(unix, style));
  if (style === "R") element.dataset.unix = unix;
  return element;
}

clock.addEventListener("tick", () => {
  for (const element of document.querySelectorAll("time[data-unix]")) {
    element.textContent = stamp(Number(element.dataset.unix), "R");
  }
  for (const element of document.querySelectorAll("time.at")) {
    element.textContent = short(Number(element.dataset.ms));
  }
});

// the hour alone on the day itself
function short(ms) {
  const sameDay = new Date(ms).toDateString() === new Date(clock.now()).toDateString();
  const format = sameDay ? { timeStyle: "short" } : { day: "numeric", month: "short", hour: "numeric", minute: "2-digit" };
  return new Intl.DateTimeFormat(undefined, format).format(ms);
}

/** The time beside a message. */
export function beside(ms) {
  return h("time.at", { datetime: new Date(ms).toISOString(), data: { ms } }, short(ms));
}
