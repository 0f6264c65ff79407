import { useMemo, type ReactNode } from "react";
import type { Distribution, TableView } from "../../../../shared/api/views.ts";
import { EmptyState } from "../../../components/EmptyState.tsx";
import { usePaneSize } from "../../../components/pane-size.ts";
import { PaneSplitter } from "../../../components/PaneSplitter.tsx";
import { useDraft, useSelection, useSession } from "../../../state/session-store.ts";
import { setFilter, useDesigner } from "../designer-store.ts";
import { ruleInForce } from "../logic/bulk-edits.ts";
import { useCatalogue, useFocusPage, useSparks } from "../queries.ts";
import { ColumnGrid, gridHeadHeight, gridRowHeight } from "./ColumnGrid.tsx";
import type { GridRow } from "./grid-columns.tsx";

interface Props {
  readonly table: TableView;
  /** Pixels; 0 before it was measured. */
  readonly centreHeight: number;
}

/** The column grid at its natural height, at most 55% of the centre, until its splitter was moved. */
export function ColumnsPane({ table, centreHeight: whole }: Props): ReactNode {
  const project = useSession((state) => state.view?.folder ?? state.view?.name ?? "");
  const [stored, store] = usePaneSize(project, "columns", 0);
  const filter = useDesigner((state) => state.filter);
  const rows = useGridRows(table, filter ?? "");
  const natural = Math.min(gridHeadHeight + table.columns.length * gridRowHeight, Math.round(whole * 0.55));
  const maximum = Math.max(160, whole - 48 - 40 - 120);
  const height = Math.min(maximum, stored > 0 ? stored : natural);

  return (
    <>
      <div className="cg-pane" style={whole === 0 ? undefined : { height }}>
        {rows.length === 0 ? (
          <EmptyState
            title={`No column matches “${filter ?? ""}”`}
            actions={
              <button type="button" className="btn btn-sm" onClick={() => setFilter(null)}>
                Clear the filter
              </button>
            }
          />
        ) : (
          <ColumnGrid name={table.name} rows={rows} />
        )}
      </div>
      <PaneSplitter
        label="Columns"
        orientation="horizontal"
        side="before"
        size={height}
        minimum={gridHeadHeight + 2 * gridRowHeight}
        maximum={maximum}
        initial={natural}
        // The natural height is not stored: the pane then follows the number of columns.
        onResize={(size) => store(size === natural ? 0 : size)}
      />
    </>
  );
}

function useGridRows(table: TableView, filter: string): readonly GridRow[] {
  const { row } = useSelection();
  const draft = useDraft();
  const { byId } = useCatalogue();
  const made = table.mode === "generate" && table.rowCount > 0;
  const read = table.mode === "mask" && table.rowCount > 0;
  const { data: page } = useFocusPage(table.id, row, made || read);
  const { data: sparks } = useSparks(table.id, made);
  return useMemo(() => {
    const samples = new Map(made || read ? page?.columns.map((column) => [column.name, column]) : []);
    const words = filter.trim().toLowerCase();
    return table.columns
      .filter(
        ({ column, label }) => words === "" || `${column.name} ${column.type} ${label}`.toLowerCase().includes(words),
      )
      .map((view): GridRow => {
        const sample = samples.get(view.column.name);
        const rule = ruleInForce(draft, table.id, view);
        const card = view.rule.kind === "generate" ? byId.get(view.rule.generator) : undefined;
        return {
          table: table.id,
          view,
          rule,
          sample:
            sample && sample.cells.length > 0 ? { text: sample.cells[0] ?? null, written: sample.written } : undefined,
          spark: made ? withRest(sparks?.columns[view.column.name]) : undefined,
          code:
            card?.fields.some(
              ({ control }) => control === "pattern" || control === "template" || control === "expression",
            ) ?? false,
        };
      });
  }, [table, draft, byId, page, sparks, filter, made, read]);
}

/** Shares are the most frequent values only; what is left of the whole is drawn as one more. */
function withRest(distribution: Distribution | undefined): Distribution | undefined {
  if (distribution?.kind !== "shares") return distribution;
  const rest = 1 - distribution.values.reduce((sum, { share }) => sum + share, 0);
  return rest < 0.005
    ? distribution
    : { kind: "shares", values: [...distribution.values, { label: "other values", share: rest }] };
}
