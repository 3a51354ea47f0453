// What the stand-ins' events mean to the page: whose they are, and the words in them.

/** A message the bot wrote to somebody, as `{ user, label, fresh }`; null for any other event. */
export function arrival({ kind, message, user, chat }) {
  if (!message || !["message", "edited"].includes(kind)) return null;
  if (!(message.from?.is_bot ?? message.author?.bot)) return null;
  const reader = user ?? chat ?? null;
  return { user: reader === null ? null : String(reader), label: words(message), fresh: kind === "message" };
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
