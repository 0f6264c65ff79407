import { nameText } from "../expressions/completions.ts";
import type { CheckConstraint } from "../schema/check-constraint.ts";
import { findColumn, type TableModel } from "../schema/schema-model.ts";
import type { ColumnFacts, FactValue } from "./column-facts.ts";
import { foreignKeysOf, keyColumns } from "./table-keys.ts";

// A CHECK that offers alternatives (OR, CASE, so many columns with a value) is kept by a tree of decisions: the row's own
// value in one column, or whether it has one, says which alternative it follows, and so which other columns are NULL.

type Alternative = readonly CheckConstraint[];

/** What an alternative asks of one column: a value or none, values out of a set, and other things of its values. */
interface Demand {
  readonly filled?: boolean;
  readonly set?: { readonly values: readonly FactValue[]; readonly within: boolean };
  readonly rest: readonly CheckConstraint[];
}
type Demands = ReadonlyMap<string, Demand>;

/** A test of a column that stands on the way to a decision. */
type Test =
  | { readonly column: string; readonly values: readonly FactValue[]; readonly within: boolean }
  | { readonly column: string; readonly filled: boolean };

/** Under all tests of the way, a column has a value, has none, may have one, or has one in a share of rows. */
interface Outcome {
  readonly way: readonly Test[];
  readonly column: string;
  readonly filled: boolean | "free" | number;
}

/** What is decided about a column's NULLs. */
export interface Decided {
  readonly column: string;
  /** In CEL: where it must have a value, and where it must have none; with a share by chance in between. */
  readonly must: readonly string[];
  readonly mustNot: readonly string[];
  /** The share of NULL where no other column has a say. */
  readonly nulls?: number;
  /** The columns that decide. */
  readonly by: readonly string[];
}

export interface Spread {
  readonly decided: readonly Decided[];
  /** What all rows keep: the values of the column that decides, and what alternatives ask of values. */
  readonly always: readonly CheckConstraint[];
}

/**
 * How the rows of a table spread over alternatives, so that each row keeps one; undefined where no column can decide which,
 * or where the same column needs unlike values in several.
 */
export function spreadAlternatives(
  given: readonly Alternative[],
  table: TableModel,
  of: (column: string) => ColumnFacts,
): Spread | undefined {
  const read = given.map((alternative) => demandsOf(alternative, table));
  if (!read.every((demands) => demands !== undefined)) return undefined;
  const all = read.map((demands) => promoted(demands, read)).filter((demands) => isPossible(demands, table));
  const columns = [...new Set(all.flatMap((demands) => [...demands.keys()]))];
  if (all.length < 2 || !columns.every((name) => isFree(name, table))) return undefined;

  const root = decidingValues(columns, all, table, of);
  const others = columns.filter((name) => name !== root?.column);
  const always: CheckConstraint[] = [...(root?.always ?? [])];
  for (const name of others) {
    const asked = all.flatMap((demands) => valuesAsked(name, demands.get(name)));
    if (new Set(asked.map((parts) => JSON.stringify(parts))).size > 1) return undefined;
    always.push(...(asked[0] ?? []));
  }
  const outcomes: Outcome[] = [];
  const branches = root?.branches ?? [{ test: [], left: all }];
  for (const { test, left } of branches) {
    if (
      !decide(
        left.map((demands) => without(demands, root?.column)),
        test,
        others,
        of,
        outcomes,
      )
    )
      return undefined;
  }
  if (outcomes.some((outcome) => outlivesBase(outcome, of))) return undefined;
  const decided: Decided[] = [];
  for (const column of others) {
    const own = outcomes.filter((outcome) => outcome.column === column);
    if (own.every(({ filled }) => filled === true)) always.push({ kind: "not-null", column });
    else if (own.every(({ filled }) => filled === false)) always.push({ kind: "null", column });
    else if (own.some(({ filled }) => filled !== "free")) decided.push(decidedOf(column, own));
  }
  return { always, decided };
}

/** A value that is made from another column, which has none. */
const outlivesBase = ({ way, column, filled }: Outcome, of: (column: string) => ColumnFacts): boolean =>
  filled !== false &&
  way.some((test) => "filled" in test && !test.filled && of(column).above.some((base) => base.column === test.column));

/** By column; undefined where alternatives stand within an alternative, or columns are compared with each other. */
function demandsOf(alternative: Alternative, table: TableModel): Demands | undefined {
  const demands = new Map<string, Demand>();
  for (const part of alternative) {
    if (part.kind === "any" || part.kind === "order" || part.kind === "formula") return undefined;
    const known = demands.get(part.column) ?? { rest: [] };
    if (part.kind === "null" || part.kind === "not-null") {
      const filled = part.kind === "not-null";
      if (known.filled === !filled) return undefined;
      demands.set(part.column, { ...known, filled });
    } else if ((part.kind === "choices" || part.kind === "excluded") && known.set === undefined) {
      demands.set(part.column, { ...known, set: { values: truths(part, table), within: part.kind === "choices" } });
    } else demands.set(part.column, { ...known, rest: [...known.rest, part] });
  }
  return demands;
}

/** MySQL asks whether a boolean is 0. */
function truths(
  { column, values }: Extract<CheckConstraint, { kind: "choices" | "excluded" }>,
  table: TableModel,
): readonly FactValue[] {
  return findColumn(table, column)?.valueType.kind === "boolean" ? values.map((value) => Boolean(value)) : values;
}

/** "a > 0" beside an alternative in which a is NULL speaks of rows that have an a. */
function promoted(demands: Demands, all: readonly (Demands | undefined)[]): Demands {
  const emptied = (name: string): boolean => all.some((other) => other?.get(name)?.filled === false);
  return new Map(
    [...demands].map(([name, demand]) => [
      name,
      demand.filled === undefined && emptied(name) ? { ...demand, filled: true } : demand,
    ]),
  );
}

const isPossible = (demands: Demands, table: TableModel): boolean =>
  [...demands].every(
    ([name, { filled }]) =>
      filled !== false || (findColumn(table, name)?.nullable === true && !table.primaryKey.includes(name)),
  );

/** Whether its NULLs may be decided here: no part of a key of several columns, nor computed by the database. */
const isFree = (name: string, table: TableModel): boolean =>
  findColumn(table, name)?.generated === undefined &&
  foreignKeysOf(table, name).every(({ columns }) => columns.length === 1);

function valuesAsked(column: string, demand: Demand | undefined): readonly (readonly CheckConstraint[])[] {
  if (demand === undefined) return [];
  const { set, rest } = demand;
  const parts = set
    ? [{ kind: set.within ? ("choices" as const) : ("excluded" as const), column, values: set.values }]
    : [];
  return parts.length + rest.length === 0 ? [] : [[...parts, ...rest]];
}

const without = (demands: Demands, column: string | undefined): Demands =>
  new Map([...demands].filter(([name]) => name !== column));

interface Root {
  readonly column: string;
  readonly always: readonly CheckConstraint[];
  readonly branches: readonly { readonly test: readonly Test[]; readonly left: readonly Demands[] }[];
}

const decidingKinds = new Set(["text", "enum", "integer", "boolean"]);
/** Stands for all values that no alternative names. */
const otherwise = undefined;
type Atom = FactValue | typeof otherwise;

/** The column whose value tells most alternatives apart: a kind, a status. */
function decidingValues(
  columns: readonly string[],
  all: readonly Demands[],
  table: TableModel,
  of: (column: string) => ColumnFacts,
): Root | undefined {
  const keys = keyColumns(table);
  const roots = columns.flatMap((name): Root[] => {
    const kind = findColumn(table, name)?.valueType.kind ?? "unknown";
    const demands = all.map((one) => one.get(name));
    if (!decidingKinds.has(kind) || keys.has(name) || foreignKeysOf(table, name).length > 0) return [];
    if (demands.some((demand) => demand?.filled === false || (demand?.rest.length ?? 0) > 0)) return [];
    return demands.some((demand) => demand?.set !== undefined) ? [rootOf(name, all, table, of)] : [];
  });
  const [best] = roots.toSorted((a, b) => b.branches.length - a.branches.length);
  return best !== undefined && best.branches.length > 1 ? best : undefined;
}

function rootOf(column: string, all: readonly Demands[], table: TableModel, of: (column: string) => ColumnFacts): Root {
  const named = [...new Set(all.flatMap((demands) => demands.get(column)?.set?.values ?? []))];
  const allowed = domainOf(column, table, of);
  const more = allowed === undefined || allowed.some((value) => !named.includes(value));
  const atoms: readonly Atom[] = [
    ...named.filter((value) => allowed?.includes(value) !== false),
    ...(more ? [otherwise] : []),
  ];
  const branches = new Map<string, { readonly atoms: Atom[]; readonly left: Demands[] }>();
  for (const atom of atoms) {
    const left = all.filter((demands) => takes(demands.get(column), atom));
    // One that asks nothing more is kept already.
    const done = left.find((demands) => without(demands, column).size === 0);
    const way = done ? [done] : left;
    if (way.length === 0) continue;
    const key = way.map((demands) => all.indexOf(demands)).join();
    const known = branches.get(key);
    if (known) known.atoms.push(atom);
    else branches.set(key, { atoms: [atom], left: way });
  }
  const kept = [...branches.values()].flatMap((branch) => branch.atoms);
  const values = kept.filter((atom) => atom !== otherwise);
  const lost = named.filter((value) => !values.includes(value));
  const always: CheckConstraint[] = kept.includes(otherwise)
    ? lost.length > 0
      ? [{ kind: "excluded", column, values: lost }]
      : []
    : [
        { kind: "choices", column, values },
        { kind: "not-null", column },
      ];
  return {
    column,
    always,
    branches: [...branches.values()].map(({ atoms: own, left }) => ({
      left,
      test: own.includes(otherwise)
        ? [{ column, values: named.filter((value) => !own.includes(value)), within: false }]
        : [{ column, values: own.filter((atom) => atom !== otherwise), within: true }],
    })),
  };
}

function takes(demand: Demand | undefined, atom: Atom): boolean {
  if (demand?.set === undefined) return true;
  return (atom !== otherwise && demand.set.values.includes(atom)) === demand.set.within;
}

/** The values that the column can have, where they are listed. */
function domainOf(
  column: string,
  table: TableModel,
  of: (column: string) => ColumnFacts,
): readonly FactValue[] | undefined {
  const type = findColumn(table, column)?.valueType;
  const { choices } = of(column);
  return choices ?? (type?.kind === "enum" ? type.values : type?.kind === "boolean" ? [true, false] : undefined);
}

/** Decides column by column whether it has a value, until one alternative is left. */
function decide(
  left: readonly Demands[],
  way: readonly Test[],
  columns: readonly string[],
  of: (column: string) => ColumnFacts,
  outcomes: Outcome[],
): boolean {
  const done = left.find((demands) => [...demands.keys()].every((name) => !columns.includes(name)));
  const [only] = done ? [done] : left;
  if (only === undefined) return false;
  if (done !== undefined || left.length === 1) {
    for (const column of columns) outcomes.push({ way, column, filled: only.get(column)?.filled ?? "free" });
    return true;
  }
  const telling = columns.filter((name) => left.some((demands) => demands.get(name)?.filled !== undefined));
  // An end is decided by its beginning, which it is made from.
  const first = telling.find((name) => !of(name).above.some(({ column }) => telling.includes(column))) ?? telling[0];
  if (first === undefined) return false;
  const rest = columns.filter((name) => name !== first);
  const filled = left.filter((demands) => demands.get(first)?.filled !== false);
  const empty = left.filter((demands) => demands.get(first)?.filled !== true);
  if (filled.length === 0 || empty.length === 0) {
    outcomes.push({ way, column: first, filled: empty.length === 0 });
    return decide(
      left.map((demands) => without(demands, first)),
      way,
      rest,
      of,
      outcomes,
    );
  }
  const share = (left.length - empty.length + filled.length) / (2 * left.length);
  outcomes.push({ way, column: first, filled: share });
  return [filled, empty].every((part, k) =>
    decide(
      part.map((demands) => without(demands, first)),
      [...way, { column: first, filled: k === 0 }],
      rest,
      of,
      outcomes,
    ),
  );
}

/** The share of rows in which a column has a value that it need not have, beside others that have one instead. */
const usual = 0.9;

function decidedOf(column: string, outcomes: readonly Outcome[]): Decided {
  const by = [...new Set(outcomes.flatMap(({ way }) => way.map((test) => test.column)))];
  const ways = (wanted: boolean): readonly string[] => [
    ...new Set(outcomes.filter(({ filled }) => filled === wanted).map(({ way }) => allOf(way))),
  ];
  const [must, mustNot] = [ways(true), ways(false)];
  const shares = outcomes.flatMap(({ way, filled }) => (typeof filled === "number" ? [{ way, filled }] : []));
  const [share] = shares;
  if (by.length === 0) return { column, must, mustNot, by, nulls: round(1 - (share?.filled ?? 1)) };
  const byChance = shares.map(({ way, filled }) => `${allOf(way)} && random() < ${round(filled)}`);
  // Where only NULLs of others tell rows apart, those that need no value mostly have one nevertheless.
  const isLoose = outcomes.some(({ way, filled }) => filled === "free" && way.every((test) => "filled" in test));
  const mostly = must.length > 0 && mustNot.length === 0 && isLoose ? [`random() < ${usual}`] : [];
  return { column, must: [...must, ...byChance, ...mostly], mustNot, by };
}

const round = (share: number): number => Number(share.toFixed(2));

const allOf = (way: readonly Test[]): string => way.map(textOf).join(" && ");

function textOf(test: Test): string {
  const name = nameText(test.column);
  if ("filled" in test) return `${name} ${test.filled ? "!=" : "=="} null`;
  const [only, ...more] = test.values.map((value) =>
    typeof value === "string" ? JSON.stringify(value) : String(value),
  );
  // A NULL is none of the values, which `in` would not say.
  if (!test.within) return [only, ...more].map((value) => `${name} != ${value}`).join(" && ");
  return more.length === 0 ? `${name} == ${only}` : `${name} in [${[only, ...more].join(", ")}]`;
}
