// Things that go wrong on real platforms, one press each.
import { h } from "../element.js";
import { discordFaults } from "../wire/discord.js";
import { telegramFaults } from "../wire/telegram.js";
import { world } from "../world.js";
import { menu } from "./menu.js";

const RULES = [
  ["429 on the next call", { route: "*", kind: "too_many", times: 1, retry_after: 2 }],
  ["5xx on the next call", { route: "*", kind: "server_error", times: 1 }],
  ["Lose the next answer", { route: "*", kind: "drop_after", times: 1 }],
];
const DOWN_MS = 4_000;

export function faultMenu() {
  return menu({ symbol: "bolt", label: "Break something", words: h("span.wide-only", {}, "Break something"), draw });
}

function draw() {
  return [
    h("h2", {}, "Break something"),
    h("p.small", {}, "The bot should get over all of this by itself."),
    side("Discord", "discord", discordFaults, [
      [`Close ${name("discord")}’s direct messages`, () => world.discord.close(true)],
      [`Open ${name("discord")}’s direct messages`, () => world.discord.close(false)],
      ["Drop the gateway", () => discordFaults.gateway("drop")],
      ["Invalidate the session", () => discordFaults.gateway("invalid_session")],
    ]),
    side("Telegram", "telegram", telegramFaults, [
      [`${name("telegram")} blocks the bot`, () => world.telegram.block(true)],
      [`${name("telegram")} unblocks the bot`, () => world.telegram.block(false)],
    ]),
  ];
}

function name(of) {
  return world.personas[of].get()?.name ?? "This person";
}

function side(title, key, faults, own) {
  const rules = RULES.map(([words, rule]) => [words, () => faults.add(rule)]);
  const rest = [["Restart (4 s away)", () => faults.restart(DOWN_MS)], ["Forget unused faults", () => faults.clear()]];
  const buttons = [...rules, ...own, ...rest].map(([words, act]) => h("button.chip", { type: "button", data: { side: key }, on: { click: () => cause(`${title}: ${words}`, act) } }, words));
  return h("section.menu-side", {}, h("h3", {}, title), h("div.menu-row", { role: "group", aria: { label: title } }, buttons));
}

async function cause(words, act) {
  try {
    await act();
    world.say(`${words}.`);
  } catch (error) {
    world.say(error.message, "trouble");
  }
}
