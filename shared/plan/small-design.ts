import type { Generator, GeneratorCatalogue } from "../generators/generator.ts";
import { edgeCatalogue } from "../generators/edge/edge-overlay.ts";
import { foreignKey } from "../generators/keys/foreign-key.ts";
import { ordinal } from "../generators/keys/ordinal.ts";
import { sequence } from "../generators/keys/sequence.ts";
import { integer } from "../generators/numbers/integer.ts";
import { runningTotal } from "../generators/numbers/running-total.ts";
import { formula } from "../generators/formula/formula.ts";
import { markov } from "../generators/structure/markov.ts";
import { aggregate } from "../generators/relations/aggregate.ts";
import { copy } from "../generators/relations/copy.ts";
import { lookup } from "../generators/relations/lookup.ts";
import { polymorphic } from "../generators/relations/polymorphic.ts";
import { mixGenerator } from "../generators/tree/mix.ts";
import type { Project } from "../project/project.ts";
import type { Design, DesignedTable } from "../rules/design.ts";
import type { Rows, Rule } from "../rules/rule.ts";
import type { ColumnModel, ForeignKeyModel, SchemaModel, TableModel } from "../schema/schema-model.ts";
import { tableReader } from "../batches/table-reader.ts";
import { cellAt } from "../vectors/cells.ts";
import type { Cell } from "../vectors/vector.ts";
import { compilePlan } from "./compile-plan.ts";
import type { Plan } from "./plan.ts";

// A schema and its rules in a few words, for tests of the engine that need no suggestions.

/** `"id"`, or `"parent?"` for a column that may be NULL. */
type ColumnWords = Readonly<Record<string, Rule | "key" | "ref" | "line">>;

export interface TableWords {
  readonly columns: ColumnWords;
  readonly rows: Rows;
  readonly pinned?: DesignedTable["pinned"];
  readonly owner?: string;
  readonly primaryKey?: readonly string[];
  readonly uniques?: readonly (readonly string[])[];
  /** `"a, b": "parent(x, y)"` */
  readonly references?: Readonly<Record<string, string>>;
  readonly checks?: readonly string[];
}

const words: Readonly<Record<"key" | "ref" | "line", Rule>> = {
  key: { kind: "generate", generator: "sequence", params: {} },
  ref: { kind: "generate", generator: "foreign-key", params: {} },
  line: { kind: "generate", generator: "ordinal", params: {} },
};

const generators: readonly Generator[] = [
  sequence,
  foreignKey,
  ordinal,
  integer,
  copy,
  aggregate,
  lookup,
  polymorphic,
  runningTotal,
  markov,
  formula,
  mixGenerator((id) => generators.find((entry) => entry.id === id)),
];
const catalogue: GeneratorCatalogue = {
  all: generators,
  get: (id) => generators.find((entry) => entry.id === id),
  edges: edgeCatalogue,
};

const split = (text: string): string[] => text.split(",").map((name) => name.trim());

function foreignKeyOf([columns, target]: readonly [string, string]): ForeignKeyModel {
  const [name = "", referenced = ""] = target.replace(")", "").split("(");
  return {
    name: columns,
    columns: split(columns),
    referencedTable: { schema: "main", name },
    referencedColumns: split(referenced),
  };
}

function tableOf(id: string, table: TableWords): TableModel {
  const columns = Object.keys(table.columns).map((name): ColumnModel => ({
    name: name.replace("?", ""),
    type: "INTEGER",
    valueType: { kind: "integer", bits: 64 },
    nullable: name.endsWith("?"),
  }));
  return {
    id,
    schema: "main",
    name: id,
    columns,
    primaryKey: table.primaryKey ?? ["id"],
    uniques: (table.uniques ?? []).map((names) => ({ name: names.join(), columns: names })),
    foreignKeys: Object.entries(table.references ?? {}).map(foreignKeyOf),
    checks: (table.checks ?? []).map((expression) => ({ name: expression, expression })),
  };
}

/** Compiles the tables described. */
export function smallPlan(
  tables: Readonly<Record<string, TableWords>>,
  seed = 1,
  rowOverrides: Readonly<Record<string, number>> = {},
): Plan {
  const model: SchemaModel = {
    engine: "sqlite",
    defaultSchema: "main",
    tables: Object.entries(tables).map(([id, table]) => tableOf(id, table)),
    views: [],
  };
  const designed = model.tables.map((table): DesignedTable => {
    const said = tables[table.id];
    const keys = [table.primaryKey, ...table.uniques.map((unique) => unique.columns)];
    return {
      table,
      mode: "generate",
      rows: said?.rows ?? 10,
      rowsEdited: false,
      ...(said?.owner ? { owner: said.owner } : {}),
      ...(said?.pinned ? { pinned: said.pinned } : {}),
      columns: Object.values(said?.columns ?? {}).map((rule, at) => {
        const column = table.columns[at] ?? { name: "", type: "", valueType: { kind: "unknown" }, nullable: true };
        const full: Rule = typeof rule === "string" ? words[rule] : rule;
        return {
          column,
          rule: full,
          edited: false,
          suggestion: { rule: full, reasons: [], confidence: "high", alternatives: [] },
          unique: keys.some((key) => key.length === 1 && key[0] === column.name),
        };
      }),
    };
  });
  const project: Project = {
    seedloom: 1,
    source: "x",
    seed,
    now: "2026-11-22",
    locales: { en: 1 },
    tables: {},
    scenarios: {},
    exports: [],
  };
  const design: Design = { model, project, seed, tables: new Map(designed.map((table) => [table.table.id, table])) };
  return compilePlan({ design, catalogue, referenceDate: "2026-11-22", locales: [], rowOverrides });
}

/** All rows of a table as records, read in batches of `batchRows`. */
export function allRows(plan: Plan, table: string, batchRows = 64): Record<string, Cell>[] {
  const reader = tableReader(plan, table, { batchRows });
  const total = plan.tables.get(table)?.rowCount ?? 0;
  const rows: Record<string, Cell>[] = [];
  for (let start = 0; start < total; start += batchRows) {
    const batch = reader.readRange(start, Math.min(batchRows, total - start));
    for (let i = 0; i < batch.count; i++) {
      rows.push(
        Object.fromEntries(
          batch.columns.map((column, k) => [column.name, batch.vectors[k] ? cellAt(batch.vectors[k], i) : null]),
        ),
      );
    }
  }
  return rows;
}
