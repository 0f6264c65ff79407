import { z } from "zod";
import { notations } from "../schema/value-type.ts";

// The schema model as schema.lock.json holds it. Unknown keys are dropped, so that a later minor addition can be read.

const length = z.int().min(0).optional();

const valueTypeSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("integer"),
    bits: z.union([z.literal(8), z.literal(16), z.literal(24), z.literal(32), z.literal(64)]),
    unsigned: z.boolean().optional(),
    minimum: z.int().optional(),
    maximum: z.int().optional(),
  }),
  z.object({
    kind: z.literal("decimal"),
    precision: length,
    scale: z.int().optional(),
    unsigned: z.boolean().optional(),
  }),
  z.object({
    kind: z.literal("real"),
    bits: z.union([z.literal(32), z.literal(64)]),
    unsigned: z.boolean().optional(),
  }),
  z.object({ kind: z.literal("boolean") }),
  z.object({ kind: z.literal("text"), maxLength: length, fixed: z.boolean().optional() }),
  z.object({ kind: z.literal("bytes"), maxLength: length }),
  z.object({ kind: z.literal("date") }),
  z.object({ kind: z.literal("time"), precision: length }),
  z.object({
    kind: z.literal("timestamp"),
    precision: length,
    zone: z.boolean().optional(),
    minimum: z.string().optional(),
    maximum: z.string().optional(),
  }),
  z.object({ kind: z.literal("uuid") }),
  z.object({ kind: z.literal("json") }),
  z.object({ kind: z.literal("enum"), values: z.array(z.string()), several: z.boolean().optional() }),
  z.object({ kind: z.literal("interval") }),
  z.object({
    kind: z.literal("array"),
    get of(): z.ZodType {
      return valueTypeSchema;
    },
  }),
  z.object({
    kind: z.literal("range"),
    get of(): z.ZodType {
      return valueTypeSchema;
    },
    several: z.boolean().optional(),
  }),
  z.object({ kind: z.literal("notation"), notation: z.enum(notations), length }),
  z.object({ kind: z.literal("unknown") }),
]);

const columnSchema = z.object({
  name: z.string(),
  type: z.string(),
  baseType: z.string().optional(),
  valueType: valueTypeSchema,
  nullable: z.boolean(),
  default: z.string().optional(),
  generated: z.enum(["stored", "virtual"]).optional(),
  expression: z.string().optional(),
  identity: z.enum(["rowid", "auto", "always", "by-default"]).optional(),
  comment: z.string().optional(),
  caseInsensitive: z.boolean().optional(),
  accentInsensitive: z.boolean().optional(),
});

const tableNameSchema = z.object({ schema: z.string(), name: z.string() });

const tableSchema = z.object({
  id: z.string(),
  schema: z.string(),
  name: z.string(),
  comment: z.string().optional(),
  columns: z.array(columnSchema),
  primaryKey: z.array(z.string()),
  uniques: z.array(
    z.object({
      name: z.string(),
      columns: z.array(z.string()),
      where: z.string().optional(),
      expressions: z.array(z.string()).optional(),
      prefixes: z.array(z.int().nullable()).optional(),
      nullsNotDistinct: z.boolean().optional(),
      deferrable: z.boolean().optional(),
    }),
  ),
  foreignKeys: z.array(
    z.object({
      name: z.string(),
      columns: z.array(z.string()),
      referencedTable: tableNameSchema,
      referencedColumns: z.array(z.string()),
      deferrable: z.boolean().optional(),
      onDelete: z.string().optional(),
      onUpdate: z.string().optional(),
    }),
  ),
  checks: z.array(z.object({ name: z.string(), expression: z.string() })),
  exclusions: z
    .array(
      z.object({
        name: z.string(),
        elements: z.array(
          z.object({ column: z.string().optional(), expression: z.string().optional(), operator: z.string() }),
        ),
        where: z.string().optional(),
        deferrable: z.boolean().optional(),
      }),
    )
    .optional(),
  partitions: z.object({ key: z.string(), bounds: z.string().optional() }).optional(),
  inherits: z.array(tableNameSchema).optional(),
});

/** A {@link SchemaModel} read from outside. */
export const schemaModelSchema = z.object({
  engine: z.enum(["sqlite", "postgresql", "mysql"]),
  defaultSchema: z.string(),
  tables: z.array(tableSchema),
  views: z.array(tableNameSchema),
});
