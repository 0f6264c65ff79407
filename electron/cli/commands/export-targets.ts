import type { TargetFile, TargetsResult } from "../../../shared/api/target-views.ts";
import { SeedloomError } from "../../../shared/base/errors.ts";
import { formats } from "../../../shared/encoders/index.ts";
import { commitFiles, NothingToCommit, refuseCommit } from "../../backend/repository/commit-files.ts";
import type { Session } from "../../backend/sessions/session.ts";
import { meantTargets } from "../../backend/targets/meant-targets.ts";
import { pathsToCommit } from "../../backend/targets/paths-to-commit.ts";
import { runTargets, type TargetsOptions } from "../../backend/targets/run-targets.ts";
import { WorkerPool } from "../../jobs/worker-pool.ts";
import { bytesInWords } from "../../sinks/bytes-in-words.ts";
import { checkWarnings } from "../check-warnings.ts";
import { progressBar } from "../progress-bar.ts";
import type { SavedExportsOptions } from "../export-options.ts";
import { stopSignal } from "../stop-signal.ts";
import type { Terminal } from "../terminal.ts";
import { count, duration, grouped, listed } from "../words.ts";

/** What is asked of the saved exports of a project. */
export interface SavedExports extends SavedExportsOptions {
  readonly workers: number;
}

/** Runs the exports that a project names, all or one, as one change of its files; with `masked`, with rows of the source. */
export async function exportTargets(
  session: Session,
  asked: SavedExports,
  terminal: Terminal,
  masked?: (signal: AbortSignal) => NonNullable<TargetsOptions["masked"]>,
): Promise<void> {
  const { target, scenario, overwriteEdited, goOn, json, commit: message, branch } = asked;
  if (session.project.exports.length === 0) throw noExports();
  const base = session.folder ?? ".";
  const write = asked.check !== true && asked.dryRun !== true;
  const named = {
    base,
    ...(target === undefined ? {} : { names: [target] }),
    ...(scenario === undefined ? {} : { scenario }),
  };
  if (write && message !== undefined) {
    await refuseCommit(base, { message, ...(branch === undefined ? {} : { branch }) });
  }
  const pool = new WorkerPool();
  const stop = stopSignal();
  const bar = progressBar(terminal);
  try {
    const { result } = await runTargets(
      session,
      { ...named, write, stopOnErrors: goOn !== true, ...(overwriteEdited === undefined ? {} : { overwriteEdited }) },
      {
        pool,
        workers: asked.workers,
        inline: true,
        signal: stop.signal,
        progress: (now) => bar.show(now),
        ...(masked === undefined ? {} : { masked: masked(stop.signal) }),
      },
    ).finally(() => bar.end());
    if (json === true) await terminal.out(`${JSON.stringify(result, null, 2)}\n`);
    if (asked.check === true) return refuseChanges(result, terminal);
    tell(result, terminal);
    if (!write) return;
    for (const { spec } of meantTargets(session, named)) {
      if (spec !== undefined) for (const line of await checkWarnings(spec)) terminal.note(line);
    }
    await commit(result, asked, terminal, stop.signal);
  } finally {
    stop.release();
    await pool.end();
  }
}

function noExports(): SeedloomError {
  const known = formats.map(({ id }) => id).join(", ");
  return new SeedloomError(
    "usage",
    "The project names no exports.",
    `Say --format and --out, or add \`exports:\` to seedloom.yaml. Formats: ${known}.`,
  );
}

async function commit(
  result: TargetsResult,
  { commit: message, branch }: SavedExports,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<void> {
  if (message === undefined) return;
  const request = { paths: pathsToCommit(result), message, ...(branch === undefined ? {} : { branch }) };
  try {
    const done = await commitFiles(result.root, request, signal);
    terminal.note(`committed ${count(done.files, "file")} as ${done.head} on ${done.branch}; nothing was pushed.`);
  } catch (error) {
    if (!(error instanceof NothingToCommit)) throw error;
    terminal.note("nothing to commit: the files are as in the last commit.");
  }
}

function tell({ targets, files, written, budget, refused, redrawn }: TargetsResult, terminal: Terminal): void {
  const verb = written ? "wrote" : "would write";
  for (const { name, files: all, added, changed, rows, bytes, elapsed } of targets) {
    const rowWords = rows === 0 ? "" : `${count(rows, "row")} in `;
    const news = [...(added === 0 ? [] : [`${added} new`]), ...(changed === 0 ? [] : [`${changed} changed`])];
    terminal.note(
      `${name}: ${verb} ${rowWords}${count(all, "file")} (${bytesInWords(bytes)}; ${news.length === 0 ? "none changed" : news.join(", ")}) in ${duration(elapsed)}.`,
    );
  }
  for (const file of files) {
    if (file.change === "unchanged" || (written && file.change === "added")) continue;
    terminal.note(fileWords(file));
    for (const reason of file.why) terminal.note(`    ${reason}`);
  }
  for (const problem of refused) terminal.note(`warning: ${problem}`);
  if (redrawn.furthest !== undefined) {
    const { table, row } = redrawn.furthest;
    terminal.note(
      `${count(redrawn.same, "row")} drawn again by number, row ${grouped(row)} of ${table} among them: the same values.`,
    );
  }
  if (budget !== undefined) terminal.note(budgetWords(budget));
}

const signs = { added: "+", changed: "~", removed: "-", unchanged: "=" } as const;

function fileWords({ path, change, lines }: TargetFile): string {
  const counts = lines === undefined || change === "removed" ? "" : ` +${lines.added} -${lines.removed}`;
  return `  ${signs[change]} ${JSON.stringify(path).slice(1, -1)}${counts}`;
}

const budgetWords = ({ bytes, limit }: NonNullable<TargetsResult["budget"]>): string =>
  `warning: the files have ${bytesInWords(bytes)}, and the project's budget is ${bytesInWords(limit)}.`;

/** Fails where a file is not what the project gives, or is given no longer. The lock is a note of what was written, not a file to check. */
function refuseChanges({ files, manifest, budget }: TargetsResult, terminal: Terminal): void {
  if (budget !== undefined) terminal.note(budgetWords(budget));
  const differing = files.filter(({ path, change }) => change !== "unchanged" && path !== manifest.path);
  if (differing.length === 0) return terminal.note("the files are what the project gives.");
  for (const file of differing) {
    terminal.note(fileWords(file));
    for (const reason of file.why) terminal.note(`    ${reason}`);
  }
  const names = differing.map(({ path, change }) =>
    change === "added" ? `${path} (missing)` : change === "removed" ? `${path} (no longer given)` : path,
  );
  const more = names.length > 5 ? [...names.slice(0, 5), `${names.length - 5} more`] : names;
  throw new SeedloomError(
    "check-failed",
    `The files are not what the project gives: ${listed(more)}.`,
    "Run the same command without --check, and look at the difference.",
  );
}
