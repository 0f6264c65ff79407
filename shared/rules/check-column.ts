import { checkExpression, referencesOf } from "../expressions/check-expression.ts";
import { scopeOf } from "../expressions/scope.ts";
import type { Generator, GeneratorCatalogue, ParameterProblem, PoolFiles } from "../generators/generator.ts";
import { countText } from "./count-text.ts";
import { tableFacts } from "./column-facts.ts";
import type { DesignedColumn, DesignedTable } from "./design.ts";
import { nearestName } from "./nearest-name.ts";
import type { Fix, Problem, ProblemCode } from "./problem.ts";
import type { GenerateRule, Rule } from "./rule.ts";
import { checkText } from "../schema/check-constraints.ts";
import { findColumn, type SchemaModel } from "../schema/schema-model.ts";

/** What a column's rule is judged in. */
export interface ColumnPlace {
  readonly model: SchemaModel;
  readonly catalogue: GeneratorCatalogue;
  /** Rows asked of the table. */
  readonly rows: number;
  /** The project's. */
  readonly locales: readonly string[];
  /** The files that rules name, where they were read. */
  readonly pools?: PoolFiles | undefined;
}

/** What is wrong with the rule of one column. */
export function checkColumn(
  table: DesignedTable,
  entry: DesignedColumn,
  { model, catalogue, rows, locales, pools }: ColumnPlace,
): readonly Problem[] {
  const { column, rule } = entry;
  const at = problemAt(table, entry);
  const name = `${table.table.id}.${column.name}`;
  if (column.generated !== undefined) {
    if (rule.kind === "default") return rows > 1 ? checkComputedKey(table, entry, at) : [];
    const message = `${name} is computed by the database, so its rule is not used.`;
    return [at("generated-column", "warning", message, [reset(table, entry, "Remove the rule")])];
  }
  if (rule.kind !== "generate") return checkPlain(table, entry, at, { model, rows });
  const generator = catalogue.get(rule.generator);
  if (generator === undefined) {
    const near = nearestName(
      rule.generator,
      catalogue.all.map(({ id }) => id),
    );
    const message = `${name} has the unknown generator \`${rule.generator}\`.`;
    const nearest = near === undefined ? [] : [setRule(table, entry, `Use ${near}`, { ...rule, generator: near })];
    return [at("unknown-generator", "error", message, [...nearest, reset(table, entry)])];
  }
  const problems: Problem[] = [];
  if (!generator.accepts(column.valueType)) {
    const message = `${name} is ${column.type === "" ? column.valueType.kind : column.type}, which ${generator.label} does not fit.`;
    problems.push(at("type-not-accepted", "error", message, [reset(table, entry)]));
  }
  const parsed = generator.params.safeParse(rule.params);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const parameter = issue?.code === "unrecognized_keys" ? (issue.keys[0] ?? "") : String(issue?.path[0] ?? "");
    const { [parameter]: _dropped, ...rest } = rule.params;
    const message = `The parameter \`${parameter}\` of ${generator.label} for ${name} is not valid.`;
    const fixes = [
      setRule(table, entry, `Use the default of ${parameter}`, { ...rule, params: rest }),
      reset(table, entry),
    ];
    return [...problems, at("invalid-parameter", "error", message, fixes)];
  }
  const columns = table.table.columns.map((one) => one.name);
  const place = {
    type: column.valueType,
    columns,
    locales: rule.locale === undefined ? locales : [rule.locale],
    schema: { model, table: table.table },
    column,
    ...(pools ? { pools } : {}),
    ...(entry.unique && hasRows(table) ? { needed: Math.ceil(rows * (1 - (rule.nulls ?? 0))) } : {}),
  };
  for (const found of generator.problems?.(parsed.data, place) ?? []) {
    const message = `${name}: ${found.message}`;
    problems.push(
      found.locale === undefined
        ? {
            ...at("invalid-parameter", found.severity, message, parameterFix(table, entry, rule, generator, found)),
            ...(found.asks ? { asks: found.asks } : {}),
          }
        : at("no-locale", found.severity, message, [
            setRule(table, entry, "Use English in this column", { ...rule, locale: found.locale }),
          ]),
    );
  }
  problems.push(...checkNulls(table, entry, rule, at, rows), ...checkCondition(table, entry, rule, at, model));
  if (
    entry.unique &&
    generator.relation !== true &&
    hasRows(table) &&
    problems.every(({ severity }) => severity !== "error")
  ) {
    const needed = Math.ceil(rows * (1 - (rule.nulls ?? 0)));
    const capacity = Math.floor(generator.capacity(parsed.data, column.valueType));
    if (capacity < needed) {
      const message = `${name} needs ${countText(needed)} different values, and ${generator.label} gives ${countText(capacity)}.`;
      const checked = tableFacts(table.table, model.engine).of(column.name).checks.length > 0;
      problems.push(
        at("capacity", "error", message, capacityFixes(table, entry, catalogue, needed, capacity, checked)),
      );
    }
  }
  return problems;
}

/** Whether a run writes rows of the table. */
const hasRows = ({ mode }: DesignedTable): boolean => mode === "generate" || mode === "mask";

type ProblemAt = (code: ProblemCode, severity: Problem["severity"], message: string, fixes: readonly Fix[]) => Problem;

const problemAt =
  (table: DesignedTable, entry: DesignedColumn): ProblemAt =>
  (code, severity, message, fixes) => ({
    severity,
    code,
    table: table.table.id,
    column: entry.column.name,
    message,
    fixes,
  });

const setRule = (table: DesignedTable, entry: DesignedColumn, label: string, rule: Rule | null): Fix => ({
  label,
  edit: { kind: "set-rule", table: table.table.id, column: entry.column.name, rule },
});

const reset = (table: DesignedTable, entry: DesignedColumn, label = "Use the suggested rule"): Fix =>
  setRule(table, entry, label, null);

/** A unique column that the database computes differs where the columns differ that it is computed from; several may not do. */
function checkComputedKey(table: DesignedTable, { column, unique }: DesignedColumn, at: ProblemAt): readonly Problem[] {
  const words = new Set(column.expression?.toLowerCase().match(/[\p{L}\p{N}_$]+/gu));
  const made = table.columns.filter((one) => words.has(one.column.name.toLowerCase()) && one.column !== column);
  if (!unique || table.mode !== "generate" || made.some((one) => one.unique)) return [];
  const fixes = made.flatMap((one) =>
    made.length === 1 && one.rule.kind === "generate"
      ? [setRule(table, one, `Make ${one.column.name} unique`, { ...one.rule, unique: true })]
      : [],
  );
  const { id } = table.table;
  const fewer: Fix = { label: `Lower ${id} to 1 row`, edit: { kind: "set-rows", table: id, rows: 1 } };
  const from = made.length === 0 ? "" : ` from ${made.map((one) => one.column.name).join(", ")}`;
  const message = `${id}.${column.name} is unique and computed${from}, and nothing keeps its values apart.`;
  return [at("capacity", "warning", message, [...fixes, fewer])];
}

/** Rules without values of their own, in columns that must have one. */
function checkPlain(
  table: DesignedTable,
  entry: DesignedColumn,
  at: ProblemAt,
  { model, rows }: Pick<ColumnPlace, "model" | "rows">,
): readonly Problem[] {
  const { column, rule } = entry;
  const name = `${table.table.id}.${column.name}`;
  if (rule.kind === "keep" || rule.kind === "mask" || !isRequired(table, entry)) return [];
  if (rule.kind === "null")
    return [at("not-null", "error", `${name} must have a value, and its rule is NULL.`, [reset(table, entry)])];
  if (column.default !== undefined || column.identity !== undefined) return [];
  if (rows === 0 && table.mode === "generate") return [];
  const [check] = entry.edited ? [] : tableFacts(table.table, model.engine).of(column.name).checks;
  if (check !== undefined) {
    const found = `No value was found for ${name} that its type takes and CHECK (${checkText(check)}) lets pass.`;
    return [at("check-conflict", "error", found, [noRows(table)])];
  }
  const problem = at(
    "not-null",
    "error",
    `${name} must have a value, and the database has no default for it.`,
    entry.edited ? [reset(table, entry)] : [noRows(table)],
  );
  if (column.valueType.kind !== "unknown") return [problem];
  const explanation = `Nothing here makes values of the type ${column.type}. The rule “Constant” takes one as the database writes it.`;
  return [{ ...problem, explanation }];
}

const noRows = ({ table: { id } }: DesignedTable): Fix => ({
  label: `Lower ${id} to 0 rows`,
  edit: { kind: "set-rows", table: id, rows: 0 },
});

const isRequired = (table: DesignedTable, { column }: DesignedColumn): boolean =>
  !column.nullable || table.table.primaryKey.includes(column.name);

function checkNulls(
  table: DesignedTable,
  entry: DesignedColumn,
  rule: GenerateRule,
  at: ProblemAt,
  rows: number,
): readonly Problem[] {
  const share = rule.nulls ?? 0;
  if (share === 0) return [];
  const { nulls: _dropped, ...rest } = rule;
  const name = `${table.table.id}.${entry.column.name}`;
  const fixes = [setRule(table, entry, "Set the share of NULL to 0%", rest)];
  const percent = Math.round(share * 1000) / 10;
  if (isRequired(table, entry))
    return [at("not-null", "error", `${name} must have a value, and its rule asks for ${percent}% NULL.`, fixes)];
  const single = table.table.uniques.some(
    ({ columns, expressions, where, nullsNotDistinct }) =>
      nullsNotDistinct === true &&
      (expressions ?? where) === undefined &&
      columns.length === 1 &&
      columns[0] === entry.column.name,
  );
  if (!single || rows * share <= 1) return [];
  return [at("capacity", "error", `${name} may be NULL in one row, and its rule asks for ${percent}% NULL.`, fixes)];
}

/** The condition under which the column has a value. */
function checkCondition(
  table: DesignedTable,
  entry: DesignedColumn,
  { when, ...rest }: GenerateRule,
  at: ProblemAt,
  model: SchemaModel,
): readonly Problem[] {
  if (when === undefined) return [];
  const name = `${table.table.id}.${entry.column.name}`;
  const always = setRule(table, entry, "Give every row a value", rest);
  const refused = (code: ProblemCode, message: string, ...fixes: readonly Fix[]): readonly Problem[] => [
    at(code, "error", message, [...fixes, always]),
  ];
  if (isRequired(table, entry))
    return refused("not-null", `${name} must have a value, and its rule gives it one only where ${when}.`);
  const checked = checkExpression(when, scopeOf(model, table.table));
  if (!checked.ok) {
    const { message, fix } = checked.error;
    const mended = fix && { ...rest, when: when.slice(0, fix.from) + fix.text + when.slice(fix.to) };
    const nearest = fix && mended ? [setRule(table, entry, fix.label, mended)] : [];
    return refused("invalid-parameter", `The condition of ${name}: ${message}`, ...nearest);
  }
  if (checked.type.kind !== "bool")
    return refused("invalid-parameter", `The condition of ${name} is not true or false.`);
  const { paths, figures } = referencesOf(when);
  if (figures.length === 0 && (!paths.includes("ordinal") || findColumn(table.table, "ordinal") !== undefined))
    return [];
  return refused("invalid-parameter", `The condition of ${name} may name columns of the row and of its parents only.`);
}

/** The parameters that the generator proposes, without those that are its defaults anyway. */
function parameterFix(
  table: DesignedTable,
  entry: DesignedColumn,
  rule: GenerateRule,
  generator: Generator,
  { fix }: ParameterProblem,
): readonly Fix[] {
  if (fix === undefined) return entry.edited ? [reset(table, entry)] : [];
  const plain = generator.params.safeParse({});
  const defaults: Readonly<Record<string, unknown>> = plain.success ? plain.data : {};
  const merged = Object.entries({ ...rule.params, ...fix.params });
  const params = Object.fromEntries(
    merged.filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(defaults[key])),
  );
  return [setRule(table, entry, fix.label, { ...rule, params })];
}

const roomyRules: readonly Rule[] = [
  { kind: "generate", generator: "sequence", params: {} },
  { kind: "generate", generator: "slug", params: { words: 4 } },
  { kind: "generate", generator: "uuid", params: {} },
];

/** Other rules that have room for the rows; then fewer rows. */
function capacityFixes(
  table: DesignedTable,
  entry: DesignedColumn,
  catalogue: GeneratorCatalogue,
  needed: number,
  capacity: number,
  checked: boolean,
): readonly Fix[] {
  const { column, suggestion } = entry;
  const wider: readonly Rule[] = [
    suggestion.rule,
    ...suggestion.alternatives.map(({ rule }) => rule),
    // What was not made for the column may break its checks.
    ...(checked ? [] : roomyRules),
  ];
  const roomy = wider.find((rule) => {
    const generator = rule.kind === "generate" ? catalogue.get(rule.generator) : undefined;
    const params = rule.kind === "generate" ? generator?.params.safeParse(rule.params) : undefined;
    return (
      generator?.accepts(column.valueType) === true &&
      params?.success === true &&
      generator.capacity(params.data, column.valueType) >= needed
    );
  });
  const label = roomy?.kind === "generate" ? (catalogue.get(roomy.generator)?.label ?? roomy.generator) : "";
  const fewer: Fix = {
    label: `Lower ${table.table.id} to ${countText(capacity)} ${capacity === 1 ? "row" : "rows"}`,
    edit: { kind: "set-rows", table: table.table.id, rows: capacity },
  };
  return roomy === undefined
    ? [fewer]
    : [setRule(table, entry, `Use ${label}`, roomy === suggestion.rule ? null : roomy), fewer];
}
