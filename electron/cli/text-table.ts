export interface TextColumn {
  readonly name: string;
  readonly align: "start" | "end";
  readonly cells: readonly (string | null)[];
}

const widest = 60;

/** What a cell shows on one line of a terminal: control characters as their pictures, long texts cut. */
function shown(cell: string | null): string {
  if (cell === null) return "NULL";
  const line = cell.replaceAll(/[\u0000-\u001F]/g, (control) => String.fromCharCode(0x2400 + control.charCodeAt(0)));
  const safe = line.replaceAll(/[\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g, "\uFFFD");
  return width(safe) <= widest ? safe : `${[...safe].slice(0, widest - 1).join("")}…`;
}

/** Columns that a text takes; wide for East Asian letters, none for combining marks. */
function width(text: string): number {
  let columns = 0;
  for (const letter of text) {
    if (/\p{Mn}|\p{Me}|\p{Cf}/u.test(letter)) continue;
    columns +=
      /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\uFFE0-\uFFE6]|\p{Emoji_Presentation}/u.test(
        letter,
      )
        ? 2
        : 1;
  }
  return columns;
}

/** Rows as an aligned table with a line under the names. */
export function textTable(columns: readonly TextColumn[]): string {
  const texts = columns.map(({ name, align, cells }) => {
    const lines = [shown(name), ...cells.map(shown)];
    const most = Math.max(...lines.map(width));
    const pad = (text: string): string => {
      const space = " ".repeat(most - width(text));
      return align === "end" ? space + text : text + space;
    };
    const [head = "", ...body] = lines.map(pad);
    return [head, "─".repeat(most), ...body];
  });
  const height = Math.max(0, ...texts.map((lines) => lines.length));
  const rows = Array.from({ length: height }, (_, row) => texts.map((lines) => lines[row] ?? "").join("  "));
  return rows.map((row) => `${row.trimEnd()}\n`).join("");
}
