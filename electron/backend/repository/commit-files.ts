import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Committed, RepositoryView } from "../../../shared/api/target-views.ts";
import { SeedloomError } from "../../../shared/base/errors.ts";
import { git, type GitAnswer } from "./git.ts";
import { repositoryState } from "./repository-state.ts";

export interface CommitRequest {
  /** Relative to the root of the repository. Files that are gone are committed as gone. */
  readonly paths: readonly string[];
  readonly message: string;
  /** A branch that is not there yet; the current one where absent. */
  readonly branch?: string;
}

/** All files are as in the last commit. */
export class NothingToCommit extends SeedloomError {
  constructor() {
    super("commit-failed", "There is nothing to commit: the files are as in the last commit.");
  }
}

/**
 * Commits these files as they stand, and nothing else: what the user has staged stays staged, and is not in the commit. Hooks
 * run. Nothing is pushed. Where it fails, the repository is as it was.
 */
export async function commitFiles(root: string, request: CommitRequest, signal?: AbortSignal): Promise<Committed> {
  const state = await refuseCommit(root, request, signal);
  const scratch = await mkdtemp(join(tmpdir(), "seedloom-index-"));
  try {
    return await withBranch(root, request.branch, () =>
      commitThrough(join(scratch, "index"), root, request, state.head === undefined, signal),
    );
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/**
 * How the repository stands; throws where such a commit cannot be. Whoever writes files for a commit asks this before the first.
 */
export async function refuseCommit(
  root: string,
  request: Pick<CommitRequest, "message" | "branch">,
  signal?: AbortSignal,
): Promise<RepositoryView> {
  const state = await repositoryState(root, signal);
  if (state.git === "absent") {
    throw new SeedloomError("commit-failed", "Git cannot be run here.", "Install it, or leave --commit out.");
  }
  if (state.git === "none") {
    throw new SeedloomError("commit-failed", `${root} is in no git repository.`, "Run `git init` there.");
  }
  if (state.underWay !== undefined) {
    throw new SeedloomError(
      "commit-failed",
      `A ${state.underWay} is under way in ${root}: git commits no part of it.`,
      `End the ${state.underWay}, or commit the files with it.`,
    );
  }
  if (request.message.trim() === "") throw new SeedloomError("usage", "A commit needs a message.");
  if (state.detached === true && request.branch === undefined) {
    throw new SeedloomError(
      "commit-failed",
      "No branch is checked out (detached head): a commit would belong to none.",
      "Name a new branch, or check one out.",
    );
  }
  if (!state.identity) {
    throw new SeedloomError(
      "commit-failed",
      "Git does not know who commits.",
      'Say so once: git config --global user.name "Your name" and git config --global user.email you@example.com.',
    );
  }
  if (request.branch !== undefined) await refuseBranchName(root, request.branch);
  return state;
}

async function refuseBranchName(root: string, branch: string): Promise<void> {
  const valid = !branch.startsWith("-") && (await git(root, ["check-ref-format", `refs/heads/${branch}`])).code === 0;
  if (!valid) throw new SeedloomError("usage", `${branch} is no name for a branch.`, "Use letters, digits, - and /.");
  const known = await git(root, ["rev-parse", "--verify", "--quiet", `refs/heads/${branch}`]);
  if (known.code === 0) {
    throw new SeedloomError(
      "usage",
      `There is a branch ${branch} already.`,
      "Choose another name, or check it out first.",
    );
  }
}

/** Runs `commit` on a new branch; where it fails, the one that was checked out is so again, and the new one is gone. */
async function withBranch(
  root: string,
  branch: string | undefined,
  commit: () => Promise<Committed>,
): Promise<Committed> {
  if (branch === undefined) return commit();
  const before = await git(root, ["symbolic-ref", "--quiet", "HEAD"]);
  const oid = (await git(root, ["rev-parse", "--verify", "--quiet", "HEAD"])).out.trim();
  // The new branch begins where HEAD is, so that no file changes: moving HEAD is all there is to do.
  if (oid !== "") mustSucceed(await git(root, ["update-ref", `refs/heads/${branch}`, oid]));
  mustSucceed(await git(root, ["symbolic-ref", "HEAD", `refs/heads/${branch}`]));
  try {
    return await commit();
  } catch (error) {
    if (before.code === 0) await git(root, ["symbolic-ref", "HEAD", before.out.trim()]);
    else await git(root, ["update-ref", "--no-deref", "HEAD", oid]);
    if (before.code !== 0) await git(root, ["checkout", "--quiet", "--detach"]);
    if (oid !== "") await git(root, ["update-ref", "-d", `refs/heads/${branch}`]);
    throw error;
  }
}

/** Commits by an index of its own that holds HEAD and these files, then tells the user's index that they are committed. */
async function commitThrough(
  index: string,
  root: string,
  { paths, message }: CommitRequest,
  unborn: boolean,
  signal: AbortSignal | undefined,
): Promise<Committed> {
  const options = { index, ...(signal === undefined ? {} : { signal }) };
  const input = paths.map((path) => `${path}\0`).join("");
  mustSucceed(await git(root, unborn ? ["read-tree", "--empty"] : ["read-tree", "HEAD"], options));
  const fromInput = ["--pathspec-from-file=-", "--pathspec-file-nul"];
  const known = new Set(await tracked(root, index));
  const present = paths.filter((path) => known.has(path));
  if (present.length > 0) {
    const gone = present.map((path) => `${path}\0`).join("");
    mustSucceed(await git(root, ["add", "--update", ...fromInput], { ...options, input: gone }));
  }
  const added = paths.filter((path) => !known.has(path) && existsSync(join(root, path)));
  if (added.length > 0) {
    const names = added.map((path) => `${path}\0`).join("");
    mustSucceed(await git(root, ["add", ...fromInput], { ...options, input: names }));
  }
  const changed = await git(root, ["diff", "--cached", "--name-only", "-z", ...(unborn ? [] : ["HEAD"])], options);
  const files = changed.out.split("\0").filter((path) => path !== "").length;
  if (files === 0) throw new NothingToCommit();
  mustSucceed(await git(root, ["commit", "--quiet", "--file=-"], { ...options, input: message }));
  const own = await git(root, ["update-index", "--add", "--remove", "-z", "--stdin"], { input });
  mustSucceed(own);
  const state = await repositoryState(root);
  return { head: state.head ?? "", branch: state.branch ?? "", files };
}

async function tracked(root: string, index: string): Promise<readonly string[]> {
  const { out } = await git(root, ["ls-files", "-z"], { index });
  return out.split("\0");
}

function mustSucceed({ code, out, err }: GitAnswer): void {
  if (code === 0) return;
  const said = `${err}\n${out}`;
  if (said.includes("ignored by one of your .gitignore files")) {
    const path = /\n(.+)\n(hint|$)/u.exec(said)?.[1];
    throw new SeedloomError(
      "commit-failed",
      `The repository ignores ${path === undefined ? "some of these files" : path}.`,
      "The files are written. Change .gitignore where they should be committed.",
    );
  }
  const reason = said.split("\n").find((line) => line.trim() !== "" && !line.startsWith("hint:"));
  throw new SeedloomError(
    "commit-failed",
    `Git did not commit${reason === undefined ? "." : `: ${reason.trim().replace(/^(fatal|error): /, "")}`}`,
    "The files are written, and the repository is as it was. A hook of the repository may have refused them.",
  );
}
