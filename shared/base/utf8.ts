/** The bytes that {@link writeUtf8} may need at the most for this text. */
export const maxUtf8Length = (text: string): number => text.length * 3;

/**
 * Writes `text` as UTF-8 at `offset` and returns the offset behind it. A lone surrogate becomes U+FFFD, as the Encoding
 * Standard has it. `target` must have {@link maxUtf8Length} bytes free. (`shared/` has no TextEncoder, and for the short
 * texts of a cell a loop is faster.)
 */
export function writeUtf8(target: Uint8Array, offset: number, text: string): number {
  let at = offset;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) {
      target[at++] = unit;
      continue;
    }
    if (unit < 0x800) {
      target[at++] = 0xc0 | (unit >> 6);
      target[at++] = 0x80 | (unit & 63);
      continue;
    }
    let point = unit;
    if (unit >= 0xd800 && unit <= 0xdfff) {
      const next = unit < 0xdc00 && i + 1 < text.length ? text.charCodeAt(i + 1) : 0;
      if (next >= 0xdc00 && next <= 0xdfff) {
        point = 0x10000 + ((unit - 0xd800) << 10) + (next - 0xdc00);
        i++;
        target[at++] = 0xf0 | (point >> 18);
        target[at++] = 0x80 | ((point >> 12) & 63);
        target[at++] = 0x80 | ((point >> 6) & 63);
        target[at++] = 0x80 | (point & 63);
        continue;
      }
      point = 0xfffd;
    }
    target[at++] = 0xe0 | (point >> 12);
    target[at++] = 0x80 | ((point >> 6) & 63);
    target[at++] = 0x80 | (point & 63);
  }
  return at;
}

/** `text` as UTF-8 bytes. */
export function encodeUtf8(text: string): Uint8Array {
  const buffer = new Uint8Array(maxUtf8Length(text));
  return buffer.slice(0, writeUtf8(buffer, 0, text));
}

/** The text of well-formed UTF-8 bytes, as {@link writeUtf8} makes them. */
export function decodeUtf8(bytes: Uint8Array, from = 0, to = bytes.length): string {
  let text = "";
  for (let i = from; i < to;) {
    const lead = bytes[i++] ?? 0;
    if (lead < 0x80) {
      text += String.fromCharCode(lead);
      continue;
    }
    const more = lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3;
    let point = lead & (more === 1 ? 31 : more === 2 ? 15 : 7);
    for (let k = 0; k < more; k++) point = (point << 6) | ((bytes[i++] ?? 0) & 63);
    text += String.fromCodePoint(point);
  }
  return text;
}
