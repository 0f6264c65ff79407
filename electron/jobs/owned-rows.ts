import type { TableReader } from "../../shared/batches/batch.ts";
import { defaultBatchRows, tableReader } from "../../shared/batches/table-reader.ts";
import type { OwnedRows } from "../../shared/encoders/encoder.ts";
import type { TablePlan } from "../../shared/plan/plan.ts";
import type { OwnerRelation } from "../../shared/plan/row-counts.ts";
import type { TableId } from "../../shared/schema/schema-model.ts";
import type { CompiledJob } from "./compile-job.ts";
import type { PlannedFile } from "./file-plan.ts";
import { writtenFor } from "./written-for.ts";

/** The tables of a file whose rows stand within those of their owners. */
type Nesting = ReadonlyMap<
  TableId,
  { readonly table: TablePlan; readonly owner: OwnerRelation; readonly level: number }
>;

/** Which tables of a file are nested; undefined of a format that nests none. */
export function nestingOf({ format, options }: CompiledJob, { holds }: PlannedFile): Nesting | undefined {
  const depth = format.nests?.(options) ?? 0;
  if (depth === 0) return undefined;
  const nested = new Map<TableId, { table: TablePlan; owner: OwnerRelation; level: number }>();
  // Owners stand before what they own.
  for (const table of holds) {
    const owner = ownerOf(table);
    const level = (nested.get(owner?.owner ?? "")?.level ?? 0) + 1;
    if (owner !== undefined && level <= depth && holds.some(({ id }) => id === owner.owner))
      nested.set(table.id, { table, owner, level });
  }
  return nested;
}

/** The owner of every row of a table: a row that may have none, is pinned or comes from a source may be anybody's. */
function ownerOf({ owner, relations, designed, share, masked }: TablePlan): OwnerRelation | undefined {
  if (owner === undefined || share !== undefined || masked !== undefined) return undefined;
  if ((designed.pinned?.length ?? 0) > 0) return undefined;
  return relations.some(({ foreignKey, nulls }) => foreignKey === owner.foreignKey && nulls === 0) ? owner : undefined;
}

/** The rows that stand within those of a table, and within theirs in turn. */
export function ownedRows(job: CompiledJob, { id }: TablePlan, nesting: Nesting): readonly OwnedRows[] {
  return [...nesting.values()]
    .filter(({ owner }) => owner.owner === id)
    .map(({ table, owner }) => {
      let reader: TableReader | undefined;
      const batchRows = Math.max(1, Math.min(defaultBatchRows, table.rowCount));
      return {
        target: {
          ...writtenFor(table, job),
          rowCount: table.rowCount,
          dialect: job.dialect,
          options: job.options,
          owned: ownedRows(job, table, nesting),
        },
        key: owner.foreignKey.columns,
        firstChild: (row) => owner.spread.firstChild(row),
        read(from, count) {
          reader ??= tableReader(job.plan, table.id, { batchRows });
          return reader.readRange(from, Math.min(count, batchRows));
        },
      };
    });
}
