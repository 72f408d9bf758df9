// When the network is gone a form stays where it is, with what was typed, and a sentence below it says so.
// What was typed is kept in this tab until it is sent, also when somebody goes back and comes again.
// Without this script a browser shows its own page; loading that again sends the form after all.
(() => {
  "use strict";

  const KEPT = "b2b-kept ";
  const NEVER_KEPT = new Set(["hidden", "password", "file", "submit", "button"]);

  function nameOf(form) {
    return KEPT + location.pathname + " " + new URL(form.action).pathname;
  }

  function fieldsOf(form) {
    return [...form.elements].filter((field) => field.name && !NEVER_KEPT.has(field.type) && field.autocomplete !== "one-time-code");
  }

  function keep(form) {
    const typed = fieldsOf(form).map((field) => [field.name, field.value, field.checked]);
    stored((tab) => tab.setItem(nameOf(form), JSON.stringify(typed)));
  }

  function fillIn(form) {
    const typed = stored((tab) => JSON.parse(tab.getItem(nameOf(form)))) || [];
    for (const field of fieldsOf(form)) {
      const choice = field.type === "checkbox" || field.type === "radio";
      const found = typed.find(([name, value]) => name === field.name && (!choice || value === field.value));
      if (found && choice) field.checked = found[2];
      else if (found) field.value = found[1];
    }
  }

  // Who signs out leaves nothing behind for the next one at this computer.
  function sending(form) {
    const all = new URL(form.action).pathname === "/uitloggen";
    stored((tab) => {
      for (const name of Object.keys(tab)) if (name === nameOf(form) || (all && name.startsWith(KEPT))) tab.removeItem(name);
    });
  }

  // A browser that may store nothing says so by raising; then nothing is kept.
  function stored(ask) {
    try {
      return ask(sessionStorage);
    } catch {
      return null;
    }
  }

  function forget() {
    for (const note of document.querySelectorAll(".b2b-no-network")) note.remove();
  }

  function say(element) {
    forget();
    const note = document.getElementById("no-network").content.firstElementChild.cloneNode(true);
    const form = element.closest("form");
    form ? form.append(note) : element.after(note);
    if (form && form.method === "post") keep(form);
    note.scrollIntoView({ block: "nearest" });
  }

  function isLive(event) {
    return event.detail.elt.matches("[data-live]");
  }

  // First of all listeners: htmx must not send it either.
  document.addEventListener("submit", (event) => {
    if (navigator.onLine) return sending(event.target);
    event.preventDefault();
    event.stopImmediatePropagation();
    say(event.target);
  }, true);

  for (const lost of ["htmx:sendError", "htmx:timeout"]) {
    document.addEventListener(lost, (event) => isLive(event) || say(event.detail.elt));
  }
  // What needs a script is only there with one: copying an address, and the print window.
  for (const button of document.querySelectorAll("[data-copy], [data-print]")) {
    if (button.dataset.copy && !navigator.clipboard) continue;
    button.hidden = false;
    button.addEventListener("click", async () => {
      if (!button.dataset.copy) return window.print();
      await navigator.clipboard.writeText(button.dataset.copy);
      button.querySelector("span").textContent = button.dataset.copied;
    });
  }
  document.addEventListener("htmx:beforeRequest", (event) => isLive(event) || forget());
  window.addEventListener("online", forget);
  for (const form of document.forms) if (form.method === "post") fillIn(form);
})();
