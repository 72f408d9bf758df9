// Who made what we pass on, and under which licence: one list, and the text of each licence once.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const passedOn = (name) => name.startsWith("@utrecht/") || name.startsWith("@nl-design-system-candidate/") || name === "htmx.org" || name === "@tabler/icons";

export function notices(here) {
  const wanted = JSON.parse(readFileSync(join(here, "package.json"), "utf8")).dependencies;
  const texts = new Map();
  const lines = [];
  for (const name of Object.keys(wanted).filter(passedOn).sort()) {
    const folder = join(here, "node_modules", name);
    const { version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    lines.push(`${name} ${version} (${license})`);
    const file = ["LICENSE", "LICENSE.md", "LICENSE.txt"].map((n) => join(folder, n)).find(existsSync);
    if (file && !texts.has(license)) texts.set(license, readFileSync(file, "utf8").trim());
  }
  const licences = [...texts].map(([license, text]) => `${license}\n\n${text}`);
  return (
    "The style sheet, icons and script of this site hold parts of these packages. The component style\n" +
    "sheets were made by Frameless, Gemeente Utrecht and the NL Design System community; they are changed\n" +
    "here: what is not used is left out, and our own rules and values are added.\n\n" +
    `${lines.join("\n")}\n\n\n${licences.join("\n\n\n")}\n`
  );
}
