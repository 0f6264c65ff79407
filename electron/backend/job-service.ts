import type { ExportRequest } from "../../shared/api/inputs.ts";
import type { JobProgress } from "../../shared/api/views.ts";
import type { JobManager } from "../jobs/job-manager.ts";
import { outputPlace } from "../jobs/output-place.ts";
import { runJob } from "../jobs/run-job.ts";
import { defaultWorkers, type WorkerPool } from "../jobs/worker-pool.ts";
import { FileSet } from "../sinks/files.ts";
import { exportFolder, jobSpec } from "./exports.ts";
import type { MaskedRuns } from "./privacy/masked-runs.ts";
import type { JobService } from "./services.ts";
import type { Sessions } from "./sessions/session-service.ts";

/** Exports of the open projects. A job takes the project as it is at its start. */
export class Jobs implements JobService {
  readonly #manager: JobManager;
  readonly #sessions: Sessions;
  readonly #pool: WorkerPool;
  readonly #masked: MaskedRuns;
  readonly #version: string;

  constructor(manager: JobManager, sessions: Sessions, pool: WorkerPool, masked: MaskedRuns, version: string) {
    this.#manager = manager;
    this.#sessions = sessions;
    this.#pool = pool;
    this.#masked = masked;
    this.#version = version;
  }

  async start(id: string, request: ExportRequest): Promise<string> {
    const session = this.#sessions.get(id);
    const place = outputPlace(request.folder, request);
    const { template } = place;
    const spec = jobSpec(session, { ...request, ...(template === undefined ? {} : { template }) });
    const folder = exportFolder(session, place.folder);
    return this.#manager.start(async (signal, progress) => ({
      result: await this.#masked.run(session, spec, { signal, leakCheck: request.leakCheck }, (ready, feed) =>
        runJob(ready, {
          pool: this.#pool,
          workers: defaultWorkers(),
          signal,
          version: this.#version,
          output: (bytesNeeded) => new FileSet(folder, bytesNeeded),
          progress,
          ...(feed === undefined ? {} : { feed }),
        }),
      ),
    }));
  }

  watch(job: string, signal: AbortSignal): AsyncIterable<JobProgress> {
    return this.#manager.watch(job, signal);
  }

  cancel(job: string): void {
    this.#manager.cancel(job);
  }

  running(): readonly JobProgress[] {
    return this.#manager.running();
  }

  folders(): readonly string[] {
    return this.#manager.folders();
  }

  end(): Promise<void> {
    return this.#manager.end();
  }
}
