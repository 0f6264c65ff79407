import type { ReactNode } from "react";
import type { TableView } from "../../../../shared/api/views.ts";
import type { GenerateRule } from "../../../../shared/rules/rule.ts";
import { edit, useSession } from "../../../state/session-store.ts";
import { Labelled } from "../components/Labelled.tsx";
import { ShareField } from "../components/ShareField.tsx";
import { Switch } from "../components/Switch.tsx";
import { ExpressionField } from "../expression/ExpressionField.tsx";
import { changeRules, otherColumns, sharedOf, type GenerateTarget } from "../logic/targets.ts";
import { isForced, uniquenesses, uniquenessOf, withUniqueness, type Uniqueness } from "../logic/uniqueness.ts";
import { parentPaths } from "../relations/path-options.ts";
import { EdgeShareField } from "./EdgeShareField.tsx";

interface Props {
  readonly table: TableView;
  readonly targets: readonly GenerateTarget[];
  readonly localized: boolean;
}

const noLocales: readonly { readonly id: string; readonly label: string }[] = [];
const noNames: Readonly<Record<string, readonly string[]>> = {};

/** What every generated column has besides its rule's own parameters: NULLs, a condition, edge values, uniqueness, locale. */
export function RuleOptions({ table: view, targets, localized }: Props): ReactNode {
  const table = view.id;
  const names = useSession((state) => state.view?.columnNames) ?? noNames;
  const locales = useSession((state) => state.view?.availableLocales) ?? noLocales;
  const nullable = targets.filter((target) => target.view.column.nullable);
  const nulls = sharedOf(nullable, (target) => target.rule.nulls ?? target.view.nulls);
  const when = sharedOf(nullable, (target) => target.rule.when ?? "");
  const unique = sharedOf(targets, uniquenessOf);
  const locale = sharedOf(targets, (target) => target.rule.locale ?? "");
  const free = targets.filter((target) => !isForced(target));
  const count = `${targets.length} columns`;

  const setNulls = (value: number, gesture: string): void =>
    edit(
      changeRules(table, nullable, (rule) => ({ ...rule, nulls: value }), `Set share of NULL of ${count}`),
      gesture,
    );
  const setUnique = (asked: Uniqueness): void =>
    edit(changeRules(table, free, (rule) => withUniqueness(rule, asked), `Set unique for ${count}`));
  const setLocale = (id: string): void =>
    edit(
      changeRules(
        table,
        targets,
        (rule): GenerateRule => {
          const { locale: _, ...rest } = rule;
          return id === "" ? rest : { ...rest, locale: id };
        },
        `Set locale of ${count}`,
      ),
    );

  const setWhen = (text: string, gesture: string): void =>
    edit(
      changeRules(
        table,
        nullable,
        (rule): GenerateRule => {
          const { when: _, ...rest } = rule;
          return text.trim() === "" ? rest : { ...rest, when: text.trim() };
        },
        `Set condition of ${count}`,
      ),
      gesture,
    );

  return (
    <section className="form2 num">
      {nullable.length === 0 ? null : <ShareField label="Null share" shared={nulls} onChange={setNulls} />}
      {nullable.length === 0 ? null : (
        <Labelled label="Only where" help="An expression over the row; where it is not true, the column is NULL." span>
          {(id) => (
            <ExpressionField
              id={id}
              label="Only where"
              language="expression"
              condition="row"
              text={when.mixed ? "" : when.value}
              {...(when.mixed ? { placeholder: "mixed" } : {})}
              columns={[
                ...otherColumns(view, nullable),
                ...parentPaths(view, names, new Set(nullable.map((target) => target.view.column.name))),
              ]}
              table={table}
              place={undefined}
              onChange={setWhen}
            />
          )}
        </Labelled>
      )}
      <EdgeShareField table={table} targets={targets} />
      {localized ? (
        <Labelled label="Locale">
          {(id) => (
            <select
              id={id}
              className={`field vb-select${!locale.mixed && locale.value === "" ? " t3" : ""}`}
              value={locale.mixed ? "mixed" : locale.value}
              onChange={(event) => setLocale(event.currentTarget.value)}
            >
              {locale.mixed ? <option value="mixed">mixed</option> : null}
              <option value="">the project's</option>
              {locales.map(({ id: name, label }) => (
                <option key={name} value={name}>
                  {label}
                </option>
              ))}
            </select>
          )}
        </Labelled>
      ) : null}
      {free.length === 0 ? (
        <div className="span pf-switch">
          <Switch label="Unique" checked disabled note="asked for by a key" onChange={() => {}} />
        </div>
      ) : (
        <Labelled label="Unique">
          {(id) => (
            <select
              id={id}
              className={`field vb-select${!unique.mixed && unique.value === "not asked for" ? " t3" : ""}`}
              value={unique.mixed ? "mixed" : unique.value}
              onChange={({ currentTarget: { value } }) => {
                const asked = uniquenesses.find((one) => one === value);
                if (asked !== undefined) setUnique(asked);
              }}
            >
              {unique.mixed ? <option value="mixed">mixed</option> : null}
              {uniquenesses.map((one) => (
                <option key={one}>{one}</option>
              ))}
            </select>
          )}
        </Labelled>
      )}
    </section>
  );
}
