import type { Mask, MaskCatalogue } from "../../../shared/masks/mask.ts";
import type { DesignedColumn } from "../../../shared/rules/design.ts";
import type { MaskRule } from "../../../shared/rules/rule.ts";

/** A rule that tells less of a value, in words: "first day of the year". */
export interface CoarserMask {
  readonly label: string;
  readonly rule: MaskRule;
}

type Words = readonly [mask: string, params: Readonly<Record<string, unknown>>];

const dates: readonly Words[] = ["month", "quarter", "year", "decade"].map((to) => ["truncate-date", { to }]);
const networks: readonly Words[] = [24, 16, 8].map((v4) => ["ip-prefix", { v4, v6: v4 * 2 }]);
/** Codes and other short texts by how they begin. HIPAA's rule of 20,000 is for US codes, which the mask tells by itself. */
const codes: readonly Words[] = [4, 3, 2, 1].map((keep) => ["postcode", { keep }]);
const suppressed: Words = ["constant", {}];
const removed: Words = ["nothing", {}];

/**
 * The masks that make the values of a column ever coarser, least first; each takes whole groups of the one before it. The
 * last leaves nothing, where the column takes that.
 */
export function coarserMasks(
  masks: MaskCatalogue,
  { column, unique }: Pick<DesignedColumn, "column" | "unique">,
  values: readonly (string | null)[],
): readonly CoarserMask[] {
  // A text in the place of values would leave the rows without one apart.
  const nothing = values.includes(null) ? [removed] : [suppressed, removed];
  const found = [...levelsOf(column.valueType.kind, values), ...nothing].flatMap(
    ([id, given]): readonly CoarserMask[] => {
      const mask = masks.get(id);
      const params = mask?.params.safeParse(given);
      if (mask === undefined || params?.success !== true || !fits(mask, params.data, { column, unique })) return [];
      const options = mask.describe(params.data, column.valueType);
      const label = options === mask.label ? options : `${mask.label}: ${options}`;
      return [{ label, rule: { kind: "mask", mask: id, params: { ...given } } }];
    },
  );
  // One way of leaving nothing is enough.
  const last = found.findIndex(({ rule }) => nothing.some(([id]) => id === rule.mask));
  return last < 0 ? found : found.slice(0, last + 1);
}

function levelsOf(
  kind: DesignedColumn["column"]["valueType"]["kind"],
  values: readonly (string | null)[],
): readonly Words[] {
  switch (kind) {
    case "date":
    case "timestamp":
      return dates;
    case "integer":
    case "decimal":
    case "real":
      return bands(values);
    default:
      if (isMostly(values, /^\d{1,3}([.]\d{1,3}){3}/u)) return networks;
      return isMostly(values, /^(?=.*\d)[\p{L}\d -]{3,10}$/u) ? codes : [];
  }
}

/** Bands of a width and its doubles, all with one beginning, so that every band is within one of the next level. */
function bands(values: readonly (string | null)[]): readonly Words[] {
  const numbers = values.flatMap((value) => (value === null || Number.isNaN(Number(value)) ? [] : [Number(value)]));
  const least = numbers.reduce((a, b) => Math.min(a, b), Infinity);
  const most = numbers.reduce((a, b) => Math.max(a, b), -Infinity);
  if (!(most > least)) return [];
  const power = 10 ** Math.floor(Math.log10((most - least) / 16));
  const width = [1, 2, 5, 10].map((step) => step * power).find((step) => (most - least) / step <= 16) ?? power * 10;
  const widest = width * 16;
  const start = Math.floor(least / widest) * widest;
  return [1, 2, 4, 8, 16].map((times): Words => {
    const step = width * times;
    const count = Math.floor((most - start) / step) + 1;
    const starts = Array.from({ length: count }, (_, i) => Number((start + i * step).toPrecision(12)));
    return ["bands", { from: starts.join(", ") }];
  });
}

const isMostly = (values: readonly (string | null)[], form: RegExp): boolean => {
  const present = values.filter((value): value is string => value !== null);
  return present.length > 0 && present.filter((value) => form.test(value)).length > present.length * 0.8;
};

function fits(
  mask: Mask,
  params: Readonly<Record<string, unknown>>,
  { column, unique }: Pick<DesignedColumn, "column" | "unique">,
): boolean {
  if (unique || !mask.accepts(column.valueType)) return false;
  return column.nullable || mask.promises(params, column.valueType).keepsNull;
}
