import { basename, resolve } from "node:path";
import { SeedloomError, isSeedloomError } from "../../shared/base/errors.ts";
import { readSchemaLock } from "../../shared/project/schema-lock.ts";
import type { SchemaModel } from "../../shared/schema/schema-model.ts";
import { openSource } from "../drivers/open-source.ts";
import type { SessionSource } from "./sessions/session.ts";
import { isAddress } from "./storage/source-path.ts";

export interface OpenedModel {
  readonly model: SchemaModel;
  readonly source: SessionSource;
}

/** Reads the schema of a source: the path of a SQLite file. It is opened read-only and closed again. */
export async function readModel(source: string): Promise<OpenedModel> {
  const path = isAddress(source) ? source : resolve(source);
  const opened = await openSource(path);
  try {
    return { model: await opened.model(), source: { path, label: opened.label, connected: true } };
  } finally {
    await opened.close();
  }
}

/** Reads the schema of a saved project: of its source, or, where that cannot be read now, as it was last saved. */
export async function readModelOrLock(source: string, lockText: string | null): Promise<OpenedModel> {
  try {
    return await readModel(source);
  } catch (error) {
    if (!isSeedloomError(error) || lockText === null) throw withLockHint(error, lockText);
    // An address may hold a secret, so it is not shown.
    const label = isAddress(source) ? "database" : basename(source);
    return {
      model: readSchemaLock(lockText).model,
      source: {
        path: source,
        label,
        connected: false,
        message: `${error.message} The schema is shown as it was last saved.`,
      },
    };
  }
}

const withLockHint = (error: unknown, lockText: string | null): unknown =>
  isSeedloomError(error) && error.code === "source-not-found" && lockText === null
    ? new SeedloomError(error.code, error.message, "Put the source back, or change `source:` in seedloom.yaml.", {
        cause: error,
      })
    : error;
