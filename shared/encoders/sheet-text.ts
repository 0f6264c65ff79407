import { xmlText } from "./xml-text.ts";

/** What XML cannot hold, and what would be read as the escape for it. */
const escaped = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|_(?=x[0-9A-Fa-f]{4}_)/g;

/** A text of a sheet, where `_xHHHH_` stands for a character that XML has no way to write (ISO 29500-1, 22.9.2.19). */
export const sheetText = (text: string): string => xmlText(text.toWellFormed().replaceAll(escaped, escape));

const escape = (character: string): string =>
  `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;
