// The guided tour: what to do, and the fact that shows it was done.

/** A fact of the page or an event of a stand-in, `{ side, did, label, user }`; `label` is text a person could read. */
const on = (side, did, pattern) => (fact) => fact.side === side && fact.did === did && pattern.test(fact.label);

const CONTRACT = /contract/i;

/**
 * The client plays on Discord, the freelancer on Telegram. "Show me" goes to the `side`, opens its direct messages if
 * the step is `direct`, and offers a command or points at a `button`.
 */
export const STEPS = [
  {
    title: "Open the request form",
    text: "You are a client on Discord. Send /request post and a form opens.",
    side: "discord",
    offer: "/request post",
    done: [on("discord", "form", /request/i)],
  },
  {
    title: "Publish the request",
    text: "Fill in the form, look at the preview, and press Publish.",
    side: "discord",
    button: /publish/i,
    done: [on("discord", "press", /publish/i)],
  },
  {
    title: "A match arrives on Telegram",
    text: "The freelancer who fits gets a message that says why.",
    side: "telegram",
    done: [on("telegram", "message", /why you/i)],
  },
  {
    title: "Propose with one tap",
    text: "Be the freelancer, read the reasons, press Propose, and send the prefilled proposal.",
    side: "telegram",
    button: /send|propose/i,
    done: [on("telegram", "press", /send/i)],
  },
  {
    title: "The proposal reaches the client",
    text: "Back on Discord: the proposal is a direct message from the bot.",
    side: "discord",
    direct: true,
    done: [on("discord", "message", /propos/i)],
  },
  {
    title: "Accept it",
    text: "Press Accept, read the terms, and confirm.",
    side: "discord",
    direct: true,
    button: /accept/i,
    done: [on("discord", "press", /accept/i)],
  },
  {
    title: "Both see the contract",
    text: "Each side has it in its own chat. That is the whole job.",
    side: "telegram",
    done: [on("discord", "message", CONTRACT), on("telegram", "message", CONTRACT)],
  },
];
