import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { SessionView } from "../../../shared/api/views.ts";
import type { TableId } from "../../../shared/schema/schema-model.ts";
import { trpc } from "../../host/api.ts";
import { paletteIndex, type PaletteIndex } from "./palette-items.ts";

/** What can be found by name: every table and column; of columns the selected table's only, where the backend does not tell. */
export function usePaletteIndex(view: SessionView | null, selected: TableId | null): PaletteIndex {
  const table = useQuery({
    ...trpc.design.table.queryOptions({ session: view?.session ?? "", table: selected ?? "" }),
    enabled: view !== null && view.columnNames === undefined && selected !== null,
  });
  const shape = table.data;
  return useMemo(() => {
    const seen = shape ? { [shape.id]: shape.columns.map(({ column }) => column.name) } : {};
    return paletteIndex(view?.tables ?? [], view?.columnNames ?? seen);
  }, [view?.tables, view?.columnNames, shape]);
}
