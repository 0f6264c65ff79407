import type { Kernel } from "../generators/generator.ts";
import type { TablePlan } from "../plan/plan.ts";
import type { Vector } from "../vectors/vector.ts";
import type { TableReader } from "./batch.ts";
import type { PickedParents, RelationReader } from "./relation-reader.ts";

/** Makes a reader of another table for some of its columns (or paths). */
export type OpenReader = (table: string, columns: readonly string[]) => TableReader;

interface OpenParent {
  readonly reader: TableReader;
  readonly picked: PickedParents;
  readonly vectors: readonly Vector[];
}

/** Readers of the parent tables of one table's relations, at the rows that each relation picked for the batch. */
export class ParentReaders {
  readonly #table: TablePlan;
  readonly #relations: RelationReader;
  readonly #open: OpenReader;
  readonly #parents = new Map<string, OpenParent>();
  readonly #lent = new Set<Vector>();

  constructor(table: TablePlan, relations: RelationReader, open: OpenReader) {
    this.#table = table;
    this.#relations = relations;
    this.#open = open;
  }

  /** The kernel that hands over the parent's key for `column`; all columns of a key come from one reader. */
  key(relation: number, column: string): Kernel | undefined {
    const { foreignKey } = this.#table.relations[relation] ?? {};
    return foreignKey && this.#kernel(relation, foreignKey.referencedColumns, foreignKey.columns.indexOf(column));
  }

  /** The kernel that hands over any column of the parent row, or a path from there on. */
  column(relation: number, path: string): Kernel | undefined {
    return this.#kernel(relation, [path], 0);
  }

  #kernel(relation: number, columns: readonly string[], at: number): Kernel | undefined {
    const opened = this.#parent(relation, columns);
    const vector = opened?.vectors[at];
    if (!opened || !vector) return undefined;
    this.#lent.add(vector);
    const { picked } = opened;
    return {
      out: vector,
      fill(_rows, count) {
        if (!picked.hasNulls) return;
        const { nulls } = vector;
        if (!vector.hasNulls) nulls.fill(0, 0, count);
        for (let i = 0; i < count; i++) if (picked.nulls[i] === 1) nulls[i] = 1;
        vector.hasNulls = true;
      },
    };
  }

  #parent(relation: number, columns: readonly string[]): OpenParent | undefined {
    const plan = this.#table.relations[relation];
    const picked = this.#relations.parents(relation);
    if (!plan || !picked) return undefined;
    const id = [relation, ...columns].join("\n");
    const known = this.#parents.get(id);
    if (known) return known;
    const reader = this.#open(plan.parent, columns);
    const opened = { reader, picked, vectors: reader.readRows(new Float64Array(1), 0).vectors };
    this.#parents.set(id, opened);
    return opened;
  }

  /** Whether a vector belongs to a parent's reader, which fills it anew for each batch. */
  lends(vector: Vector): boolean {
    return this.#lent.has(vector);
  }

  /** Reads the picked rows of every parent in use. */
  read(count: number): void {
    for (const { reader, picked } of this.#parents.values()) reader.readRows(picked.rows, count);
  }
}
