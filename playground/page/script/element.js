// Builds DOM without markup strings: whatever people write can only ever become text.

const PROPERTIES = new Set(["value", "checked", "disabled", "hidden", "open", "id", "tabIndex", "htmlFor"]);

/**
 * One element: `h("button.primary", { on: { click } }, "Send")`.
 * `data`, `aria`, `on` and `vars` (custom CSS properties) are objects; everything else is an attribute or property.
 */
export function h(kind, props = {}, ...children) {
  const [tag, ...classes] = kind.split(".");
  const element = document.createElement(tag);
  if (classes.length) element.className = classes.join(" ");
  for (const [name, value] of Object.entries(props)) set(element, name, value);
  element.append(...present(children));
  return element;
}

function set(element, name, value) {
  if (value === undefined || value === null || value === false) return;
  if (name === "data") Object.assign(element.dataset, defined(value));
  else if (name === "aria") Object.entries(defined(value)).forEach(([key, v]) => element.setAttribute(`aria-${key}`, v));
  else if (name === "on") Object.entries(value).forEach(([event, listener]) => element.addEventListener(event, listener));
  else if (name === "vars") Object.entries(value).forEach(([key, v]) => element.style.setProperty(`--${key}`, v));
  else if (name === "class") element.classList.add(...value.split(" ").filter(Boolean));
  else if (PROPERTIES.has(name)) element[name] = value;
  else element.setAttribute(name, value === true ? "" : value);
}

function defined(object) {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined && value !== null));
}

function present(children) {
  return children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false);
}

/** Replaces what an element holds. */
export function fill(element, ...children) {
  element.replaceChildren(...present(children));
  return element;
}

let serial = 0;

/** An id nobody else on the page has. */
export function freshId(prefix) {
  serial += 1;
  return `${prefix}-${serial}`;
}
