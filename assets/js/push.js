// The form with data-push asks the browser, on a tap and never by itself, to show that there is news.
// What the browser makes goes into the field `subscription`, as JSON; the server checks it.
const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (sign) => sign.charCodeAt(0));

async function subscription(key) {
  await navigator.serviceWorker.register("/meldingen.js");
  const worker = await navigator.serviceWorker.ready;
  return worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytes(key) });
}

for (const form of document.querySelectorAll("form[data-push]")) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    for (const button of form.querySelectorAll("button")) button.disabled = true;
    try {
      form.elements.subscription.value = JSON.stringify(await subscription(form.dataset.push));
    } catch {
      form.elements.subscription.value = ""; // the page says what now
    }
    HTMLFormElement.prototype.submit.call(form);
  });
}
