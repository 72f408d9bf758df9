// Builds static/dist/ (or the folder it is given) from pinned packages and our own style sheets:
//   app.<hash>.css     component CSS, purged over the templates, without tokens nobody sets, and our own on top
//   htmx.<hash>.js     as published
//   passkeys.<hash>.js our own, as it is written
//   push.<hash>.js, push-worker.<hash>.js  our own: ask a browser to show that there is news, and show it
//   live.<hash>.js     our own: parts of a page that look whether there is something new
//   site.<hash>.js     our own few lines: what a form does when the network is gone
//   icons.<hash>.svg   a sprite of the names in icons.txt
//   favicon.<hash>.svg, notices.<hash>.txt, a .br and a .gz beside each, and manifest.json
// The files of the build before this one stay (previous.json names them): pages that are open, and a site that
// still runs, go on asking for those.
// Run `npm ci --ignore-scripts` first. The same input always gives the same names.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

import { appStyles } from "./styles.mjs";
import { favicon, sprite } from "./icons.mjs";
import { notices } from "./notices.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(here);
const dist = process.argv[2] ?? join(root, "static", "dist");
const modules = join(here, "node_modules");

function hashed(name, text) {
  const hash = createHash("sha256").update(text).digest("hex").slice(0, 10);
  const dot = name.lastIndexOf(".");
  return `${name.slice(0, dot)}.${hash}${name.slice(dot)}`;
}

function write(name, text) {
  const bytes = Buffer.from(text);
  const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } };
  writeFileSync(join(dist, name), bytes);
  writeFileSync(join(dist, `${name}.br`), brotliCompressSync(bytes, brotli));
  writeFileSync(join(dist, `${name}.gz`), gzipSync(bytes, { level: 9 }));
  return bytes.length;
}

if (!existsSync(modules)) {
  console.error("assets/node_modules is not there. Run `npm ci --ignore-scripts` in assets/ first, or start with bin/run.");
  process.exit(1);
}

const icons = readFileSync(join(here, "icons.txt"), "utf8").split("\n").filter(Boolean);
const files = {
  "app.css": await appStyles(here, root),
  "htmx.js": readFileSync(join(modules, "htmx.org", "dist", "htmx.min.js"), "utf8"),
  "site.js": readFileSync(join(here, "js", "site.js"), "utf8"),
  "live.js": readFileSync(join(here, "js", "live.js"), "utf8"),
  "passkeys.js": readFileSync(join(here, "js", "passkeys.js"), "utf8"),
  "push.js": readFileSync(join(here, "js", "push.js"), "utf8"),
  "push-worker.js": readFileSync(join(here, "js", "push-worker.js"), "utf8"),
  "icons.svg": sprite(modules, icons),
  "favicon.svg": favicon(modules),
  "notices.txt": notices(here),
};

mkdirSync(dist, { recursive: true });
const manifest = {};
for (const [name, text] of Object.entries(files)) {
  manifest[name] = hashed(name, text);
  const size = write(manifest[name], text);
  console.log(`${manifest[name].padEnd(24)} ${size} bytes`);
}
// A manifest appears at once: a server that starts meanwhile sees the old build or the new one, whole.
function put(name, names) {
  writeFileSync(join(dist, `${name}.new`), JSON.stringify(names, null, 1) + "\n");
  renameSync(join(dist, `${name}.new`), join(dist, name));
}

function get(name) {
  try {
    return JSON.parse(readFileSync(join(dist, name), "utf8"));
  } catch {
    return {}; // the first build, or one that was cut off
  }
}

const before = get("manifest.json");
const changed = JSON.stringify(before) !== JSON.stringify(manifest);
const previous = changed ? before : get("previous.json");
put("previous.json", previous);
put("manifest.json", manifest);

const kept = [...Object.values(previous), ...Object.values(manifest)];
const current = new Set(["manifest.json", "previous.json", ...kept.flatMap((name) => [name, `${name}.br`, `${name}.gz`])]);
for (const old of readdirSync(dist).filter((name) => !current.has(name))) rmSync(join(dist, old));
