import type { GeneratorCatalogue, PoolFiles } from "../generators/generator.ts";
import type { Design, DesignedColumn, DesignedTable } from "../rules/design.ts";
import type { Problem } from "../rules/problem.ts";
import type { MaskRule } from "../rules/rule.ts";
import { referencedTable, type ColumnModel, type TableId } from "../schema/schema-model.ts";
import { checkMask } from "./check-mask.ts";
import { keyGroups, placeKey, type Place } from "./key-groups.ts";
import type { ColumnMask } from "./plan.ts";

/** The domain of columns that are no keys and name none: equal values have equal masks in the whole project. */
const everywhere = "project";

/** A mask rule and the columns that it masks. */
interface Masking {
  readonly rule: MaskRule;
  /** Where the rule stands. */
  readonly at: Place;
  readonly domain: string;
  readonly as: ColumnModel;
  /** The column is a key, or refers to one. */
  readonly key: boolean;
}

/**
 * How the columns of masked tables are masked. A rule of a key's column, or of one that refers to it, holds for all of them:
 * keys match after masking as before. What stands against a rule goes to `problems`.
 */
export function planMasks(
  design: Design,
  catalogue: GeneratorCatalogue,
  problems: Problem[],
  pools?: PoolFiles,
): ReadonlyMap<TableId, ReadonlyMap<string, ColumnMask | null>> {
  const groups = new Map<string, Masking | undefined>();
  for (const group of keyGroups(design)) {
    const masking = maskingOf(design, group, problems);
    for (const place of group) groups.set(placeKey(place), masking);
  }
  const planned = new Map<TableId, Map<string, ColumnMask | null>>();
  for (const table of design.tables.values()) {
    const { id } = table.table;
    const columns = new Map<string, ColumnMask | null>();
    for (const entry of table.columns) {
      const place = { table: id, column: entry.column.name };
      if (table.mode === "mask") reportParents(design, table, entry, problems);
      else if (entry.rule.kind === "mask" || entry.rule.kind === "keep") problems.push(withoutSource(table, entry));
      const own: Masking | undefined =
        entry.rule.kind === "mask"
          ? { rule: entry.rule, at: place, domain: entry.rule.domain ?? everywhere, as: entry.column, key: false }
          : undefined;
      const masking = groups.get(placeKey(place)) ?? own;
      if (table.mode !== "mask" || masking === undefined || entry.column.generated !== undefined) continue;
      const { rule, at, domain, as, key } = masking;
      const found = checkMask({ design, catalogue, table, entry, rule, as, key, pools }, problems);
      columns.set(
        entry.column.name,
        found === undefined
          ? null
          : {
              ...found,
              domain,
              as,
              ...(rule.when === undefined ? {} : { when: rule.when }),
              ...(placeKey(at) === placeKey(place) ? {} : { follows: at }),
            },
      );
    }
    if (table.mode === "mask") planned.set(id, columns);
  }
  return planned;
}

/** The rule of a group of key columns: the one that any of them has. Two that differ are a problem. */
function maskingOf(design: Design, group: readonly Place[], problems: Problem[]): Masking | undefined {
  const entries = group.flatMap((place) => {
    const entry = entryOf(design, place);
    return entry ? [{ place, entry }] : [];
  });
  const [first] = entries;
  const ruled = entries.flatMap(({ place, entry: { rule } }) => (rule.kind === "mask" ? [{ place, rule }] : []));
  const [lead, ...others] = ruled;
  for (const { place, rule } of others) {
    if (lead === undefined || sameRule(rule, lead.rule)) continue;
    problems.push({
      severity: "error",
      code: "mask-breaks-key",
      ...place,
      message: `${nameOf(place)} is masked otherwise than ${nameOf(lead.place)}, and both hold the same keys.`,
      explanation: "A key and all that refers to it are masked alike, so that rows still find each other.",
      fixes: [{ label: `Mask it as ${nameOf(lead.place)}`, edit: { kind: "set-rule", ...place, rule: null } }],
    });
  }
  if (first === undefined) return undefined;
  reportMadeKeys(first, entries.slice(1), problems);
  if (lead === undefined) return undefined;
  const narrowest = entries.toSorted((a, b) => roomOf(a.entry.column) - roomOf(b.entry.column))[0] ?? first;
  const domain = lead.rule.domain ?? nameOf(first.place);
  return { rule: lead.rule, at: lead.place, domain, as: narrowest.entry.column, key: true };
}

/** A key that is made anew leaves what refers to it in the source without its row. */
function reportMadeKeys(
  { place, entry }: { readonly place: Place; readonly entry: DesignedColumn },
  others: readonly { readonly place: Place }[],
  problems: Problem[],
): void {
  const { kind } = entry.rule;
  if (kind === "keep" || kind === "mask") return;
  for (const other of others) {
    problems.push({
      severity: "error",
      code: "mask-breaks-key",
      ...other.place,
      message: `${nameOf(other.place)} comes from the source and refers to ${nameOf(place)}, which gets new values.`,
      explanation: "Keep the key, or give it a mask: what refers to it then follows by itself.",
      fixes: [{ label: `Keep ${nameOf(place)}`, edit: { kind: "set-rule", ...place, rule: { kind: "keep" } } }],
    });
  }
}

/** A reference to rows that are not the source's. */
function reportParents(design: Design, { table }: DesignedTable, entry: DesignedColumn, problems: Problem[]): void {
  const { column, rule } = entry;
  if (rule.kind !== "keep" && rule.kind !== "mask") return;
  for (const key of table.foreignKeys) {
    const parent = referencedTable(design.model, key);
    const mode = parent && design.tables.get(parent.id)?.mode;
    if (parent === undefined || !key.columns.includes(column.name)) continue;
    const at = { table: table.id, column: column.name };
    if (mode === "generate") {
      problems.push({
        severity: "error",
        code: "mask-breaks-key",
        ...at,
        message: `${table.id}.${column.name} comes from the source, and the rows of ${parent.id} are generated.`,
        fixes: [
          { label: `Mask ${parent.id}, too`, edit: { kind: "set-mode", table: parent.id, mode: "mask" } },
          {
            label: "Pick one of the generated rows",
            edit: { kind: "set-rule", ...at, rule: { kind: "generate", generator: "foreign-key", params: {} } },
          },
        ],
      });
    } else if (mode === "existing" && rule.kind === "mask") {
      problems.push({
        severity: "error",
        code: "mask-breaks-key",
        ...at,
        message: `${table.id}.${column.name} is masked, and refers to rows of ${parent.id} that stay as they are.`,
        fixes: [{ label: "Keep the key", edit: { kind: "set-rule", ...at, rule: { kind: "keep" } } }],
      });
    }
  }
}

function withoutSource({ table }: DesignedTable, { column, rule }: DesignedColumn): Problem {
  const at = { table: table.id, column: column.name };
  return {
    severity: "error",
    code: "mask-without-source",
    ...at,
    message: `${table.id}.${column.name} is ${rule.kind === "keep" ? "kept" : "masked"}, and the rows of ${table.id} do not come from the source.`,
    fixes: [
      {
        label: `Take the rows of ${table.id} from the source`,
        edit: { kind: "set-mode", table: table.id, mode: "mask" },
      },
      { label: "Use the suggested rule", edit: { kind: "set-rule", ...at, rule: null } },
    ],
  };
}

const entryOf = (design: Design, { table, column }: Place): DesignedColumn | undefined =>
  design.tables.get(table)?.columns.find((entry) => entry.column.name === column);

const nameOf = ({ table, column }: Place): string => `${table}.${column}`;

const sameRule = (a: MaskRule, b: MaskRule): boolean =>
  JSON.stringify([a.mask, a.params, a.domain, a.when]) === JSON.stringify([b.mask, b.params, b.domain, b.when]);

/** How much a column holds, for texts and whole numbers; the rest is alike. */
function roomOf({ valueType }: ColumnModel): number {
  if (valueType.kind === "integer") return valueType.bits;
  return valueType.kind === "text" ? (valueType.maxLength ?? Infinity) : 0;
}
