// When the network is gone a form stays where it is, with what was typed, and a sentence below it says so.
// Without this script a browser shows its own page; loading that again sends the form after all.
(() => {
  "use strict";

  function forget() {
    for (const note of document.querySelectorAll(".b2b-no-network")) note.remove();
  }

  function say(element) {
    forget();
    const note = document.getElementById("no-network").content.firstElementChild.cloneNode(true);
    const form = element.closest("form");
    form ? form.append(note) : element.after(note);
    note.scrollIntoView({ block: "nearest" });
  }

  // First of all listeners: htmx must not send it either.
  document.addEventListener("submit", (event) => {
    if (navigator.onLine) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    say(event.target);
  }, true);

  for (const lost of ["htmx:sendError", "htmx:timeout"]) {
    document.addEventListener(lost, (event) => say(event.detail.elt));
  }
  document.addEventListener("htmx:beforeRequest", forget);
  window.addEventListener("online", forget);
})();
