/** The control characters, all of them ASCII. */
export const controls = String.fromCharCode(...Array.from({ length: 32 }, (_, k) => k), 127);

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text between quotes of an attribute, or between tags. Line ends and tabs are written as numbers: a reader would mend them. */
export const xmlText = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/[&<>"\t\n\r]/g, (character) => entities[character] ?? `&#${character.charCodeAt(0)};`);

/** What XML 1.0 cannot hold in any form (section 2.2). */
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/;

/** Why XML cannot hold a text, or undefined. */
export function unwritableInXml(text: string): string | undefined {
  const found = forbidden.exec(text)?.[0];
  if (found === undefined) return undefined;
  return `holds the character U+${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}, which XML has no way to write`;
}

const nameStart = /[\p{L}_]/u;
const nameCharacter = /[\p{L}\p{N}_.-]/u;
const escaped = (character: string): string =>
  `_x${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}_`;

/** A name as an element or attribute; what a name of XML cannot have is written as `_xHHHH_` (ISO 9075-14, section 9.1). */
export function xmlName(name: string): string {
  const characters = [...name.toWellFormed().replaceAll(/_x(?=[0-9A-Fa-f]{4,6}_)/g, "_x005F_x")];
  const safe = characters.map((character, k) =>
    (k === 0 ? nameStart : nameCharacter).test(character) ? character : escaped(character),
  );
  const joined = safe.join("");
  return /^xml/i.test(joined) ? escaped(joined.charAt(0)) + joined.slice(1) : joined === "" ? "_x0000_" : joined;
}
