import { useQuery } from "@tanstack/react-query";
import type { SessionView } from "../../../shared/api/views.ts";
import type { TableId } from "../../../shared/schema/schema-model.ts";
import { trpc } from "../../host/api.ts";

/** The columns that can be found by name: all, or those of the selected table where the backend does not tell. */
export function usePaletteColumns(
  view: SessionView | null,
  selected: TableId | null,
): Readonly<Record<TableId, readonly string[]>> {
  const table = useQuery({
    ...trpc.design.table.queryOptions({ session: view?.session ?? "", table: selected ?? "" }),
    enabled: view !== null && view.columnNames === undefined && selected !== null,
  });
  if (view?.columnNames) return view.columnNames;
  return table.data ? { [table.data.id]: table.data.columns.map(({ column }) => column.name) } : {};
}
