import type { TargetProgress } from "../../shared/api/target-views.ts";
import type { TableId } from "../../shared/schema/schema-model.ts";
import type { PlannedFile } from "./file-plan.ts";
import type { Shard } from "./job-spec.ts";
import { partRows } from "./ranges.ts";

/** How far a run has come. */
export interface RunProgress {
  /** What a load does besides writing rows; absent while it writes. */
  readonly phase?: "preparing" | "committing" | "proving" | "copying";
  /** Of one: how far an engine is that copies a whole database and does not count rows. */
  readonly share?: number;
  readonly rows: number;
  readonly totalRows: number;
  readonly bytes: number;
  readonly tables: readonly {
    readonly table: TableId;
    readonly state: "queued" | "running" | "done";
    readonly rows: number;
    readonly totalRows: number;
  }[];
  /** Of a run of several targets; `tables` are those of the one that is running. */
  readonly targets?: readonly TargetProgress[];
}

interface TableCount {
  readonly table: TableId;
  readonly totalRows: number;
  rows: number;
  bytes: number;
  begun: boolean;
}

/** Counts what is written. */
export class RunCounter {
  readonly #tables: readonly TableCount[];
  #stored = 0;
  readonly #byTable: ReadonlyMap<TableId, TableCount>;

  constructor(files: readonly PlannedFile[], shard: Shard | undefined) {
    const totals = new Map<TableId, number>();
    for (const file of files) {
      for (const [part, { from, to }] of partRows(file, shard).entries()) {
        const id = file.holds[part]?.id ?? "";
        totals.set(id, (totals.get(id) ?? 0) + to - from);
      }
    }
    this.#tables = [...totals].map(([table, totalRows]) => ({ table, totalRows, rows: 0, bytes: 0, begun: false }));
    this.#byTable = new Map(this.#tables.map((table) => [table.table, table]));
  }

  written(table: TableId, rows: number, bytes: number): void {
    const count = this.#byTable.get(table);
    if (count === undefined) return;
    count.begun = true;
    count.rows += rows;
    count.bytes += bytes;
  }

  /** Bytes for a row of this table, as far as is known. */
  bytesPerRow(table: TableId): number | undefined {
    const count = this.#byTable.get(table);
    return count === undefined || count.rows === 0 ? undefined : count.bytes / count.rows;
  }

  /** Bytes reached the disk, compressed or put together. */
  stored(bytes: number): void {
    this.#stored += bytes;
  }

  /** How many bytes are still to be written of the tables that have begun, at about what their rows took so far. */
  bytesToCome(): number {
    const rest = this.#tables.reduce(
      (sum, { rows, totalRows, bytes }) => sum + (rows === 0 ? 0 : (bytes / rows) * (totalRows - rows)),
      0,
    );
    return Math.round(rest * this.#storedShare());
  }

  /** About how many bytes are still to be written, from the rows that were. */
  bytesNeeded(): number | undefined {
    const { rows, totalRows, bytes } = this.progress();
    return rows === 0 ? undefined : Math.round((bytes / rows) * (totalRows - rows) * this.#storedShare());
  }

  /** What is stored of a byte that an encoder made. */
  #storedShare(): number {
    const made = this.#tables.reduce((sum, { bytes }) => sum + bytes, 0);
    return made === 0 || this.#stored === 0 ? 1 : this.#stored / made;
  }

  progress(): RunProgress {
    let rows = 0;
    let totalRows = 0;
    let bytes = 0;
    for (const table of this.#tables) {
      rows += table.rows;
      totalRows += table.totalRows;
      bytes += table.bytes;
    }
    return {
      rows,
      totalRows,
      bytes,
      tables: this.#tables.map(({ table, rows: tableRows, totalRows: tableTotal, begun }) => ({
        table,
        state: begun && tableRows === tableTotal ? "done" : begun ? "running" : "queued",
        rows: tableRows,
        totalRows: tableTotal,
      })),
    };
  }
}
