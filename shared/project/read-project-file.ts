import { z } from "zod";
import type { GeneratorCatalogue } from "../generators/generator.ts";
import { maxRows, rowsSchema, tableModeSchema, type Rows } from "../rules/rule.ts";
import { checkedAt, failAt, mapAt } from "./file-errors.ts";
import { exportTargetSchema, projectSchema, type Project, type Scenario, type TableDesign } from "./project.ts";
import { readRule } from "./read-rule.ts";
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
  const project: Project = {
    seedloom: 1,
    source: value("source", shape.source, ""),
    seed: value("seed", shape.seed, 0),
    now: value("now", shape.now, "today"),
    locales: value("locales", localesSchema, { en: 1 }),
    tables: readTables(source, catalogue, root.entries.get("tables")?.value),
    scenarios: readScenarios(source, catalogue, root.entries.get("scenarios")?.value),
    exports: value(
      "exports",
      z.preprocess((list) => list ?? [], z.array(exportTargetSchema)),
      [],
    ),
    ...(rows === undefined ? {} : { rows }),
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

function readTables(
  source: YamlSource,
  catalogue: GeneratorCatalogue,
  node: SourceNode | undefined,
): Record<string, TableDesign> {
  if (node === undefined) return {};
  const tables = [...mapAt(source, node, "`tables`").entries];
  return Object.fromEntries(tables.map(([name, entry]) => [name, readTable(source, catalogue, entry.value)]));
}

function readTable(source: YamlSource, catalogue: GeneratorCatalogue, node: SourceNode): TableDesign {
  const table = mapAt(source, node, "a table", ["mode", "rows", "columns"]);
  const mode = table.entries.get("mode");
  const rows = table.entries.get("rows");
  const columnsNode = table.entries.get("columns")?.value;
  const columns = columnsNode === undefined ? [] : [...mapAt(source, columnsNode, "`columns`").entries];
  return {
    ...(mode === undefined ? {} : { mode: checkedAt(source, mode.value, tableModeSchema, "`mode`") }),
    ...(rows === undefined ? {} : { rows: readRows(source, rows.value) }),
    columns: Object.fromEntries(columns.map(([name, entry]) => [name, readRule(source, catalogue, entry.value)])),
  };
}

function readRows(source: YamlSource, node: SourceNode): Rows {
  if (node.kind === "map") {
    mapAt(source, node, "`rows`", ["per", "from", "to", "average", "without"]);
    return checkedAt(source, node, rowsSchema.options[1], "`rows`");
  }
  const number = node.kind === "scalar" ? rowsSchema.options[0].safeParse(node.value) : undefined;
  if (number?.success === true) return number.data;
  return failAt(
    source,
    node.at,
    `\`rows\` is a whole number from 0 to ${maxRows}, or \`{ per: table, from: 1, to: 5 }\`, which is not what stands`,
  );
}

function readScenarios(
  source: YamlSource,
  catalogue: GeneratorCatalogue,
  node: SourceNode | undefined,
): Record<string, Scenario> {
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
        tables: readTables(source, catalogue, scenario.get("tables")?.value),
      },
    ];
  });
  return Object.fromEntries(scenarios);
}
