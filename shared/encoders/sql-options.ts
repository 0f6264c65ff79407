import { z } from "zod";
import { parameter } from "../generators/parameter.ts";
import { filesOption } from "./files-option.ts";

/** What an SQL file says besides its rows, and how it says those. */
export const sqlOptions = z.strictObject({
  statement: parameter(z.enum(["insert", "upsert", "copy"]).default("insert"), {
    label: "Statement",
    names: { insert: "INSERT", upsert: "UPSERT", copy: "COPY" },
    choiceDialects: { copy: ["postgresql"] },
    help: "insert; upsert updates the rows whose key is there already; copy is PostgreSQL's, for psql.",
  }),
  "rows-per-statement": parameter(z.int().min(1).max(1000).default(100), {
    label: "Rows each",
    help: "Rows of one statement, each on a line of its own. SQL Server takes no more than 1,000.",
  }),
  files: filesOption("each"),
  transaction: parameter(z.boolean().default(true), {
    label: "One transaction per file",
    help: "A file loads whole or not at all.",
  }),
  clear: parameter(z.enum(["keep", "delete", "truncate"]).default("keep"), {
    label: "Rows already there",
    names: { keep: "Keep", delete: "Delete first", truncate: "Truncate first" },
    help: "delete and truncate empty all tables of the export at the top of the first file, children before their parents.",
  }),
  sequences: parameter(z.boolean().default(true), {
    label: "Reset sequences",
    help: "The database's next number of a key is the one behind the greatest.",
  }),
  triggers: parameter(z.enum(["on", "off"]).default("on"), {
    label: "Triggers",
    names: { on: "On", off: "Off" },
    dialects: ["postgresql", "sqlserver"],
    help: "off: the tables' own triggers do not run. PostgreSQL and SQL Server only.",
  }),
  comments: parameter(z.boolean().default(false), {
    label: "Write column comments",
    help: "What the database says of the table and its columns, above the rows.",
  }),
  go: parameter(z.boolean().default(false), {
    label: "GO between statements",
    dialects: ["sqlserver"],
    help: "For SQL Server's sqlcmd -b: large files need less memory, one batch a statement.",
  }),
});
export type SqlOptions = z.output<typeof sqlOptions>;
