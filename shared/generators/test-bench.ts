import { encodeUtf8 } from "../base/utf8.ts";
import { permutation } from "../random/permutation.ts";
import { belowAt, childStream, streamOf } from "../random/stream.ts";
import type { EngineId } from "../schema/schema-model.ts";
import type { ValueType } from "../schema/value-type.ts";
import { newIntegerVector, newTextVector, reserveBytes } from "../vectors/new-vector.ts";
import type { TextVector, Vector } from "../vectors/vector.ts";
import type { CompileContext, Domain, Generator, Kernel, SchemaPlace, PoolFiles, WeightedLocale } from "./generator.ts";
import { cellText } from "./text/cell-text.ts";

// What the laws compile generators with: the engine's part in a few lines.

export interface Bench {
  readonly type: ValueType;
  readonly locales: readonly WeightedLocale[];
  readonly rowCount?: number;
  readonly unique?: boolean;
  readonly seed?: number;
  readonly column?: string;
  readonly caseInsensitive?: boolean;
  readonly batchRows?: number;
  readonly engine?: EngineId;
  readonly pools?: PoolFiles;
  /** Where the column stands, for rules that look around. */
  readonly schema?: SchemaPlace;
  /** A row's number within its owner. */
  readonly ordinal?: (row: number) => number;
  /** Texts of other columns, by row. */
  readonly inputs?: Readonly<Record<string, (row: number) => string>>;
}

export interface Bound {
  readonly kernel: Kernel;
  readonly domain: Domain | undefined;
  /** The values are those of another column or table, so their type is not the generator's affair. */
  readonly follows: boolean;
}

/** Compiles a generator for a column on its own. */
export function bind(generator: Generator, params: Record<string, unknown>, bench: Bench): Bound {
  const batchRows = bench.batchRows ?? 512;
  const column = bench.column ?? "c";
  const stream = streamOf(bench.seed ?? 1, "t", column);
  let follows = generator.relation === true;
  const inputs: { readonly text: (row: number) => string; readonly vector: TextVector }[] = [];
  const numbers = (): Kernel => {
    follows = true;
    return rowNumbers(batchRows);
  };
  const context: CompileContext = {
    stream,
    localeStream: streamOf(bench.seed ?? 1, "t", " locale"),
    bundleStream: streamOf(bench.seed ?? 1, "t", " bundle"),
    column: {
      name: column,
      type: "",
      valueType: bench.type,
      nullable: true,
      caseInsensitive: bench.caseInsensitive ?? false,
    },
    type: bench.type,
    engine: bench.engine ?? "sqlite",
    rowCount: bench.rowCount ?? 5000,
    unique: bench.unique ?? false,
    batchRows,
    referenceDay: 20_779,
    locales: bench.locales,
    input(name) {
      const vector = newTextVector(batchRows);
      const text = bench.inputs?.[name];
      if (!text) follows = true;
      inputs.push({ vector, text: text ?? String });
      return vector;
    },
    ...(bench.pools ? { pools: bench.pools } : {}),
    aggregate: numbers,
    ...(bench.schema ? { schema: bench.schema } : {}),
    lookup: numbers,
    ...(bench.ordinal ? { ordinal: ordinalsBy(bench.ordinal) } : {}),
    ...(generator.relation ? { parentKey: rowNumbers(batchRows) } : {}),
  };
  const compiled = generator.compile(generator.params.parse(params), context);
  const domain = "size" in compiled ? compiled : undefined;
  const kernel = "size" in compiled ? drawn(compiled, context) : compiled;
  return {
    domain,
    follows,
    kernel: {
      ...kernel,
      fill(rows, count) {
        for (const { text, vector } of inputs) {
          let at = 0;
          for (let i = 0; i < count; i++) {
            const bytes = encodeUtf8(text(rows[i] ?? 0));
            reserveBytes(vector, at + bytes.length).set(bytes, at);
            vector.offsets[i + 1] = at += bytes.length;
          }
        }
        kernel.fill(rows, count);
      },
    },
  };
}

const ordinalsBy =
  (of: (row: number) => number): NonNullable<CompileContext["ordinal"]> =>
  (rows, count, ordinals) => {
    for (let i = 0; i < count; i++) ordinals[i] = of(rows[i] ?? 0);
  };

function rowNumbers(batchRows: number): Kernel {
  const out = newIntegerVector(batchRows);
  return { out, fill: (rows, count) => out.values.set(rows.subarray(0, count)) };
}

function drawn(domain: Domain, context: CompileContext): Kernel {
  const draws = childStream(context.stream, "draw");
  const order = permutation(draws, domain.size);
  const indexes = new Float64Array(context.batchRows);
  return {
    out: domain.out,
    fill(rows, count) {
      for (let i = 0; i < count; i++) {
        const row = rows[i] ?? 0;
        indexes[i] = context.unique ? order.at(row % domain.size) : belowAt(draws, row, domain.size);
      }
      domain.fillAt(indexes, count);
    },
  };
}

const shown = (vector: Vector, i: number): string | null =>
  vector.hasNulls && vector.nulls[i] === 1 ? null : cellText(vector, i);

/** The cells of some rows as text, NULL as null, filled in batches of `size`. */
export function cellsOf(
  { kernel }: Pick<Bound, "kernel">,
  rows: readonly number[],
  size = 512,
): readonly (string | null)[] {
  const cells: (string | null)[] = [];
  for (let start = 0; start < rows.length; start += size) {
    const batch = Float64Array.from(rows.slice(start, start + size));
    kernel.fill(batch, batch.length);
    for (let i = 0; i < batch.length; i++) cells.push(shown(kernel.out, i));
  }
  return cells;
}

/** Row numbers from `start` on. */
export const range = (count: number, start = 0): readonly number[] =>
  Array.from({ length: count }, (_, k) => start + k);

/** A column type in the engine-neutral form, by a short name, for test titles. */
export const typeName = (type: ValueType): string => JSON.stringify(type).replaceAll(/["{}]|kind:/g, "");
