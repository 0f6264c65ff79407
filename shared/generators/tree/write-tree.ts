import type { Vector } from "../../vectors/vector.ts";
import { cellText } from "../text/cell-text.ts";
import type { CompiledNode } from "./compile-tree.ts";

const isNull = (vector: Vector, i: number): boolean => vector.hasNulls && vector.nulls[i] === 1;
const moment = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/;

/** A cell in the text that documents have: timestamps as ISO 8601 with their zone, the rest as it is. */
function plainText(vector: Vector, i: number): string {
  const text = cellText(vector, i);
  return vector.kind === "timestamp" && moment.test(text) ? `${text.replace(" ", "T")}Z` : text;
}

function jsonCell(vector: Vector, i: number): string {
  if (isNull(vector, i)) return "null";
  switch (vector.kind) {
    case "integer":
    case "bigint":
    case "decimal":
    case "boolean":
      return cellText(vector, i);
    case "real": {
      const value = vector.values[i] ?? 0;
      return Number.isFinite(value) ? String(value) : "null";
    }
    default:
      return JSON.stringify(plainText(vector, i));
  }
}

/** What a row has at a node: undefined where it is missing. */
function present(node: CompiledNode, row: number): CompiledNode | undefined {
  if (node.kind === "maybe") return node.there(row) ? present(node.of, row) : undefined;
  if (node.kind === "one") {
    const chosen = node.of[node.which(row)];
    return chosen && present(chosen, row);
  }
  return node;
}

/** The elements of a list that a row has. */
const elements = (node: Extract<CompiledNode, { kind: "list" | "items" }>, row: number): readonly CompiledNode[] =>
  (node.kind === "list" ? node.of.slice(0, node.count(row)) : node.of).flatMap((part) => present(part, row) ?? []);

/** A document of row `row`, whose cells stand at place `i` of the batch, as JSON; what is missing is left out. */
export function jsonText(tree: CompiledNode, row: number, i: number): string {
  const node = present(tree, row);
  if (node === undefined) return "null";
  switch (node.kind) {
    case "value":
      return JSON.stringify(node.value);
    case "cell":
      return jsonCell(node.vector, i);
    case "list":
    case "items":
      return `[${elements(node, row)
        .map((part) => jsonText(part, row, i))
        .join(",")}]`;
    case "fields":
      return `{${node.of
        .flatMap(([name, part]) =>
          present(part, row) === undefined ? [] : [`${JSON.stringify(name)}:${jsonText(part, row, i)}`],
        )
        .join(",")}}`;
    default:
      return "null";
  }
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const referenced = (sign: string): string => entities[sign] ?? `&#${sign.charCodeAt(0)};`;
// XML 1.0 has no other control characters (section 2.2).
const writable = (text: string): string => text.replaceAll(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, "");
// A reader makes a line feed of every line end as it stands (section 2.11), and blanks of those and tabs in attributes (3.3.3).
const inElement = (text: string): string => writable(text).replaceAll(/[&<>"\r]/g, referenced);
const inAttribute = (text: string): string => writable(text).replaceAll(/[&<>"\t\n\r]/g, referenced);

/** A name as XML allows it. */
const xmlName = (name: string): string => {
  const plain = name.replaceAll(/[^\p{L}\p{N}_.-]/gu, "_");
  return /^[\p{L}_]/u.test(plain) ? plain : `_${plain}`;
};

/**
 * The same document as XML: an element for each field, one again for each element of a list; fields whose names begin with @
 * are attributes, and #text is an element's own text.
 */
export function xmlText(tree: CompiledNode, name: string, row: number, i: number): string {
  const node = present(tree, row);
  const tag = xmlName(name);
  if (node === undefined) return `<${tag}/>`;
  if (node.kind === "list" || node.kind === "items")
    return elements(node, row)
      .map((part) => xmlText(part, name, row, i))
      .join("");
  if (node.kind !== "fields") {
    const text = inElement(scalarText(node, i));
    return text === "" ? `<${tag}/>` : `<${tag}>${text}</${tag}>`;
  }
  let attributes = "";
  let content = "";
  for (const [field, part] of node.of) {
    const there = present(part, row);
    if (there === undefined) continue;
    if (field.startsWith("@")) attributes += ` ${xmlName(field.slice(1))}="${inAttribute(scalarText(there, i))}"`;
    else if (field === "#text") content += inElement(scalarText(there, i));
    else content += xmlText(there, field, row, i);
  }
  return content === "" ? `<${tag}${attributes}/>` : `<${tag}${attributes}>${content}</${tag}>`;
}

function scalarText(node: CompiledNode, i: number): string {
  if (node.kind === "value") return node.value === null ? "" : String(node.value);
  return node.kind === "cell" && !isNull(node.vector, i) ? plainText(node.vector, i) : "";
}
