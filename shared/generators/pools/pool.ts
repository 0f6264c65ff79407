import { z } from "zod";
import { nearest } from "../../base/nearest.ts";
import { aliasTable, pickAlias } from "../../random/alias-table.ts";
import { permutation } from "../../random/permutation.ts";
import { belowAt, childStream, wordAt, type Stream } from "../../random/stream.ts";
import { counts, drawCount } from "../../random/poisson.ts";
import type { ValueType } from "../../schema/value-type.ts";
import {
  defineGenerator,
  type CompileContext,
  type Domain,
  type Kernel,
  type ParameterProblem,
  type PoolFile,
} from "../generator.ts";
import { parameter } from "../parameter.ts";
import { plainValue } from "../structure/plain-value.ts";
import { misfit, valueTable, type Scalar } from "../structure/value-table.ts";

const params = z.strictObject({
  file: parameter(z.string().default(""), {
    label: "File",
    help: "A CSV, JSON or text file in the project's folder: cities.csv.",
    control: "project-file",
  }),
  column: parameter(z.string().default(""), { label: "Column", help: "Its heading; the first where none is given." }),
  draw: parameter(z.enum(["any", "weighted", "each once"]).default("any"), {
    label: "Lines are drawn",
    help: "any: all alike; weighted: by the weights below; each once: none comes again before all have.",
    control: "select",
  }),
  weight: parameter(z.string().default(""), { label: "Weights", help: "The heading of the lines' weights." }),
  line: parameter(z.enum(["shared", "own"]).default("shared"), {
    label: "Line",
    help: "shared: columns of one row that take from this file take the same line; own: each draws for itself.",
    control: "select",
  }),
});
type Params = z.infer<typeof params>;

interface Pool {
  readonly values: readonly string[];
  readonly weights?: readonly number[];
}

/** The values asked for, or what is in the way. */
function poolOf(
  p: Params,
  files: Readonly<Record<string, PoolFile>>,
): Pool | ({ readonly fault: string } & Pick<ParameterProblem, "fix" | "asks">) {
  const file = files[p.file];
  if (file === undefined) return { fault: `${p.file} was not read` };
  if ("fault" in file) {
    const { fault, instead, unsaved } = file;
    return {
      fault,
      ...(instead === undefined ? {} : { fix: { label: `Use ${instead}`, params: { file: instead } } }),
      ...(unsaved ? { asks: "save" } : {}),
    };
  }
  const placeOf = (heading: string, parameter: "column" | "weight") => {
    const at = file.columns.indexOf(heading);
    if (at >= 0) return at;
    const near = nearest(heading, file.columns) ?? file.columns[0];
    return {
      fault: `${p.file} has no column ${heading}; it has ${file.columns.join(", ")}`,
      ...(near === undefined ? {} : { fix: { label: `Use ${near}`, params: { [parameter]: near } } }),
    };
  };
  const column = p.column === "" ? 0 : placeOf(p.column, "column");
  if (typeof column !== "number") return column;
  const values = file.lines.map((line) => line[column] ?? "");
  if (p.draw !== "weighted") return { values };
  const weight = p.weight === "" ? { fault: "No column of weights is chosen" } : placeOf(p.weight, "weight");
  if (typeof weight !== "number") return weight;
  const weights = file.lines.map((line) => Number(line[weight] ?? ""));
  const wrong = weights.findIndex((value) => !(value >= 0 && value < Infinity));
  if (wrong >= 0)
    return {
      fault: `${p.file} has the weight ${JSON.stringify(file.lines[wrong]?.[weight] ?? "")} in entry ${wrong + 1}, which is no number from 0 up`,
    };
  if (!weights.some((value) => value > 0))
    return {
      fault: `The weights of ${p.file} add up to 0`,
      fix: { label: "Draw all alike", params: { draw: "any", weight: "" } },
    };
  return { values, weights };
}

/** The lines with each value once, in a column that ignores case without regard to it. */
function distinctLines(values: readonly string[], caseInsensitive: boolean): readonly number[] {
  const seen = new Set<string>();
  return values.flatMap((value, line) => {
    const key = caseInsensitive ? value.toLowerCase() : value;
    if (seen.has(key)) return [];
    seen.add(key);
    return [line];
  });
}

/** Values from a file beside the project. */
export const pool = defineGenerator<Params>({
  id: "pool",
  version: 1,
  label: "Values from a file",
  help: "Values of a CSV, JSON or text file in the project's folder; several columns may take the same line of it.",
  category: "structure",
  keywords: ["csv", "json", "list", "file", "lookup", "pool", "dictionary", "import", "sample", "own values"],
  icon: "file-spreadsheet",
  params,
  shorthand: "file",
  accepts: (type) => type.kind !== "bytes",
  describe: (p) =>
    p.file === ""
      ? "no file chosen"
      : `${p.file}${p.column === "" ? "" : `, ${p.column}`}${p.draw === "any" ? "" : `, ${p.draw}`}`,
  // How many there are is known once the file is read: problems() says where they are too few.
  capacity: (p) => (p.file === "" ? 1 : Infinity),
  files: (p) => (p.file === "" ? [] : [p.file]),
  problems(p, { type, pools, needed, columns: _columns }): readonly ParameterProblem[] {
    if (p.file === "") return [{ severity: "error", message: "No file is chosen." }];
    if (pools === undefined) return [];
    const found = poolOf(p, pools);
    if ("fault" in found) {
      const { fault, ...way } = found;
      return [{ severity: "error", message: `${fault}.`, ...way }];
    }
    const misfits = found.values.flatMap((value, line) => {
      const wrong = value === "" && type.kind !== "text" ? undefined : misfit(value, type);
      return wrong === undefined ? [] : [`${JSON.stringify(value)} in entry ${line + 1} ${wrong}`];
    });
    const distinct = new Set(found.values).size;
    const file = pools[p.file];
    const unused = p.weight !== "" && p.draw !== "weighted" && file !== undefined && "columns" in file;
    return [
      ...(unused
        ? [
            {
              severity: "warning" as const,
              message: `The weights in ${p.weight} are not used, since lines are drawn ${p.draw}.`,
              fix: { label: "Draw by the weights", params: { draw: "weighted" } },
            },
          ]
        : []),
      ...(misfits[0] === undefined
        ? []
        : [
            {
              severity: "error" as const,
              message: `${p.file}: ${misfits[0]}${misfits.length > 1 ? `, and ${misfits.length - 1} more` : ""}.`,
            },
          ]),
      ...(needed === undefined || needed <= distinct
        ? []
        : [
            {
              severity: "error" as const,
              message: `${p.file} has ${distinct} different values, and ${needed} are needed.`,
            },
          ]),
    ];
  },
  compile(p, context): Kernel | Domain {
    const found = poolOf(p, context.pools ?? {});
    if ("fault" in found) return nothing(context);
    const table = valueTable(
      found.values.map((value) => filled(value, context.type)),
      context.type,
      context.batchRows,
    );
    const empty = found.values.map((value) => value === "" && context.type.kind !== "text");
    const put = (count: number): void => {
      table.write(count);
      const { out, codes } = table;
      out.nulls.fill(0, 0, count);
      for (let i = 0; i < count; i++) {
        if (empty[codes[i] ?? 0] !== true) continue;
        out.nulls[i] = 1;
        out.hasNulls = true;
      }
    };
    const size = found.values.length;
    if (context.unique && p.draw !== "each once") {
      const lines = distinctLines(found.values, context.column.caseInsensitive === true);
      return {
        out: table.out,
        size: lines.length,
        fillAt(indexes, count) {
          for (let i = 0; i < count; i++) table.codes[i] = lines[indexes[i] ?? 0] ?? 0;
          put(count);
        },
      };
    }
    const line = lineDraw(
      found,
      p.draw,
      size,
      childStream(p.line === "shared" ? context.bundleStream : context.stream, `pool ${p.file}`),
    );
    return {
      out: table.out,
      fill(rows, count) {
        for (let i = 0; i < count; i++) table.codes[i] = line(rows[i] ?? 0);
        put(count);
      },
    };
  },
});

/** The line of a row. An empty value in a column that is no text is NULL. */
function lineDraw(found: Pool, draw: Params["draw"], size: number, stream: Stream): (row: number) => number {
  if (draw === "each once") {
    const order = permutation(stream, size);
    return (row) => order.at(row % size);
  }
  if (found.weights === undefined) return (row) => belowAt(stream, row, size);
  // The alias table's draw has 32 bits: enough for so many lines.
  if (size <= 65_536) {
    const table = aliasTable(found.weights);
    return (row) => pickAlias(table, wordAt(stream.k0, stream.k1, row, 0));
  }
  const table = counts(0, found.weights);
  return (row) => drawCount(table, stream, row);
}

const filled = (value: string, type: ValueType): Scalar =>
  value === "" && type.kind !== "text" ? plainValue(type) : value;

/** No file, or one that cannot be read: NULL. */
function nothing(context: CompileContext): Kernel {
  const { out } = valueTable([plainValue(context.type)], context.type, context.batchRows);
  return {
    out,
    fill(_rows, count) {
      out.nulls.fill(1, 0, count);
      out.hasNulls = true;
    },
  };
}
