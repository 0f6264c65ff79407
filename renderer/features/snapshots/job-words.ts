import type { JobProgress } from "../../../shared/api/views.ts";
import { formatInteger } from "../../components/format.ts";

/** What a save or a restore does just now, and how much of it is done: of one, where that is known. */
export function jobWords(
  progress: JobProgress | null,
  rowsWords: string,
): { readonly words: string; readonly share: number | undefined } {
  if (progress === null) return { words: rowsWords, share: undefined };
  const { phase, rows, totalRows, share } = progress;
  if (phase === "copying") return { words: "The engine copies the database", share };
  if (phase === "preparing") return { words: "Emptying the tables", share: undefined };
  if (phase === "committing") return { words: "Making the rows stand", share: undefined };
  if (totalRows === 0) return { words: rowsWords, share: undefined };
  return { words: `${rowsWords}: ${formatInteger(rows)} of ${formatInteger(totalRows)}`, share: rows / totalRows };
}
