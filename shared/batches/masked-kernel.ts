import { parseIsoDate } from "../base/calendar.ts";
import { SeedloomError } from "../base/errors.ts";
import type { Kernel } from "../generators/generator.ts";
import { maskKeys, type MaskKeys } from "../keyed/mask-keys.ts";
import type { MaskContext } from "../masks/mask.ts";
import { isStandIn } from "../plan/check-mask.ts";
import type { ColumnMask, Plan, TablePlan } from "../plan/plan.ts";
import type { DesignedColumn } from "../rules/design.ts";
import type { ColumnModel } from "../schema/schema-model.ts";
import { vectorLike } from "../vectors/copy-vector.ts";
import { gatherCells } from "../vectors/put-cell.ts";
import type { Vector } from "../vectors/vector.ts";
import { nullKernel } from "./column-kernel.ts";
import { compileCondition } from "./condition.ts";
import { keyedValues } from "./keyed-values.ts";
import type { Masking } from "./masking.ts";
import { selectCells } from "./select-cells.ts";
import type { SourceRows } from "./source-rows.ts";

export interface MaskedSurroundings {
  readonly batchRows: number;
  readonly masking: Masking;
  readonly source: SourceRows;
}

/**
 * The kernel of a column whose values come from the source: they are masked, or kept. Undefined for rules that look at no
 * source value. What cannot be masked is NULL, or an error: never the source's value.
 */
export function maskedKernel(
  plan: Plan,
  table: TablePlan,
  entry: DesignedColumn,
  around: MaskedSurroundings,
): Kernel | undefined {
  const { rule, column } = entry;
  const planned = table.masked?.get(column.name);
  if (planned === null) return nullKernel(around.batchRows);
  if (planned === undefined) {
    if (rule.kind !== "keep") return rule.kind === "mask" ? nullKernel(around.batchRows) : undefined;
    return { out: around.source.vector(column.name), fill: () => undefined };
  }
  const kernel = compileMask(plan, table, entry, planned, around);
  if (planned.when === undefined) return kernel;
  const holds = compileCondition(plan, table, planned.when, (path) => around.source.vector(path));
  return selectCells(kernel, around.source.vector(column.name), (i, row) => holds(i, row) === false, around.batchRows);
}

function compileMask(
  plan: Plan,
  table: TablePlan,
  entry: DesignedColumn,
  planned: ColumnMask,
  around: MaskedSurroundings,
): Kernel {
  const { mask, params, as, domain } = planned;
  const { batchRows, source, masking } = around;
  const { column } = entry;
  const asked = mask.generates?.(params);
  const generated = asked && keyedValues(plan, table, { ...entry, column: as }, asked, batchRows);
  const allowed = new Set(mask.inputs?.(params) ?? []);
  const base: Omit<MaskContext, "source"> = {
    table: table.id,
    column: { ...as, name: column.name },
    type: as.valueType,
    unique: table.distinct.has(column.name),
    domain,
    keys: keysFor(masking, mask.keyed(params), `${table.id}.${column.name}`),
    batchRows,
    referenceDay: parseIsoDate(plan.referenceDate) ?? 0,
    input(name) {
      if (!allowed.has(name)) throw new TypeError(`${mask.id} reads ${name} without naming it in inputs().`);
      return source.vector(name);
    },
    ...(generated ? { generated } : {}),
    ...(plan.pools ? { pools: plan.pools } : {}),
    ...(mask.holds?.(params) === true ? { others: othersOf(table, masking) } : {}),
  };
  const inner: NonNullable<MaskContext["inner"]> = (id, given, values, type, rows) => {
    const other = plan.catalogue.masks?.get(id);
    const parsed = other?.params.safeParse(given);
    const part: ColumnModel = { name: column.name, type: "", valueType: type, nullable: true };
    if (other === undefined || parsed?.success !== true || !other.accepts(type)) return undefined;
    const fake = other.generates?.(parsed.data);
    if (fake !== undefined && !isStandIn(plan.catalogue.get(fake.generator), fake.params, part)) return undefined;
    const generated = fake && keyedValues(plan, table, { ...entry, column: part }, fake, batchRows);
    const keys = keysFor(masking, other.keyed(parsed.data), `${table.id}.${column.name}`);
    const { others: _others, generated: _generated, ...rest } = base;
    const beside = new Map(
      (other.inputs?.(parsed.data) ?? []).map((name) => [name, besideValues(source, name, batchRows)]),
    );
    const kernel = other.compile(parsed.data, {
      ...rest,
      column: part,
      type,
      unique: false,
      keys,
      source: values,
      input(name) {
        const found = beside.get(name);
        if (found === undefined) throw new TypeError(`${id} reads ${name} without naming it in inputs().`);
        return found.to;
      },
      ...(generated ? { generated } : {}),
    });
    return {
      out: kernel.out,
      forgets: other.promises(parsed.data, type).forgets,
      fill(at, count) {
        for (const { from, to } of beside.values()) gatherCells(from, rows, count, to);
        kernel.fill(at, count);
      },
    };
  };
  return mask.compile(params, { ...base, inner, source: source.vector(column.name) });
}

/** Another column of the batch, and room for its cells beside values that stand inside values. */
function besideValues(
  source: SourceRows,
  column: string,
  batchRows: number,
): { readonly from: Vector; readonly to: Vector } {
  const from = source.vector(column);
  return { from, to: vectorLike(from, batchRows) };
}

function othersOf(table: TablePlan, masking: Masking): NonNullable<MaskContext["others"]> {
  const held = masking.source(table.id, "any");
  return { rows: held.rows, vector: (column) => held.vector(column), read: (rows, count) => held.load(rows, count) };
}

/** Masks that work without a key never ask for it, so that any will do. */
const noKeys = maskKeys(new Uint8Array(32));

function keysFor({ keys }: Masking, keyed: boolean, name: string): MaskKeys {
  if (keys !== undefined) return keys;
  if (!keyed) return noKeys;
  throw new SeedloomError(
    "secret-missing",
    `${name} is masked with a key, and there is none.`,
    "Set SEEDLOOM_KEY to the key of this project; `seedloom key` makes a new one.",
  );
}
