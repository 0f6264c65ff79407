import type { MaskedPage } from "../../../../shared/api/privacy-views.ts";
import { formatInteger } from "../../../components/format.ts";

/** "Rows 10,415 and 10,419 are the same person, so they get the same mask in every table." Undefined where none are. */
export function peopleWords({ same, columns, start }: MaskedPage): string | undefined {
  const [rows] = same;
  if (rows === undefined) return undefined;
  const numbers = rows.map((row) => formatInteger(row + 1));
  const last = numbers.at(-1) ?? "";
  const who = `Rows ${numbers.slice(0, -1).join(", ")} and ${last} are the same person`;
  const masked = columns.filter(
    ({ looksLike, decision, error }) => looksLike !== undefined && decision === "masked" && error === undefined,
  );
  if (masked.length === 0) return `${who}.`;
  const alike = masked.every((column) => new Set(rows.map((row) => column.masked[row - start] ?? null)).size === 1);
  return alike ? `${who}, so they get the same mask in every table.` : `${who}, and not all of their masks are alike.`;
}
