import type { CompileContext, Kernel } from "../generators/generator.ts";
import { parseIsoDate } from "../base/calendar.ts";
import { childStream, streamOf } from "../random/stream.ts";
import type { DesignedColumn } from "../rules/design.ts";
import type { Vector } from "../vectors/vector.ts";
import type { Plan, TablePlan } from "./plan.ts";

/** What a column's kernel may ask of the table reader that compiles it. */
export interface ColumnServices {
  readonly batchRows: number;
  input(column: string): Vector;
  readonly parentKey?: Kernel;
  readonly ordinal?: CompileContext["ordinal"];
  readonly aggregate?: CompileContext["aggregate"];
  readonly lookup?: CompileContext["lookup"];
  readonly ownRows?: CompileContext["ownRows"];
}

/** The compile context of one column: its streams are functions of the seed, the table and the column, and of nothing else. */
export function compileContext(
  plan: Pick<Plan, "design" | "referenceDate" | "locales" | "ruleLocales" | "pools">,
  table: Pick<TablePlan, "id" | "rowCount" | "table">,
  designed: DesignedColumn,
  unique: boolean,
  services: ColumnServices,
): CompileContext {
  const tableStream = streamOf(plan.design.seed, table.id);
  const wanted = designed.rule.kind === "generate" ? designed.rule.locale : undefined;
  const localesFor = (wanted: string | undefined): Plan["locales"] => {
    const asked = [...plan.locales, ...(plan.ruleLocales ?? [])].filter(({ locale }) => locale === wanted);
    return asked.length > 0 ? asked : plan.locales;
  };
  return {
    stream: childStream(tableStream, designed.column.name),
    // Names with a blank in front cannot meet a column's, whose stream takes the bare name.
    localeStream: childStream(tableStream, " locale"),
    bundleStream: childStream(tableStream, " bundle"),
    column: designed.column,
    type: designed.column.valueType,
    engine: plan.design.model.engine,
    rowCount: table.rowCount,
    unique,
    batchRows: services.batchRows,
    referenceDay: parseIsoDate(plan.referenceDate) ?? 0,
    locales: localesFor(wanted),
    localesFor,
    schema: { model: plan.design.model, table: table.table },
    input: (column) => services.input(column),
    ...(services.parentKey ? { parentKey: services.parentKey } : {}),
    ...(services.lookup ? { lookup: services.lookup } : {}),
    ...(services.ownRows ? { ownRows: services.ownRows } : {}),
    ...(services.aggregate ? { aggregate: services.aggregate } : {}),
    ...(services.ordinal ? { ordinal: services.ordinal } : {}),
    ...(plan.pools ? { pools: plan.pools } : {}),
  };
}
