import { tableReader } from "../batches/table-reader.ts";
import type { Plan, TablePlan } from "../plan/plan.ts";
import type { RelationPlan } from "../plan/relations.ts";
import { nounOf } from "../rules/words.ts";
import type { ColumnModel, TableId, TableModel } from "../schema/schema-model.ts";
import { cellAt } from "../vectors/cells.ts";
import { columnSource, linkedColumns, type ColumnSource, type Plain } from "./column-source.ts";
import type { CodeContext } from "./target.ts";

/** A table as code sees it, whatever the language. */
export interface CodeTable {
  readonly id: TableId;
  readonly table: TableModel;
  readonly plan: TablePlan;
  /** The words of one row: "order item". */
  readonly noun: string;
  /** The columns that are written, in table order. */
  readonly columns: readonly CodeColumn[];
  readonly links: readonly ParentLink[];
  readonly traits: readonly Trait[];
}

export interface CodeColumn {
  readonly model: ColumnModel;
  readonly source: ColumnSource;
  /** The share of rows that are NULL. */
  readonly nulls: number;
  /** Among the first rows are numbers beyond 2^53. */
  readonly long: boolean;
}

/** A foreign key as a factory follows it. */
export interface ParentLink {
  readonly relation: RelationPlan;
  readonly parent: TableId;
  /** The words of the role: "customer", "shipping address". */
  readonly role: string;
  /** Columns of the parent's row that are known already: from another key of this row, or since they refer to this row. */
  readonly given: readonly { readonly column: string; readonly from: string }[];
}

/** What a scenario, or one of its pinned rows, says otherwise of a table's columns. */
export interface Trait {
  readonly name: string;
  readonly help: string;
  readonly columns: readonly CodeColumn[];
  /** The scenario's own plan, for values of its rows. */
  readonly plan: Plan;
}

/** The tables that code is made for: their place in load order, and the tables that a row of each cannot be without. */
type Places = ReadonlyMap<TableId, { readonly at: number; readonly needs: ReadonlySet<TableId> }>;

/** The tables that code is made for, parents first. */
export function describeTables(context: CodeContext): readonly CodeTable[] {
  const { plan, tables } = context;
  const wanted = plan.order.filter(
    ({ id, designed }) => designed.mode === "generate" && (tables?.includes(id) ?? true),
  );
  const place = new Map(wanted.map((table, at) => [table.id, { at, needs: needsOf(plan, table) }]));
  return wanted.map((table) => describeTable(context, table, place));
}

function describeTable(context: CodeContext, table: TablePlan, place: Places): CodeTable {
  const { plan } = context;
  const linked = linkedColumns(plan, table);
  const built = table.relations.filter((relation) => how(plan, table, relation, place) === "build");
  const roles = new Map<string, number>();
  const links = built.map((relation): ParentLink => {
    const role = roleOf(relation);
    const count = (roles.get(role) ?? 0) + 1;
    roles.set(role, count);
    return {
      relation,
      parent: relation.parent,
      role: count === 1 ? role : `${role} ${count}`,
      given: [...sharedColumns(relation), ...backReferences(plan, table, relation, place)],
    };
  });
  const columns = table.designed.columns.flatMap((entry): readonly CodeColumn[] => {
    const model = entry.column;
    const relation = table.relations.find(({ carries }) => carries.includes(model.name));
    const source = relation
      ? keySource(plan, table, relation, model.name, built, place)
      : columnSource(plan, table, entry, linked);
    if (model.generated !== undefined) return [];
    return [
      {
        model,
        source,
        long: isLong(plan, table, model),
        nulls: entry.rule.kind === "generate" && model.nullable ? (entry.rule.nulls ?? 0) : 0,
      },
    ];
  });
  return {
    id: table.id,
    table: table.table,
    plan: table,
    noun: nounOf(table.table.name),
    columns,
    links,
    traits: traitsOf(context, table, columns),
  };
}

function isLong(plan: Plan, { id }: TablePlan, { name, valueType }: ColumnModel): boolean {
  if (valueType.kind !== "integer" || valueType.bits < 64) return false;
  const values = firstRows(plan, id, [name], 100).map((row) => row.get(name));
  return values.some((value) => typeof value === "bigint" && !Number.isSafeInteger(Number(value)));
}

/** What a factory does about a foreign key. */
function how(plan: Plan, table: TablePlan, relation: RelationPlan, place: Places): "build" | "null" | "own" | "sample" {
  const optional = isOptional(table, relation);
  const parent = place.get(relation.parent);
  const own = place.get(table.id);
  if (relation.parent === table.id) return optional ? "null" : "own";
  const ring = table.cycle !== null && plan.tables.get(relation.parent)?.cycle === table.cycle;
  // A ring is opened at a key that may be NULL; one without ends where it comes back to a table that stands before.
  if (optional && (ring || relation.nulls > 0 || isConditional(table, relation))) return "null";
  const back = parent?.needs.has(table.id) === true && parent.at < (own?.at ?? 0);
  return parent === undefined || back ? "sample" : "build";
}

const isOptional = ({ table }: TablePlan, { carries }: RelationPlan): boolean =>
  carries.length > 0 &&
  carries.every((name) => table.columns.some((column) => column.name === name && column.nullable));

const isConditional = ({ designed }: TablePlan, { carries }: RelationPlan): boolean =>
  designed.columns.some(
    ({ column, rule }) => carries.includes(column.name) && rule.kind === "generate" && rule.when !== undefined,
  );

/** The parents that a row must have, near and far. */
function needsOf(plan: Plan, table: TablePlan): ReadonlySet<TableId> {
  const needs = new Set<TableId>();
  const add = (one: TablePlan | undefined): void => {
    for (const relation of one?.relations ?? []) if (one && !isOptional(one, relation)) needs.add(relation.parent);
  };
  add(table);
  // A set yields what is added to it while it is walked.
  for (const id of needs) add(plan.tables.get(id));
  return needs;
}

function keySource(
  plan: Plan,
  table: TablePlan,
  relation: RelationPlan,
  name: string,
  built: readonly RelationPlan[],
  place: Places,
): ColumnSource {
  const column = relation.foreignKey.referencedColumns[relation.foreignKey.columns.indexOf(name)] ?? "";
  const way = how(plan, table, relation, place);
  if (way === "build") return { kind: "parent", link: built.indexOf(relation), column };
  if (way === "own") return { kind: "own", column };
  return way === "null" ? { kind: "constant", value: null } : { kind: "sample", distinct: false };
}

/** Columns that the key shares with one before it: the parent's row must have the same values there. */
const sharedColumns = ({ foreignKey, carries }: RelationPlan): ParentLink["given"] =>
  foreignKey.columns.flatMap((from, at) =>
    carries.includes(from) ? [] : [{ column: foreignKey.referencedColumns[at] ?? "", from }],
  );

/** Required keys of the parent that refer to this very table, which ends the ring: they get this row's key. */
function backReferences(plan: Plan, table: TablePlan, { parent }: RelationPlan, place: Places): ParentLink["given"] {
  const other = plan.tables.get(parent);
  return (other?.relations ?? [])
    .filter(
      (relation) =>
        other !== undefined && relation.parent === table.id && how(plan, other, relation, place) === "sample",
    )
    .flatMap(({ foreignKey }) =>
      foreignKey.columns.map((column, at) => ({ column, from: foreignKey.referencedColumns[at] ?? "" })),
    );
}

/** "customer" of customer_id, "shipping address" of shipping_address_id; else the parent's noun. */
function roleOf({ foreignKey, parent }: RelationPlan): string {
  const [column = ""] = foreignKey.columns;
  const role = nounOf(column.replace(/[_ ]?(id|code|key|no)$/i, ""));
  return foreignKey.columns.length === 1 && role !== "" && role !== nounOf(column) ? role : nounOf(parent);
}

function traitsOf(
  { plan: base, scenarios }: CodeContext,
  table: TablePlan,
  columns: readonly CodeColumn[],
): readonly Trait[] {
  const own = new Map(table.designed.columns.map(({ column, rule }) => [column.name, JSON.stringify(rule)]));
  const byScenario = [...scenarios].flatMap(([name, plan]): readonly Trait[] => {
    const other = plan.tables.get(table.id);
    if (other === undefined || other.designed.mode !== "generate") return [];
    const linked = linkedColumns(plan, other);
    const changed = other.designed.columns.filter(
      ({ column, rule }) =>
        column.generated === undefined &&
        JSON.stringify(rule) !== own.get(column.name) &&
        !other.relations.some(({ carries }) => carries.includes(column.name)),
    );
    const set = changed.map((entry) => ({
      model: entry.column,
      source: columnSource(plan, other, entry, linked),
      nulls: entry.rule.kind === "generate" ? (entry.rule.nulls ?? 0) : 0,
      long: false,
    }));
    return set.length === 0 ? [] : [{ name, help: `As in the scenario ${name}.`, columns: set, plan }];
  });
  const pinned = new Map(
    [table, ...[...scenarios.values()].map((plan) => plan.tables.get(table.id))]
      .flatMap((one) => one?.designed.pinned ?? [])
      .map((row) => [row.name, row]),
  );
  const byRow = [...pinned.values()].map((row): Trait => ({
    name: row.name,
    help: `As the pinned row ${row.name}.`,
    columns: columns.flatMap(({ model }) =>
      Object.hasOwn(row.values, model.name)
        ? [
            {
              model,
              source: { kind: "constant", value: row.values[model.name] ?? null } as const,
              nulls: 0,
              long: false,
            },
          ]
        : [],
    ),
    plan: base,
  }));
  return [...byScenario, ...byRow];
}

/** The first `count` rows of a table by column, as the plan gives them. */
export function firstRows(
  plan: Plan,
  table: TableId,
  columns: readonly string[],
  count: number,
): readonly ReadonlyMap<string, Plain>[] {
  const total = Math.min(count, plan.tables.get(table)?.rowCount ?? 0);
  if (columns.length === 0 || total === 0) return [];
  const { vectors } = tableReader(plan, table, { columns, batchRows: total }).readRange(0, total);
  return Array.from(
    { length: total },
    (_, row) =>
      new Map(
        columns.map((name, at) => {
          const vector = vectors[at];
          return [name, vector === undefined ? null : cellAt(vector, row)];
        }),
      ),
  );
}
