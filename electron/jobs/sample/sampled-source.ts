import { SeedloomError } from "../../../shared/base/errors.ts";
import { compareKeys, keyReader, type RowKey } from "../../../shared/plan/sample/sample-key.ts";
import { reportSamples } from "../../../shared/plan/sample/report-samples.ts";
import { planSample, type SamplePlan } from "../../../shared/plan/sample/sample-plan.ts";
import type { Design } from "../../../shared/rules/design.ts";
import type { Problem } from "../../../shared/rules/problem.ts";
import type { TableModel } from "../../../shared/schema/schema-model.ts";
import type { Cell } from "../../../shared/vectors/vector.ts";
import type { ReadRequest, Source } from "../../drivers/driver.ts";
import { drawSample, type DrawnRows } from "./draw-sample.ts";
import { RowReader } from "./read-selected.ts";
import type { SelectedRows } from "./selected-rows.ts";

/** A sample that was drawn, and the source that has no other rows. */
export interface DrawnSample {
  readonly plan: SamplePlan;
  readonly rows: DrawnRows;
  readonly source: SampledSource;
}

/** Draws the sample that a design asks for; undefined where it takes all rows. Throws a SeedloomError. */
export async function openSample(
  source: Source,
  design: Design,
  signal: AbortSignal,
): Promise<DrawnSample | undefined> {
  const plan = planSample(design);
  if (plan === undefined) return undefined;
  refuseFaults(design);
  const rows = await drawSample(source, plan, signal);
  return { plan, rows, source: new SampledSource(source, rows) };
}

/** A condition that is none must not reach an engine. */
function refuseFaults(design: Design): void {
  const problems: Problem[] = [];
  reportSamples(design, problems);
  const wrong = problems.find(({ code }) => code === "sample-invalid");
  if (wrong !== undefined) throw new SeedloomError("export-blocked", wrong.message, "Change `sample` in the project.");
}

/** Rows asked for at once. */
const rowsAtOnce = 500;

/**
 * A source that has no other rows than those of a sample, so that all that reads it works on the sample. Few rows of a large
 * table are asked for by their keys, and come in the order of those; else the table is read, and what is not taken is left out.
 */
export class SampledSource implements Source {
  readonly engine: Source["engine"];
  readonly label: string;
  readonly #source: Source;
  readonly #drawn: DrawnRows;
  readonly #orders = new Map<SelectedRows, Promise<Uint32Array>>();
  readonly #asksByKey = new Map<SelectedRows, Promise<boolean>>();

  constructor(source: Source, drawn: DrawnRows) {
    this.engine = source.engine;
    this.label = source.label;
    this.#source = source;
    this.#drawn = drawn;
  }

  server(): ReturnType<Source["server"]> {
    return this.#source.server();
  }

  model(): ReturnType<Source["model"]> {
    return this.#source.model();
  }

  async count(table: TableModel): Promise<number> {
    const rows = this.#drawn.get(table.id);
    if (rows !== undefined) return rows.size;
    if (this.#source.count !== undefined) return await this.#source.count(table);
    let count = 0;
    for await (const chunk of this.#source.read({ table, columns: [] })) count += chunk.length;
    return count;
  }

  async *read(request: ReadRequest): AsyncGenerator<readonly (readonly Cell[])[]> {
    const rows = this.#drawn.get(request.table.id);
    if (rows === undefined) return yield* this.#source.read(request);
    if (await this.#byKey(rows, request.signal)) yield* this.#asked(rows, request);
    else yield* this.#filtered(rows, request);
  }

  /** The numbers of a table's selected rows in the order in which they are read. */
  order(rows: SelectedRows, signal: AbortSignal): Promise<Uint32Array> {
    const known = this.#orders.get(rows);
    if (known !== undefined) return known;
    const made = this.#makeOrder(rows, signal);
    this.#orders.set(rows, made);
    made.catch(() => this.#orders.delete(rows));
    return made;
  }

  async #makeOrder(rows: SelectedRows, signal: AbortSignal): Promise<Uint32Array> {
    const order = Uint32Array.from({ length: rows.size }, (_, number) => number);
    if (await this.#byKey(rows, signal)) {
      const columns = rows.identity.map((column) => keyReader([column]));
      const keys = Array.from(order, (number): readonly RowKey[] => {
        const cells = rows.cellsAt(number);
        return columns.map((keyOf, k) => keyOf([cells[k] ?? null]) ?? "");
      });
      return order.sort((a, b) => compareAll(keys[a] ?? [], keys[b] ?? []));
    }
    let at = 0;
    for await (const chunk of new RowReader(this.#source, signal).all(rows, [])) {
      for (const { key } of chunk) {
        const number = rows.numberOf(key);
        if (number !== undefined) order[at++] = number;
      }
    }
    return order;
  }

  #byKey(rows: SelectedRows, signal: AbortSignal | undefined): Promise<boolean> {
    const known = this.#asksByKey.get(rows);
    if (known !== undefined) return known;
    const asked = { columns: rows.identity, keys: { size: rows.size }, worth: 1 / 4 };
    const decided = new RowReader(this.#source, signal ?? never).canAsk(rows, asked);
    this.#asksByKey.set(rows, decided);
    decided.catch(() => this.#asksByKey.delete(rows));
    return decided;
  }

  async *#asked(rows: SelectedRows, request: ReadRequest): AsyncGenerator<readonly (readonly Cell[])[]> {
    const { table, columns = table.columns.map(({ name }) => name), start = 0, limit = Infinity, signal } = request;
    const order = (await this.order(rows, signal ?? never)).subarray(start, start + limit);
    const names = rows.identity.map(({ name }) => name);
    for (let at = 0; at < order.length; at += rowsAtOnce) {
      const part = order.subarray(at, at + rowsAtOnce);
      const places = new Map(Array.from(part, (number, place) => [rows.keyAt(number), place]));
      const chunk: (readonly Cell[])[] = [];
      const keys = Array.from(part, (number) => rows.cellsAt(number));
      const asked = {
        table,
        columns: [...columns, ...names],
        among: { columns: names, keys },
        ...(signal && { signal }),
      };
      for await (const found of this.#source.read(asked)) {
        for (const cells of found) {
          const place = places.get(rows.keyOf(cells.slice(columns.length)) ?? "");
          if (place !== undefined) chunk[place] = cells.slice(0, columns.length);
        }
      }
      // Between two looks at a source, a row may have gone.
      yield chunk.filter((cells) => cells !== undefined);
    }
  }

  async *#filtered(rows: SelectedRows, request: ReadRequest): AsyncGenerator<readonly (readonly Cell[])[]> {
    const { table, columns = table.columns.map(({ name }) => name), start = 0, limit = Infinity, signal } = request;
    let skip = start;
    let left = limit;
    if (left <= 0) return;
    for await (const chunk of new RowReader(this.#source, signal ?? never).all(rows, columns)) {
      const kept = chunk.filter(({ key }) => rows.numberOf(key) !== undefined).map(({ cells }) => cells);
      const from = Math.min(skip, kept.length);
      skip -= from;
      const part = kept.slice(from, Math.min(kept.length, from + left));
      left -= part.length;
      if (part.length > 0) yield part;
      if (left <= 0) return;
    }
  }

  close(): Promise<void> {
    return this.#source.close();
  }
}

const never = new AbortController().signal;

function compareAll(a: readonly RowKey[], b: readonly RowKey[]): number {
  for (const [k, key] of a.entries()) {
    const order = compareKeys(key, b[k] ?? "");
    if (order !== 0) return order;
  }
  return 0;
}
