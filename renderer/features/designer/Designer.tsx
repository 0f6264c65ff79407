import { useEffect, useMemo, useRef, type ReactNode } from "react";
import type { ErrorView, TableView } from "../../../shared/api/views.ts";
import { EmptyState } from "../../components/EmptyState.tsx";
import { ErrorCallout } from "../../components/ErrorCallout.tsx";
import { errorView } from "../../host/error-view.ts";
import { selectColumn, useSelection } from "../../state/session-store.ts";
import { useSize } from "./components/use-size.ts";
import { ColumnsPane } from "./grid/ColumnsPane.tsx";
import { AssignDialog } from "./assign/AssignDialog.tsx";
import { CustomsDialog } from "./customs/CustomsDialog.tsx";
import { resetDesigner, useDesigner } from "./designer-store.ts";
import { DesignerHead } from "./head/DesignerHead.tsx";
import { LoadingDesigner } from "./LoadingDesigner.tsx";
import { Preview } from "./preview/Preview.tsx";
import { useTable } from "./queries.ts";
import { useDesignerCommands } from "./use-designer-commands.ts";
import { ValuesDialog } from "./values/ValuesDialog.tsx";
import "./designer.css";
import "./relations/relations.css";
import "./expression/expression.css";
import "./constraints/constraints.css";
import "./assign/assign.css";
import "./document/document.css";
import "./values/values.css";
import "./fields/fields.css";
import "./customs/customs.css";

/** The centre of the window: the picked table's columns, and its rows below. The inspector stands beside it. */
export function Designer(): ReactNode {
  const { table } = useSelection();
  useDesignerCommands();
  useEffect(resetDesigner, [table]);
  const assign = useDesigner((state) => state.assign);
  const values = useDesigner((state) => state.values);
  const customs = useDesigner((state) => state.customs);
  if (table === null)
    return <EmptyState title="No table picked">Pick a table in the list to see its columns and rows.</EmptyState>;
  return (
    <>
      <TableDesigner key={table} table={table} />
      {assign ? <AssignDialog picked={assign.columns} /> : null}
      {values ? <ValuesDialog /> : null}
      {customs ? <CustomsDialog /> : null}
    </>
  );
}

function TableDesigner({ table: id }: { readonly table: string }): ReactNode {
  const { data: table, error } = useTable(id);
  const seen = useRef<string | null>(null);
  const failure = useMemo(() => (error ? errorView(error) : undefined), [error]);
  const { column } = useSelection();
  useEffect(() => {
    // A table just opened shows its first finding, else its first column; one that was left without a column stays so.
    if (!table || seen.current === table.id) return;
    seen.current = table.id;
    if (column !== null) return;
    const first = table.columns.find((view) => view.problems.length > 0) ?? table.columns[0];
    if (first) selectColumn(first.column.name);
  }, [table, column]);
  if (!table) return failure ? <Failed error={failure} /> : <LoadingDesigner />;
  return <Centre table={table} failure={failure} />;
}

interface CentreProps {
  readonly table: TableView;
  readonly failure: ErrorView | undefined;
}

function Centre({ table, failure }: CentreProps): ReactNode {
  const centre = useRef<HTMLDivElement>(null);
  const { height } = useSize(centre);
  const bare = table.columns.length === 0;
  return (
    <div className="dz" ref={centre}>
      <DesignerHead table={table} />
      {failure ? <ErrorCallout error={failure} /> : null}
      {bare ? <NoColumns table={table} /> : <ColumnsPane table={table} centreHeight={height} />}
      {bare ? null : <Preview table={table} />}
    </div>
  );
}

function NoColumns({ table }: { readonly table: TableView }): ReactNode {
  return (
    <EmptyState title={`${table.name} has no columns`}>
      There is nothing to generate in it. An export leaves it out.
    </EmptyState>
  );
}

function Failed({ error }: { readonly error: ErrorView }): ReactNode {
  return (
    <div className="dz-failed">
      <ErrorCallout error={error} />
    </div>
  );
}
