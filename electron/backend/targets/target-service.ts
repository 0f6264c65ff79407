import { resolve } from "node:path";
import type { z } from "zod";
import type {
  commitTargetsInput,
  compareTargetsInput,
  repositoryInput,
  runTargetsInput,
  targetFileInput,
} from "../../../shared/api/target-inputs.ts";
import type {
  Committed,
  ComparedTargets,
  FileDiff,
  RepositoryView,
  TargetKinds,
} from "../../../shared/api/target-views.ts";
import { SeedloomError } from "../../../shared/base/errors.ts";
import { catalogue } from "../../../shared/catalogue/index.ts";
import { formFields } from "../../../shared/generators/form-fields.ts";
import { kitById } from "../../../shared/kits/index.ts";
import { compileJob } from "../../jobs/compile-job.ts";
import type { JobManager } from "../../jobs/job-manager.ts";
import { defaultWorkers, type WorkerPool } from "../../jobs/worker-pool.ts";
import { exportFolder, type ExportSession } from "../exports.ts";
import { commitFiles } from "../repository/commit-files.ts";
import { repositoryState } from "../repository/repository-state.ts";
import type { MaskedRuns } from "../privacy/masked-runs.ts";
import type { TargetService } from "../services.ts";
import type { Sessions } from "../sessions/session-service.ts";
import { readContent, type Content, type Contents } from "./content-keeper.ts";
import { meantTargets } from "./meant-targets.ts";
import { pathsToCommit } from "./paths-to-commit.ts";
import { runTargets, type TargetsRun } from "./run-targets.ts";
import { textDiff, wholeText } from "./text-diff.ts";

/** Rows that are made to be compared before anybody asks. */
const mostUnasked = 50_000;

/** Runs whose files can be looked at. */
const keptRuns = 2;

/** The saved exports of the open projects: what they would change, and changing it. */
export class Targets implements TargetService {
  readonly #manager: JobManager;
  readonly #sessions: Sessions;
  readonly #pool: WorkerPool;
  readonly #masked: MaskedRuns;
  /** The last run of each session, for the diff pane and a commit. */
  readonly #last = new Map<string, TargetsRun>();

  /** The last comparison of each session that nobody asked for. */
  readonly #compared = new Map<string, TargetsRun>();

  constructor(manager: JobManager, sessions: Sessions, pool: WorkerPool, masked: MaskedRuns) {
    this.#manager = manager;
    this.#sessions = sessions;
    this.#pool = pool;
    this.#masked = masked;
  }

  kinds(): TargetKinds {
    const { format = [], code = [], kit = [] } = catalogue.exports ?? {};
    const cards = (kinds: typeof format) =>
      kinds.map(({ id, label, options }) => ({ id, label, fields: formFields({ id, params: options }) }));
    const ofEngines = cards(kit).map((card) => {
      const engines = kitById(card.id)?.engines;
      return engines === undefined ? card : { ...card, engines };
    });
    return { format: cards(format), code: cards(code), kit: ofEngines };
  }

  repository({ session, base }: z.output<typeof repositoryInput>): Promise<RepositoryView> {
    return repositoryState(baseOf(this.#sessions.get(session), base));
  }

  async start(input: z.output<typeof runTargetsInput>): Promise<string> {
    const open = this.#sessions.get(input.session);
    const { model, project, planned, source, folder } = open;
    // The project as it is now: it may be edited while the job runs.
    const session: ExportSession = { model, project, planned, source, folder };
    const { names, write, overwriteEdited, stopOnErrors, leakCheck } = input;
    const base = baseOf(open, input.base);
    if (project.exports.length === 0) throw new SeedloomError("usage", "The project has no exports yet.", "Add one.");
    return this.#manager.start(async (signal, progress) => {
      const run = await runTargets(
        session,
        { base, write, overwriteEdited, stopOnErrors, ...(names === undefined ? {} : { names }) },
        {
          pool: this.#pool,
          workers: defaultWorkers(),
          signal,
          progress,
          masked: (spec, execute) => this.#masked.run(session, spec, { signal, leakCheck }, execute),
        },
      );
      keep(this.#last, input.session, run);
      return { exported: run.result };
    });
  }

  async compare(input: z.output<typeof compareTargetsInput>, signal: AbortSignal): Promise<ComparedTargets> {
    const open = this.#sessions.get(input.session);
    const { model, project, planned, source, folder } = open;
    const session: ExportSession = { model, project, planned, source, folder };
    const { stopOnErrors } = input;
    const request = {
      base: baseOf(open, input.base),
      stopOnErrors,
      ...(input.names === undefined ? {} : { names: input.names }),
    };
    let rows = 0;
    for (const { spec } of meantTargets(session, request)) {
      if (spec === undefined) continue;
      const tables = (await compileJob(spec)).files.flatMap(({ holds }) => holds);
      rows += tables.reduce((sum, { rowCount }) => sum + rowCount, 0);
      if (tables.some(({ masked }) => masked)) return { kind: "left", reason: "source", rows };
      if (rows > mostUnasked) return { kind: "left", reason: "large", rows };
    }
    signal.throwIfAborted();
    const options = { pool: this.#pool, workers: 1, signal, progress: () => undefined };
    const run = await runTargets(session, { ...request, write: false }, options);
    keep(this.#compared, input.session, run);
    return { kind: "compared", result: run.result };
  }

  async file({ session, path, whole, compared }: z.output<typeof targetFileInput>): Promise<FileDiff> {
    const run = (compared ? this.#compared : this.#last).get(session);
    const known = run?.result.files.find((file) => file.path === path);
    if (run === undefined || known === undefined)
      throw new SeedloomError("usage", `No run of this project gives ${path}.`);
    const full = resolve(run.result.root, path);
    const kept = run.contents.get(path);
    if (known.change === "removed") return diffOf({ before: await readContent(full), after: { text: "" } }, whole);
    if (known.change === "unchanged") return diffOf({ after: await readContent(full) }, true);
    const unknown: Contents = { after: { bytes: known.bytes, binary: false } };
    return diffOf(kept ?? unknown, whole);
  }

  async commit({ session, message, branch }: z.output<typeof commitTargetsInput>): Promise<Committed> {
    const run = this.#last.get(session);
    if (run?.result.written !== true)
      throw new SeedloomError("usage", "Nothing was written yet.", "Run the exports, then commit.");
    const paths = pathsToCommit(run.result);
    return commitFiles(run.result.root, { paths, message, ...(branch === undefined ? {} : { branch }) });
  }
}

/** What files were and are is much: it is held of the projects that were run last. */
function keep(runs: Map<string, TargetsRun>, session: string, run: TargetsRun): void {
  runs.delete(session);
  runs.set(session, run);
  for (const old of [...runs.keys()].slice(0, -keptRuns)) runs.delete(old);
}

/** The folder that exports are relative to; for a project that is not saved the one that was chosen. */
function baseOf(session: Pick<ExportSession, "folder">, base: string | undefined): string {
  if (session.folder !== undefined) return session.folder;
  if (base === undefined || base.trim() === "")
    throw new SeedloomError("usage", "This project has no folder yet.", "Save it, or choose a folder for its files.");
  return exportFolder(session, base);
}

function diffOf({ before, after }: Contents, whole: boolean): FileDiff {
  if (!isText(after) || (before !== undefined && !isText(before))) return opaque(before, after);
  return before === undefined || whole ? wholeText(after.text) : textDiff(before.text, after.text);
}

const isText = (content: Content): content is Extract<Content, { readonly text: string }> => "text" in content;

function opaque(before: Content | undefined, after: Content): FileDiff {
  const sizes = [before, after].map((content) => (content === undefined || isText(content) ? undefined : content));
  const bytes = (content: Content): number => (isText(content) ? content.text.length : content.bytes);
  return {
    kind: "opaque",
    reason: sizes.some((content) => content?.binary) ? "binary" : "large",
    ...(before === undefined ? {} : { before: bytes(before) }),
    after: bytes(after),
  };
}
