import { readFile } from "node:fs/promises";
import { z } from "zod";
import { SeedloomError } from "../../../shared/base/errors.ts";
import { isMissing } from "../../sinks/write-error.ts";
import { canonical } from "./rule-change.ts";

export const exportsLockName = "exports.lock.json";

const fileSchema = z.strictObject({
  table: z.string().optional(),
  rows: z.int().optional(),
  bytes: z.int(),
  sha256: z.string(),
});
export type LockedFile = z.output<typeof fileSchema>;

const targetSchema = z.strictObject({
  /** The key of the state that it was made from. */
  state: z.string(),
  scenario: z.string().optional(),
  /** ISO date that "today" was. */
  referenceDate: z.string(),
  /** What the project said of the target itself. */
  settings: z.record(z.string(), z.unknown()),
  /** By path, relative to the folder of the project. */
  files: z.record(z.string(), fileSchema),
});
export type LockedTarget = z.output<typeof targetSchema>;

const stateSchema = z.strictObject({
  /** Versions of the generators in use, and of Seedloom. */
  seedloom: z.string(),
  generators: z.record(z.string(), z.int()),
  /** A digest of each table's columns, keys and checks. */
  schema: z.record(z.string(), z.string()),
  /** The project without its source and exports, as it is in memory. */
  project: z.record(z.string(), z.unknown()),
});
export type LockedState = z.output<typeof stateSchema>;

const lockSchema = z.strictObject({
  lock: z.literal(1),
  targets: z.record(z.string(), targetSchema),
  states: z.record(z.string(), stateSchema),
});
export type ExportsLock = z.output<typeof lockSchema>;

const empty: ExportsLock = { lock: 1, targets: {}, states: {} };

/**
 * What the exports of a project were made from, and the hash of every file that they wrote: by it a file that was edited since is
 * noticed, and a change has a cause. Each state stands once, however many targets were made from it.
 */
export async function readExportsLock(path: string): Promise<ExportsLock> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    if (isMissing(error)) return empty;
    throw damaged(path, error);
  }
  try {
    return lockSchema.parse(JSON.parse(text.replace(/^\uFEFF/, "")));
  } catch (error) {
    throw damaged(path, error);
  }
}

const damaged = (path: string, cause: unknown): SeedloomError =>
  new SeedloomError(
    "project-invalid",
    `${path} cannot be read as what exports wrote last.`,
    "Take it from version control, or remove it: then the next export takes the files that stand there for its own.",
    { cause },
  );

/**
 * The lock with targets under the names that they have now: one that nobody has any more, and whose settings are those of a target
 * that is new, was renamed. Its files and their reasons go with it.
 */
export function withRenames(lock: ExportsLock, named: readonly NamedSettings[]): ExportsLock {
  const names = new Set(named.map(({ name }) => name));
  const targets = { ...lock.targets };
  for (const { name, settings, scenario } of named) {
    if (targets[name] !== undefined) continue;
    const old = Object.entries(targets).find(
      ([other, target]) =>
        !names.has(other) && target.scenario === scenario && canonical(target.settings) === canonical(settings),
    );
    if (old === undefined) continue;
    delete targets[old[0]];
    targets[name] = old[1];
  }
  return { ...lock, targets };
}

/** A target as the project has it. */
interface NamedSettings {
  readonly name: string;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly scenario?: string;
}

/** The text of the lock: targets and files by name, and no state that no target has. */
export function writeExportsLock({ targets, states }: ExportsLock): string {
  const used = new Set(Object.values(targets).map(({ state }) => state));
  const kept = Object.entries(states).filter(([key]) => used.has(key));
  return `${JSON.stringify({ lock: 1, targets: byKey(targets), states: byKey(Object.fromEntries(kept)) }, null, 2)}\n`;
}

const byKey = <T>(record: Readonly<Record<string, T>>): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1)));
