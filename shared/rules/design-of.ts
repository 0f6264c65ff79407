import type { GeneratorCatalogue } from "../generators/generator.ts";
import { own } from "../project/own.ts";
import { withoutReferences } from "../project/nested-customs.ts";
import { mergePinned } from "../project/pinned-row.ts";
import type { Project, Scenario, TableDesign } from "../project/project.ts";
import { SeedloomError } from "../base/errors.ts";
import type { SchemaModel, TableModel } from "../schema/schema-model.ts";
import { tableFacts } from "./column-facts.ts";
import type { Design, DesignedColumn, DesignedTable, DesignOf } from "./design.ts";
import { nearestName } from "./nearest-name.ts";
import type { Rows, Rule, Suggestion } from "./rule.ts";
import { suggestRows } from "./suggest-rows.ts";
import { suggestTable } from "./suggest-table.ts";
import { withVirtualKeys } from "./virtual-keys.ts";
import { narrowedColumn, uniqueColumns } from "./table-keys.ts";

/** What is suggested for a table, whatever the project says. */
interface SuggestedTable {
  readonly rows: Rows;
  readonly suggestions: ReadonlyMap<string, Suggestion>;
  /** Columns as generators see them, in table order. */
  readonly columns: TableModel["columns"];
  readonly unique: ReadonlySet<string>;
}

const cache = new WeakMap<SchemaModel, WeakMap<GeneratorCatalogue, ReadonlyMap<string, SuggestedTable>>>();

/**
 * The project laid over what is suggested for its schema: the rule in force for every column. A scenario lies over the
 * project: its seed, its row counts, its rules. The design's model has the project's own keys in it. Pure; suggestions are made once a model.
 * @throws SeedloomError `unknown-scenario` where the project has none of that name.
 */
export const designOf: DesignOf = (source, project, catalogue, scenarioName): Design => {
  const model = withVirtualKeys(source, project);
  const scenario = scenarioName === undefined ? undefined : scenarioOf(project, scenarioName);
  const suggested = suggestedTables(model, catalogue);
  const tables = model.tables.map((table): [string, DesignedTable] => [
    table.id,
    designTable(table, suggested.get(table.id), project, scenario, (suggestion) =>
      ruleInForce(suggestion, project, scenario, catalogue),
    ),
  ]);
  return { model, project, seed: scenario?.seed ?? project.seed, tables: new Map(tables) };
};

function scenarioOf(project: Project, name: string): Scenario {
  const scenario = own(project.scenarios, name);
  if (scenario !== undefined) return scenario;
  const names = Object.keys(project.scenarios);
  const near = nearestName(name, names);
  const hint =
    near !== undefined
      ? `Nearest: ${near}.`
      : names.length > 0
        ? `Scenarios: ${names.join(", ")}.`
        : "The project has no scenarios.";
  throw new SeedloomError("unknown-scenario", `There is no scenario \`${name}\` in the project.`, hint);
}

function suggestedTables(model: SchemaModel, catalogue: GeneratorCatalogue): ReadonlyMap<string, SuggestedTable> {
  const ofModel = cache.get(model) ?? new WeakMap<GeneratorCatalogue, ReadonlyMap<string, SuggestedTable>>();
  cache.set(model, ofModel);
  const known = ofModel.get(catalogue);
  if (known !== undefined) return known;
  const made = new Map(
    model.tables.map((table): [string, SuggestedTable] => {
      const facts = tableFacts(table, model.engine);
      return [
        table.id,
        {
          rows: suggestRows(table, model),
          suggestions: suggestTable(table, model, catalogue),
          columns: table.columns.map((column) => narrowedColumn(table, column, facts.of(column.name))),
          unique: uniqueColumns(table),
        },
      ];
    }),
  );
  ofModel.set(catalogue, made);
  return made;
}

/** The suggested rule; where it looks into a table that has no rows of its own here, the first alternative that does not. */
function ruleInForce(
  { rule, alternatives }: Suggestion,
  project: Project,
  scenario: Scenario | undefined,
  catalogue: GeneratorCatalogue,
): Rule {
  const looks = (one: Rule): boolean => {
    const generator = one.kind === "generate" ? catalogue.get(one.generator) : undefined;
    if (one.kind !== "generate" || generator?.lookups === undefined) return false;
    const params = generator.params.safeParse(one.params);
    return (params.success ? generator.lookups(params.data) : []).some(({ table }) => {
      const mode = own(scenario?.tables ?? {}, table)?.mode ?? own(project.tables, table)?.mode;
      return mode === "mask" || mode === "skip";
    });
  };
  return looks(rule) ? (alternatives.find((other) => !looks(other.rule))?.rule ?? rule) : rule;
}

const nothing: TableDesign = { columns: {} };
const unknown: Suggestion = { rule: { kind: "default" }, reasons: [], confidence: "low", alternatives: [] };

const written = (rule: Rule | undefined, generators: Project["generators"]): Rule | undefined =>
  rule?.kind === "generate" ? withoutReferences(rule, generators) : rule;

/** A table whose rows come from the source: what no rule is set for is kept. */
function maskedTable(
  table: TableModel,
  suggested: SuggestedTable | undefined,
  rules: TableDesign["columns"],
  generators: Project["generators"],
): DesignedTable {
  return {
    table,
    mode: "mask",
    rows: 0,
    rowsEdited: false,
    columns: table.columns.map((column): DesignedColumn => {
      const set = written(own(rules, column.name), generators);
      return {
        column,
        rule: set ?? { kind: column.generated === undefined ? "keep" : "default" },
        edited: set !== undefined,
        suggestion: suggested?.suggestions.get(column.name) ?? unknown,
        unique: suggested?.unique.has(column.name) === true || (set?.kind === "generate" && set.unique === true),
      };
    }),
  };
}

function designTable(
  table: TableModel,
  suggested: SuggestedTable | undefined,
  project: Project,
  scenario: Scenario | undefined,
  inForce: (suggestion: Suggestion) => Rule,
): DesignedTable {
  const base = own(project.tables, table.id) ?? nothing;
  const overlay = own(scenario?.tables ?? {}, table.id) ?? nothing;
  const edited = overlay.rows ?? scenario?.rows ?? base.rows;
  const suggestedRows = suggested?.rows ?? 0;
  // The project's own row count stands in for fixed suggestions; tables that follow an owner go on following it.
  const rows = edited ?? (typeof suggestedRows === "number" ? (project.rows ?? suggestedRows) : suggestedRows);
  // Where the count is a plain number, the rows still lie by the owner that the project, or else the suggestion, names.
  const grouped = [rows, base.rows, suggestedRows].find((one) => typeof one === "object");
  const owner = grouped?.per;
  const pinned = mergePinned(base.pinned, overlay.pinned);
  const mode = overlay.mode ?? base.mode ?? (table.inherits === undefined ? "generate" : "skip");
  // Rows from a source are as many as there are.
  const sample = overlay.sample ?? base.sample;
  if (mode === "mask")
    return {
      ...maskedTable(table, suggested, { ...base.columns, ...overlay.columns }, project.generators),
      ...(sample === undefined ? {} : { sample }),
    };
  return {
    table,
    mode,
    rows,
    rowsEdited: edited !== undefined,
    ...(owner === undefined ? {} : { owner }),
    ...(pinned.length === 0 ? {} : { pinned }),
    columns: (suggested?.columns ?? table.columns).map((column): DesignedColumn => {
      const suggestion = suggested?.suggestions.get(column.name) ?? unknown;
      const set = written(own(overlay.columns, column.name) ?? own(base.columns, column.name), project.generators);
      const rule = set ?? inForce(suggestion);
      return {
        column,
        rule,
        edited: set !== undefined,
        suggestion,
        // What is only suggested to differ may repeat once there are no more values.
        unique: suggested?.unique.has(column.name) === true || (set?.kind === "generate" && set.unique === true),
      };
    }),
  };
}
