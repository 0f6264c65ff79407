import { z } from "zod";
import { budgetSchema } from "./budget.ts";
import { designVersionsSchema } from "./design-versions.ts";
import { newColumnsSchema } from "./new-columns.ts";
import { takenSchemaSchema } from "./taken-schema.ts";
import { pinnedRowSchema } from "./pinned-row.ts";
import { policyIdSchema } from "../rules/personal/policy-id.ts";
import { rowsSchema, ruleSchema, tableModeSchema } from "../rules/rule.ts";
import { sampleSchema } from "../rules/sample-rule.ts";

/** A foreign key that the database does not declare. */
export const virtualKeySchema = z.strictObject({
  columns: z.array(z.string()).min(1).readonly(),
  /** The id of the table that it refers to. */
  to: z.string(),
  /** Columns of that table, as many as `columns` and in their order. */
  key: z.array(z.string()).min(1).readonly(),
});
export type VirtualKey = z.infer<typeof virtualKeySchema>;

/** The design of one table: only what differs from what is suggested. */
export const tableDesignSchema = z.strictObject({
  mode: tableModeSchema.optional(),
  rows: rowsSchema.optional(),
  /** Of a masked table: which rows are taken. */
  sample: sampleSchema.optional(),
  /** Not in scenarios: what refers to what is the same in all of them. */
  references: z.array(virtualKeySchema).readonly().optional(),
  /** The first rows of the table, in order. */
  pinned: z.array(pinnedRowSchema).readonly().optional(),
  columns: z.record(z.string(), ruleSchema).default({}),
});
export type TableDesign = z.infer<typeof tableDesignSchema>;

/** What a custom generator may be called: a word, as it stands in the file. */
export const generatorNameSchema = z
  .string()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}_.-]{0,59}$/u, "a name has letters, digits, -, _ and dots, up to 60");

/** A rule of the project's own with a name, used by its columns. */
export const customGeneratorSchema = z.strictObject({
  /** As people read it; the name where absent. */
  label: z.string().min(1).max(80).optional(),
  generator: z.string(),
  params: z.record(z.string(), z.unknown()).default({}),
  locale: z.string().optional(),
  /** Another custom generator that says generator, params and locale; they are held here too. */
  custom: z.string().optional(),
});
export type CustomGenerator = z.infer<typeof customGeneratorSchema>;

/** What a scenario may be called: a word that can stand in a path. */
export const scenarioNameSchema = z
  .string()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}_ -]{0,59}$/u, "a name has letters, digits, _, - and blanks, up to 60");

export const scenarioSchema = z.strictObject({
  seed: z.int().optional(),
  /** Every table's row count, where `tables` does not say another. */
  rows: rowsSchema.optional(),
  tables: z.record(z.string(), tableDesignSchema).default({}),
});
export type Scenario = z.infer<typeof scenarioSchema>;

export const exportFormatSchema = z.enum(["sql", "csv", "json", "ndjson", "yaml", "parquet", "xlsx", "xml", "sqlite"]);
export type ExportFormat = z.infer<typeof exportFormatSchema>;
export const sqlDialectSchema = z.enum(["sqlite", "postgresql", "mysql", "sqlserver"]);
export type SqlDialectId = z.infer<typeof sqlDialectSchema>;
export const compressionSchema = z.enum(["gzip", "zstd"]);
export type Compression = z.infer<typeof compressionSchema>;
export const splitSchema = z.union([
  z.strictObject({ rows: z.int().min(1) }),
  z.strictObject({ bytes: z.int().min(1024) }),
]);
export type Split = z.infer<typeof splitSchema>;

/** What is said of the format, the code or the kit itself; the file has it flat, beside the rest. */
const optionsSchema = z.record(z.string(), z.unknown()).default({});

/** Rows of tables in files. */
export const dataTargetSchema = z.strictObject({
  name: z.string().optional(),
  scenario: z.string().optional(),
  /** Several, instead of one: the files of each have a folder of its own where `to` does not name the scenario. */
  scenarios: z.array(z.string()).min(1).optional(),
  format: exportFormatSchema,
  /** Of SQL, and of what a reader takes for true and false; the source's where absent. */
  dialect: sqlDialectSchema.optional(),
  options: optionsSchema,
  compress: compressionSchema.optional(),
  split: splitSchema.optional(),
  /** A folder, or a template of paths, relative to the project's folder. */
  to: z.string(),
  tables: z.array(z.string()).optional(),
});
export type DataTarget = z.infer<typeof dataTargetSchema>;

/** Factories, seed scripts and constants in a programming language. */
export const codeTargetSchema = z.strictObject({
  name: z.string().optional(),
  scenario: z.string().optional(),
  code: z.string(),
  options: optionsSchema,
  /** A folder, relative to the project's. */
  to: z.string(),
  tables: z.array(z.string()).optional(),
});
export type CodeTarget = z.infer<typeof codeTargetSchema>;

/** What sets up a database for tests: workflows, containers, fixtures. */
export const kitTargetSchema = z.strictObject({
  name: z.string().optional(),
  kit: z.string(),
  options: optionsSchema,
  /** A folder, relative to the project's. */
  to: z.string(),
});
export type KitTarget = z.infer<typeof kitTargetSchema>;

/** An export of the project; `format`, `code` or `kit` says which kind it is. */
export const exportTargetSchema = z.union([dataTargetSchema, codeTargetSchema, kitTargetSchema]);
export type ExportTarget = z.infer<typeof exportTargetSchema>;

export const isDataTarget = (target: ExportTarget): target is DataTarget => "format" in target;

/**
 * The project as the window edits it: plain data, rules in full form. The file seedloom.yaml says the same in short form
 * (read-project-file.ts, write-project-file.ts).
 */
export const projectSchema = z.strictObject({
  /** Version of the format. */
  seedloom: z.literal(1),
  /** The source: a path relative to the project folder, or a URL with ${ENV} for secrets. */
  source: z.string(),
  seed: z.int().min(Number.MIN_SAFE_INTEGER).max(Number.MAX_SAFE_INTEGER),
  /** Reference date, ISO, or "today": resolved once a run and written to the manifest. */
  now: z.union([z.iso.date(), z.literal("today")]),
  /** faker locales and their weights. */
  locales: z.record(z.string(), z.number().positive()),
  /** The row count of tables that say none. */
  rows: z.int().min(0).optional(),
  newColumns: newColumnsSchema.optional(),
  /** The laws and standards that its personal columns are under; where absent, every finding counts. */
  policies: z.array(policyIdSchema).readonly().optional(),
  /** Bytes that all exported files together should stay under; more is a warning. */
  budget: budgetSchema.optional(),
  /** The project's own generators by name. */
  generators: z.record(generatorNameSchema, customGeneratorSchema).optional(),
  tables: z.record(z.string(), tableDesignSchema),
  scenarios: z.record(z.string(), scenarioSchema),
  exports: z.array(exportTargetSchema),
  /**
   * The versions whose new values were accepted while the project is open. Not in the file: saving writes them to the lock,
   * which goes back with undo.
   */
  accepted: designVersionsSchema.optional(),
  /** That the rules which are suggested now were taken for those of the lock while the project is open; not in the file. */
  suggestionsTaken: z.literal(true).optional(),
  /** That the project was migrated while it is open. Not in the file either: saving writes that schema to the lock. */
  taken: takenSchemaSchema.optional(),
});
export type Project = z.infer<typeof projectSchema>;

/** The row count of a table that nobody gave one. */
export const defaultRows = 1000;
