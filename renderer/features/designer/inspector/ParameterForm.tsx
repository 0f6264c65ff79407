import { useEffect, useRef, type ReactNode } from "react";
import type { FormField, GeneratorCard, TableView } from "../../../../shared/api/views.ts";
import type { GenerateRule } from "../../../../shared/rules/rule.ts";
import { edit, useDraft, useSession } from "../../../state/session-store.ts";
import { useDesigner } from "../designer-store.ts";
import { ringsOf, type FieldPlace, type Inside } from "../logic/inside.ts";
import { withParam } from "../logic/rule-params.ts";
import { changeParam, otherColumns, sharedParam, type GenerateTarget } from "../logic/targets.ts";
import { parentPaths } from "../relations/path-options.ts";
import { ParameterField } from "./ParameterField.tsx";

interface Props {
  readonly table: TableView;
  readonly card: GeneratorCard;
  readonly targets: readonly GenerateTarget[];
  /** Only these parameters change anything here; all where absent. */
  readonly only?: readonly string[];
  /** Takes the changed rule of a single target that is not in the project yet; the project is edited where absent. */
  readonly onRule?: (rule: GenerateRule, gesture?: string) => void;
  /** The target is a rule inside another. */
  readonly inside?: Inside;
}

const noNames: Readonly<Record<string, readonly string[]>> = {};
const noTables: never[] = [];

/** The rule's parameters, drawn from the generator's own declaration. */
export function ParameterForm({ table, card, targets, only, onRule, inside }: Props): ReactNode {
  const form = useRef<HTMLDivElement>(null);
  const requests = useDesigner((state) => state.focusForm);
  const seen = useRef(requests);
  useEffect(() => {
    if (requests === seen.current) return;
    seen.current = requests;
    form.current?.querySelector<HTMLElement>("input, textarea, select, [role=slider], [role=textbox]")?.focus();
  }, [requests]);
  const draft = useDraft();
  const names = useSession((state) => state.view?.columnNames) ?? noNames;
  const tables = useSession((state) => state.view?.tables) ?? noTables;
  const fields = card.fields.filter(
    (field) => (only === undefined || only.includes(field.name)) && !isUnusedSchema(field, targets),
  );
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
            table={table.id}
            range={rangeOf(card, targets)}
            place={placeOf(table, targets, field, inside ?? { without: ringsOf(draft, targets[0]?.rule.custom) })}
            tables={field.control === "owned-column" ? (table.ownedTables ?? noTables) : tables.map(({ id }) => id)}
            onChange={(value, gesture) => {
              const [target] = targets;
              if (onRule && target) onRule(withParam(target.rule, field, value), gesture);
              else edit(changeParam(table.id, targets, field, value), gesture);
            }}
          />
        ))}
      </div>
    </section>
  );
}

/** A schema that stands for a document is shown where there is one; the document's own form takes a new one. */
const isUnusedSchema = (field: FormField, targets: readonly GenerateTarget[]): boolean =>
  field.control === "schema" && targets.every(({ rule }) => rule.params[field.name] === undefined);

/** Where the values of all targets begin and end, if their rules say so in numbers. */
function rangeOf(
  card: GeneratorCard,
  targets: readonly GenerateTarget[],
): { readonly min: number; readonly max: number } | undefined {
  const [min, max] = ["min", "max"].map((name) => {
    const field = card.fields.find((one) => one.name === name);
    const end = field && sharedParam(targets, field);
    return end && !end.mixed && typeof end.value === "number" ? end.value : undefined;
  });
  return min === undefined || max === undefined ? undefined : { min, max };
}

/** The one column that is edited, for fields whose values are tried while they are typed. */
function placeOf(
  table: TableView,
  targets: readonly GenerateTarget[],
  field: FormField,
  { alone, without }: Partial<Inside> & Pick<Inside, "without">,
): FieldPlace | undefined {
  const [only, ...more] = targets;
  if (only === undefined || more.length > 0) return undefined;
  const { view, rule } = only;
  const ruleWith = (value: unknown): GenerateRule => withParam(rule, field, value);
  return {
    table: table.id,
    column: view,
    rowCount: table.rowCount,
    ruleWith: alone ? (value) => alone(ruleWith(value)) : ruleWith,
    rule,
    without,
    form: (inner) => (
      <ParameterForm
        table={table}
        card={inner.card}
        targets={[{ view, rule: inner.rule }]}
        onRule={inner.onRule}
        inside={inner.inside}
      />
    ),
  };
}
