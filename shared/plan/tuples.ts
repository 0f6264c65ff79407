import type { GeneratorCatalogue } from "../generators/generator.ts";
import type { Design, DesignedTable } from "../rules/design.ts";
import { largestPermutation } from "../random/permutation.ts";
import { countText } from "../rules/count-text.ts";
import type { Problem } from "../rules/problem.ts";
import type { OwnerSpread } from "./owner-spread.ts";
import { pickedFrom, type RelationPlan } from "./relations.ts";
import { sharedKey, type WorkerShare } from "./worker-share.ts";

/** A composite key drawn without repetition: a keyed bijection over the product of its components. */
export interface TuplePlan {
  readonly columns: readonly string[];
  /** Distinct within the rows of one owner (which is part of the key), or within the table. */
  readonly within?: OwnerSpread;
  /** In the key's order: the relation (by its place in the table's relations) or the column that takes the component. */
  readonly components: readonly Component[];
  /** Relations that pick among the rows of the same owner, and take what the components leave of the index. */
  readonly sameOwner: readonly number[];
  /** How many tuples other workers took before, where no foreign key in the tuple tells workers apart. */
  readonly first?: number;
}

interface Component {
  readonly relation?: number;
  readonly column?: string;
  readonly size: number;
}

export interface KeyPlan {
  readonly tuples: readonly TuplePlan[];
  /** Columns made distinct for themselves, which makes the composite key distinct. */
  readonly distinctColumns: readonly string[];
}

/** What is known of a column's values before it is compiled. */
export interface ColumnValues {
  /** The number of distinct values where the rule is a finite list that can be drawn by index, else undefined. */
  domainSize(column: string): number | undefined;
  /** How many distinct values the rule can give; 0 where it cannot be made distinct. */
  capacity(column: string): number;
}

/** The table whose keys are planned, and what is known of it. */
export interface KeyRequest {
  readonly design: Design;
  readonly designed: DesignedTable;
  readonly rowCount: number;
  readonly catalogue: GeneratorCatalogue;
  readonly values: ColumnValues;
  readonly worker?: WorkerShare | undefined;
}

/**
 * Makes every key of the table distinct by construction. A key of one foreign key gets each parent once; a composite key
 * is drawn as a tuple over its foreign keys and its finite columns. Where a key cannot hold the rows asked, that is a
 * problem with the ways out. Rewrites the picks of `relations` that become part of a tuple.
 */
export function planTuples(asked: KeyRequest, relations: RelationPlan[], problems: Problem[]): KeyPlan {
  const { design, designed, rowCount, catalogue, values, worker } = asked;
  const { table } = designed;
  const tuples: TuplePlan[] = [];
  const distinctColumns: string[] = [];
  const taken = new Set<string>();
  const keys = [
    table.primaryKey,
    ...table.uniques.filter((unique) => !unique.expressions).map((unique) => unique.columns),
  ];

  for (const key of keys) {
    if (key.length === 0) continue;
    const inKey = relations
      .map((relation, at) => ({ relation, at }))
      .filter(({ relation }) => relation.carries.length > 0 && relation.carries.every((name) => key.includes(name)));
    const carried = new Set(inKey.flatMap(({ relation }) => relation.carries));
    const plain = key.filter((name) => !carried.has(name));
    if (plain.some((name) => distinctColumns.includes(name) || isDistinct(designed, catalogue, name, "table")))
      continue;
    const owner = inKey.find(({ relation }) => relation.pick.kind === "owner");
    // Keys of rows that workers made differ between them, and so does every key with one of those in it.
    const apart = inKey.some(
      ({ relation }) =>
        design.tables.get(relation.parent)?.mode === "generate" &&
        relation.foreignKey.columns.every((name) => key.includes(name)),
    );
    const workers = worker === undefined || apart ? 1 : worker.count;
    if (owner && plain.some((name) => isDistinct(designed, catalogue, name, "owner"))) {
      if (workers > 1 && worker) problems.push(sharedKey(table.id, key, owner.relation.parent, worker, 0));
      continue;
    }

    const free = inKey.filter(({ relation }) => isFree(relation));
    if (inKey.length === 1 && plain.length === 0) {
      requireSingle(asked, workers, inKey[0]?.relation, key, problems);
      continue;
    }
    // Without a foreign key in it, a key of plain columns is as good as its widest column; one column alone is the kernel's.
    if (key.length === 1) continue;
    const spread = owner?.relation.pick.kind === "owner" ? owner.relation.pick.spread : undefined;
    const rows = spread ? spread.mostChildren : rowCount;
    const needed = rows * workers;
    const components: Component[] = [];
    let product = 1;
    const add = (component: Component): void => {
      if (product >= needed && product * component.size > largestPermutation) return;
      product *= Math.max(1, component.size);
      components.push(component);
    };
    for (const { relation, at } of free) {
      // Apart from what is not in the key, it would repeat itself.
      if (inKey.every((other) => other.at !== relation.apartFrom)) delete relation.apartFrom;
      add({ relation: at, size: pickedFrom(relation) });
    }
    for (const name of plain) {
      const size = taken.has(name) ? undefined : values.domainSize(name);
      if (size !== undefined) add({ column: name, size: Math.min(size, largestPermutation) });
    }
    const together = spread
      ? inKey.filter(({ relation }) => relation.pick.kind === "same-owner" && relation.pick.tuple === undefined)
      : [];
    const sameOwner = product < needed ? together : [];
    for (const { relation } of sameOwner) {
      if (relation.pick.kind === "same-owner") product *= Math.max(1, relation.pick.spread.fewestChildren);
    }
    if (product < needed) {
      const wide = plain.find((name) => !taken.has(name) && values.capacity(name) >= rowCount * workers);
      if (wide !== undefined) {
        distinctColumns.push(wide);
        taken.add(wide);
        continue;
      }
      problems.push(
        tooSmall(designed, key, needed, product, spread && { spread, table: owner?.relation.parent ?? "" }),
      );
    }
    if (components.length === 0 && sameOwner.length === 0) continue;
    const tuple = tuples.length;
    for (const { relation } of sameOwner) {
      if (relation.pick.kind === "same-owner") relation.pick = { ...relation.pick, tuple };
    }
    components.forEach((component, at) => {
      if (component.column !== undefined) taken.add(component.column);
      const relation = component.relation === undefined ? undefined : relations[component.relation];
      if (relation) relation.pick = { kind: "tuple", tuple, component: at };
    });
    tuples.push({
      columns: key,
      components,
      sameOwner: sameOwner.map(({ at }) => at),
      ...(spread ? { within: spread } : {}),
      ...(workers > 1 && worker ? { first: (worker.index - 1) * rows } : {}),
    });
  }
  return { tuples, distinctColumns };
}

const isFree = (relation: RelationPlan): boolean => relation.pick.kind === "free";

function isDistinct(
  designed: DesignedTable,
  catalogue: GeneratorCatalogue,
  name: string,
  within: "table" | "owner",
): boolean {
  const entry = designed.columns.find(({ column }) => column.name === name);
  if (entry?.rule.kind !== "generate") return false;
  const generator = catalogue.get(entry.rule.generator);
  return generator?.distinct === "table" || generator?.distinct === within || (entry.unique && !generator?.relation);
}

/** A foreign key that is a key by itself: each parent at most once. */
function requireSingle(
  { designed, rowCount, worker }: KeyRequest,
  workers: number,
  relation: RelationPlan | undefined,
  key: readonly string[],
  problems: Problem[],
): void {
  if (!relation) return;
  const { table } = designed;
  const name = key.join(", ");
  if (relation.pick.kind === "owner") {
    if (relation.pick.spread.mostChildren > 1) {
      problems.push({
        severity: "error",
        code: "capacity",
        table: table.id,
        column: key[0] ?? "",
        message: `${table.id}.${name} is unique, so a row of ${relation.parent} can have one row here, not ${relation.pick.spread.mostChildren}.`,
        fixes: [
          {
            label: `Use 0 to 1 rows per ${relation.parent}`,
            edit: { kind: "set-rows", table: table.id, rows: { per: relation.parent, from: 1, to: 1, without: 0 } },
          },
        ],
      });
    }
    if (worker && workers > 1) problems.push(sharedKey(table.id, key, relation.parent, worker, 0));
    return;
  }
  if (relation.pick.kind === "tree") return;
  if (relation.pick.kind === "free") {
    delete relation.apartFrom;
    relation.pick = { kind: "permuted", ...(workers > 1 && worker ? { first: (worker.index - 1) * rowCount } : {}) };
    const most = Math.floor(relation.parentRows / workers);
    if (worker && workers > 1 && rowCount > most)
      problems.push(sharedKey(table.id, key, relation.parent, worker, most));
  }
  const filled = Math.ceil(rowCount * (1 - relation.nulls));
  if (filled > relation.parentRows) {
    problems.push({
      severity: "error",
      code: "parent-too-small",
      table: table.id,
      column: key[0] ?? "",
      message: `${table.id}.${name} is unique: ${rowCount} rows need as many rows of ${relation.parent}, which has ${relation.parentRows}.`,
      fixes: [
        {
          label: `Lower ${table.id} to ${relation.parentRows} rows`,
          edit: { kind: "set-rows", table: table.id, rows: relation.parentRows },
        },
        {
          label: `Raise ${relation.parent} to ${rowCount} rows`,
          edit: { kind: "set-rows", table: relation.parent, rows: rowCount },
        },
      ],
    });
  }
}

function tooSmall(
  designed: DesignedTable,
  key: readonly string[],
  asked: number,
  product: number,
  owner: { readonly spread: OwnerSpread; readonly table: string } | undefined,
): Problem {
  const { table, rows } = designed;
  const fixed = typeof rows === "number";
  const most = product * (owner?.spread.ownerCount ?? 1);
  return {
    severity: "error",
    code: "capacity",
    table: table.id,
    column: key[0] ?? "",
    message: `${table.id} (${key.join(", ")}) is unique and can hold ${countText(product)} ${product === 1 ? "row" : "rows"}${owner ? ` for each row of ${owner.table}` : ""}; ${countText(asked)} are asked.`,
    fixes: fixed
      ? [
          {
            label: `Lower ${table.id} to ${countText(most)} ${most === 1 ? "row" : "rows"}`,
            edit: { kind: "set-rows", table: table.id, rows: most },
          },
        ]
      : [
          {
            label: `Use at most ${countText(product)} ${product === 1 ? "row" : "rows"} per ${rows.per}`,
            edit: {
              kind: "set-rows",
              table: table.id,
              rows: {
                ...rows,
                from: Math.min(rows.from, product),
                to: product,
                average: Math.min(rows.average ?? product, product),
              },
            },
          },
        ],
  };
}
