// A modal the bot opened: text inputs (bare or in labels), sent as one submit.
import { freshId, h } from "../element.js";
import { openDialog } from "../frame/dialog.js";

const LABEL = 18;
const PARAGRAPH = 2;
const STRING_SELECT = 3;
const TEXT = 10;

export function openModal(modal, session, over) {
  const { title, components = [] } = modal.raw;
  const problem = h("p.problem", { role: "alert", hidden: true });
  const form = h("form.modal-form", { id: freshId("form"), method: "dialog", novalidate: true }, problem, components.map(field));
  const submit = h("button.dc-button.primary", { type: "submit", form: form.id }, "Submit");
  let sent = false;
  const user = session.user;
  const closed = () => sent || session.giveUp(user, modal.id);
  const cancel = h("button.dc-button.plain", { type: "button", on: { click: () => dialog.close() } }, "Cancel");
  const dialog = openDialog({ title, kind: "modal", over, body: form, actions: [cancel, submit], closed, note: `This form goes to ${session.state.bot?.username ?? "the bot"}.` });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (!complete(form)) return;
    submit.setAttribute("aria-busy", "true");
    try {
      await session.submit(modal.id, valuesOf(form));
      sent = true;
      dialog.close();
    } catch (error) {
      problem.textContent = error.message;
      problem.hidden = false;
    } finally {
      submit.removeAttribute("aria-busy");
    }
  });
  form.querySelector("input, textarea, select")?.focus();
  return dialog;
}

function field(raw) {
  if (raw.type === TEXT) return h("p", {}, raw.content);
  if (raw.type === LABEL) return labelled(raw.component, raw.label, raw.description);
  return (raw.components ?? []).map((input) => labelled(input, input.label));
}

function labelled(raw, label, description) {
  const id = freshId("field");
  const hint = description ? `${id}-hint` : null;
  const problem = h("span.field-problem", { id: `${id}-problem` });
  const input = control(raw, id, [hint, problem.id].filter(Boolean).join(" "));
  const left = h("span.count", { aria: { hidden: "true" } });
  const count = () => {
    left.textContent = raw.max_length ? `${input.value.length} / ${raw.max_length}` : "";
  };
  input.addEventListener("input", count);
  count();
  const star = raw.required === false ? h("span.optional", {}, "optional") : null;
  return h("div.field", {}, h("label", { htmlFor: id }, label, star), description && h("p.small", { id: hint }, description), input, problem, left);
}

function control(raw, id, describedby) {
  const common = { id, name: raw.custom_id, required: raw.required !== false, aria: { describedby } };
  if (raw.type === STRING_SELECT) {
    return h("select", common, (raw.options ?? []).map(({ label, value, default: chosen }) => h("option", { value, selected: chosen }, label)));
  }
  const text = {
    ...common,
    placeholder: raw.placeholder,
    minlength: raw.min_length,
    maxlength: raw.max_length,
    value: raw.value,
  };
  return raw.style === PARAGRAPH ? h("textarea", { rows: 4, ...text }) : h("input", { type: "text", autocomplete: "off", ...text });
}

/** Says under each field what is wrong with it, in the browser's own words, and goes to the first. */
function complete(form) {
  const inputs = [...form.querySelectorAll("[name]")];
  for (const input of inputs) {
    input.setAttribute("aria-invalid", String(!input.validity.valid));
    input.nextElementSibling.textContent = input.validationMessage;
  }
  const wrong = inputs.find(({ validity }) => !validity.valid);
  wrong?.focus();
  return !wrong;
}

function valuesOf(form) {
  const inputs = [...form.querySelectorAll("[name]")];
  return Object.fromEntries(inputs.map(({ name, value }) => [name, value]));
}
