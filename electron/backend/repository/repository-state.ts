import { access, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { RepositoryView } from "../../../shared/api/target-views.ts";
import { git, GitAbsent } from "./git.ts";

/** At the most as many changed paths are named. */
const namedPaths = 50;

/** The repository in which `base` lies, and how it stands; a folder without one is its own border. */
export async function repositoryState(base: string, signal?: AbortSignal): Promise<RepositoryView> {
  const none = { base, root: base, changed: [], changes: 0, identity: false } as const;
  try {
    const root = await repositoryRoot(base, signal);
    if (root === undefined) return { ...none, git: "none" };
    const options = signal === undefined ? {} : { signal };
    const [status, identity, underWay] = await Promise.all([
      git(root, ["status", "--porcelain=v2", "--branch", "-z"], options),
      git(root, ["var", "GIT_COMMITTER_IDENT"], options),
      operationUnderWay(root),
    ]);
    return {
      base,
      root,
      git: "repository",
      ...readStatus(status.out),
      identity: identity.code === 0,
      ...(underWay === undefined ? {} : { underWay }),
    };
  } catch (error) {
    if (error instanceof GitAbsent) return { ...none, git: "absent" };
    throw error;
  }
}

/** The working tree that holds `folder`, or the nearest folder above it that is there. */
async function repositoryRoot(folder: string, signal?: AbortSignal): Promise<string | undefined> {
  const start = await standingFolder(folder);
  const { code, out } = await git(start, ["rev-parse", "--show-toplevel"], signal === undefined ? {} : { signal });
  // The name may end in spaces, but not git's own line end.
  return code === 0 ? resolve(out.replace(/\r?\n$/, "")) : undefined;
}

async function standingFolder(folder: string): Promise<string> {
  for (let at = resolve(folder); ; at = resolve(at, "..")) {
    const found = await stat(at).catch(() => undefined);
    if (found?.isDirectory() === true || at === resolve(at, "..")) return at;
  }
}

type Status = Pick<RepositoryView, "branch" | "head" | "detached" | "changed" | "changes">;

/** Reads `git status --porcelain=v2 --branch -z`. */
function readStatus(text: string): Status {
  let branch: string | undefined;
  let head: string | undefined;
  const changed: string[] = [];
  const records = text.split("\0");
  for (let at = 0; at < records.length; at++) {
    const record = records[at] ?? "";
    if (record.startsWith("# branch.oid ")) head = record.slice(13);
    else if (record.startsWith("# branch.head ")) branch = record.slice(14);
    else if (/^[12u?] /.test(record)) {
      changed.push(pathOf(record));
      // A renamed file's old name is a record of its own.
      if (record.startsWith("2 ")) at++;
    }
  }
  return {
    ...(branch === undefined || branch === "(detached)" ? {} : { branch }),
    ...(head === undefined || head === "(initial)" ? {} : { head: head.slice(0, 7) }),
    detached: branch === "(detached)",
    changed: changed.slice(0, namedPaths),
    changes: changed.length,
  };
}

/** The fields before the path, by the kind of record. */
const fields = { "1": 8, "2": 9, u: 10, "?": 1 } as const;

function pathOf(record: string): string {
  const kind = record[0] === "1" || record[0] === "2" || record[0] === "u" ? record[0] : "?";
  return record.split(" ").slice(fields[kind]).join(" ");
}

/** What must be ended before a part of the tree can be committed. */
async function operationUnderWay(root: string): Promise<RepositoryView["underWay"]> {
  const { code, out } = await git(root, ["rev-parse", "--absolute-git-dir"]);
  if (code !== 0) return undefined;
  const folder = out.replace(/\r?\n$/, "");
  for (const [name, file] of operations) {
    const there = await access(join(folder, file)).then(
      () => true,
      () => false,
    );
    if (there) return name;
  }
  return undefined;
}

const operations = [
  ["merge", "MERGE_HEAD"],
  ["rebase", "rebase-merge"],
  ["rebase", "rebase-apply"],
  ["cherry-pick", "CHERRY_PICK_HEAD"],
  ["revert", "REVERT_HEAD"],
] as const;
