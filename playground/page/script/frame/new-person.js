// Somebody new on one side: a name is enough, and the page goes on as them.
import { freshId, h } from "../element.js";
import { world } from "../world.js";
import { openDialog } from "./dialog.js";

export function askForPerson(side, over) {
  const id = freshId("name");
  const name = h("input", { id, type: "text", autocomplete: "off", maxlength: 32, required: true });
  const problem = h("p.problem", { role: "alert", hidden: true });
  const field = h("div.field", {}, h("label", { htmlFor: id }, "Name"), name);
  const form = h("form.modal-form", { id: freshId("form"), method: "dialog", novalidate: true }, problem, field);
  const add = h("button.dc-button.primary", { type: "submit", form: form.id }, "Go on as them");
  const dialog = openDialog({ title: "Somebody new", note: "They have never met the bot.", over, body: form, actions: [add] });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    try {
      await join(side, name.value.trim() || "Noor");
      dialog.close();
    } catch (error) {
      problem.textContent = error.message;
      problem.hidden = false;
    }
  });
  name.focus();
}

async function join(side, name) {
  const letters = name.toLowerCase().normalize("NFKD").replace(/[^a-z0-9]+/g, "_").replace(/^_+|_+$/g, "");
  const handle = `${letters || "somebody"}_${Date.now().toString(36).slice(-4)}`;
  const id = String(await world[side].invite(name, handle));
  world.personas[side].add({ id, name, handle, role: "New here" });
  await world.show(side, id);
}
