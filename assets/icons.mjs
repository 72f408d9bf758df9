// The icon sprite and the favicon, drawn from Tabler's outline icons (MIT).
import { readFileSync } from "node:fs";
import { join } from "node:path";

// Each icon starts with an invisible square of 24 by 24; the rest is what one sees.
function shapes(modules, name) {
  const file = join(modules, "@tabler", "icons", "icons", "outline", `${name}.svg`);
  let text;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    throw new Error(`icons.txt asks for ${name}, and there is no outline icon of that name.`);
  }
  return [...text.matchAll(/<(path|circle|rect|line|ellipse)\s[^>]*\/>/g)]
    .map((match) => match[0].replace(/\s+/g, " ").replace(" />", "/>"))
    .filter((shape) => !shape.includes('stroke="none"'))
    .join("");
}

const stroke = 'fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"';

export function sprite(modules, names) {
  const symbols = names.map(
    (name) => `<symbol id="${name}" viewBox="0 0 24 24" ${stroke}>${shapes(modules, name)}</symbol>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join("")}</svg>\n`;
}

// A neutral emblem: no coat of arms and no logo of any municipality.
export function favicon(modules) {
  return (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="#0b3f45"/>' +
    `<g transform="translate(4 4)" fill="none" stroke="#f6bd4a" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">` +
    `${shapes(modules, "heart-handshake")}</g></svg>\n`
  );
}
