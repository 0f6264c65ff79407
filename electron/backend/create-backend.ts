import { homedir } from "node:os";
import type { AppInfo } from "../../shared/api/views.ts";
import { generatorCatalogue } from "../../shared/generators/index.ts";
import { JobManager } from "../jobs/job-manager.ts";
import { WorkerPool } from "../jobs/worker-pool.ts";
import { serveRouter, type TextPipe } from "./connect-pipe.ts";
import { Drifts } from "./drift-service.ts";
import { Files } from "./file-service.ts";
import { generatorCards } from "./generator-cards.ts";
import type { HostCapabilities } from "./host.ts";
import { Jobs } from "./job-service.ts";
import { Loads } from "./load-service.ts";
import { PrivacyCheckRuns } from "./privacy/checks-service.ts";
import { MaskedRuns } from "./privacy/masked-runs.ts";
import { Privacy } from "./privacy/privacy-service.ts";
import { SessionKeys } from "./privacy/session-key.ts";
import { backendRouter } from "./router.ts";
import type { BackendContext } from "./services.ts";
import { Sampling } from "./sampling/sampling-service.ts";
import { Snapshots } from "./snapshot-service.ts";
import { Sessions } from "./sessions/session-service.ts";
import { Connections } from "./storage/connections.ts";
import { defaultDataFolder } from "./storage/data-folder.ts";
import { Recents } from "./storage/recents.ts";
import { Targets } from "./targets/target-service.ts";
import { version } from "./version.ts";

export interface BackendOptions {
  readonly host: HostCapabilities;
  /** Recent projects and the sample; by default the user's own. */
  readonly dataFolder?: string;
}

export interface Backend {
  readonly router: typeof backendRouter;
  readonly context: BackendContext;
  /** Serves one window until its pipe closes. */
  serve(pipe: TextPipe): void;
  /** Cancels what runs, waits until it has cleaned up, and ends the workers. */
  close(): Promise<void>;
}

/** One backend for a process, however many windows it has. */
export function createBackend({ host, dataFolder = defaultDataFolder() }: BackendOptions): Backend {
  const recents = new Recents(dataFolder);
  const connections = new Connections(dataFolder, host.secrets);
  const sessions = new Sessions(dataFolder, recents, connections);
  const sampling = new Sampling(sessions);
  const keys = new SessionKeys(host.secrets);
  const masked = new MaskedRuns(keys);
  const pool = new WorkerPool();
  const manager = new JobManager();
  const jobs = new Jobs(manager, sessions, pool, masked, version);
  const cards = generatorCards(generatorCatalogue);
  const snapshots = new Snapshots(dataFolder, sessions, connections, pool);
  const context: BackendContext = {
    host,
    info: appInfo(host),
    sessions,
    jobs,
    loads: new Loads(manager, sessions, connections, pool, masked),
    targets: new Targets(manager, sessions, pool, masked),
    connections,
    privacy: new Privacy(sessions, keys, sampling),
    sampling,
    privacyChecks: new PrivacyCheckRuns(sessions, keys, sampling),
    recents,
    drift: new Drifts(sessions, connections),
    snapshots,
    files: new Files(host, () => jobs.folders()),
    generators: () => cards,
  };
  return {
    router: backendRouter,
    context,
    serve: (pipe) => serveRouter(pipe, context),
    close: async () => {
      await Promise.all([jobs.end(), snapshots.end()]);
      await pool.end();
    },
  };
}

function appInfo(host: HostCapabilities): AppInfo {
  const known = ["linux", "darwin", "win32"] as const;
  return {
    version,
    host: host.kind,
    platform: known.find((platform) => platform === process.platform) ?? "other",
    nativeDialogs: host.nativeDialogs,
    homeFolder: homedir(),
  };
}
