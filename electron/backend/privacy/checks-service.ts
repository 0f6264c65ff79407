import { join } from "node:path";
import { performance } from "node:perf_hooks";
import type { z } from "zod";
import type {
  ChecksProgress,
  PrivacyChecks,
  reachInput,
  ReachView,
  ReportFiles,
  reportInput,
  riskInput,
  RiskView,
} from "../../../shared/api/privacy-check-views.ts";
import type { PrivacyReport } from "../../../shared/api/privacy-report.ts";
import { SeedloomError } from "../../../shared/base/errors.ts";
import type { Plan } from "../../../shared/plan/plan.ts";
import type { Source } from "../../drivers/driver.ts";
import { writeFileAtomic } from "../../sinks/write-file-atomic.ts";
import { exportFolder } from "../exports.ts";
import type { Sampling } from "../sampling/sampling-service.ts";
import type { PrivacyCheckService } from "../services.ts";
import type { Sessions } from "../sessions/session-service.ts";
import type { Session } from "../sessions/session.ts";
import { privacyChecks } from "./checks.ts";
import { withMaskedSource, type MaskedSource } from "./masked-source.ts";
import { reach } from "./reach.ts";
import { reportHtml } from "./report-html.ts";
import { privacyReport } from "./report.ts";
import { tableRisk } from "./risk.ts";
import type { SessionKeys } from "./session-key.ts";

/** Milliseconds between two words of a check on its way. */
const tickMs = 100;

/** What masking comes to in the open projects: leaks, risk, joins. Each question reads the source, and keeps nothing of it. */
export class PrivacyCheckRuns implements PrivacyCheckService {
  readonly #sessions: Sessions;
  readonly #keys: SessionKeys;
  readonly #sampling: Sampling;

  constructor(sessions: Sessions, keys: SessionKeys, sampling: Sampling) {
    this.#sessions = sessions;
    this.#keys = keys;
    this.#sampling = sampling;
  }

  async sample(id: string, signal: AbortSignal): Promise<PrivacyChecks> {
    const session = this.#sessions.get(id);
    const { revision } = session;
    return await this.#ask(session, signal, async (source) => ({
      revision,
      ...(await privacyChecks(source, "sample")),
    }));
  }

  async *all(id: string, signal: AbortSignal): AsyncGenerator<ChecksProgress> {
    const session = this.#sessions.get(id);
    const { revision } = session;
    let [told, latest]: [number, ChecksProgress] = [0, { state: "running", rows: 0, totalRows: 0 }];
    let wake = Promise.withResolvers<void>();
    const run = this.#ask(session, signal, (source) =>
      privacyChecks(source, "all", (rows, totalRows) => {
        latest = { state: "running", rows, totalRows };
        if (performance.now() - told < tickMs) return;
        told = performance.now();
        wake.resolve();
      }),
    );
    let checks: Awaited<typeof run> | undefined;
    const ended = run.then((done) => {
      checks = done;
    });
    // Whoever goes away early does not hear of its end.
    ended.catch(() => undefined);
    while (checks === undefined) {
      yield latest;
      await Promise.race([ended, wake.promise]);
      wake = Promise.withResolvers<void>();
    }
    yield { state: "done", checks: { revision, ...checks } };
  }

  async risk({ session: id, ...asked }: z.output<typeof riskInput>, signal: AbortSignal): Promise<RiskView> {
    const session = this.#sessions.get(id);
    const { revision } = session;
    return await this.#ask(session, signal, async (source) => ({ revision, ...(await tableRisk(source, asked)) }));
  }

  async reach({ session: id, ...asked }: z.output<typeof reachInput>, signal: AbortSignal): Promise<ReachView> {
    const session = this.#sessions.get(id);
    return await this.#ask(session, signal, (source) => reach(source, session.project, asked));
  }

  async report({ session: id, folder }: z.output<typeof reportInput>, signal: AbortSignal): Promise<ReportFiles> {
    const session = this.#sessions.get(id);
    const key = await this.#keys.root(session);
    const report = await this.#ask(session, signal, (source) => privacyReport(session, source, { scope: "all", key }));
    return await writeReport(report, exportFolder(session, folder));
  }

  async #ask<T>(session: Session, signal: AbortSignal, use: (source: MaskedSource) => Promise<T>): Promise<T> {
    const key = await this.#keys.root(session);
    // The sample that the preview shows: it is not drawn again for each question.
    const take = (whole: Source, plan: Plan): Promise<Source> => this.#sampling.source(session, plan, whole, signal);
    try {
      return await withMaskedSource(session, { signal, take, ...(key === undefined ? {} : { key }) }, use);
    } catch (error) {
      if (signal.aborted) throw new SeedloomError("cancelled", "The check was cancelled.");
      throw error;
    }
  }
}

/** Writes both forms of a report into a folder, each whole or not at all. */
async function writeReport(report: PrivacyReport, folder: string): Promise<ReportFiles> {
  const files = { html: join(folder, "privacy-report.html"), json: join(folder, "privacy-report.json") };
  await writeFileAtomic(files.html, reportHtml(report));
  await writeFileAtomic(files.json, `${JSON.stringify(report, null, 2)}\n`);
  return files;
}
