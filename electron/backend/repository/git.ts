import { execFile } from "node:child_process";
import { errorCodeOf } from "../../sinks/write-error.ts";

/** What git answered. It ran to its end; whether that was a good one is the caller's to say. */
export interface GitAnswer {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface GitOptions {
  readonly signal?: AbortSignal;
  /** To standard input. */
  readonly input?: string;
  /** Instead of the repository's own index. */
  readonly index?: string;
}

/** Git is not installed, or may not be run. */
export class GitAbsent extends Error {}

const mostOutput = 64 * 1024 * 1024;

/**
 * Before every command: paths are what they are, whatever characters they have; nothing that a repository's own settings name
 * is started by merely looking at it.
 */
const always = ["-c", "core.quotepath=false", "-c", "core.fsmonitor=false", "--literal-pathspecs"];

/** Runs git in a folder, without a shell. `args` are options that this program wrote; names of users go after `--` or to `input`. */
export function git(folder: string, args: readonly string[], options: GitOptions = {}): Promise<GitAnswer> {
  const { signal, input, index } = options;
  return new Promise((resolve, reject) => {
    const child = execFile(
      "git",
      [...always, ...args],
      {
        cwd: folder,
        env: { ...environment(), ...(index === undefined ? {} : { GIT_INDEX_FILE: index }) },
        maxBuffer: mostOutput,
        windowsHide: true,
        ...(signal === undefined ? {} : { signal }),
      },
      (error, out, err) => {
        if (error === null) return resolve({ code: 0, out, err });
        if (errorCodeOf(error) === "ENOENT" || errorCodeOf(error) === "EACCES") return reject(new GitAbsent());
        if (typeof error.code === "number") return resolve({ code: error.code, out, err });
        reject(error);
      },
    );
    // A git that ends before it has read all says so by its exit code.
    child.stdin?.on("error", () => undefined);
    child.stdin?.end(input ?? "");
  });
}

/** The user's environment, without what a hook or another git command says of its own repository. */
function environment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !local.has(name));
  return { ...Object.fromEntries(own), GIT_OPTIONAL_LOCKS: "0", GIT_TERMINAL_PROMPT: "0", LC_ALL: "C" };
}

/** `git rev-parse --local-env-vars` */
const local = new Set([
  "GIT_ALTERNATE_OBJECT_DIRECTORIES",
  "GIT_CONFIG",
  "GIT_CONFIG_PARAMETERS",
  "GIT_CONFIG_COUNT",
  "GIT_OBJECT_DIRECTORY",
  "GIT_DIR",
  "GIT_WORK_TREE",
  "GIT_IMPLICIT_WORK_TREE",
  "GIT_GRAFT_FILE",
  "GIT_INDEX_FILE",
  "GIT_NO_REPLACE_OBJECTS",
  "GIT_REPLACE_REF_BASE",
  "GIT_PREFIX",
  "GIT_SHALLOW_FILE",
  "GIT_COMMON_DIR",
]);
