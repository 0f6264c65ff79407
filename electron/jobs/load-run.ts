import { setImmediate as nextTurn } from "node:timers/promises";
import { tableReader } from "../../shared/batches/table-reader.ts";
import { SeedloomError, isSeedloomError } from "../../shared/base/errors.ts";
import type { Format } from "../../shared/encoders/encoder.ts";
import type { TableId } from "../../shared/schema/schema-model.ts";
import type { Load, LoadPromise, LoadTable, Proof, TableIntake, Target } from "../drivers/driver.ts";
import { inOrder } from "./in-order.ts";
import { inlineLease } from "./inline-lease.ts";
import { withPools } from "./job-spec.ts";
import type { PlannedFile } from "./file-plan.ts";
import { prepareLoad, type LoadSpec, type PreparedLoad } from "./prepare-load.ts";
import { fileRanges, type RowRange } from "./ranges.ts";
import { encodeRange, refuseWithoutSource, type SourceFeed } from "./source-feed.ts";
import { RunCounter, type RunProgress } from "./run-progress.ts";
import type { WorkerLease, WorkerPool } from "./worker-pool.ts";

export interface LoadRunOptions {
  readonly target: Target;
  readonly pool: WorkerPool;
  /** Threads of this process that it may keep busy. */
  readonly workers: number;
  /** This thread has nothing else to do: it makes the rows of a small load itself. */
  readonly inline?: boolean;
  /** Let the engine prove what was loaded. */
  readonly prove: boolean;
  /** Gives the rows of tables that are masked. */
  readonly feed?: SourceFeed;
  readonly signal: AbortSignal;
  /** Called once, before the first write, with what the target can hold to. */
  promised?(promise: LoadPromise): void;
  progress(now: () => RunProgress): void;
}

export interface LoadOutcome {
  readonly tables: readonly { readonly table: TableId; readonly rows: number }[];
  readonly rows: number;
  readonly promise: LoadPromise;
  readonly proof?: Proof;
}

/** Below this, one thread is done before a second is awake. */
const smallRows = 20_000;

/**
 * One run of a plan into a database:
 *
 *   spec ──compile──▶ plan ──against the target──▶ promise ──begin──▶ rows, table by table ──▶ commit ──▶ proof
 *
 * The rows are those of an export. What fails before the commit is taken back, as far as the target promised, and the error
 * says what is true of the database then.
 */
export async function runLoad(spec: LoadSpec, options: LoadRunOptions): Promise<LoadOutcome> {
  const { target, signal } = options;
  const prepared = await prepareLoad(spec, target, signal).catch((error: unknown) => {
    throw signal.aborted ? cancelled("Nothing was changed.") : error;
  });
  const { request, files, promise } = prepared;
  refuseWithoutSource(prepared, options.feed);
  options.promised?.(promise);
  const counter = new RunCounter(files, undefined);
  const phase = (now: RunProgress["phase"]): void =>
    options.progress(() => ({ ...counter.progress(), ...(now === undefined ? {} : { phase: now }) }));
  phase("preparing");
  const load = await target.begin(request).catch((error: unknown) => {
    // Where begin fails, the driver has taken back what it did, or its own error says otherwise.
    throw signal.aborted && !isSeedloomError(error) ? cancelled("Nothing was changed.") : error;
  });
  try {
    await writeTables(spec, prepared, load, counter, options);
    signal.throwIfAborted();
    phase("committing");
    await load.commit();
  } catch (error) {
    const { message } = await load.rollback();
    throw signal.aborted ? cancelled(message) : withTruth(error, message);
  }
  phase("proving");
  const proof = options.prove ? await prove(prepared, options) : undefined;
  phase(undefined);
  const tables = files.map(({ table: { id, rowCount } }) => ({ table: id, rows: rowCount }));
  return {
    tables,
    rows: tables.reduce((sum, { rows }) => sum + rows, 0),
    promise,
    ...(proof === undefined ? {} : { proof }),
  };
}

async function writeTables(
  spec: LoadSpec,
  prepared: PreparedLoad,
  load: Load,
  counter: RunCounter,
  options: LoadRunOptions,
): Promise<void> {
  const leases = new Leases(spec, prepared, options, counter.progress().totalRows < smallRows);
  try {
    for (const [index, file] of prepared.files.entries()) {
      const table = prepared.request.tables[index];
      if (table === undefined || table.rowCount === 0) continue;
      const intake = await load.into(table);
      if (intake.kind === "batches") await writeBatches(prepared, file, table, intake);
      else await writeBytes(index, file, intake);
      await intake.finish();
    }
  } finally {
    leases.close();
  }

  async function writeBytes(index: number, file: PlannedFile, intake: Intake<"bytes">): Promise<void> {
    const { id } = file.table;
    const lease = leases.of(intake.format);
    const ranges = fileRanges(index, file, undefined, () => counter.bytesPerRow(id));
    // As in an export: two pieces a worker keep it busy while the target takes the one before.
    const encode = (range: RowRange) => encodeRange(lease, range, file.table, options.feed);
    for await (const piece of inOrder(ranges, lease.size * 2 + 1, encode, options.signal)) {
      await intake.write(piece.bytes.subarray(0, piece.length));
      counter.written(id, piece.range.count, piece.length);
      lease.recycle(piece.bytes);
      options.progress(() => counter.progress());
    }
  }

  async function writeBatches(
    { plan }: PreparedLoad,
    { table: { id, masked } }: PlannedFile,
    { table, columns, rowCount }: LoadTable,
    intake: Intake<"batches">,
  ): Promise<void> {
    if (masked !== undefined) throw new RangeError(`The rows of ${id} come in pieces of bytes only.`);
    const reader = tableReader(plan, id);
    for (let row = 0; row < rowCount; row += reader.batchRows) {
      // Signals are heard between two batches.
      await nextTurn();
      options.signal.throwIfAborted();
      const batch = reader.readRange(row, Math.min(reader.batchRows, rowCount - row));
      await intake.write({ ...batch, table, columns });
      counter.written(id, batch.count, 0);
      options.progress(() => counter.progress());
    }
  }
}

type Intake<K extends TableIntake["kind"]> = Extract<TableIntake, { kind: K }>;

/** The workers of a load, for each format that its tables are written in. */
class Leases {
  readonly #leases = new Map<string, WorkerLease>();
  readonly #spec: LoadSpec;
  readonly #prepared: PreparedLoad;
  readonly #options: LoadRunOptions;
  readonly #small: boolean;

  constructor(spec: LoadSpec, prepared: PreparedLoad, options: LoadRunOptions, small: boolean) {
    this.#spec = spec;
    this.#prepared = prepared;
    this.#options = options;
    this.#small = small;
  }

  of(format: Format): WorkerLease {
    const known = this.#leases.get(format.id);
    if (known !== undefined) return known;
    const lease = this.#open(format);
    this.#leases.set(format.id, lease);
    return lease;
  }

  close(): void {
    for (const lease of this.#leases.values()) lease.close();
  }

  #open(format: Format): WorkerLease {
    const { plan, files, into } = this.#prepared;
    const { clear: _clear, existing: _existing, triggers: _triggers, ...rest } = this.#spec;
    const spec = withPools({ ...rest, format: format.id, dialect: into.engine, into }, plan);
    const { masking } = spec;
    if (this.#small && this.#options.inline === true)
      return inlineLease({
        plan,
        format,
        dialect: spec.dialect,
        options: {},
        files,
        into,
        ...(masking === undefined ? {} : { masking }),
      });
    const { target, workers, pool } = this.#options;
    const free = target.ownThread === true ? Math.max(1, workers - 1) : workers;
    return pool.lease(spec, this.#small ? 1 : free);
  }
}

async function prove({ request }: PreparedLoad, { target, signal }: LoadRunOptions): Promise<Proof> {
  try {
    return await target.prove(
      request.tables.map(({ table }) => table),
      signal,
    );
  } catch (error) {
    if (!signal.aborted) throw error;
    throw new SeedloomError("cancelled", "The proof was cancelled.", "The rows are loaded, and stay.");
  }
}

const cancelled = (truth: string): SeedloomError => new SeedloomError("cancelled", `The load was cancelled. ${truth}`);

/** The error of a load with what is true of the database after it. */
function withTruth(error: unknown, truth: string): SeedloomError {
  if (!isSeedloomError(error)) {
    const message = `The load stopped for a reason that Seedloom does not know. ${truth}`;
    return new SeedloomError("internal", message, undefined, { cause: error });
  }
  return new SeedloomError(error.code, `${error.message} ${truth}`, error.hint, { cause: error });
}
