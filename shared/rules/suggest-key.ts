import { referencedTable, type ForeignKeyModel, type SchemaModel, type TableModel } from "../schema/schema-model.ts";
import { typeReason, type ColumnContext } from "./column-context.ts";
import type { Idea } from "./patterns/name-pattern.ts";
import type { Suggestion } from "./rule.ts";
import { suggestOwners } from "./suggest-owner.ts";
import { estimateRows, suggestRows } from "./suggest-rows.ts";
import { foreignKeysOf, isRequired, keyColumns } from "./table-keys.ts";
import { undeclaredParent } from "./undeclared-parent.ts";
import { nounOf } from "./words.ts";

/** The rule for a column that a foreign key fills, or undefined where none does. */
export function foreignKeySuggestion(context: ColumnContext): Suggestion | undefined {
  const { model, table, column, catalogue } = context;
  if (catalogue.get("foreign-key")?.accepts(column.valueType) !== true) return undefined;
  const key = foreignKeysOf(table, column.name).find((one) => referencedTable(model, one) !== undefined);
  const parent = key === undefined ? undefined : referencedTable(model, key);
  if (key === undefined || parent === undefined) return undefined;
  const inKey = keyColumns(table);
  const optional = !isRequired(table, key) && context.facts.nullness !== "required";
  const owner = suggestOwners(model).get(table.id)?.key;
  // NULLs in a key would let equal rows pass for different ones.
  const keyed = key.columns.some((name) => inKey.has(name));
  const { when, nulls: share = 0.1 } = context.facts;
  const nulls =
    !optional || key === owner
      ? context.column.nullable && when !== undefined
        ? { when }
        : {}
      : { ...(keyed ? {} : { nulls: share }), ...(when === undefined ? {} : { when }) };
  const rule = {
    kind: "generate" as const,
    generator: "foreign-key",
    params: pickParams(context, key, parent),
    ...nulls,
  };
  const reasons = [
    `references ${parent.name}${parent === table ? " (a tree)" : ""}, ${optional ? "nullable" : "required"}`,
  ];
  if (key === owner) reasons.push(`rows belong to ${parent.name}`);
  if (context.unique) reasons.push("unique");
  const alternatives = optional ? [{ rule: { kind: "null" as const }, reason: "the column takes NULL" }] : [];
  return { rule, reasons, confidence: "high", alternatives };
}

function pickParams(
  { model, table }: ColumnContext,
  key: ForeignKeyModel,
  parent: TableModel,
): Readonly<Record<string, unknown>> & Record<string, unknown> {
  const owners = suggestOwners(model);
  const own = owners.get(table.id);
  const theirs = owners.get(parent.id);
  if (own !== undefined && theirs !== undefined && own.key !== key && own.owner === theirs.owner && parent !== table) {
    const rows = suggestRows(parent, model);
    // Only where every owner has such a row.
    if (typeof rows === "object" && rows.from > 0 && rows.without === 0) return { sameOwner: true };
  }
  const popular =
    /\b(?:product|item|article|track|song|film|movie|book)$/.test(nounOf(parent.name)) &&
    /\b(?:item|line|detail|position|entry)$/.test(nounOf(table.name));
  return popular && own?.key !== key ? { pick: "zipf", exponent: 0.6 } : {};
}

/** What fills a column that is the table's key, or looks like it, or like the key of another table; with the reason. */
export function keyIdeas(context: ColumnContext):
  | {
      readonly ideas: readonly Idea[];
      readonly reasons: readonly string[];
      readonly confidence: "high" | "medium" | "low";
    }
  | undefined {
  const { model, table, column, words, noun, facts } = context;
  const position = table.primaryKey.indexOf(column.name);
  const declared = column.type === "" ? "" : `, ${column.type.toLowerCase()}`;
  const number =
    column.valueType.kind === "integer" || (column.valueType.kind === "decimal" && (column.valueType.scale ?? 0) === 0);
  const low = typeof facts.minimum?.value === "number" ? Math.ceil(facts.minimum.value) : 1;
  const sequence: Idea = { generator: "sequence", ...(low > 1 ? { params: { start: low } } : {}), range: [low, low] };
  if (position >= 0 && table.primaryKey.length === 1) {
    const reasons = [`primary key${declared}`];
    if (number) return { ideas: [sequence], reasons, confidence: "high" };
    if (isUuid(context)) return { ideas: [{ generator: "uuid" }], reasons, confidence: "high" };
    return undefined;
  }
  if (position >= 0 && number) {
    const owner = suggestOwners(model).get(table.id)?.key;
    const owned = owner?.columns.every((name) => table.primaryKey.includes(name)) === true;
    const rest = table.primaryKey.filter((name) => foreignKeysOf(table, name).length === 0);
    const reasons = [`part ${position + 1} of the primary key${declared}`];
    if (owned && rest.length === 1 && column.identity === undefined)
      return {
        ideas: [{ generator: "ordinal", range: [1, 1] }, sequence],
        reasons: [...reasons, "numbers the rows of each owner"],
        confidence: "high",
      };
    if (rest[0] === column.name) return { ideas: [sequence], reasons, confidence: "medium" };
  }
  if (column.identity !== undefined && number)
    return { ideas: [sequence], reasons: ["the database numbers it", typeReason(column)], confidence: "high" };
  const undeclared = context.unique || position >= 0 ? undefined : undeclaredParent(model, table, column);
  if (undeclared !== undefined)
    return {
      ideas: [{ generator: "lookup", params: { of: `${undeclared.table.id}.${undeclared.key.name}` }, ...anyLength }],
      reasons: [`named like the key of ${undeclared.table.name}, which no foreign key declares`],
      confidence: "medium",
    };
  if (isUuid(context))
    return {
      ideas: [{ generator: "uuid" }],
      reasons: [
        column.valueType.kind === "uuid" ? typeReason(column) : `name matches *${words.split(" ").at(-1) ?? ""}*`,
      ],
      confidence: "high",
    };
  if (number && !column.nullable && table.primaryKey.length === 0 && (words === "id" || words === `${noun} id`)) {
    return { ideas: [sequence], reasons: ["named like the table's key"], confidence: "high" };
  }
  const other = number ? tableOfKeyName(model, words) : undefined;
  if (other !== undefined && other !== table && !context.unique) {
    return {
      ideas: [{ generator: "integer", params: { min: 1, max: estimateRows(other, model) } }],
      reasons: [`named like the key of ${other.name}`],
      confidence: "medium",
    };
  }
  return undefined;
}

/** Of values that another column has already. */
const anyLength = { madeForChecks: true } as const;

function isUuid({ column, words }: ColumnContext): boolean {
  const { valueType } = column;
  if (valueType.kind === "uuid") return true;
  const named = /(?:uuid|guid)$/.test(words);
  if (valueType.kind === "bytes") return valueType.maxLength === 16 && (named || /\bid$/.test(words));
  if (valueType.kind !== "text" && valueType.kind !== "unknown") return false;
  const length = valueType.kind === "text" ? valueType.maxLength : undefined;
  return (named && (length ?? 36) >= 36) || (length === 36 && /\bid$/.test(words));
}

const keyNames = new WeakMap<SchemaModel, ReadonlyMap<string, TableModel>>();

/** The table whose key is called so: "person id" is the key of person. */
function tableOfKeyName(model: SchemaModel, words: string): TableModel | undefined {
  let names = keyNames.get(model);
  if (names === undefined) {
    names = new Map(model.tables.map((table) => [`${nounOf(table.name)} id`, table]));
    keyNames.set(model, names);
  }
  return names.get(words);
}
