import { z } from "zod";
import { SeedloomError } from "../base/errors.ts";
import { parameter } from "../generators/parameter.ts";
import { cellText } from "../vectors/cells.ts";
import { newTextVector } from "../vectors/new-vector.ts";
import { jsonLeaves, parsePath, type JsonLeaf, type PathStep } from "./json-leaves.ts";
import { defineMask, type MaskContext, type MaskKernel } from "./mask.ts";
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

interface Field {
  readonly steps: readonly PathStep[];
  readonly mask: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** Masks fields inside documents, and leaves every other character of them as it is. */
export const jsonFieldsMask = defineMask<Params>({
  id: "json",
  version: 1,
  label: "Fields in JSON",
  help: "Masks what stands at paths such as $.items[*].email, each by a mask of its own.",
  keywords: ["document", "path", "nested", "object", "jsonb"],
  icon: "braces",
  params,
  shorthand: "paths",
  documents: (p) => {
    const paths = fieldsOf(p).map(({ steps }) => steps);
    return (text) =>
      isJson(text) ? jsonLeaves(text, paths).map(({ from, to }) => plainText(text.slice(from, to))) : [];
  },
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

function fieldsOf({ paths }: Params): readonly Field[] {
  return Object.entries(paths).flatMap(([path, inner]): Field[] => {
    const steps = parsePath(path);
    const [mask, own] = typeof inner === "string" ? [inner, {}] : (Object.entries(inner)[0] ?? ["", {}]);
    return steps === undefined ? [] : [{ steps, mask, params: own }];
  });
}

/** A document that waits for the masks of its fields. */
interface Opened {
  readonly row: number;
  readonly text: string;
  readonly leaves: readonly JsonLeaf[];
  readonly masked: string[];
}

function documentKernel(fields: readonly Field[], context: MaskContext): MaskKernel {
  const { source, batchRows, column } = context;
  const out = newTextVector(batchRows);
  const texts = newTextVector(batchRows);
  const inner = fields.map(({ mask, params: own }) => {
    const kernel = context.inner?.(mask, own, texts);
    if (kernel === undefined) throw unknownMask(column.name, mask);
    return kernel;
  });
  const paths = fields.map(({ steps }) => steps);

  /** Masks all values of one field in the batch, a vector full at a time. */
  function maskField(field: number, documents: readonly Opened[]): void {
    const kernel = inner[field];
    const places = documents.flatMap((document) =>
      document.leaves.flatMap((leaf, k) => (leaf.path === field ? [{ document, leaf, k }] : [])),
    );
    for (let from = 0; from < places.length; from += batchRows) {
      const part = places.slice(from, from + batchRows);
      texts.hasNulls = false;
      for (const [i, { document, leaf }] of part.entries()) {
        writeText(texts, i, plainText(document.text.slice(leaf.from, leaf.to)));
      }
      if (kernel === undefined) return;
      kernel.out.hasNulls = false;
      kernel.fill(
        Float64Array.from(part, ({ document }) => document.row),
        part.length,
      );
      for (const [i, { document, k }] of part.entries()) {
        document.masked[k] = JSON.stringify(cellText(kernel.out, i));
      }
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
        documents.push(text === null ? undefined : { row: rows[i] ?? 0, text, leaves, masked: [] });
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

/** The text of a plain value: of a string what it says, else as it stands. */
const plainText = (json: string): string => (json.startsWith('"') ? String(JSON.parse(json)) : json);

function joined({ text, leaves, masked }: Opened): string {
  let whole = "";
  let at = 0;
  for (const [k, { from, to }] of leaves.entries()) {
    whole += text.slice(at, from) + (masked[k] ?? "null");
    at = to;
  }
  return whole + text.slice(at);
}

const unknownMask = (column: string, mask: string): SeedloomError =>
  new SeedloomError("export-blocked", `${column}: there is no mask ${mask} for texts inside a document.`);
