import type { Design, DesignedTable } from "../../rules/design.ts";
import { isSampleRoot, type ChildrenTaken, type Sample } from "../../rules/sample-rule.ts";
import { findTable, referencedTable, type TableId, type TableModel } from "../../schema/schema-model.ts";
import { readPlace } from "./read-place.ts";

/** One way from rows of a table to rows that they refer to. Both tables take their rows from the source. */
export interface SampleRelation {
  readonly child: TableModel;
  readonly parent: TableModel;
  readonly columns: readonly string[];
  /** Same length and order as `columns`. */
  readonly referencedColumns: readonly string[];
  /** Of a column that refers to several tables: only the rows in which another says this one. */
  readonly only?: { readonly column: string; readonly value: string };
  /** What a row of the parent brings. */
  readonly children: ChildrenTaken;
}

/** Which tables are sampled, and along which keys. */
export interface SamplePlan {
  /** By this the rows of shares are drawn. */
  readonly seed: number;
  readonly tables: ReadonlyMap<TableId, { readonly table: TableModel; readonly sample: Sample }>;
  readonly relations: readonly SampleRelation[];
}

/**
 * The sample that a design asks for: tables with a choice of their own, and all masked tables that keys connect with them.
 * Other masked tables keep all their rows. Undefined where no table has a choice.
 */
export function planSample(design: Design): SamplePlan | undefined {
  const masked = maskedTables(design);
  const relations = sampleRelations(design);
  const sampled = new Set(masked.filter(isRoot).map(({ table }) => table.id));
  if (sampled.size === 0) return undefined;
  // Sets visit what is added while they are walked.
  for (const id of sampled) {
    for (const { child, parent } of relations) {
      if (child.id === id) sampled.add(parent.id);
      if (parent.id === id) sampled.add(child.id);
    }
  }
  return {
    seed: design.seed,
    tables: new Map(
      masked
        .filter(({ table }) => sampled.has(table.id))
        .map(({ table, sample = {} }) => [table.id, { table, sample }] as const),
    ),
    relations: relations.filter(({ child }) => sampled.has(child.id)),
  };
}

/** The masked tables that a sample leaves as they are: no key leads from its rows to theirs, or back. */
export const wholeTables = (design: Design, sample: SamplePlan): readonly TableModel[] =>
  maskedTables(design)
    .filter(({ table }) => !sample.tables.has(table.id))
    .map(({ table }) => table);

/** The keys between masked tables. */
export const sampleRelations = (design: Design): readonly SampleRelation[] =>
  maskedTables(design).flatMap((table) => [...foreignKeys(design, table), ...polymorphic(design, table)]);

const maskedTables = (design: Design): readonly DesignedTable[] =>
  [...design.tables.values()].filter(({ mode }) => mode === "mask");

const isRoot = ({ sample }: DesignedTable): boolean => sample !== undefined && isSampleRoot(sample);

const isMasked = (design: Design, table: TableModel): boolean => design.tables.get(table.id)?.mode === "mask";

function foreignKeys(design: Design, { table }: DesignedTable): readonly SampleRelation[] {
  return table.foreignKeys.flatMap((key): SampleRelation[] => {
    const parent = referencedTable(design.model, key);
    if (parent === undefined || !isMasked(design, parent)) return [];
    const { columns, referencedColumns } = key;
    return [{ child: table, parent, columns, referencedColumns, children: childrenOf(design, parent, table, columns) }];
  });
}

function polymorphic(design: Design, { table, sample }: DesignedTable): readonly SampleRelation[] {
  return Object.entries(sample?.polymorphic ?? {}).flatMap(([column, { by, of }]) =>
    Object.entries(of).flatMap(([value, place]): SampleRelation[] => {
      const read = readPlace(design.model, place);
      if (read === undefined || !isMasked(design, read.table)) return [];
      return [
        {
          child: table,
          parent: read.table,
          columns: [column],
          referencedColumns: [read.column.name],
          only: { column: by, value },
          children: childrenOf(design, read.table, table, [column]),
        },
      ];
    }),
  );
}

/** What the parent's own sample says of this relation: by the child's name with its columns, or by its name alone. */
function childrenOf(design: Design, parent: TableModel, child: TableModel, columns: readonly string[]): ChildrenTaken {
  const said = Object.entries(design.tables.get(parent.id)?.sample?.children ?? {});
  const full = childName(child.id, columns);
  const found = said.find(([name]) => name === full) ?? said.find(([name]) => name === child.id);
  return found?.[1] ?? "all";
}

/** "orders (customer_id)": how a sample names the rows that refer to a table by certain columns. */
export const childName = (child: TableId, columns: readonly string[]): string => `${child} (${columns.join(", ")})`;

/** The table that a sample's `children` names, and the columns where it says them. */
export function readChild(
  design: Pick<Design, "model">,
  name: string,
): { readonly table: TableModel; readonly columns?: readonly string[] } | undefined {
  const whole = findTable(design.model, name);
  if (whole !== undefined) return { table: whole };
  const [, id, columns] = /^(.+?) ?\(([^()]+)\)$/.exec(name) ?? [];
  const table = id === undefined ? undefined : findTable(design.model, id);
  return table === undefined ? undefined : { table, columns: (columns ?? "").split(",").map((one) => one.trim()) };
}
