import type { Format } from "../../shared/encoders/encoder.ts";
import type { Plan, TablePlan } from "../../shared/plan/plan.ts";
import type { Compression, Split } from "../../shared/project/project.ts";
import type { TableId } from "../../shared/schema/schema-model.ts";
import { safeFileName, tableFileNames } from "./file-names.ts";
import { checkedTemplate, hasPlaceholder, pathOf, refuseCollisions, withPart, type PathValues } from "./file-paths.ts";
import { manifestName } from "./manifest-name.ts";
import { refuseLayout, refuseManyParts } from "./refuse-layout.ts";

/** One file of an export. */
export interface PlannedFile {
  /** Relative to the folder; of a file that is cut by its bytes with {part} in it. */
  readonly path: string;
  /** The table that it is named after. */
  readonly table: TablePlan;
  /**
   * The tables whose rows it holds, in order: its own; or, in a format that is loaded file by file, all of a cycle in the
   * cycle's first file and none in the others; or all of the export.
   */
  readonly holds: readonly TablePlan[];
  /** Of a table that is split by rows: those from … to − 1 are in this file. */
  readonly rows?: { readonly from: number; readonly to: number };
  /** Where a file ends before it would have more bytes, and another begins. */
  readonly cutBytes?: number;
}

/** How an export is laid out in files. */
export interface FileLayout {
  readonly scenario?: string;
  /** Only these. */
  readonly tables?: readonly TableId[];
  /** Of the format, whole. */
  readonly options?: Readonly<Record<string, unknown>>;
  readonly template?: string;
  readonly compress?: Compression;
  readonly split?: Split;
}

type FileFormat = Pick<Format, "extension" | "ordered" | "oneFile" | "label" | "assembly">;

/** Of compressed files. */
export const endings = { gzip: ".gz", zstd: ".zst" } as const;

/** The files of an export in the order in which they are written, and loaded. Throws a SeedloomError where they cannot be. */
export function filePlan(plan: Plan, format: FileFormat, layout: FileLayout = {}): readonly PlannedFile[] {
  const { tables, compress, split } = layout;
  const wanted = plan.order.filter((table) => tables === undefined || tables.includes(table.id));
  const one = format.oneFile?.(layout.options ?? {}) === true;
  refuseLayout(format, one, layout);
  const ending = compress === undefined ? "" : endings[compress];
  const given = templateOf(format, one, layout);
  const plain = given.endsWith(ending) ? given.slice(0, given.length - ending.length) : given;
  const template = `${split === undefined ? plain : withPart(plain)}${ending}`;
  const values = pathValues(plan, template, layout);
  const [first] = wanted;
  const whole: readonly PlannedFile[] = !one
    ? wanted.map((table) => ({ path: "", table, holds: format.ordered === true ? sharing(table, wanted) : [table] }))
    : first === undefined
      ? []
      : [{ path: "", table: first, holds: wanted }];
  const files = whole
    .flatMap((file) => parts(file, split))
    .map(({ part, ...file }) => ({ ...file, path: pathOf(template, values(file.table, part)) }));
  refuseCollisions([...files, ...(first === undefined ? [] : [{ path: manifestName, table: { id: "the manifest" } }])]);
  return files;
}

function templateOf(format: FileFormat, one: boolean, { scenario, template }: FileLayout): string {
  if (template !== undefined) return checkedTemplate(template);
  if (one) return `${scenario === undefined ? "data" : "{scenario}"}.${format.extension}`;
  return `${format.ordered === true ? "{nnn}_" : ""}{table}.${format.extension}`;
}

/** What stands for each placeholder in a table's paths. */
function pathValues(
  plan: Plan,
  template: string,
  { scenario }: FileLayout,
): (table: TablePlan, part: string | undefined) => PathValues {
  const names = tableFileNames(plan.design.model);
  const digits = Math.max(3, String(plan.order.length * 10).length);
  return ({ id, table }, part) => {
    // The number is the table's place in the whole project, so that it is the same when a part of it is exported.
    const place = plan.order.findIndex((other) => other.id === id) + 1;
    return {
      scenario: safeFileName(scenario ?? "default"),
      schema: safeFileName(table.schema),
      table: hasPlaceholder(template, "schema") ? safeFileName(table.name) : (names.get(id) ?? safeFileName(id)),
      nnn: String(place * 10).padStart(digits, "0"),
      ...(part === undefined ? {} : { part }),
    };
  };
}

/** The tables of a cycle stand in the file of the first that has rows. */
function sharing(table: TablePlan, tables: readonly TablePlan[]): readonly TablePlan[] {
  if (table.cycle === null || table.rowCount === 0) return [table];
  const cycle = tables.filter((other) => other.cycle === table.cycle && other.rowCount > 0);
  return cycle[0] === table ? cycle : [];
}

type Part = Omit<PlannedFile, "path"> & { readonly part?: string };

/** The number of a part as it stands in a path. */
export const partNumber = (index: number): string => String(index + 1).padStart(3, "0");

/** The files that one is split into. Tables that reference each other stay together. */
function parts(file: PlannedFile, split: Split | undefined): readonly Part[] {
  const [table, ...more] = file.holds;
  if (split === undefined || table === undefined || more.length > 0) return [{ ...file, part: partNumber(0) }];
  if ("bytes" in split) return [{ ...file, cutBytes: split.bytes }];
  const count = Math.max(1, Math.ceil(table.rowCount / split.rows));
  refuseManyParts(table.id, count);
  return Array.from({ length: count }, (_, index) => ({
    ...file,
    rows: { from: index * split.rows, to: Math.min((index + 1) * split.rows, table.rowCount) },
    part: partNumber(index),
  }));
}
