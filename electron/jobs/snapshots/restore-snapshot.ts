import { readColumns } from "../../../shared/batches/held-columns.ts";
import { newProject } from "../../../shared/project/new-project.ts";
import { SeedloomError } from "../../../shared/base/errors.ts";
import type { Project, TableDesign } from "../../../shared/project/project.ts";
import type { Source, Target } from "../../drivers/driver.ts";
import { loadPlan } from "../load-plan.ts";
import { runLoad, type LoadOutcome, type LoadRunOptions } from "../load-run.ts";
import type { LoadSpec } from "../prepare-load.ts";
import { TableFeed } from "../source-feed.ts";
import { chosenTables } from "./save-snapshot.ts";
import { countRows } from "./saving-progress.ts";
import type { StoredSnapshot } from "./snapshot-store.ts";
import { openSnapshot, verifySnapshot, withShift, type DateShift } from "./snapshot-source.ts";

export interface RestoreRequest {
  /** All that the snapshot has where absent. */
  readonly tables?: readonly string[];
  readonly shift?: DateShift;
  /** An address on the server that keeps the snapshot, where one does. */
  readonly on?: string;
}

/**
 * Puts the rows of a snapshot in the place of those that stand in a database: a load whose rows come from files, and so with
 * all that a load promises. The files are looked at before the first write.
 */
export async function restoreSnapshot(
  snapshot: StoredSnapshot,
  target: Target,
  { tables: names, shift, on }: RestoreRequest,
  run: Omit<LoadRunOptions, "target" | "feed">,
): Promise<LoadOutcome> {
  const { facts } = snapshot;
  refuseOtherEngine(snapshot, target);
  const kept = facts.tables.map(({ table }) => table);
  const tables = chosenTables(facts.schema, names ?? kept).map(({ id }) => id);
  const absent = tables.find((table) => !kept.includes(table));
  if (absent !== undefined) {
    throw new SeedloomError(
      "unknown-table",
      `The snapshot ${facts.name} has no rows of ${absent}.`,
      `It has ${kept.join(", ")}.`,
    );
  }
  refuseUnknownColumns(snapshot, shift);
  await verifySnapshot(snapshot, tables, run.signal);
  const source = await openSnapshot(snapshot, on);
  try {
    return await writeRows(snapshot, tables, shift === undefined ? source : withShift(source, shift), target, run);
  } finally {
    await source.close();
  }
}

async function writeRows(
  snapshot: StoredSnapshot,
  tables: readonly string[],
  source: Source,
  target: Target,
  run: Omit<LoadRunOptions, "target" | "feed">,
): Promise<LoadOutcome> {
  const { facts } = snapshot;
  const counts = await countRows(source, chosenTables(facts.schema, tables));
  const spec: LoadSpec = {
    model: facts.schema,
    project: keptAsTheyAre(snapshot, tables),
    rowOverrides: Object.fromEntries(counts.map(({ table, rows }) => [table, rows])),
    referenceDate: facts.takenAt.slice(0, 10),
    tables,
    masking: { held: {} },
    clear: "delete",
    existing: "refuse",
    triggers: "off",
  };
  const plan = await loadPlan(spec);
  const columns = new Map(tables.map((id) => [id, new Set(readColumns(plan, id))]));
  const feed = new TableFeed(
    source,
    ({ id, table }) => table.columns.filter(({ name }) => columns.get(id)?.has(name)),
    run.signal,
  );
  try {
    return await runLoad(spec, { ...run, target, feed });
  } finally {
    await feed.close().catch(() => undefined);
  }
}

/**
 * Every cell as the snapshot has it; what the database computes is computed again. Whoever took it has decided that rows are
 * kept as they are, personal ones too.
 */
function keptAsTheyAre({ facts }: StoredSnapshot, tables: readonly string[]): Project {
  const kept = { kind: "keep", reason: "It is restored from a snapshot." } as const;
  const modes = facts.schema.tables.map(({ id, columns }): [string, TableDesign] => {
    const stored = columns.filter(({ generated }) => generated === undefined);
    return tables.includes(id)
      ? [id, { mode: "mask", columns: Object.fromEntries(stored.map(({ name }) => [name, kept])) }]
      : [id, { mode: "existing", columns: {} }];
  });
  return {
    ...newProject({ source: "", seed: 0, now: facts.takenAt.slice(0, 10), locales: { en: 1 } }),
    tables: Object.fromEntries(modes),
  };
}

/** Throws "usage". */
export function refuseOtherEngine({ facts }: Pick<StoredSnapshot, "facts">, target: Target): void {
  if (facts.schema.engine === target.engine) return;
  throw new SeedloomError(
    "usage",
    `The snapshot ${facts.name} was taken of a database of another kind than ${target.label}.`,
    "Restore it into a database of the same kind.",
  );
}

function refuseUnknownColumns({ facts }: StoredSnapshot, shift: DateShift | undefined): void {
  const known = new Set(facts.schema.tables.flatMap(({ id, columns }) => columns.map(({ name }) => `${id}.${name}`)));
  const unknown = [...(shift?.except ?? [])].find((name) => !known.has(name));
  if (unknown === undefined) return;
  throw new SeedloomError("usage", `The snapshot ${facts.name} has no column ${unknown}.`, "Say TABLE.COLUMN.");
}
