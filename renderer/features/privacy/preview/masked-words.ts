import type { MaskedColumnView } from "../../../../shared/api/privacy-views.ts";

/** Why a cell is what it is. */
export function cellWords({ reason, error, left }: MaskedColumnView, row: number): string {
  // Beyond the window a key is a variable; here it is a button.
  if (error?.code === "secret-missing") return `${error.message} “Make or enter a key…” stands above the rows.`;
  if (error !== undefined) return [error.message, error.hint].filter(Boolean).join(" ");
  return left.includes(row) ? `${reason}: as in the source, since the condition is false` : reason;
}

const narrowest = 82;
const widest = 220;

/** Room for the texts of the page, and for the head over both. Pixels. */
export function columnWidth(
  { name, label, source = [], masked }: Pick<MaskedColumnView, "name" | "label" | "source" | "masked">,
  pairs: boolean,
): { readonly source: number; readonly masked: number; readonly total: number } {
  const head = (name.length + label.length) * 6.4 + 30;
  const before = pairs ? textWidth(source) : 0;
  const after = Math.max(textWidth(masked), Math.min(head, widest * 2) - before);
  return { source: before, masked: after, total: before + after };
}

const textWidth = (texts: readonly (string | null)[]): number =>
  Math.min(widest, Math.max(narrowest, ...texts.map((text) => Math.ceil((text?.length ?? 4) * 7.1 + 20))));
