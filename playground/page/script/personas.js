// The people one can be on one side, who of them is in front, and what the others have not seen yet.

const OTHERS = 40;

export class Personas extends EventTarget {
  list = [];
  current = null;
  #side;
  #unread = new Map();

  constructor(side) {
    super();
    this.#side = side;
  }

  /** Takes the host's personas first, then a few of whoever else the stand-in knows; answers who to show first. */
  meet(personas, people) {
    const mine = personas.filter(({ side }) => side === this.#side).map((persona) => ({ ...persona, id: String(persona.id) }));
    const known = new Set(mine.map(({ id }) => id));
    const others = people
      .map((person) => ({ id: String(person.id), name: nameOf(person), handle: person.username }))
      .filter(({ id }) => !known.has(id))
      .slice(0, OTHERS);
    this.list = [...mine, ...others];
    this.cast = mine.length ? mine : others.slice(0, 4);
    this.dispatchEvent(new Event("change"));
    return this.list[0]?.id;
  }

  select(id) {
    this.current = String(id);
    this.#unread.delete(this.current);
    if (!this.list.some((persona) => persona.id === this.current)) this.list.push({ id: this.current, name: this.current });
    this.dispatchEvent(new Event("change"));
  }

  get(id = this.current) {
    return this.list.find((persona) => persona.id === String(id));
  }

  unread(id) {
    return this.#unread.get(id) ?? 0;
  }

  /** Counts a new message from the bot for a persona who is not in front. */
  heard(event) {
    const id = receiver(event);
    if (!id || id === this.current || !this.get(id)) return;
    this.#unread.set(id, this.unread(id) + 1);
    this.dispatchEvent(new Event("change"));
  }
}

function receiver(event) {
  if (event.type !== "message" || !event.from_bot) return null;
  return event.user === undefined || event.user === null ? null : String(event.user);
}

function nameOf(person) {
  const full = [person.first_name, person.last_name].filter(Boolean).join(" ");
  return person.global_name || full || person.username || String(person.id);
}
