import type { ExportRequest } from "../../shared/api/inputs.ts";
import type { JobProgress } from "../../shared/api/views.ts";
import type { JobManager } from "../jobs/job-manager.ts";
import { runJob } from "../jobs/run-job.ts";
import { defaultWorkers, type WorkerPool } from "../jobs/worker-pool.ts";
import { FileSet } from "../sinks/files.ts";
import { exportFolder, jobSpec } from "./exports.ts";
import type { JobService } from "./services.ts";
import type { Sessions } from "./sessions/session-service.ts";

/** Exports of the open projects. A job takes the project as it is at its start. */
export class Jobs implements JobService {
  readonly #manager: JobManager;
  readonly #sessions: Sessions;
  readonly #pool: WorkerPool;
  readonly #version: string;

  constructor(manager: JobManager, sessions: Sessions, pool: WorkerPool, version: string) {
    this.#manager = manager;
    this.#sessions = sessions;
    this.#pool = pool;
    this.#version = version;
  }

  async start(id: string, request: ExportRequest): Promise<string> {
    const session = this.#sessions.get(id);
    const spec = jobSpec(session, request);
    const folder = exportFolder(session, request.folder);
    return this.#manager.start(async (signal, progress) => ({
      result: await runJob(spec, {
        pool: this.#pool,
        workers: defaultWorkers(),
        signal,
        version: this.#version,
        output: (bytesNeeded) => new FileSet(folder, bytesNeeded),
        progress,
      }),
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
