import type { FindingView } from "../../../../shared/api/privacy-views.ts";
import { selectColumn, selectTable } from "../../../state/session-store.ts";

/** Selects a finding's column: the preview beside it, and the designer, follow. */
export function selectFinding({ table, column }: Pick<FindingView, "table" | "column">): void {
  selectTable(table);
  selectColumn(column);
}
