// A list of messages that is redrawn one message at a time, keeps its place and keeps the focus.

const NEAR_END = 120;

export class MessageLog {
  #element;
  #list;
  #drawn = new Map();
  #chat = null;

  /** `element` scrolls; the messages go into `list` inside it. */
  constructor(element, list) {
    this.#element = element;
    this.#list = list;
  }

  /** Shows `messages` of one `chat`, told apart by `key`; `draw` runs again only when a message's `mark` changed. */
  show(chat, messages, { key: keyOf, mark, draw }) {
    const { scrollHeight, scrollTop, clientHeight } = this.#element;
    const other = chat !== this.#chat;
    const atEnd = other || scrollHeight - scrollTop - clientHeight < NEAR_END;
    if (other) this.#drawn.clear();
    this.#chat = chat;
    const next = new Map();
    for (const message of messages) {
      const key = String(keyOf(message));
      const known = this.#drawn.get(key);
      const now = mark(message);
      next.set(key, known?.mark === now ? known : { mark: now, element: this.#redraw(known, draw(message)) });
    }
    this.#drawn = next;
    this.#place([...next.values()].map(({ element }) => element));
    if (atEnd) this.#element.scrollTop = this.#element.scrollHeight;
  }

  #redraw(known, element) {
    const focused = known?.element.contains(document.activeElement) ? document.activeElement : null;
    if (focused) {
      const key = focused.dataset.key;
      queueMicrotask(() => {
        const same = key && [...element.querySelectorAll("[data-key]")].find(({ dataset }) => dataset.key === key);
        (same ?? element.querySelector("button:not([disabled])") ?? this.#element).focus({ preventScroll: true });
      });
    }
    return element;
  }

  #place(elements) {
    let at = this.#list.firstElementChild;
    for (const element of elements) {
      if (element === at) at = at.nextElementSibling;
      else this.#list.insertBefore(element, at);
    }
    while (at) {
      const gone = at;
      at = at.nextElementSibling;
      gone.remove();
    }
  }
}
