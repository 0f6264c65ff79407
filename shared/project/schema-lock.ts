import { z } from "zod";
import { SeedloomError } from "../base/errors.ts";
import { designVersionsSchema, type DesignVersions } from "./design-versions.ts";
import type { ColumnModel, SchemaModel, TableModel } from "../schema/schema-model.ts";
import { schemaModelSchema } from "./schema-model-schema.ts";
import { suggestedRulesSchema, suggestedText, type SuggestedRules } from "./suggested-rules.ts";

export const schemaLockName = "schema.lock.json";

export interface SchemaLock {
  readonly model: SchemaModel;
  readonly versions: DesignVersions;
  /** Absent from the files of format 1. */
  readonly suggested?: SuggestedRules | undefined;
}

const lockVersion = 2;
const lockSchema = z.strictObject({
  lock: z.literal([1, lockVersion]),
  versions: designVersionsSchema,
  schema: schemaModelSchema,
  suggested: suggestedRulesSchema.optional(),
});

const inOrder = (versions: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries(Object.entries(versions).toSorted(([a], [b]) => (a < b ? -1 : 1)));

/** The text of schema.lock.json: the same for the same schema, whatever order its objects were made in. */
export function writeSchemaLock({ model, versions, suggested }: SchemaLock): string {
  const { engine, faker, maskKey } = versions;
  const generators = inOrder(versions.generators);
  const masks = versions.masks && inOrder(versions.masks);
  const head = JSON.stringify({ lock: lockVersion, versions: { engine, faker, generators, masks, maskKey } }, null, 2);
  const parts = [
    head.slice(0, -"\n}".length),
    `  "schema": ${schemaText(model)}`,
    ...(suggested === undefined ? [] : [`  "suggested": ${suggestedText(suggested)}`]),
  ];
  return `${parts.join(",\n")}\n}\n`;
}

const schemaTexts = new WeakMap<SchemaModel, string>();

/** A model as the lock has it, which is written again after every edit of the project: a line break is never part of a text in it. */
function schemaText(model: SchemaModel): string {
  const text = schemaTexts.get(model) ?? JSON.stringify(orderedModel(model), null, 2).replaceAll("\n", "\n  ");
  schemaTexts.set(model, text);
  return text;
}

/**
 * Reads schema.lock.json.
 * @throws SeedloomError `project-syntax` where it is no JSON, `project-version` for another format, else `project-invalid`.
 */
export function readSchemaLock(text: string, fileName: string = schemaLockName): SchemaLock {
  const value = parsedLock(text, fileName);
  const lock = lockSchema.safeParse(value);
  if (!lock.success) {
    const place = lock.error.issues[0]?.path.map(String).join(".") ?? "";
    throw new SeedloomError(
      "project-invalid",
      `${fileName} does not hold a schema${place === "" ? "" : ` at ${place}`}.`,
      damagedHint,
    );
  }
  // Zod's optional fields may be undefined by type; a parsed JSON has none of these.
  const { versions, schema, suggested } = lock.data;
  return { model: schema as SchemaModel, versions, ...(suggested === undefined ? {} : { suggested }) };
}

/** Of schema.lock.json only what versions it has, without a look at the schema; undefined where that cannot be told. */
export function readLockVersions(text: string): DesignVersions | undefined {
  const lock = z.looseObject({ versions: designVersionsSchema }).safeParse(parsedLock(text, schemaLockName));
  return lock.success ? lock.data.versions : undefined;
}

const damagedHint = "Take the file from version control, or open the source again to write it anew.";

function parsedLock(text: string, fileName: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    throw new SeedloomError("project-syntax", `${fileName} is not valid JSON.`, damagedHint);
  }
  const version = z.looseObject({ lock: z.unknown() }).safeParse(value);
  if (version.success && typeof version.data.lock === "number" && version.data.lock > lockVersion) {
    const message = `${fileName} has format ${version.data.lock}, and this version of Seedloom reads format ${lockVersion}.`;
    throw new SeedloomError("project-version", message, "Open the project with a newer Seedloom.");
  }
  return value;
}

/** Keys in the order of the model's declaration, undefined ones left out by JSON. */
function orderedModel(model: SchemaModel): object {
  const { engine, defaultSchema, tables, views } = model;
  return {
    engine,
    defaultSchema,
    tables: tables.map(orderedTable),
    views: views.map(({ schema, name }) => ({ schema, name })),
  };
}

function orderedTable(table: TableModel): object {
  const { id, schema, name, comment, columns, primaryKey, uniques, foreignKeys, checks } = table;
  const { exclusions, partitions, inherits } = table;
  return {
    id,
    schema,
    name,
    comment,
    columns: columns.map(orderedColumn),
    primaryKey,
    uniques: uniques.map((unique) => ({
      name: unique.name,
      columns: unique.columns,
      where: unique.where,
      expressions: unique.expressions,
      prefixes: unique.prefixes,
      nullsNotDistinct: unique.nullsNotDistinct,
      deferrable: unique.deferrable,
    })),
    foreignKeys: foreignKeys.map((key) => ({
      name: key.name,
      columns: key.columns,
      referencedTable: { schema: key.referencedTable.schema, name: key.referencedTable.name },
      referencedColumns: key.referencedColumns,
      deferrable: key.deferrable,
      onDelete: key.onDelete,
      onUpdate: key.onUpdate,
    })),
    checks: checks.map((check) => ({ name: check.name, expression: check.expression })),
    exclusions: exclusions?.map((exclusion) => ({
      name: exclusion.name,
      elements: exclusion.elements.map(({ column, expression, operator }) => ({ column, expression, operator })),
      where: exclusion.where,
      deferrable: exclusion.deferrable,
    })),
    partitions: partitions === undefined ? undefined : { key: partitions.key, bounds: partitions.bounds },
    inherits: inherits?.map((parent) => ({ schema: parent.schema, name: parent.name })),
  };
}

function orderedColumn(column: ColumnModel): object {
  const { name, type, baseType, valueType, nullable, generated, expression, identity, comment } = column;
  const { caseInsensitive, accentInsensitive } = column;
  const ordered = Object.fromEntries(
    Object.entries(valueType).toSorted(([a], [b]) => Number(b === "kind") - Number(a === "kind") || (a < b ? -1 : 1)),
  );
  return {
    name,
    type,
    baseType,
    valueType: ordered,
    nullable,
    default: column.default,
    generated,
    expression,
    identity,
    comment,
    caseInsensitive,
    accentInsensitive,
  };
}
