// The people one can be on one side, who of them is in front, and what the others have not seen yet.

const OTHERS = 40;

export class Personas extends EventTarget {
  list = [];
  cast = [];
  current = null;
  #side;
  #unread = new Map();

  constructor(side) {
    super();
    this.#side = side;
  }

  /** Takes the host's personas of this side; answers who to show first. */
  meet(personas) {
    this.cast = personas.filter(({ side }) => side === this.#side).map((persona) => ({ ...persona, id: String(persona.id) }));
    this.list = [...this.cast];
    this.dispatchEvent(new Event("change"));
    return this.list[0]?.id;
  }

  /** A few of whoever else the stand-in knows can be chosen too; without a cast, the first of them are the cast. */
  know(people) {
    const known = new Set(this.list.filter(({ guess }) => !guess).map(({ id }) => id));
    const named = people.map((person) => ({ id: String(person.id), name: nameOf(person), handle: person.username }));
    const room = Math.max(0, this.cast.length + OTHERS - known.size);
    const others = named.filter(({ id }) => !known.has(id)).slice(0, room);
    if (others.length === 0) return;
    this.list = [...this.list.filter(({ guess }) => !guess), ...others];
    if (this.cast.length === 0) this.cast = this.list.slice(0, 4);
    this.dispatchEvent(new Event("change"));
  }

  /** Somebody new, who joins the cast. */
  add(persona) {
    this.list = [...this.list.filter(({ id }) => id !== persona.id), persona];
    this.cast = [...this.cast, persona];
    this.dispatchEvent(new Event("change"));
  }

  select(id) {
    this.current = String(id);
    this.#unread.delete(this.current);
    if (!this.list.some((persona) => persona.id === this.current)) this.list.push({ id: this.current, name: this.current, guess: true });
    this.dispatchEvent(new Event("change"));
  }

  get(id = this.current) {
    return this.list.find((persona) => persona.id === String(id));
  }

  unread(id) {
    return this.#unread.get(id) ?? 0;
  }

  /** Counts a new message from the bot for a persona who is not in front. */
  heard({ user, fresh }) {
    if (!fresh || !user || user === this.current || !this.get(user)) return;
    this.#unread.set(user, this.unread(user) + 1);
    this.dispatchEvent(new Event("change"));
  }
}

function nameOf(person) {
  const full = [person.first_name, person.last_name].filter(Boolean).join(" ");
  return person.global_name || full || person.username || String(person.id);
}
