import type { ReactNode } from "react";
import type { TableView } from "../../../../shared/api/views.ts";
import { constraintsOf } from "./constraint-words.ts";
import { ConstraintList } from "./ConstraintList.tsx";

interface Props {
  readonly table: TableView;
  readonly column: string;
}

/** What the database asks of a column, alone or with others. */
export function ConstraintsSection({ table, column }: Props): ReactNode {
  // Of NOT NULL, which is one entry for the whole table, only this column's part is of interest here.
  const constraints = constraintsOf(table, column).map((one) =>
    one.kind === "not null" ? { ...one, columns: [column] } : one,
  );
  if (constraints.length === 0) return null;
  return (
    <section aria-label="Constraints">
      <div className="sec-h sec-tight">Constraints</div>
      <ConstraintList constraints={constraints} />
    </section>
  );
}
