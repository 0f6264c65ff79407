import { createHash } from "node:crypto";
import { chmod, mkdir, readFile, readdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { SeedloomError, isSeedloomError } from "../../../shared/base/errors.ts";
import { findPersonal } from "../../../shared/rules/personal/find-personal.ts";
import type { SchemaModel } from "../../../shared/schema/schema-model.ts";
import {
  snapshotNameSchema,
  snapshotSchema,
  type SnapshotFacts,
  type SnapshotView,
} from "../../../shared/snapshots/snapshot.ts";
import { isMissing, writeError } from "../../sinks/write-error.ts";

const factsName = "snapshot.json";
/** A snapshot that is being written; a later one of the same name takes its place. */
const unfinished = (name: string): string => `.${name}.unfinished`;

const sealedSchema = z.strictObject({ sha256: z.string(), facts: z.unknown() });

/** Zod's optional fields may be undefined by type; a parsed JSON has none of these. */
type WithModel<Facts> = Omit<Facts, "schema"> & { readonly schema: SchemaModel };
export type RowsFacts = WithModel<Extract<SnapshotFacts, { by: "rows" }>>;
export type CopyFacts = WithModel<Extract<SnapshotFacts, { by: "engine" }>>;

/** A snapshot on the disk. */
export interface StoredSnapshot {
  readonly folder: string;
  readonly facts: RowsFacts | CopyFacts;
}

/**
 * The snapshots in a folder, each a folder of its own: rows of a database are in it, by the user's own wish, so nobody else may
 * read them. A snapshot is whole or not there.
 */
export class SnapshotStore {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Those that are there, the newest first; one that is damaged says so. */
  async list(): Promise<readonly SnapshotView[]> {
    const names = await readdir(this.#folder, { withFileTypes: true }).catch((error: unknown) => {
      if (isMissing(error)) return [];
      throw unreadable(this.#folder, error);
    });
    const views: SnapshotView[] = [];
    for (const entry of names) {
      if (!entry.isDirectory() || !snapshotNameSchema.safeParse(entry.name).success) continue;
      const view = await this.#view(entry.name);
      if (view !== undefined) views.push(view);
    }
    return views.toSorted((a, b) => (a.takenAt < b.takenAt ? 1 : -1));
  }

  /** Opens one by its name. Throws a SeedloomError where it is not there or its facts are damaged. */
  async open(name: string): Promise<StoredSnapshot> {
    const folder = join(this.#folder, checkedName(name));
    const text = await readFile(join(folder, factsName), "utf8").catch(async (error: unknown) => {
      if (!isMissing(error)) throw unreadable(folder, error);
      const known = await this.#names();
      const hint = known.length === 0 ? "`seedloom snapshot save` takes one." : `There are: ${known.join(", ")}.`;
      throw new SeedloomError("source-not-found", `There is no snapshot ${name}.`, hint);
    });
    return { folder, facts: factsOf(text, name) };
  }

  /** Makes a folder for a new snapshot; `keep` makes it stand, `drop` removes it. */
  async begin(name: string): Promise<{
    readonly folder: string;
    readonly keep: (facts: StoredSnapshot["facts"]) => Promise<void>;
    readonly drop: () => Promise<void>;
  }> {
    const full = join(this.#folder, checkedName(name));
    const folder = join(this.#folder, unfinished(name));
    try {
      await mkdir(this.#folder, { recursive: true, mode: 0o700 });
      if ((await this.#names()).includes(name)) {
        throw new SeedloomError(
          "usage",
          `There is a snapshot ${name} already.`,
          "Choose another name, or delete that one first.",
        );
      }
      await rm(folder, { recursive: true, force: true });
      await mkdir(folder, { mode: 0o700 });
    } catch (error) {
      throw isSeedloomError(error) ? error : await writeError(error, folder);
    }
    return {
      folder,
      keep: async (facts) => {
        try {
          const path = join(folder, factsName);
          await writeFile(path, sealed(facts), { mode: 0o600 });
          await chmod(path, 0o600);
          await rename(folder, full);
        } catch (error) {
          throw await writeError(error, full);
        }
      },
      drop: () => rm(folder, { recursive: true, force: true }),
    };
  }

  async delete(name: string): Promise<void> {
    if (!(await this.#names()).includes(name)) await this.open(name);
    await rm(join(this.#folder, checkedName(name)), { recursive: true, force: true });
  }

  async #names(): Promise<readonly string[]> {
    const entries = await readdir(this.#folder, { withFileTypes: true }).catch(() => []);
    return entries
      .filter((entry) => entry.isDirectory() && snapshotNameSchema.safeParse(entry.name).success)
      .map(({ name }) => name);
  }

  async #view(name: string): Promise<SnapshotView | undefined> {
    try {
      const { facts } = await this.open(name);
      const tables = facts.tables.map(({ table, rows }) => ({ table, rows }));
      return {
        name,
        of: facts.of,
        engine: facts.schema.engine,
        takenAt: facts.takenAt,
        by: facts.by,
        ...(facts.by === "engine" && facts.copy.kind === "server" ? { server: facts.copy.server } : {}),
        tables,
        rows: tables.reduce((sum, { rows }) => sum + rows, 0),
        bytes: bytesOf(facts),
        personal: personalIn(facts),
      };
    } catch (error) {
      if (!isSeedloomError(error)) throw error;
      // Some other folder that lies here is none of ours.
      if (error.code === "source-not-found") return undefined;
      const unknown = { of: "", engine: "sqlite", takenAt: "", by: "rows", tables: [], rows: 0, bytes: 0 } as const;
      return { name, ...unknown, personal: [], damaged: error.message };
    }
  }
}

function checkedName(name: string): string {
  const checked = snapshotNameSchema.safeParse(name);
  if (checked.success) return checked.data;
  throw new SeedloomError("usage", `A snapshot cannot be called so: ${checked.error.issues[0]?.message ?? ""}.`);
}

const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex");

function sealed(facts: StoredSnapshot["facts"]): string {
  return `${JSON.stringify({ sha256: hashOf(JSON.stringify(facts)), facts }, null, 1)}\n`;
}

function factsOf(text: string, name: string): StoredSnapshot["facts"] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw damaged(name);
  }
  const seal = sealedSchema.safeParse(value);
  const version = z.looseObject({ snapshot: z.number() }).safeParse(seal.data?.facts);
  if (version.success && version.data.snapshot > 1) {
    throw new SeedloomError(
      "project-version",
      `The snapshot ${name} has format ${version.data.snapshot}, and this version of Seedloom reads format 1.`,
      "Use a newer Seedloom.",
    );
  }
  const facts = snapshotSchema.safeParse(seal.data?.facts);
  if (!seal.success || !facts.success || hashOf(JSON.stringify(seal.data.facts)) !== seal.data.sha256)
    throw damaged(name);
  return facts.data as StoredSnapshot["facts"];
}

const noLists = { given: new Set<string>(), family: new Set<string>(), cities: new Set<string>() };

/** By their names: the rows are not read for a list. */
function personalIn({ schema, tables }: StoredSnapshot["facts"]): readonly string[] {
  const kept = new Set(tables.map(({ table }) => table));
  return findPersonal(schema, noLists).flatMap(({ table, column }) => (kept.has(table) ? [`${table}.${column}`] : []));
}

/** What a snapshot takes, here or on its server. */
export const bytesOf = (facts: StoredSnapshot["facts"]): number =>
  facts.by === "engine" ? facts.copy.bytes : facts.tables.reduce((sum, { bytes }) => sum + bytes, 0);

/** Of a snapshot that is not as it was written. */
export const damaged = (name: string, what = "its description"): SeedloomError =>
  new SeedloomError(
    "source-damaged",
    `The snapshot ${name} is damaged: ${what} is not what was written.`,
    "Nothing was changed. Take it from a copy, or delete it and take another.",
  );

const unreadable = (path: string, cause: unknown): SeedloomError =>
  new SeedloomError("source-unreadable", `${path} cannot be read.`, "Look at its permissions.", { cause });
