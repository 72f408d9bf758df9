// Parts of a page that look now and then whether there is something new (b2b/web/live.py). Never in a tab that nobody
// sees, ever less often while nobody touches the page, and never in a part where somebody is busy. What is new is told
// once, politely, by the line beside the part.
(() => {
  "use strict";

  const SOON = 20000;
  const LATE = 240000;
  const shown = new WeakMap();
  const before = new WeakMap();
  let wait = SOON;
  let timer = 0;

  function plan() {
    clearTimeout(timer);
    if (!document.hidden) timer = setTimeout(look, wait);
  }

  function look() {
    for (const part of document.querySelectorAll("[data-live]")) if (!isBusy(part)) part.dispatchEvent(new Event("look"));
    wait = Math.min(wait * 1.5, LATE);
    plan();
  }

  function soon() {
    if (wait === SOON) return;
    wait = SOON;
    plan();
  }

  function isBusy(part) {
    return part.contains(document.activeElement);
  }

  function wordsOf(part) {
    return part.querySelector("[data-say]")?.dataset.say ?? "";
  }

  function onLive(name, listen) {
    document.addEventListener(name, (event) => {
      if (event.detail.elt.matches("[data-live]")) listen(event, event.detail.elt);
    });
  }

  document.addEventListener("visibilitychange", () => {
    wait = SOON;
    if (document.hidden) clearTimeout(timer);
    else look();
  });
  for (const touch of ["keydown", "pointerdown"]) document.addEventListener(touch, soon, { passive: true });

  // Who was signed out meanwhile stays where they are, with what they typed; so does who has no network for a moment.
  onLive("htmx:beforeOnLoad", (event) => {
    const answer = event.detail.xhr;
    if (answer.status !== 200 || answer.getResponseHeader("HX-Redirect")) event.preventDefault();
  });
  onLive("htmx:beforeSwap", (event, part) => {
    const fresh = event.detail.serverResponse;
    if (isBusy(part) || shown.get(part) === fresh) event.detail.shouldSwap = false;
    else shown.set(part, fresh);
    before.set(part, wordsOf(part));
  });
  onLive("htmx:afterSwap", (_event, part) => {
    const words = wordsOf(part);
    if (words !== before.get(part)) part.parentElement.querySelector("[data-said]").textContent = words;
  });
  // What the page itself did not count is asked at once.
  window.addEventListener("load", () => {
    for (const part of document.querySelectorAll("[data-live=now]")) part.dispatchEvent(new Event("look"));
  });
  plan();
})();
