import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { isSeedloomError, SeedloomError } from "../../shared/base/errors.ts";
import { maskKeys } from "../../shared/keyed/mask-keys.ts";
import {
  readLockVersions,
  readSchemaLock,
  writeSchemaLock,
  type SchemaLock,
} from "../../shared/project/schema-lock.ts";
import { writeFileAtomic } from "../sinks/write-file-atomic.ts";
import { isMissing } from "../sinks/write-error.ts";

const lockName = "schema.lock.json";

/** The lock of a project; undefined where there is none yet. */
export async function projectLock(folder: string): Promise<SchemaLock | undefined> {
  try {
    return readSchemaLock(await readFile(join(folder, lockName), "utf8"));
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/**
 * Notices a key that is not the one which masked the project before: its pseudonyms would be others, and joins with what
 * was masked then would fail. `renew` says that this is meant.
 */
export function refuseOtherKey(lock: SchemaLock | undefined, key: Uint8Array | undefined, renew: boolean): void {
  const known = lock?.versions.maskKey;
  if (key === undefined || known === undefined || renew || maskKeys(key).fingerprint === known) return;
  throw new SeedloomError(
    "secret-wrong",
    `This is another key than the one that masked this project before (its fingerprint is ${known}).`,
    "Set SEEDLOOM_KEY to that key; or say --new-key, and all pseudonyms become others.",
  );
}

/** The fingerprint that a project's lock has; undefined where there is none, or the lock cannot be read. */
export async function standingMaskKey(folder: string): Promise<string | undefined> {
  try {
    return readLockVersions(await readFile(join(folder, lockName), "utf8"))?.maskKey;
  } catch (error) {
    if (isSeedloomError(error) || isMissing(error)) return undefined;
    throw error;
  }
}

/** Writes the key's fingerprint into the project's lock. The key itself is nowhere. True where the lock has changed. */
export async function keepFingerprint(folder: string, lock: SchemaLock | undefined, key: Uint8Array): Promise<boolean> {
  const { fingerprint } = maskKeys(key);
  if (lock === undefined || lock.versions.maskKey === fingerprint) return false;
  await writeFileAtomic(
    join(folder, lockName),
    writeSchemaLock({ ...lock, versions: { ...lock.versions, maskKey: fingerprint } }),
  );
  return true;
}
