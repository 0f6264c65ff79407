import type { ReactNode } from "react";
import type { GenerateRule } from "../../../../shared/rules/rule.ts";
import { edit, useSession } from "../../../state/session-store.ts";
import { Labelled } from "../components/Labelled.tsx";
import { ShareField } from "../components/ShareField.tsx";
import { Switch } from "../components/Switch.tsx";
import { ValueBox } from "../components/ValueBox.tsx";
import { EdgeShareField } from "./EdgeShareField.tsx";
import { changeRules, sharedOf, type GenerateTarget } from "../logic/targets.ts";

interface Props {
  readonly table: string;
  readonly targets: readonly GenerateTarget[];
  readonly localized: boolean;
}

const noLocales: readonly { readonly id: string; readonly label: string }[] = [];

/** What every generated column has besides its rule's own parameters: NULLs, a condition, edge values, uniqueness, locale. */
export function RuleOptions({ table, targets, localized }: Props): ReactNode {
  const locales = useSession((state) => state.view?.availableLocales) ?? noLocales;
  const nullable = targets.filter((target) => target.view.column.nullable);
  const nulls = sharedOf(nullable, (target) => target.rule.nulls ?? target.view.nulls);
  const when = sharedOf(nullable, (target) => target.rule.when ?? "");
  const unique = sharedOf(targets, (target) => target.rule.unique === true || target.view.unique);
  const locale = sharedOf(targets, (target) => target.rule.locale ?? "");
  const forced = targets.every((target) => target.view.unique && target.rule.unique !== true);
  const count = `${targets.length} columns`;

  const setNulls = (value: number, gesture: string): void =>
    edit(
      changeRules(table, nullable, (rule) => ({ ...rule, nulls: value }), `Set share of NULL of ${count}`),
      gesture,
    );
  const setUnique = (on: boolean): void =>
    edit(
      changeRules(
        table,
        targets,
        (rule) => {
          const { unique: _, ...rest } = rule;
          return on ? { ...rest, unique: true } : rest;
        },
        `Set unique for ${count}`,
      ),
    );
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

  const setWhen = (text: string): void =>
    edit(
      changeRules(
        table,
        nullable,
        (rule): GenerateRule => {
          const { when: _, ...rest } = rule;
          return text === "" ? rest : { ...rest, when: text };
        },
        `Set condition of ${count}`,
      ),
    );

  return (
    <section className="form2 num">
      {nullable.length === 0 ? null : <ShareField label="Null share" shared={nulls} onChange={setNulls} />}
      {nullable.length === 0 ? null : (
        <Labelled label="Only where" help="An expression over the row; where it is not true, the column is NULL." span>
          {(id) => (
            <ValueBox
              id={id}
              text={when.mixed ? "" : when.value}
              placeholder={when.mixed ? "mixed" : 'status == "shipped"'}
              parse={(typed) => ({ ok: true, value: typed.trim() })}
              onCommit={setWhen}
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
      <div className="span pf-switch">
        <Switch
          label="Unique"
          checked={!unique.mixed && unique.value}
          mixed={unique.mixed}
          disabled={forced}
          note={forced ? "asked for by a key" : undefined}
          onChange={setUnique}
        />
      </div>
    </section>
  );
}
