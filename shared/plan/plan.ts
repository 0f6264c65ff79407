import type { GeneratorCatalogue, PoolFiles, WeightedLocale } from "../generators/generator.ts";
import type { Mask } from "../masks/mask.ts";
import type { Design, DesignedTable } from "../rules/design.ts";
import type { Problem } from "../rules/problem.ts";
import type { ColumnModel, TableId, TableModel } from "../schema/schema-model.ts";
import type { RelationPlan } from "./relations.ts";
import type { OwnerRelation } from "./row-counts.ts";
import type { TuplePlan } from "./tuples.ts";
import type { RowShare, WorkerShare } from "./worker-share.ts";

/** A scenario compiled against the schema model. Kernels are made from it table by table (batches/table-reader.ts). */
export interface Plan {
  readonly design: Design;
  readonly catalogue: GeneratorCatalogue;
  /** ISO date; "today" is already resolved. */
  readonly referenceDate: string;
  readonly locales: readonly WeightedLocale[];
  /** Locales that single rules ask for, beside the project's. */
  readonly ruleLocales?: readonly WeightedLocale[];
  /** The files that rules name. */
  readonly pools?: PoolFiles;
  /** Every table of the schema by id. */
  readonly tables: ReadonlyMap<TableId, TablePlan>;
  /** The tables to write, parents first; tables of one cycle stand together and share `cycle`. */
  readonly order: readonly TablePlan[];
  readonly problems: readonly Problem[];
}

export interface TablePlan {
  readonly id: TableId;
  readonly table: TableModel;
  readonly designed: DesignedTable;
  readonly rowCount: number;
  /** The columns that are written, in table order: neither generated nor left to the database's default. */
  readonly written: readonly ColumnModel[];
  /** Tables that reference each other share a number; null where a plain order will do. */
  readonly cycle: number | null;
  readonly owner?: OwnerRelation;
  readonly relations: readonly RelationPlan[];
  readonly tuples: readonly TuplePlan[];
  /** Columns whose values must differ from each other. */
  readonly distinct: ReadonlySet<string>;
  /** The addresses of this worker's rows among those of all; absent where a row's number is its address. */
  readonly share?: RowShare;
  /**
   * How columns are masked, of a table whose rows come from the source; absent of all others. Null: the rule cannot be
   * compiled, and the column has no values.
   */
  readonly masked?: ReadonlyMap<string, ColumnMask | null>;
}

/** How a column of a masked table is masked: by its own rule, or by that of the key which it is part of. */
export interface ColumnMask {
  readonly mask: Mask;
  readonly params: Readonly<Record<string, unknown>>;
  /** Columns of one domain mask equal values alike. */
  readonly domain: string;
  /** The column that says type and length: of a key and its references, the one that holds least. */
  readonly as: ColumnModel;
  /** A CEL expression over the source's row: where it is false, the value is kept. */
  readonly when?: string;
  /** Where the rule stands that it follows, if that is not its own. */
  readonly follows?: { readonly table: TableId; readonly column: string };
}

/** What compilePlan (compile-plan.ts) takes. */
export interface PlanInput {
  readonly design: Design;
  readonly catalogue: GeneratorCatalogue;
  readonly referenceDate: string;
  readonly locales: readonly WeightedLocale[];
  readonly ruleLocales?: readonly WeightedLocale[];
  readonly pools?: PoolFiles;
  /** Row counts of this run only. */
  readonly rowOverrides?: Readonly<Record<TableId, number>>;
  /** One of several runs that fill one database side by side. */
  readonly worker?: WorkerShare;
}
