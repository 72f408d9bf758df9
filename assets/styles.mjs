// app.css: component CSS of the NL Design System, cut down to what the templates use, then our own.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { transform } from "lightningcss";
import postcss from "postcss";
import values from "postcss-value-parser";
import { PurgeCSS } from "purgecss";

// Our own files, in the order of the cascade. The map from theme values to tokens comes first.
const OWN = ["theme", "tokens", "base", "layout", "forms", "cards", "lists", "blocks", "messages", "places", "people", "figures", "media"];
// Classes that templates put together from a part and a value, and headings of every size.
const BUILT = [/^utrecht-heading-[123]$/, /^utrecht-alert--/, /^utrecht-status-badge--/, /^utrecht-form-(field|label)--/, /--invalid$/];
const version = (major) => major << 16;

export async function appStyles(here, root) {
  const own = OWN.map((name) => readFileSync(join(here, "css", `${name}.css`), "utf8")).join("\n");
  const templates = read(join(root, "templates"), ".html");
  const purged = await new PurgeCSS().purge({
    content: [{ raw: templates, extension: "html" }],
    css: [{ raw: components(here) }],
    safelist: { standard: BUILT },
  });
  const sheet = shake(purged[0].css, properties(own));
  tell(templates, sheet + own);
  const { code } = transform({
    filename: "app.css",
    code: Buffer.from(sheet + own),
    minify: true,
    targets: { chrome: version(90), firefox: version(90), safari: version(15) },
  });
  const notice = "/*! Holds component styles of the NL Design System (EUPL-1.2), changed; see notices.txt beside this file. */";
  return `${notice}\n${code}\n`;
}

function read(folder, ending) {
  const names = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(ending)).sort();
  return names.map((name) => readFileSync(join(folder, name), "utf8")).join("\n");
}

function components(here) {
  const { dependencies } = JSON.parse(readFileSync(join(here, "package.json"), "utf8"));
  const names = Object.keys(dependencies).filter((name) => name.endsWith("-css"));
  const files = names.map((name) => {
    const folder = join(here, "node_modules", name, "dist");
    const index = join(folder, "index.css");
    return existsSync(index) ? index : join(folder, `${name.split("/")[1].replace(/-css$/, "")}.css`);
  });
  return files.map((file) => readFileSync(file, "utf8").replace(/^@charset.*?;|\/\*# sourceMappingURL.*?\*\//gm, "")).join("\n");
}

function properties(css) {
  return new Set([...css.matchAll(/(--[\w-]+)\s*:/g)].map((match) => match[1]));
}

// A declaration whose token has no value and no fallback would silently become "unset". Such declarations go,
// fallbacks take the place of tokens nobody sets, and what nobody reads goes too, until nothing changes.
function shake(css, known) {
  const sheet = postcss.parse(css);
  for (let changed = true; changed; ) {
    changed = false;
    const set = new Set(known);
    sheet.walkDecls(/^--/, (declaration) => void set.add(declaration.prop));
    sheet.walkDecls((declaration) => {
      const value = values(declaration.value);
      const outcome = settle(value.nodes, set);
      if (outcome === "lost") declaration.remove();
      else if (outcome === "settled") declaration.value = values.stringify(value.nodes);
      changed ||= outcome !== "same";
    });
    const used = new Set();
    sheet.walkDecls(({ value }) => [...value.matchAll(/var\(\s*(--[\w-]+)/g)].forEach((match) => used.add(match[1])));
    sheet.walkDecls(/^--/, (declaration) => {
      if (used.has(declaration.prop)) return;
      declaration.remove();
      changed = true;
    });
  }
  sheet.walkComments((comment) => comment.remove());
  sheet.walkRules((rule) => void (rule.nodes.length || rule.remove()));
  sheet.walkAtRules((rule) => void (!rule.nodes || rule.nodes.length || rule.remove()));
  return sheet.toString();
}

function settle(nodes, set) {
  let outcome = "same";
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at];
    if (node.type !== "function") continue;
    const token = node.value === "var" ? node.nodes.find((part) => part.type === "word").value : null;
    if (token && !set.has(token)) {
      const comma = node.nodes.findIndex((part) => part.type === "div" && part.value === ",");
      if (comma < 0) return "lost";
      nodes.splice(at--, 1, ...node.nodes.slice(comma + 1));
      outcome = "settled";
      continue;
    }
    const inside = settle(node.nodes, set);
    if (inside === "lost") {
      if (!token) return "lost";
      // The token itself has a value: only its fallback is empty.
      node.nodes.splice(node.nodes.findIndex((part) => part.type === "div"));
    }
    if (inside !== "same") outcome = "settled";
  }
  return outcome;
}

// A class without a style is nearly always a typing error; a value without a meaning always is.
function tell(templates, css) {
  const defined = properties(css);
  const missing = [...new Set([...css.matchAll(/var\(\s*(--b2b-[\w-]+)/g)].map((match) => match[1]))].filter((name) => !defined.has(name));
  if (missing.length) throw new Error(`Our style sheets use values that no theme has: ${missing.join(", ")}.`);
  const styled = new Set([...css.matchAll(/\.(b2b-[\w-]+)/g)].map((match) => match[1]));
  const used = new Set([...templates.matchAll(/(?<=[\s"])b2b-[a-z][\w-]*(?=[\s"{])/g)].map((match) => match[0]));
  const plain = [...used].filter((name) => !styled.has(name) && !name.endsWith("--"));
  if (plain.length) console.warn(`No style sheet knows these classes: ${plain.sort().join(", ")}`);
}
