import { useEffect, type ReactNode } from "react";
import type { FindingsView } from "../../../../shared/api/privacy-views.ts";
import type { SessionView } from "../../../../shared/api/views.ts";
import { EmptyState } from "../../../components/EmptyState.tsx";
import { ErrorCallout } from "../../../components/ErrorCallout.tsx";
import { errorView } from "../../../host/error-view.ts";
import { openProjectFolder } from "../../../state/project-actions.ts";
import { edit, useSelection } from "../../../state/session-store.ts";
import { PrivacyCards } from "../cards/PrivacyCards.tsx";
import { modeWords } from "../../designer/head/TableModeItems.tsx";
import { MaskAllTables } from "../findings/MaskAllTables.tsx";
import { reportMasked, usePrivacy } from "../privacy-store.ts";
import { useMaskedPage } from "../queries.ts";
import { useCountedRows } from "../use-counted-rows.ts";
import { MaskedGrid } from "./MaskedGrid.tsx";
import { MaskedToolbar } from "./MaskedToolbar.tsx";
import { MissingKey } from "./MissingKey.tsx";
import { PeopleNote } from "./PeopleNote.tsx";

interface Props {
  readonly view: SessionView;
  readonly findings: FindingsView | undefined;
}

/** The rows of a table before and after masking, and what that comes to. */
export function PreviewPane({ view, findings }: Props): ReactNode {
  const { table: selected } = useSelection();
  const { folder } = view;
  const found = findings?.findings.map(({ table }) => table) ?? [];
  const table = view.tables.find(({ id }) => id === (selected ?? found[0])) ?? view.tables[0];
  if (table === undefined) return <section className="center" aria-label="Masked preview" />;
  return (
    <section className="center masked" aria-label="Masked preview">
      {table.mode === "mask" && view.source.connected ? (
        <>
          <MaskedTable key={table.id} table={table.id} />
          <PrivacyCards session={view.session} table={table.id} />
        </>
      ) : (
        <>
          <div className="toolbar">
            <h2 className="clip">{table.id}</h2>
          </div>
          {view.source.connected ? (
            <EmptyState
              title={`The rows of ${table.id} are ${modeWords[table.mode]}`}
              actions={
                <>
                  <MaskAllTables />
                  <button
                    type="button"
                    className="btn btn-sm btn-quiet"
                    onClick={() => edit({ kind: "set-mode", table: table.id, mode: "mask" })}
                  >
                    Only those of {table.id}
                  </button>
                </>
              }
            >
              Nothing of it comes from the source, so there is nothing to mask.
            </EmptyState>
          ) : (
            <EmptyState
              title="The source cannot be read"
              actions={
                folder === undefined ? null : (
                  <button type="button" className="btn btn-sm" onClick={() => void openProjectFolder(folder)}>
                    Try again
                  </button>
                )
              }
            >
              {view.source.message ?? "Connect the project to its source to see rows before and after masking."}
            </EmptyState>
          )}
        </>
      )}
    </section>
  );
}

function MaskedTable({ table }: { readonly table: string }): ReactNode {
  const start = usePrivacy((state) => state.start[table] ?? 0);
  const { data: page, error, isPlaceholderData: late } = useMaskedPage(table, start, true);
  useCountedRows(table);
  useEffect(() => {
    if (page) reportMasked({ rows: page.maskedRows, elapsed: page.elapsed });
    return () => reportMasked(null);
  }, [page]);
  return (
    <>
      <MaskedToolbar table={table} rowCount={page?.rowCount ?? 0} start={start} />
      {error ? (
        <div className="masked-error">
          <ErrorCallout error={errorView(error)} />
        </div>
      ) : null}
      <MissingKey page={page} />
      {page && !error ? <MaskedGrid page={page} late={late} /> : null}
      {page || error ? null : <p className="sm t3 masked-none masked-wait">Reading rows…</p>}
      {page ? <PeopleNote page={page} /> : null}
    </>
  );
}
