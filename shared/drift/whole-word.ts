/** Finds a name where it stands alone, and not as a part of another name or between single quotes. */
export const wholeWord = (word: string): RegExp =>
  new RegExp(
    `(?<![\\p{L}\\p{N}_'])${word.replaceAll(/[\\^$.|?*+()[\]{}/-]/g, String.raw`\$&`)}(?![\\p{L}\\p{N}_'])`,
    "gu",
  );
