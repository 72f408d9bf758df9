// A form with data-passkey asks the device for a passkey before it is sent: "make" a new one, or "use" one.
// What the device says goes into the field `credential`, as JSON; the server checks it.

const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (sign) => sign.charCodeAt(0));

const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, "-")
    .replace(/\//g, "_")
    .replace(/=+$/, "");

const named = (credentials) => (credentials ?? []).map((each) => ({ ...each, id: bytes(each.id) }));

// The browser's own parseCreationOptionsFromJSON and toJSON are not yet on every phone.
function question(options) {
  const asked = { ...options, challenge: bytes(options.challenge) };
  if (options.user) asked.user = { ...options.user, id: bytes(options.user.id) };
  if (options.allowCredentials) asked.allowCredentials = named(options.allowCredentials);
  if (options.excludeCredentials) asked.excludeCredentials = named(options.excludeCredentials);
  return asked;
}

function answer(credential) {
  const response = { clientDataJSON: text(credential.response.clientDataJSON) };
  for (const part of ["attestationObject", "authenticatorData", "signature", "userHandle"])
    if (credential.response[part]) response[part] = text(credential.response[part]);
  if (credential.response.getTransports) response.transports = credential.response.getTransports();
  return JSON.stringify({
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    response,
    clientExtensionResults: credential.getClientExtensionResults(),
  });
}

function say(form, what) {
  for (const line of form.querySelectorAll("[data-passkey-says]")) line.hidden = line.dataset.passkeySays !== what;
}

async function ask(form) {
  const publicKey = question(JSON.parse(form.dataset.options));
  say(form, "wait");
  try {
    const devices = navigator.credentials;
    const given = await (form.dataset.passkey === "make" ? devices.create({ publicKey }) : devices.get({ publicKey }));
    form.elements.credential.value = answer(given);
    HTMLFormElement.prototype.submit.call(form);
  } catch (problem) {
    say(form, problem.name === "InvalidStateError" ? "taken" : "stopped");
    for (const button of form.querySelectorAll("button")) button.disabled = false;
  }
}

for (const form of document.querySelectorAll("form[data-passkey]")) {
  say(form, window.PublicKeyCredential ? "" : "unsupported");
  form.addEventListener("submit", (event) => {
    if (!window.PublicKeyCredential) return;
    event.preventDefault();
    for (const button of form.querySelectorAll("button")) button.disabled = true;
    ask(form);
  });
}
