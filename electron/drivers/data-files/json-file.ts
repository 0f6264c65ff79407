import { SeedloomError } from "../../../shared/base/errors.ts";
import { NotUtf8, readText, startOfText } from "../text-files/read-text.ts";
import { JsonCut, JsonElements, type JsonElement } from "./json-elements.ts";
import type { OpenFile, RawRow, RawValue } from "./raw-value.ts";

/** Rows by whose names the columns are told. */
const namedBy = 10_000;

/** Opens a file of JSON: an array of objects, or objects one after another. Throws a SeedloomError. */
export async function openJson(path: string): Promise<OpenFile> {
  const { encoding } = await startOfText(path, "a JSON file");
  const columns = new Map<string, number>();
  let count = 0;
  for await (const objects of objectsOf(path, encoding)) {
    for (const object of objects)
      for (const name of Object.keys(object)) if (!columns.has(name)) columns.set(name, columns.size);
    count += objects.length;
    if (count >= namedBy) break;
  }
  const names = [...columns.keys()];
  return {
    columns: names,
    untyped: false,
    notes: [],
    async *rows() {
      for await (const objects of objectsOf(path, encoding)) {
        yield objects.map((object): RawRow =>
          names.map((name) => valueOf(Object.hasOwn(object, name) ? object[name] : null)),
        );
      }
    },
  };
}

type Row = Readonly<Record<string, unknown>>;

async function* objectsOf(
  path: string,
  encoding: "utf-8" | "utf-16le" | "utf-16be" | "windows-1252",
): AsyncGenerator<readonly Row[]> {
  const elements = new JsonElements();
  const rowsOf = (found: readonly JsonElement[]): readonly Row[] => found.map((element) => rowOf(path, element));
  try {
    for await (const piece of readText(path, encoding)) {
      const rows = rowsOf(elements.push(piece));
      if (rows.length > 0) yield rows;
    }
    const rows = rowsOf(elements.end());
    if (rows.length > 0) yield rows;
  } catch (error) {
    if (error instanceof JsonCut) throw failure(path, error.line, error.message, error);
    if (error instanceof NotUtf8)
      throw new SeedloomError("source-damaged", `The file ${path} is not UTF-8, as JSON is.`, "Save it as UTF-8.", {
        cause: error,
      });
    throw error;
  }
}

function rowOf(path: string, { text, line }: JsonElement): Row {
  let value: unknown;
  try {
    // Numbers that a double cannot hold keep their digits.
    value = /\d{16}/.test(text) ? JSON.parse(text, exact) : JSON.parse(text);
  } catch (error) {
    throw failure(path, line, "this is not JSON", error);
  }
  if (isRow(value)) return value;
  throw failure(path, line, "a row is an object, which this is not");
}

const isRow = (value: unknown): value is Row => typeof value === "object" && value !== null && !Array.isArray(value);

function exact(_key: string, value: unknown, context?: { readonly source?: string }): unknown {
  if (typeof value !== "number" || Number.isSafeInteger(value)) return value;
  const source = context?.source ?? "";
  return /^-?\d+$/.test(source) ? BigInt(source) : value;
}

function valueOf(value: unknown): RawValue {
  if (value === undefined || value === null) return null;
  if (typeof value === "object")
    return {
      json: JSON.stringify(value, (_key, inner: unknown) => (typeof inner === "bigint" ? Number(inner) : inner)),
    };
  return typeof value === "string" ||
    typeof value === "number" ||
    typeof value === "bigint" ||
    typeof value === "boolean"
    ? value
    : null;
}

const failure = (path: string, line: number, what: string, cause?: unknown): SeedloomError =>
  new SeedloomError(
    "source-damaged",
    `${path}, line ${line}: ${what}.`,
    "Correct the file, or take it out of the folder.",
    { cause },
  );
