// What to suggest for a half-typed slash command: commands, then options, then their values.
import { BOOLEAN, BY_NAME, missing, wireValues } from "./command-line.js";
import { nameOf } from "./context.js";

const SHOWN = 12;

/** Commands whose name holds every word typed so far, the ones that start with it first. */
export function commandItems(query, commands) {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return commands
    .filter(({ path }) => words.every((word) => path.includes(word)))
    .sort((a, b) => Number(b.path.startsWith(query)) - Number(a.path.startsWith(query)))
    .map((command) => ({ label: `/${command.path}`, detail: command.description, command }));
}

/** Options that are not filled in yet, the required ones first. */
export function optionItems({ command, values }) {
  return command.options
    .filter(({ name }) => !(name in values))
    .sort((a, b) => Number(b.required ?? false) - Number(a.required ?? false))
    .map((option) => ({ label: option.name, hint: option.required ? "required" : "", detail: option.description, option }));
}

/** Values for the option being typed: `{ label, value }`, from its choices, from people and channels, or from the bot. */
export async function valueItems({ command, values, focused }, session, known) {
  const option = command.options.find(({ name }) => name === focused);
  const text = values[focused].toLowerCase();
  const fits = ({ label }) => label.toLowerCase().includes(text);
  if (option.choices?.length) return option.choices.map(({ name, value }) => ({ label: name, value })).filter(fits);
  if (option.type === BOOLEAN) return [{ label: "True", value: true }, { label: "False", value: false }].filter(fits);
  if (option.type in BY_NAME) return named(BY_NAME[option.type], session).filter(fits).slice(0, SHOWN);
  if (!option.autocomplete) return [];
  const sent = { [focused]: values[focused], ...wireValues(command, values, known) };
  const choices = await session.autocomplete(command.path, sent, focused);
  return choices.map(({ name, value }) => ({ label: name, value }));
}

function named(kind, { state }) {
  if (kind === "channel") return state.channels.map(({ id, name }) => ({ label: name, value: id }));
  return state.users.map((user) => ({ label: nameOf(user), hint: user.username, value: user.id }));
}

/** The line that says what the command still wants. */
export function status({ command, values, tail }) {
  if (tail) return "Pick an option below, or name it: option:value";
  const open = missing(command, values);
  if (open.length) return `Needs ${open.join(", ")}`;
  return `Enter sends /${command.path}`;
}
