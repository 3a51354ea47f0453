// What markdown and components need to know about where they stand.
import { h } from "../element.js";

/** Names of users and channels, and commands that can be clicked. */
export function contextOf(session) {
  const { state } = session;
  return {
    session,
    user: (id) => nameOf(state.users?.find((user) => user.id === id) ?? (state.bot?.id === id ? state.bot : null), id),
    channel: (id) => state.channels?.find((channel) => channel.id === id)?.name ?? "channel",
    command: (path) => h("button.mention.command", { type: "button", on: { click: (event) => offer(event, path) } }, `/${path}`),
  };
}

function offer(event, path) {
  event.currentTarget.dispatchEvent(new CustomEvent("offer-command", { bubbles: true, detail: `/${path} ` }));
}

/** What a person is called on the screen. */
export function nameOf(user, otherwise = "someone") {
  return user?.global_name || user?.username || otherwise;
}
