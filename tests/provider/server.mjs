// A real OpenID provider on this machine: the package oidc-provider, with staff of a made-up municipality.
// Told by the environment: OP_ISSUER, OP_PACKAGES (where its package is installed), OP_CLIENTS and OP_PEOPLE (JSON).
// Signing in there is one form: who. Nothing is asked for, because what is tested is on the other side.
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const installed = createRequire(join(process.env.OP_PACKAGES, "package.json"));
const { default: Provider } = await import(pathToFileURL(installed.resolve("oidc-provider")));

const issuer = process.env.OP_ISSUER;
const people = JSON.parse(process.env.OP_PEOPLE);

const provider = new Provider(issuer, {
  clients: JSON.parse(process.env.OP_CLIENTS),
  clientDefaults: { grant_types: ["authorization_code"], response_types: ["code"] },
  pkce: { required: () => true },
  acrValues: ["urn:one-factor", "urn:two-factors"],
  claims: {
    openid: ["sub", "acr", "amr"],
    profile: ["name", "given_name", "groups"],
    email: ["email", "email_verified"],
    auth_time: null,
    sid: null,
    iss: null,
  },
  conformIdTokenClaims: false, // the ID token carries what was asked for, as Entra ID and Keycloak do
  features: {
    devInteractions: { enabled: false },
    backchannelLogout: { enabled: true },
    rpInitiatedLogout: { enabled: true, logoutSource: (ctx, form) => { ctx.body = `<!doctype html><title>Out</title>${form}`; } },
  },
  // Its own guard keeps it from calling this machine, which is where our site is.
  fetch: (url, { dispatcher: _guard, ...options }) => globalThis.fetch(url, options),
  cookies: { keys: ["a key of the tests"] },
  ttl: { AccessToken: 300, AuthorizationCode: 60, IdToken: 300, Interaction: 600, Session: 3600, Grant: 3600 },
  interactions: { url: (ctx, interaction) => `/sign-in/${interaction.uid}` },
  async findAccount(_ctx, id) {
    const person = Object.values(people).find((each) => each.sub === id);
    return person && { accountId: id, claims: async () => ({ ...person, acr: undefined, amr: undefined }) };
  },
});

const words = (req) =>
  new Promise((done) => {
    let text = "";
    req.on("data", (part) => { text += part; }).on("end", () => done(new URLSearchParams(text)));
  });

provider.use(async (ctx, next) => {
  if (!ctx.path.startsWith("/sign-in/")) return next();
  if (ctx.method === "GET") {
    ctx.type = "html";
    ctx.body = '<!doctype html><html lang="en"><title>Who?</title><h1>Who?</h1><form method="post"><input name="who"><button>In</button></form>';
    return undefined;
  }
  const person = people[(await words(ctx.req)).get("who")];
  const { params } = await provider.interactionDetails(ctx.req, ctx.res);
  ctx.respond = false;
  if (!person) return provider.interactionFinished(ctx.req, ctx.res, { error: "access_denied", error_description: "no" });
  const grant = new provider.Grant({ accountId: person.sub, clientId: params.client_id });
  grant.addOIDCScope(params.scope);
  const login = { accountId: person.sub, acr: person.acr, amr: person.amr };
  return provider.interactionFinished(ctx.req, ctx.res, { login, consent: { grantId: await grant.save() } });
});

provider.listen(Number(new URL(issuer).port), "127.0.0.1", () => console.log("listening"));
