// One message as the Discord side shows it.
import { avatar } from "../avatar.js";
import { h } from "../element.js";
import { icon } from "../icons.js";
import { jsonButton } from "../frame/json.js";
import { beside } from "../text/time.js";
import { markdown } from "../text/markdown.js";
import { components, file } from "./components.js";
import { contextOf, nameOf } from "./context.js";

const EPHEMERAL = 64;
const LOADING = 128;

export function discordMessage(message, session) {
  if (message.notice) return h("div.dc-notice", { role: "status" }, message.notice);
  const context = { ...contextOf(session), message };
  const ephemeral = Boolean(message.flags & EPHEMERAL);
  const author = nameOf(message.author);
  const body = h(
    "div.dc-body",
    {},
    head(message, author),
    message.flags & LOADING ? thinking() : content(message, context),
    ephemeral && privateNote(message, session),
  );
  const props = { data: { messageId: message.id }, aria: { label: `Message from ${author}` } };
  return h(
    "article.dc-message",
    { class: ephemeral ? "ephemeral" : "", ...props },
    origin(message),
    avatar(author, message.author?.bot ? "bot" : ""),
    body,
    h("div.message-tools", {}, jsonButton(message, `Message ${message.id}`)),
  );
}

function head(message, author) {
  const at = Date.parse(message.timestamp);
  return h(
    "header.dc-head",
    {},
    h("span.author", {}, author),
    message.author?.bot && h("span.tag", {}, "app"),
    Number.isNaN(at) ? null : beside(at),
    message.edited_timestamp && !(message.flags & LOADING) && h("span.at", {}, "(edited)"),
  );
}

function origin({ interaction_metadata: cause, interaction }) {
  const name = interaction?.name ?? cause?.name;
  const user = interaction?.user ?? cause?.user;
  if (!name || !user) return null;
  return h("div.dc-origin", {}, avatar(nameOf(user), "tiny"), h("strong", {}, nameOf(user)), " used ", h("span.mention", {}, `/${name}`));
}

function content(message, context) {
  return [
    message.content && h("div.dc-text", {}, markdown(message.content, context)),
    (message.embeds ?? []).map((embed) => embedCard(embed, context)),
    components(message.components, context),
    unplaced(message).map(({ filename, size }) => file(filename, size)),
  ];
}

function embedCard(embed, context) {
  const text = [embed.title && `### ${embed.title}`, embed.description].filter(Boolean).join("\n");
  return h("div.dc-container", {}, markdown(text, context));
}

// files that a component shows are drawn there
function unplaced(message) {
  const placed = JSON.stringify(message.components ?? []);
  return (message.attachments ?? []).filter(({ filename, url }) => !placed.includes(filename) && !(url && placed.includes(url)));
}

function thinking() {
  return h("div.dc-thinking", { role: "status" }, h("span.dots", { aria: { hidden: "true" } }, h("i"), h("i"), h("i")), "Thinking…");
}

function privateNote(message, session) {
  const dismiss = h("button.text-link", { type: "button", data: { key: "dismiss" }, on: { click: () => session.dismiss(message.id) } }, "Dismiss message");
  return h("footer.dc-private", {}, icon("eye"), "Only you can see this", h("span.middot", { aria: { hidden: "true" } }, "·"), dismiss);
}
