import {
  groupSizes,
  type QuasiChoice,
  type RiskFigures,
  type RiskView,
} from "../../../shared/api/privacy-check-views.ts";
import { SeedloomError } from "../../../shared/base/errors.ts";
import type { TablePlan } from "../../../shared/plan/plan.ts";
import { codeColumn, type CodedColumn } from "../../../shared/privacy/coded-column.ts";
import { equivalenceClasses } from "../../../shared/privacy/equivalence-classes.ts";
import { disclosureOf, riskOf } from "../../../shared/privacy/risk.ts";
import { nearestName } from "../../../shared/rules/nearest-name.ts";
import { personalCategories, type PersonalCategoryId } from "../../../shared/rules/personal/categories.ts";
import { subjectOf } from "../../../shared/rules/personal/subject.ts";
import { keyOfStep } from "../../../shared/schema/parent-step.ts";
import { findColumn, referencedTable, type ForeignKeyModel } from "../../../shared/schema/schema-model.ts";
import { tablePlan } from "../sessions/session.ts";
import { keyText } from "./joins.ts";
import type { MaskedSource } from "./masked-source.ts";

/** More rows than this are not held at once; the figures then are of the first ones, and say so. */
const mostRows = 300_000;

/** Kinds of data that tell nobody alone and many people together. */
const quasi: ReadonlySet<PersonalCategoryId> = new Set([
  "birth-date",
  "age",
  "postcode",
  "city",
  "district",
  "gender",
  "nationality",
  "ethnicity",
  "education",
  "family",
] as const);

/** A column that a path leads to, and the foreign key on the way. */
export interface QuasiColumn {
  readonly path: string;
  readonly table: TablePlan;
  readonly column: string;
  readonly key?: ForeignKeyModel;
}

/** A column's cells, before and after, row by row of the table that the figures are of. */
export interface QuasiCells {
  readonly of: QuasiColumn;
  readonly source: readonly (string | null)[];
  readonly masked: readonly (string | null)[];
}

/** k-anonymity, l-diversity and t-closeness of a table, before and after. Throws a SeedloomError. */
export async function tableRisk(
  source: MaskedSource,
  asked: {
    readonly table: string;
    readonly quasi?: readonly string[] | undefined;
    readonly sensitive?: string | undefined;
  },
): Promise<Omit<RiskView, "revision">> {
  const table = maskedTable(source, asked.table);
  const choices = quasiChoices(source, table);
  const { sensitive } = asked;
  const suggested = choices.filter((choice) => choice.suggested && choice.path !== sensitive);
  const paths = asked.quasi ?? suggested.map(({ path }) => path);
  const cells = await quasiCells(source, table, sensitive === undefined ? paths : [...paths, sensitive]);
  const known = cells.slice(0, paths.length);
  const told = cells[paths.length];
  return {
    table: table.id,
    looked: Math.min(mostRows, table.rowCount),
    rows: table.rowCount,
    choices,
    quasi: paths,
    ...(sensitive === undefined ? {} : { sensitive }),
    source: figuresOf(
      known.map((one) => coded(one, "source")),
      told && coded(told, "source"),
    ),
    masked: figuresOf(
      known.map((one) => coded(one, "masked")),
      told && coded(told, "masked"),
    ),
  };
}

/** The figures of some rows; without quasi-identifiers nobody can be told from anybody. */
export function figuresOf(known: readonly CodedColumn[], sensitive?: CodedColumn): RiskFigures {
  const rows = known[0]?.codes.length ?? sensitive?.codes.length ?? 0;
  const { k, classes, uniqueRows, classesBySize } = riskOf(rows, known);
  const groups = groupSizes.map(({ from, to }) =>
    classesBySize.reduce((sum, [size, count]) => sum + (size >= from && size <= to ? count : 0), 0),
  );
  if (sensitive === undefined) return { k, classes, uniqueRows, groups };
  const grouped = equivalenceClasses(
    rows,
    known.map(({ codes }) => codes),
  );
  return { k, classes, uniqueRows, groups, disclosure: disclosureOf(grouped, sensitive) };
}

export const coded = ({ of, ...cells }: QuasiCells, side: "source" | "masked"): CodedColumn =>
  codeColumn(of.path, cells[side]);

/** The table that figures are asked for. */
export function maskedTable(source: MaskedSource, id: string): TablePlan {
  const table = tablePlan(source.plan, id);
  if (table.masked !== undefined) return table;
  throw new SeedloomError("usage", `The rows of ${id} do not come from the source.`, "Set its mode to mask.");
}

/** The columns of a table and of the tables that its keys lead to, with what the findings make of them. */
function quasiChoices({ plan, findings, tables }: MaskedSource, table: TablePlan): readonly QuasiChoice[] {
  const choicesOf = (of: TablePlan, before: string): readonly QuasiChoice[] =>
    of.written
      .filter(({ valueType, name }) => valueType.kind !== "bytes" && !isKey(of, name))
      .map(({ name }) => {
        const category = findings.find((one) => one.table === of.id && one.column === name)?.category;
        return {
          path: `${before}${name}`,
          ...(category === undefined ? {} : { looksLike: personalCategories[category].label }),
          suggested: category !== undefined && quasi.has(category),
        };
      });
  const parents = table.table.foreignKeys.flatMap((key) => {
    const parent = referencedTable(plan.design.model, key);
    const planned = tables.find(({ id }) => id === parent?.id);
    const [step] = key.columns;
    return planned === undefined || planned === table || key.columns.length !== 1 || step === undefined
      ? []
      : choicesOf(planned, `${step}.`)
          .filter(({ looksLike }) => looksLike !== undefined)
          // Of another person, as of the one who serves a customer, nothing tells who this one is.
          .map((choice) => ({ ...choice, suggested: choice.suggested && subjectOf(planned.table) !== "person" }));
  });
  return mostSuggested([...choicesOf(table, ""), ...parents], 4);
}

/** Too many columns make everybody unique, whatever is done. */
function mostSuggested(choices: readonly QuasiChoice[], most: number): readonly QuasiChoice[] {
  let left = most;
  return choices.map((choice) => ({ ...choice, suggested: choice.suggested && left-- > 0 }));
}

export const isKey = ({ table }: TablePlan, name: string): boolean =>
  table.primaryKey.includes(name) || table.foreignKeys.some(({ columns }) => columns.includes(name));

/** The cells that paths lead to, for each row of a table. */
export async function quasiCells(
  source: MaskedSource,
  table: TablePlan,
  paths: readonly string[],
): Promise<readonly QuasiCells[]> {
  const columns = paths.map((path) => resolve(source, table, path));
  const cells = columns.map((of) => ({ of, source: [] as (string | null)[], masked: [] as (string | null)[] }));
  const parents = new Map<string, ReadonlyMap<string, Both>>();
  // One after the other: a source reads one thing at a time.
  for (const { path, key, table: parent, column } of columns) {
    if (key !== undefined) parents.set(path, await parentCells(source, parent, key, column));
  }
  const names = [...new Set(columns.flatMap(({ key, column }) => key?.columns ?? [column]))];
  for await (const pairs of source.pairs(table, names, mostRows)) {
    for (let i = 0; i < pairs.count; i++) {
      for (const { of, source: before, masked: after } of cells) {
        const found = parents.get(of.path)?.get((of.key && keyText(pairs.source, of.key.columns, i)) ?? "");
        before.push((of.key ? found?.[0] : pairs.source[of.column]?.[i]) ?? null);
        after.push((of.key ? found?.[1] : pairs.masked[of.column]?.[i]) ?? null);
      }
    }
  }
  return cells;
}

type Both = readonly [source: string | null, masked: string | null];

async function parentCells(
  source: MaskedSource,
  parent: TablePlan,
  key: ForeignKeyModel,
  column: string,
): Promise<ReadonlyMap<string, Both>> {
  const found = new Map<string, Both>();
  for await (const pairs of source.pairs(parent, [...key.referencedColumns, column])) {
    for (let i = 0; i < pairs.count; i++) {
      const at = keyText(pairs.source, key.referencedColumns, i);
      if (at !== undefined) found.set(at, [pairs.source[column]?.[i] ?? null, pairs.masked[column]?.[i] ?? null]);
    }
  }
  return found;
}

/** The column that a path such as `birth_date` or `address_id.postal_code` leads to. */
function resolve({ plan, tables }: MaskedSource, table: TablePlan, path: string): QuasiColumn {
  const dot = path.indexOf(".");
  const own = findColumn(table.table, path);
  if (own !== undefined) return { path, table, column: path };
  const key = dot < 0 ? undefined : keyOfStep(table.table, path.slice(0, dot));
  const parent = key && tables.find(({ id }) => id === referencedTable(plan.design.model, key)?.id);
  const column = path.slice(dot + 1);
  if (key !== undefined && parent !== undefined && findColumn(parent.table, column) !== undefined) {
    return { path, table: parent, column, key };
  }
  const nearest = nearestName(
    path,
    table.table.columns.map(({ name }) => name),
  );
  throw new SeedloomError(
    "usage",
    `${table.id} has no column ${path}.`,
    nearest === undefined
      ? "A column, or a foreign key's column, a dot and a column of its table."
      : `Did you mean ${nearest}?`,
  );
}
