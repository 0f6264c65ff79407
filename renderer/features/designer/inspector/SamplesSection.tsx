import type { ReactNode } from "react";
import type { TableView } from "../../../../shared/api/views.ts";
import { formatInteger } from "../../../components/format.ts";
import { goToRow, useSelection } from "../../../state/session-store.ts";
import { useFocusPage } from "../queries.ts";

interface Props {
  readonly table: TableView;
  readonly column: string;
}

/** The column's values in the focus row and the rows after it; a click goes to the row. */
export function SamplesSection({ table, column }: Props): ReactNode {
  const { row } = useSelection();
  const { data } = useFocusPage(table.id, row, table.rowCount > 0);
  const cells = data?.columns.find(({ name }) => name === column)?.cells ?? [];
  const start = data?.start ?? row;
  if (cells.length === 0) return null;
  return (
    <section>
      <div className="sec-h sec-tight">
        Samples<span className="meta">from row {formatInteger(start + 1)}</span>
      </div>
      <div className="samples">
        {cells.map((cell, index) => (
          <button
            key={start + index}
            type="button"
            className="clip sm-value"
            title={`Row ${formatInteger(start + index + 1)}: ${cell ?? "NULL"}`}
            onClick={() => goToRow(start + index)}
          >
            {cell === null ? (
              <span className="nul">NULL</span>
            ) : cell === "" ? (
              <span className="nul">empty</span>
            ) : (
              cell.slice(0, 80)
            )}
          </button>
        ))}
      </div>
    </section>
  );
}
