// How this browser likes the page: theme and direction, kept between visits.

const THEMES = ["auto", "light", "dark"];

function stored(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null; // storage may be switched off; then the choice lasts as long as the page
  }
}

function store(key, value) {
  try {
    localStorage.setItem(key, value);
  } catch {
    // see above
  }
}

export const preferences = {
  get theme() {
    return document.documentElement.dataset.theme ?? "auto";
  },

  nextTheme() {
    const next = THEMES[(THEMES.indexOf(this.theme) + 1) % THEMES.length];
    document.documentElement.dataset.theme = next;
    store("theme", next);
    return next;
  },

  get mirrored() {
    return document.documentElement.dir === "rtl";
  },

  mirror() {
    document.documentElement.dir = this.mirrored ? "ltr" : "rtl";
    store("dir", document.documentElement.dir);
    return this.mirrored;
  },

  restore() {
    const { theme, dir } = Object.fromEntries(new URLSearchParams(location.search));
    document.documentElement.dataset.theme = theme ?? stored("theme") ?? "auto";
    document.documentElement.dir = dir ?? stored("dir") ?? "ltr";
  },
};
