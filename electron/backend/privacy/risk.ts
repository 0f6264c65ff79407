import { groupSizes, type RiskFigures, type RiskView } from "../../../shared/api/privacy-check-views.ts";
import { SeedloomError } from "../../../shared/base/errors.ts";
import type { TablePlan } from "../../../shared/plan/plan.ts";
import { codeColumn, type CodedColumn } from "../../../shared/privacy/coded-column.ts";
import { equivalenceClasses } from "../../../shared/privacy/equivalence-classes.ts";
import { disclosureOf, riskOf } from "../../../shared/privacy/risk.ts";
import { nearestName } from "../../../shared/rules/nearest-name.ts";
import { keyOfStep } from "../../../shared/schema/parent-step.ts";
import { findColumn, type ForeignKeyModel } from "../../../shared/schema/schema-model.ts";
import { tablePlan } from "../sessions/session.ts";
import { keyText } from "./joins.ts";
import type { MaskedSource } from "./masked-source.ts";
import { mostKeys, parentOf, quasiChoices } from "./quasi-choices.ts";

/** More rows than this are not held at once; the figures then are of the first ones, and say so. */
const mostRows = 300_000;

/** A foreign key on the way to a column, and the table that it leads to. */
interface Step {
  readonly key: ForeignKeyModel;
  readonly parent: TablePlan;
}

/** A column that a path leads to, and the foreign keys on the way. */
export interface QuasiColumn {
  readonly path: string;
  readonly table: TablePlan;
  readonly column: string;
  readonly steps: readonly Step[];
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
  for (const { path, steps, column } of columns) {
    const [first, ...more] = steps;
    if (first !== undefined) parents.set(path, await parentCells(source, first, more, column));
  }
  const keyOf = ({ steps: [first] }: QuasiColumn): ForeignKeyModel | undefined => first?.key;
  const names = [...new Set(columns.flatMap((of) => keyOf(of)?.columns ?? [of.column]))];
  for await (const pairs of source.pairs(table, names, mostRows)) {
    for (let i = 0; i < pairs.count; i++) {
      for (const { of, source: before, masked: after } of cells) {
        const key = keyOf(of);
        const found = key && parents.get(of.path)?.get(keyText(pairs.source, key.columns, i) ?? "");
        before.push((key ? found?.[0] : pairs.source[of.column]?.[i]) ?? null);
        after.push((key ? found?.[1] : pairs.masked[of.column]?.[i]) ?? null);
      }
    }
  }
  return cells;
}

type Both = readonly [source: string | null, masked: string | null];

/** A column's cells before and after, by the key that leads to them from the table before; more keys lead on from there. */
async function parentCells(
  source: MaskedSource,
  { key, parent }: Step,
  [next, ...more]: readonly Step[],
  column: string,
): Promise<ReadonlyMap<string, Both>> {
  const beyond = next && (await parentCells(source, next, more, column));
  const found = new Map<string, Both>();
  const names = new Set([...key.referencedColumns, ...(next?.key.columns ?? [column])]);
  for await (const pairs of source.pairs(parent, [...names])) {
    for (let i = 0; i < pairs.count; i++) {
      const at = keyText(pairs.source, key.referencedColumns, i);
      if (at === undefined) continue;
      const on = next && beyond?.get(keyText(pairs.source, next.key.columns, i) ?? "");
      found.set(
        at,
        next === undefined
          ? [pairs.source[column]?.[i] ?? null, pairs.masked[column]?.[i] ?? null]
          : (on ?? [null, null]),
      );
    }
  }
  return found;
}

/** The column that a path such as `birth_date` or `address_id.city_id.city` leads to. */
function resolve(source: MaskedSource, table: TablePlan, path: string): QuasiColumn {
  const steps: Step[] = [];
  let at = table;
  let rest = path;
  while (findColumn(at.table, rest) === undefined) {
    const dot = rest.indexOf(".");
    const key = dot < 0 ? undefined : keyOfStep(at.table, rest.slice(0, dot));
    if (key === undefined) throw unknownColumn(table, path, at, rest);
    const parent = parentOf(source, key);
    if (parent === undefined) throw notFollowed(path, key);
    steps.push({ key, parent });
    at = parent;
    rest = rest.slice(dot + 1);
  }
  if (steps.length > mostKeys)
    throw new SeedloomError("usage", `${path} leads over more than ${mostKeys} keys.`, "Name a column that is nearer.");
  return { path, table: at, column: rest, steps };
}

const notFollowed = (path: string, { referencedTable: { name } }: ForeignKeyModel): SeedloomError =>
  new SeedloomError(
    "usage",
    `${path} leads to ${name}, whose rows do not come from the source.`,
    `Set the mode of ${name} to mask, or leave the column out.`,
  );

function unknownColumn(table: TablePlan, path: string, at: TablePlan, rest: string): SeedloomError {
  const nearest = nearestName(
    rest,
    at.table.columns.map(({ name }) => name),
  );
  return new SeedloomError(
    "usage",
    at === table ? `${table.id} has no column ${path}.` : `${path} leads nowhere: ${at.id} has no column ${rest}.`,
    nearest === undefined
      ? "A column, or columns of foreign keys, each with a dot behind it, and a column of the last one's table."
      : `Did you mean ${path.slice(0, path.length - rest.length)}${nearest}?`,
  );
}
