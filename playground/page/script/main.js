// Starts the page: preferences first, then the world, then the parts that show it.
import { h } from "./element.js";
import { preferences } from "./frame/preferences.js";
import { clock } from "./wire/clock.js";
import { world } from "./world.js";
import "./frame/notices.js";

const PARTS = ["./frame/header.js", "./frame/tour.js", "./frame/tabs.js", "./discord/pane.js", "./telegram/pane.js"];

preferences.restore();
document.body.append(document.createElement("pg-notices"));

try {
  await clock.start();
  await world.configure();
  document.title = world.config.title;
  // the parts draw what the configuration says, so they come after it
  await Promise.all(PARTS.map((part) => import(part)));
  await world.start();
} catch (error) {
  document.querySelector("main").replaceChildren(h("p.broken", { role: "alert" }, `The playground did not start: ${error.message}`));
}
