import { useEffect, useRef, type ReactNode } from "react";
import type { GeneratorCard, TableView } from "../../../../shared/api/views.ts";
import { edit, useSession } from "../../../state/session-store.ts";
import { useDesigner } from "../designer-store.ts";
import { changeParam, sharedParam, type GenerateTarget } from "../logic/targets.ts";
import { parentPaths } from "../relations/path-options.ts";
import { ParameterField } from "./ParameterField.tsx";

interface Props {
  readonly table: TableView;
  readonly card: GeneratorCard;
  readonly targets: readonly GenerateTarget[];
  /** Only these parameters change anything here; all where absent. */
  readonly only?: readonly string[];
}

const noNames: Readonly<Record<string, readonly string[]>> = {};
const noTables: never[] = [];

/** The rule's parameters, drawn from the generator's own declaration. */
export function ParameterForm({ table, card, targets, only }: Props): ReactNode {
  const form = useRef<HTMLDivElement>(null);
  const requests = useDesigner((state) => state.focusForm);
  const seen = useRef(requests);
  useEffect(() => {
    if (requests === seen.current) return;
    seen.current = requests;
    form.current?.querySelector<HTMLElement>("input, textarea, select, [role=slider]")?.focus();
  }, [requests]);
  const names = useSession((state) => state.view?.columnNames) ?? noNames;
  const tables = useSession((state) => state.view?.tables) ?? noTables;
  const fields = card.fields.filter(({ name }) => only === undefined || only.includes(name));
  if (fields.length === 0) return null;
  const paths = parentPaths(table, names, new Set(targets.map((target) => target.view.column.name)));
  return (
    <section>
      <div className="sec-h">Parameters</div>
      <div className="form2 num" ref={form}>
        {fields.map((field) => (
          <ParameterField
            // Another rule or column starts its fields anew: a half-typed text belongs to the one before.
            key={`${card.id} ${field.name} ${targets.map((target) => target.view.column.name).join("\n")}`}
            field={field}
            shared={sharedParam(targets, field)}
            columns={otherColumns(table, targets)}
            paths={paths}
            tables={field.control === "owned-column" ? (table.ownedTables ?? noTables) : tables.map(({ id }) => id)}
            onChange={(value, gesture) => edit(changeParam(table.id, targets, field, value), gesture)}
          />
        ))}
      </div>
    </section>
  );
}

function otherColumns(table: TableView, targets: readonly GenerateTarget[]): readonly string[] {
  const own = new Set(targets.map((target) => target.view.column.name));
  return table.columns.map((column) => column.column.name).filter((name) => !own.has(name));
}
