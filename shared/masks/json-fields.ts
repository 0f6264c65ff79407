import { z } from "zod";
import { SeedloomError } from "../base/errors.ts";
import { parameter } from "../generators/parameter.ts";
import { cellText } from "../vectors/cells.ts";
import { newTextVector } from "../vectors/new-vector.ts";
import { jsonLeaves, parsePath, type JsonLeaf, type PathStep } from "./json-leaves.ts";
import { jsonOf, kindsOf, plainText, valueKinds, valueVector, type ValueKind } from "./json-values.ts";
import { defineMask, type InnerMask, type MaskContext, type MaskKernel } from "./mask.ts";
import { promises } from "./promises.ts";
import { isNull, takesText, writeNull, writeText } from "./text-mask.ts";

/** `email`, or `{ hash: { digits: 24 } }`. */
const innerMask = z.union([z.string(), z.record(z.string(), z.record(z.string(), z.unknown()))]);
const params = z.strictObject({
  paths: parameter(z.record(z.string(), innerMask).default({}), {
    label: "Fields",
    help: "For each path, such as $.items[*].email, the mask of what stands there; all else stays as it is.",
  }),
});
type Params = z.infer<typeof params>;

interface Field extends InnerMask {
  readonly steps: readonly PathStep[];
}

/** Masks fields inside documents, and leaves every other character of them as it is. */
export const jsonFieldsMask = defineMask<Params>({
  id: "json",
  version: 2,
  label: "Fields in JSON",
  help: "Masks what stands at paths such as $.items[*].email, each by a mask of its own; numbers and dates stay such where it takes them.",
  keywords: ["document", "path", "nested", "object", "jsonb"],
  icon: "braces",
  params,
  shorthand: "paths",
  documents: (p) => {
    const paths = fieldsOf(p).map(({ steps }) => steps);
    return (text) =>
      isJson(text) ? jsonLeaves(text, paths).map(({ from, to }) => plainText(text.slice(from, to))) : [];
  },
  inner: innerMasks,
  accepts: (type) => type.kind === "json" || takesText(type, 2),
  describe: (p) => Object.keys(p.paths).join(", ") || "no field",
  promises: () => promises({ keepsFormat: true }),
  // Whether a field's mask asks for a key is only known to that mask.
  keyed: (p) => Object.keys(p.paths).length > 0,
  problems: (p) => {
    if (Object.keys(p.paths).length === 0) return [{ severity: "error", message: "No field is masked." }];
    return Object.keys(p.paths)
      .filter((path) => parsePath(path) === undefined)
      .map((path) => ({ severity: "error", message: `\`${path}\` is no path such as $.items[*].email.` }));
  },
  compile: (p, context) => documentKernel(fieldsOf(p), context),
});

function fieldsOf(p: Params): readonly Field[] {
  return innerMasks(p).flatMap((inner): Field[] => {
    const steps = parsePath(inner.path);
    return steps === undefined ? [] : [{ ...inner, steps }];
  });
}

function innerMasks({ paths }: Params): readonly InnerMask[] {
  return Object.entries(paths).map(([path, inner]) => {
    const [mask, own] = typeof inner === "string" ? [inner, {}] : (Object.entries(inner)[0] ?? ["", {}]);
    return { path, mask, params: own };
  });
}

/** A document that waits for the masks of its fields. */
interface Opened {
  /** Its number in the source, and its place in the batch. */
  readonly row: number;
  readonly at: number;
  readonly text: string;
  readonly leaves: readonly JsonLeaf[];
  readonly masked: string[];
}

/** A value of a document that waits for its mask. */
interface Place {
  readonly document: Opened;
  /** Its place among the document's leaves. */
  readonly k: number;
  readonly json: string;
}

function documentKernel(fields: readonly Field[], context: MaskContext): MaskKernel {
  const { source, batchRows, column } = context;
  const out = newTextVector(batchRows);
  const inner = fields.map((field) => fieldMask(field, context));
  const paths = fields.map(({ steps }) => steps);

  /** Masks all values of one field in the batch, a vector full at a time. */
  function maskField(field: number, documents: readonly Opened[]): void {
    const mask = inner[field];
    const places = documents.flatMap((document) =>
      document.leaves.flatMap(({ path, from, to }, k): readonly Place[] =>
        path === field ? [{ document, k, json: document.text.slice(from, to) }] : [],
      ),
    );
    for (const [kind, alike] of Map.groupBy(places, ({ json, document }) => mask?.kindOf(json, document.row))) {
      if (mask === undefined || kind === undefined) continue;
      for (let from = 0; from < alike.length; from += batchRows) mask.fill(kind, alike.slice(from, from + batchRows));
    }
  }

  return {
    out,
    fill(rows, count) {
      out.hasNulls = false;
      out.nulls.fill(0, 0, count);
      const documents: (Opened | undefined)[] = [];
      for (let i = 0; i < count; i++) {
        const text = isNull(source, i) ? null : cellText(source, i);
        const leaves = text === null ? [] : leavesOf(text, paths, column.name);
        documents.push(text === null ? undefined : { row: rows[i] ?? 0, at: i, text, leaves, masked: [] });
      }
      const opened = documents.filter((document) => document !== undefined);
      fields.forEach((_, field) => maskField(field, opened));
      for (let i = 0; i < count; i++) {
        const document = documents[i];
        if (document === undefined) writeNull(out, i);
        else writeText(out, i, joined(document));
      }
    },
  };
}

interface FieldMask {
  /** As what a value is masked; throws where the mask takes nothing that it is. */
  kindOf(json: string, row: number): ValueKind;
  /** Masks values of a kind, at most as many as a batch has rows. */
  fill(kind: ValueKind, places: readonly Place[]): void;
}

const kinds: readonly ValueKind[] = ["text", "integer", "decimal", "date", "timestamp"];

/** The mask of a field, for each kind of value that it takes. */
function fieldMask({ path, mask, params: own }: Field, context: MaskContext): FieldMask {
  const { batchRows, column, table } = context;
  const rowOf = new Int32Array(batchRows);
  const kernels = new Map(
    kinds.flatMap((kind) => {
      const { vector, put } = valueVector(kind, batchRows);
      const kernel = context.inner?.(mask, own, vector, valueKinds[kind], rowOf);
      return kernel === undefined ? [] : [[kind, { vector, put, kernel }] as const];
    }),
  );
  if (kernels.size === 0) throw unknownMask(column.name, mask);
  return {
    kindOf(json, row) {
      const kind = kindsOf(json).find((one) => kernels.has(one));
      if (kind === undefined) throw misfit(`${table}.${column.name}`, path, mask, row);
      return kind;
    },
    fill(kind, places) {
      const { vector, put, kernel } = kernels.get(kind) ?? {};
      if (vector === undefined || put === undefined || kernel === undefined) return;
      vector.hasNulls = false;
      for (const [i, { document, json }] of places.entries()) {
        put(i, plainText(json));
        rowOf[i] = document.at;
      }
      kernel.out.hasNulls = false;
      kernel.fill(
        Float64Array.from(places, ({ document }) => document.row),
        places.length,
      );
      for (const [i, { document, k, json }] of places.entries()) {
        const masked = jsonOf(kernel.out, i, json);
        const typed = json.startsWith('"') || !masked.startsWith('"');
        const same = !typed && plainText(masked) === json;
        if (!typed && !same && !kernel.forgets) throw noText(`${table}.${column.name}`, path, mask, document.row, json);
        document.masked[k] = same ? json : masked;
      }
    },
  };
}

function leavesOf(text: string, paths: readonly (readonly PathStep[])[], column: string): readonly JsonLeaf[] {
  if (isJson(text)) return jsonLeaves(text, paths);
  throw new SeedloomError(
    "export-blocked",
    `${column} has a value that is no JSON, so its fields cannot be masked.`,
    "Nothing was written. Mend the value, or give the column another mask.",
  );
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    // The parser's own message quotes the document.
    return false;
  }
}

function joined({ text, leaves, masked }: Opened): string {
  let whole = "";
  let at = 0;
  for (const [k, { from, to }] of leaves.entries()) {
    whole += text.slice(at, from) + (masked[k] ?? "null");
    at = to;
  }
  return whole + text.slice(at);
}

/** Readers of the document would no longer take it. */
const noText = (column: string, path: string, mask: string, row: number, json: string): SeedloomError =>
  new SeedloomError(
    "export-blocked",
    `${column} has ${/^[tf]/.test(json) ? "true or false" : "a number"} at ${path}, in row ${row + 1}, of which ${mask} would make a text.`,
    "Give the path number or noise, which keep numbers, or constant or nothing, which leave nothing of the value.",
  );

const unknownMask = (column: string, mask: string): SeedloomError =>
  new SeedloomError("export-blocked", `${column}: there is no mask ${mask} for values inside a document.`);

const misfit = (column: string, path: string, mask: string, row: number): SeedloomError =>
  new SeedloomError(
    "export-blocked",
    `${column} has a value at ${path}, in row ${row + 1}, that ${mask} does not fit: numbers are taken as numbers, and dates where they read 2026-01-31.`,
    "Give the path a mask that takes texts, such as hash or constant.",
  );
