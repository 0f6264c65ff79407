import { SeedloomError } from "../../../shared/base/errors.ts";
import type { ValueRules } from "../../../shared/api/value-rules.ts";
import type { TableId } from "../../../shared/schema/schema-model.ts";
import { sessionOfProject } from "../../backend/sessions/open-session.ts";
import { saveSession } from "../../backend/sessions/save-session.ts";
import { tablePlan, type Session } from "../../backend/sessions/session.ts";
import { inWords } from "../../backend/sessions/table-view.ts";
import { projectFolder } from "../../backend/storage/project-folder.ts";
import type { AddCommand } from "../main.ts";
import type { Terminal } from "../terminal.ts";
import { textTable } from "../text-table.ts";
import { ruleInWords, rulesByValues, rulesToTake, takeRules } from "../value-rules.ts";
import { count } from "../words.ts";

interface SuggestOptions {
  readonly table?: readonly string[];
  readonly sampleValues?: true;
  readonly apply?: true;
  readonly takeLists?: true;
  readonly json?: true;
}

export const addSuggest: AddCommand = (program, terminal) => {
  program
    .command("suggest")
    .description("the rule suggested for every column, with its reason; or rules by the source's values")
    .argument("[project]", "a project folder", ".")
    .option("--table <name...>", "only these tables")
    .option("--sample-values", "look at the first 500 rows of each table, and tell the rules that they speak for")
    .option("--apply", "with --sample-values: set these rules; those set by hand stay")
    .option("--take-lists", "with --sample-values: also rules that list values of columns that do not look personal")
    .option("--json", "for programs")
    .action(async (given: string, options: SuggestOptions) => {
      const needing = options.apply === true ? "--apply" : options.takeLists === true ? "--take-lists" : undefined;
      if (needing !== undefined && options.sampleValues !== true)
        throw new SeedloomError("usage", `${needing} needs --sample-values.`, "A suggested rule is in force already.");
      const folder = projectFolder(given);
      const session = await sessionOfProject(folder);
      const { plan } = await session.compiled();
      const tables = options.table?.map((name) => tablePlan(plan, name).id) ?? [...plan.design.tables.keys()];
      if (options.sampleValues !== true) return await tellSuggestions(session, tables, options.json === true, terminal);
      const found = await rulesByValues(session, terminal);
      const within = found.rules.filter(({ table }) => tables.includes(table));
      const taken = rulesToTake(within, options.takeLists === true, terminal);
      await tellValueRules(taken, options.json === true, terminal);
      if (taken.length === 0) return terminal.note(`no other rule is closer to the values, ${lookedAt(found)}.`);
      if (options.apply !== true)
        return terminal.note(`${count(taken.length, "rule")} by values, ${lookedAt(found)}; --apply sets them.`);
      takeRules(session, taken);
      await saveSession(session, folder, false);
      terminal.note(`${count(taken.length, "rule")} set, ${lookedAt(found)}.`);
    });
};

const lookedAt = ({ rows, tables }: ValueRules): string =>
  `by up to ${count(rows, "row")} of each of ${count(tables, "table")}`;

async function tellValueRules(rules: ValueRules["rules"], json: boolean, terminal: Terminal): Promise<void> {
  if (json) {
    const told = rules.map(({ table, column, rule, reason }) => ({ table, column, rule, reason }));
    return await terminal.out(`${JSON.stringify(told, null, 2)}\n`);
  }
  if (rules.length === 0) return;
  await terminal.out(
    textTable([
      { name: "column", align: "start", cells: rules.map(({ table, column }) => `${table}.${column}`) },
      { name: "now", align: "start", cells: rules.map(({ present }) => present.label) },
      { name: "by values", align: "start", cells: rules.map(ruleInWords) },
      { name: "why", align: "start", cells: rules.map(({ reason }) => reason) },
    ]),
  );
}

/** Every column's suggestion from the schema, and where another rule is in force, that. */
async function tellSuggestions(
  session: Session,
  tables: readonly TableId[],
  json: boolean,
  terminal: Terminal,
): Promise<void> {
  const { plan } = await session.compiled();
  const columns = tables.flatMap((id) =>
    tablePlan(plan, id).designed.columns.map((designed) => ({ table: id, ...designed })),
  );
  if (json) {
    const told = columns.map(({ table, column, rule, edited, suggestion }) => ({
      table,
      column: column.name,
      ...suggestion,
      ...(edited ? { set: rule } : {}),
    }));
    return await terminal.out(`${JSON.stringify(told, null, 2)}\n`);
  }
  const words = (one: Parameters<typeof inWords>[1]): string => {
    const { label, options } = inWords(plan, one);
    return `${label} ${options}`.trimEnd();
  };
  const cells = (name: string, read: (one: (typeof columns)[number]) => string) => ({
    name,
    align: "start" as const,
    cells: columns.map(read),
  });
  const edited = columns.some((one) => one.edited);
  await terminal.out(
    textTable([
      cells("column", ({ table, column }) => `${table}.${column.name}`),
      cells("suggested", ({ column, suggestion }) => words({ column, rule: suggestion.rule })),
      cells("sure", ({ suggestion }) => suggestion.confidence),
      cells("why", ({ suggestion }) => suggestion.reasons.join(" · ")),
      ...(edited ? [cells("set by hand", (one) => (one.edited ? words(one) : ""))] : []),
    ]),
  );
}
