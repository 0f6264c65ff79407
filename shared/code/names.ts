import { toAscii } from "../base/transliterate.ts";

/** How a language writes a name. */
export type NameStyle = "camel" | "pascal" | "snake" | "upper";

/**
 * An identifier for each text, in their order: ASCII words in the style, never a reserved word, never two alike. A text
 * without a letter or digit is called `fallback`, which also stands before a digit at the beginning; what would be a second of a name gets 2, 3, … behind it.
 */
export function identifiers(
  texts: readonly string[],
  style: NameStyle,
  reserved: ReadonlySet<string>,
  fallback: string,
): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const text of texts) {
    const plain = styled(text, style) || fallback;
    const safe = reserved.has(plain) ? `${plain}_` : /^\d/.test(plain) ? styled(`${fallback} ${plain}`, style) : plain;
    let name = safe;
    // Names that differ in case only are too easily taken for each other.
    for (let count = 2; taken.has(name.toLowerCase()); count++)
      name = `${safe}${style === "camel" || style === "pascal" ? "" : "_"}${count}`;
    taken.add(name.toLowerCase());
    names.set(text, name);
  }
  return names;
}

function styled(text: string, style: NameStyle): string {
  const words = toAscii(text)
    .replace(/['’]/g, "")
    .replaceAll(/([a-z\d])([A-Z])/g, "$1 $2")
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== "")
    .map((word) => word.toLowerCase());
  if (style === "snake") return words.join("_");
  if (style === "upper") return words.join("_").toUpperCase();
  const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
  return words.map((word, at) => (at === 0 && style === "camel" ? word : capital(word))).join("");
}
