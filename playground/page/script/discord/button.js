// A button of a message: pressing it is an interaction.
import { h } from "../element.js";
import { icon } from "../icons.js";
import { world } from "../world.js";

const STYLES = { 1: "primary", 2: "secondary", 3: "success", 4: "danger", 5: "link", 6: "secondary" };

export function button(raw, context) {
  const style = STYLES[raw.style] ?? "secondary";
  const label = [raw.emoji?.name && h("span.emoji", { aria: { hidden: raw.label ? "true" : null } }, raw.emoji.name), raw.label];
  if (style === "link") {
    return h("a.dc-button.link", { href: raw.url, target: "_blank", rel: "noreferrer noopener" }, label, icon("link"));
  }
  const press = async ({ currentTarget }) => {
    if (currentTarget.getAttribute("aria-busy") === "true") return;
    await pressed(currentTarget, raw, context);
  };
  const props = { type: "button", disabled: raw.disabled, data: { key: raw.custom_id }, on: { click: press } };
  return h("button.dc-button", { class: style, ...props }, label);
}

async function pressed(element, raw, { session, message }) {
  element.setAttribute("aria-busy", "true");
  try {
    world.fact({ side: "discord", did: "press", label: raw.label ?? "", user: session.user });
    const outcome = await session.press(message.id, raw.custom_id);
    if (outcome.state === "failed") world.say("This interaction failed.", "trouble");
  } catch {
    // the session has already said why
  } finally {
    element.removeAttribute("aria-busy");
  }
}
