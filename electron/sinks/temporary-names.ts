import { createHash, randomBytes } from "node:crypto";
import { readdir, stat, unlink } from "node:fs/promises";
import { hostname } from "node:os";
import { basename, dirname, join } from "node:path";

// A temporary file's name says which process of which machine made it, so that a later run can tell rubbish from work
// in progress: .<target>.<machine>-<process>-<random>.seedloom-tmp

const suffix = ".seedloom-tmp";
const machine = createHash("sha256").update(hostname()).digest("hex").slice(0, 6);
const pattern = /\.([0-9a-f]{6})-(\d+)-([0-9a-f]{8})\.seedloom-tmp$/;
const dayInMs = 86_400_000;

/** The names that this process has in use. */
const inUse = new Set<string>();

/** A path beside `target` that nobody else uses. Give it back with {@link releaseTemporary}. */
export function temporaryBeside(target: string): string {
  // The whole name must fit into the 255 bytes of common file systems.
  const stem = Buffer.from(basename(target), "utf8").subarray(0, 120).toString("utf8").replaceAll("\uFFFD", "");
  const name = `.${stem}.${machine}-${process.pid}-${randomBytes(4).toString("hex")}${suffix}`;
  inUse.add(name);
  return join(dirname(target), name);
}

/** Says that the file of {@link temporaryBeside} is renamed or removed. */
export function releaseTemporary(path: string): void {
  inUse.delete(basename(path));
}

/** Removes the temporary files in `folder` whose process has ended without removing them. */
export async function removeLeftovers(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  await Promise.all(
    names.map(async (name) => {
      const match = pattern.exec(name);
      if (match === null || inUse.has(name)) return;
      const path = join(folder, name);
      const dead = match[1] === machine ? isDead(Number(match[2])) : await isOld(path);
      if (dead) await unlink(path).catch(() => undefined);
    }),
  );
}

/** A process of this machine that is not there; a file of our own number that we do not know is of an earlier process. */
function isDead(pid: number): boolean {
  if (pid === process.pid) return true;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "ESRCH";
  }
}

/** Of processes on other machines (a shared folder) nothing is known but the time of the last write. */
async function isOld(path: string): Promise<boolean> {
  try {
    return Date.now() - (await stat(path)).mtimeMs > dayInMs;
  } catch {
    return false;
  }
}
