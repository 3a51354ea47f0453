// A slash command as typed text: `/request view request:Landing page` read against what the bot registered.

const SUBCOMMAND = 1;
const GROUP = 2;
const CHAT_INPUT = 1;
const INTEGER = 4;
const BOOLEAN = 5;
const NUMBER = 10;
/** Option types whose value is an id that is picked by name. */
export const BY_NAME = { 6: "user", 7: "channel", 9: "user" };

/** Every command one can run, subcommands as paths: `{ path, description, options }`. */
export function flatten(commands) {
  const out = [];
  for (const command of commands ?? []) {
    if ((command.type ?? CHAT_INPUT) === CHAT_INPUT) walk(command, command.name, out);
  }
  return out;
}

function walk({ description, options = [] }, path, out) {
  const deeper = options.filter(({ type }) => type === SUBCOMMAND || type === GROUP);
  if (deeper.length === 0) out.push({ path, description, options });
  for (const option of deeper) walk(option, `${path} ${option.name}`, out);
}

/** Reads what is typed: the command it names, if any, the text of each option, and the option being typed. */
export function read(text, commands) {
  const typed = text.slice(1);
  const named = commands.filter(({ path }) => typed === path || typed.startsWith(`${path} `));
  const command = named.sort((a, b) => b.path.length - a.path.length)[0] ?? null;
  if (!command) return { command, query: typed, values: {}, focused: null, tail: "" };
  const rest = typed.slice(command.path.length);
  return { command, query: typed, ...valuesOf(rest, command.options) };
}

function valuesOf(rest, options) {
  const names = new Set(options.map(({ name }) => name));
  const marks = [...rest.matchAll(/(?:^|\s)([\p{L}\p{N}_-]{1,32}):/gu)].filter((found) => names.has(found[1]));
  const values = {};
  marks.forEach((mark, index) => {
    const from = mark.index + mark[0].length;
    values[mark[1]] = rest.slice(from, marks[index + 1]?.index).trim();
  });
  const last = marks.at(-1);
  if (last) return { values, focused: last[1], tail: "" };
  const tail = rest.trim();
  const first = options.find(({ required }) => required);
  // words without a name are the first thing the command needs, unless they begin an option's name
  const unnamed = tail && first && !options.some(({ name }) => name.startsWith(tail));
  return unnamed ? { values: { [first.name]: tail }, focused: first.name, tail: "" } : { values, focused: null, tail };
}

/** What is still missing before the command may be sent. */
export function missing(command, values) {
  return command.options.filter(({ name, required }) => required && !values[name]).map(({ name }) => name);
}

/** The texts as the wire wants them; `known` maps what a suggestion showed to what it stands for. */
export function wireValues(command, values, known) {
  const out = {};
  for (const [name, text] of Object.entries(values)) {
    const option = command.options.find((one) => one.name === name);
    if (text === "" || !option) continue;
    out[name] = wireValue(option, text, known.get(`${name}:${text}`));
  }
  return out;
}

function wireValue(option, text, picked) {
  const choice = option.choices?.find(({ name }) => name.toLowerCase() === text.toLowerCase());
  if (choice) return choice.value;
  if (picked !== undefined) return picked;
  if (option.type === BOOLEAN) return /^(true|yes|1)$/i.test(text);
  if (option.type === INTEGER || option.type === NUMBER) return Number(text.replace(",", "."));
  return text;
}

export { BOOLEAN };
