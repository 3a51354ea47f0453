// What the stand-ins' events mean to the page: whose they are, and the words in them.

/** The kind of an event, whichever stand-in it is from. */
export const kindOf = (event) => event.kind ?? event.event ?? "";

/** A message the bot wrote to somebody, as `{ user, label }`; null for any other event. */
export function arrival(event) {
  if (!["message", "edited"].includes(kindOf(event)) || !event.message) return null;
  const { message } = event;
  const byBot = message.from?.is_bot ?? message.author?.bot;
  if (!byBot) return null;
  const user = event.user ?? event.chat ?? null;
  return { user: user === null ? null : String(user), label: words(message), fresh: kindOf(event) === "message" };
}

/** All text a person could read in a message. */
function words(message) {
  const parts = [message.text, message.caption, message.content];
  const walk = (component) => {
    parts.push(component.content, component.label);
    (component.components ?? []).forEach(walk);
    if (component.accessory) walk(component.accessory);
  };
  (message.components ?? []).forEach(walk);
  return parts.filter(Boolean).join("\n");
}
