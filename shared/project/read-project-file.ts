import { countText } from "../rules/count-text.ts";
import { z } from "zod";
import type { GeneratorCatalogue } from "../generators/generator.ts";
import { maxRows, rowsSchema, tableModeSchema, type Rows, type Rule } from "../rules/rule.ts";
import { budgetWordsSchema } from "./budget.ts";
import { checkedAt, failAt, mapAt } from "./file-errors.ts";
import {
  projectSchema,
  virtualKeySchema,
  type Project,
  type Scenario,
  type TableDesign,
  type VirtualKey,
} from "./project.ts";
import { readKeyLine } from "./key-words.ts";
import { own } from "./own.ts";
import { pinnedNameSchema, pinnedValueSchema, type PinnedRow } from "./pinned-row.ts";
import { readExports } from "./read-exports.ts";
import { readGenerators } from "./read-generators.ts";
import { readRule } from "./read-rule.ts";
import { readSample } from "./sample-words.ts";
import type { SourceMap, SourceNode } from "./source-tree.ts";
import { readYaml, type YamlSource } from "./yaml-source.ts";

/** A project as read from its file. */
export interface ProjectFile {
  readonly project: Project;
  /** What was read: the text to hand to writeProjectFile, so that comments and layout are kept. */
  readonly text: string;
}

export const projectFileName = "seedloom.yaml";
const projectSettings = [
  "seedloom",
  "source",
  "seed",
  "now",
  "locales",
  "rows",
  "new-columns",
  "policies",
  "budget",
  "generators",
  "tables",
  "scenarios",
  "exports",
] as const;

/**
 * Reads seedloom.yaml. Short forms (`rows: 1000`, `email: internet.email`) become full rules.
 * @throws SeedloomError `project-syntax`, `project-version` or `project-invalid`, each naming line and column.
 */
export function readProjectFile(
  text: string,
  catalogue: GeneratorCatalogue,
  fileName: string = projectFileName,
): ProjectFile {
  const source = readYaml(text, fileName);
  const root = mapAt(source, source.root, "the project");
  refuseVersion(source, root);
  mapAt(source, root, "the project", projectSettings);
  const shape = projectSchema.shape;
  const value = <T>(name: (typeof projectSettings)[number], schema: z.ZodType<T>, otherwise: T): T => {
    const entry = root.entries.get(name);
    return entry === undefined ? otherwise : checkedAt(source, entry.value, schema, `\`${name}\``);
  };
  for (const name of ["source", "seed"] as const) {
    if (!root.entries.has(name)) failAt(source, root.at, `\`${name}\` is missing`, `Add a line \`${name}: …\`.`);
  }
  const rows = value("rows", shape.rows, undefined);
  const newColumns = value(
    "new-columns",
    // The word that YAML reads as nothing.
    z.preprocess((word) => (word === null ? "null" : word), shape.newColumns),
    undefined,
  );
  const policies = value(
    "policies",
    // One of them stands alone.
    z.preprocess((word) => (typeof word === "string" ? [word] : word), shape.policies),
    undefined,
  );
  const budget = value("budget", budgetWordsSchema.optional(), undefined);
  const generators = readGenerators(source, catalogue, root.entries.get("generators")?.value);
  const reader: RuleReader = (node) =>
    readColumnRule(source, catalogue, node, { names: Object.keys(generators), get: (name) => own(generators, name) });
  const project: Project = {
    seedloom: 1,
    source: value("source", shape.source, ""),
    seed: value("seed", shape.seed, 0),
    now: value("now", shape.now, "today"),
    locales: value("locales", localesSchema, { en: 1 }),
    ...(Object.keys(generators).length === 0 ? {} : { generators }),
    tables: readTables(source, reader, root.entries.get("tables")?.value, "project"),
    scenarios: readScenarios(source, reader, root.entries.get("scenarios")?.value),
    exports: readExports(source, catalogue, root.entries.get("exports")?.value),
    ...(rows === undefined ? {} : { rows }),
    ...(newColumns === undefined ? {} : { newColumns }),
    ...(policies === undefined ? {} : { policies }),
    ...(budget === undefined ? {} : { budget }),
  };
  return { project, text };
}

/** `{ sv_SE: 3, de_DE: 1 }`, or a locale alone, or a list of locales in equal shares. */
const localesSchema = z.preprocess(
  (value) => {
    if (typeof value === "string") return { [value]: 1 };
    return Array.isArray(value) && value.every((item) => typeof item === "string")
      ? Object.fromEntries(value.map((item) => [item, 1]))
      : value;
  },
  projectSchema.shape.locales.refine((locales) => Object.keys(locales).length > 0, "at least one locale is needed"),
);

function refuseVersion(source: YamlSource, root: SourceMap): void {
  const entry = root.entries.get("seedloom");
  if (entry === undefined) {
    failAt(
      source,
      root.at,
      "The version of the format is missing",
      "A project file starts with `seedloom: 1`.",
      "project-version",
    );
  }
  const version = entry.value.kind === "scalar" ? entry.value.value : undefined;
  if (version === 1) return;
  const newer = typeof version === "number" && version > 1;
  failAt(
    source,
    entry.value.at,
    `The project has format ${typeof version === "number" ? version : "with no number"}, and this version of Seedloom reads format 1; it stands`,
    newer ? "Open the project with a newer Seedloom." : "A project file starts with `seedloom: 1`.",
    "project-version",
  );
}

/** A column's rule: the locale of a custom generator is not the column's to say. */
function readColumnRule(...[source, catalogue, node, customs]: Parameters<typeof readRule>): Rule {
  const rule = readRule(source, catalogue, node, customs);
  const locale = node.kind === "map" ? node.entries.get("locale") : undefined;
  if (rule.kind === "generate" && rule.custom !== undefined && locale !== undefined)
    failAt(
      source,
      locale.at,
      "`locale` is the custom generator's, not the column's; it stands",
      "Say it in `generators`.",
    );
  return rule;
}

type RuleReader = (node: SourceNode) => Rule;

function readTables(
  source: YamlSource,
  rule: RuleReader,
  node: SourceNode | undefined,
  within: "project" | "scenario",
): Record<string, TableDesign> {
  if (node === undefined) return {};
  const tables = [...mapAt(source, node, "`tables`").entries];
  return Object.fromEntries(tables.map(([name, entry]) => [name, readTable(source, rule, entry.value, within)]));
}

function readTable(
  source: YamlSource,
  rule: RuleReader,
  node: SourceNode,
  within: "project" | "scenario",
): TableDesign {
  const table = mapAt(source, node, "a table", [
    "mode",
    "rows",
    "sample",
    ...(within === "project" ? ["references"] : []),
    "pinned",
    "columns",
  ]);
  const mode = table.entries.get("mode");
  const rows = table.entries.get("rows");
  const sample = table.entries.get("sample");
  const references = table.entries.get("references");
  const pinned = table.entries.get("pinned");
  const columnsNode = table.entries.get("columns")?.value;
  const columns = columnsNode === undefined ? [] : [...mapAt(source, columnsNode, "`columns`").entries];
  return {
    ...(mode === undefined ? {} : { mode: checkedAt(source, mode.value, tableModeSchema, "`mode`") }),
    ...(rows === undefined ? {} : { rows: readRows(source, rows.value) }),
    ...(sample === undefined ? {} : { sample: readSample(source, sample.value) }),
    ...(references === undefined ? {} : { references: readReferences(source, references.value) }),
    ...(pinned === undefined ? {} : { pinned: readPinned(source, pinned.value) }),
    columns: Object.fromEntries(columns.map(([name, entry]) => [name, rule(entry.value)])),
  };
}

/** `{ customer_id: customers (id) }`, or a list of maps. */
function readReferences(source: YamlSource, node: SourceNode): VirtualKey[] {
  if (node.kind !== "map") return checkedAt(source, node, z.array(virtualKeySchema), "`references`");
  return [...node.entries].map(([columns, entry]) => {
    const target = entry.value.kind === "scalar" && typeof entry.value.value === "string" ? entry.value.value : "";
    return (
      readKeyLine({ columns, target }) ??
      failAt(
        source,
        entry.value.at,
        "A reference reads `customer_id: customers (id)`, with as many columns on both sides, which is not what stands",
      )
    );
  });
}

/** `ada: { first_name: Ada, email: ada@example.com }`, a row each, in order. */
function readPinned(source: YamlSource, node: SourceNode): PinnedRow[] {
  return [...mapAt(source, node, "`pinned`").entries].map(([name, entry]) => {
    if (!pinnedNameSchema.safeParse(name).success)
      failAt(source, entry.at, "A pinned row's name starts with a letter and has letters, digits, _ and -; it stands");
    const values = [...mapAt(source, entry.value, "a pinned row").entries].map(
      ([column, cell]) => [column, checkedAt(source, cell.value, pinnedValueSchema, `\`${column}\``)] as const,
    );
    return { name, values: Object.fromEntries(values) };
  });
}

function readRows(source: YamlSource, node: SourceNode): Rows {
  if (node.kind === "map") {
    mapAt(source, node, "`rows`", Object.keys(rowsSchema.options[1].shape));
    return checkedAt(source, node, rowsSchema.options[1], "`rows`");
  }
  const number = node.kind === "scalar" ? rowsSchema.options[0].safeParse(node.value) : undefined;
  if (number?.success === true) return number.data;
  return failAt(
    source,
    node.at,
    `\`rows\` is a whole number from 0 to ${countText(maxRows)}, or \`{ per: table, from: 1, to: 5 }\`, which is not what stands`,
  );
}

function readScenarios(source: YamlSource, rule: RuleReader, node: SourceNode | undefined): Record<string, Scenario> {
  if (node === undefined) return {};
  const scenarios = [...mapAt(source, node, "`scenarios`").entries].map(([name, entry]): [string, Scenario] => {
    const scenario = mapAt(source, entry.value, "a scenario", ["seed", "rows", "tables"]).entries;
    const seed = scenario.get("seed");
    const rows = scenario.get("rows");
    return [
      name,
      {
        ...(seed === undefined ? {} : { seed: checkedAt(source, seed.value, projectSchema.shape.seed, "`seed`") }),
        ...(rows === undefined ? {} : { rows: readRows(source, rows.value) }),
        tables: readTables(source, rule, scenario.get("tables")?.value, "scenario"),
      },
    ];
  });
  return Object.fromEntries(scenarios);
}
