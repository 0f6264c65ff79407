import { IconFilter, IconX } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { TableView } from "../../../../shared/api/views.ts";
import { formatInteger } from "../../../components/format.ts";
import { SampleBox } from "../../sample/SampleBox.tsx";
import { setFilter, useDesigner } from "../designer-store.ts";
import { ProblemsButton } from "./ProblemsButton.tsx";
import { RowsBox } from "./RowsBox.tsx";
import { TableMenu } from "./TableMenu.tsx";

interface Props {
  readonly table: TableView;
}

/** The table's name, what is known of its columns, its row count, and what concerns it as a whole. */
export function DesignerHead({ table }: Props): ReactNode {
  const filter = useDesigner((state) => state.filter);
  const words = tableWords(table);
  return (
    <header className="pane-head dh">
      <h1 className="clip" title={table.comment ?? table.name}>
        {table.name}
      </h1>
      {filter === null ? (
        <span className="t3 sm clip dh-words" title={words}>
          {words}
        </span>
      ) : (
        <FilterBox text={filter} />
      )}
      <span className="grow" />
      {table.mode === "mask" ? <SampleBox table={table} /> : <RowsBox table={table} />}
      <span className="vsep dh-sep" />
      <button
        type="button"
        className={filter === null ? "ibtn" : "ibtn is-on"}
        aria-label="Filter columns"
        aria-pressed={filter !== null}
        title="Filter columns"
        onClick={() => setFilter(filter === null ? "" : null)}
      >
        <IconFilter className="i" stroke={1.5} aria-hidden="true" />
      </button>
      <ProblemsButton table={table} />
      <TableMenu table={table} />
    </header>
  );
}

function FilterBox({ text }: { readonly text: string }): ReactNode {
  return (
    <span className="field dh-filter">
      <input
        className="vb-input"
        aria-label="Filter columns by name, type or rule"
        placeholder="Name, type or rule"
        value={text}
        autoFocus
        onChange={(event) => setFilter(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") setFilter(null);
        }}
      />
      <button
        type="button"
        aria-label="Clear the filter"
        title="Clear the filter (Esc)"
        onClick={() => setFilter(null)}
      >
        <IconX className="i i-xs" stroke={1.5} aria-hidden="true" />
      </button>
    </span>
  );
}

/** "12 columns · 11 inferred · 1 edited". */
function tableWords(table: Pick<TableView, "columns" | "mode">): string {
  const count = table.columns.length;
  const edited = table.columns.filter((column) => column.edited).length;
  const computed = table.columns.filter((column) => column.column.generated !== undefined).length;
  const inferred = count - edited - computed;
  return [
    `${formatInteger(count)} ${count === 1 ? "column" : "columns"}`,
    inferred > 0 ? `${formatInteger(inferred)} inferred` : "",
    computed > 0 ? `${computed} computed` : "",
    edited > 0 ? `${edited} edited` : "",
  ]
    .filter(Boolean)
    .join(" · ");
}
