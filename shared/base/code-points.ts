/** The characters of a text as Unicode has them: what databases count where a column's length is in characters. */
export const codePoints = (text: string): readonly string[] => Array.from(text);

/** How many code points a text has. */
export const codePointLength = (text: string): number => codePoints(text).length;
