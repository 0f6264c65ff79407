import { createCallerFactory, router } from "./procedures.ts";
import { appRouter } from "./routers/app.ts";
import { connectionsRouter } from "./routers/connections.ts";
import { designRouter } from "./routers/design.ts";
import { driftRouter } from "./routers/drift.ts";
import { filesRouter } from "./routers/files.ts";
import { jobsRouter } from "./routers/jobs.ts";
import { loadsRouter } from "./routers/loads.ts";
import { previewRouter } from "./routers/preview.ts";
import { privacyRouter } from "./routers/privacy.ts";
import { privacyChecksRouter } from "./routers/privacy-checks.ts";
import { projectsRouter } from "./routers/projects.ts";
import { samplingRouter } from "./routers/sampling.ts";
import { snapshotsRouter } from "./routers/snapshots.ts";
import { sourcesRouter } from "./routers/sources.ts";
import { targetsRouter } from "./routers/targets.ts";

/** The only door between window and backend. */
export const backendRouter = router({
  app: appRouter,
  sources: sourcesRouter,
  projects: projectsRouter,
  design: designRouter,
  preview: previewRouter,
  sampling: samplingRouter,
  jobs: jobsRouter,
  loads: loadsRouter,
  targets: targetsRouter,
  privacyChecks: privacyChecksRouter,
  connections: connectionsRouter,
  drift: driftRouter,
  snapshots: snapshotsRouter,
  privacy: privacyRouter,
  files: filesRouter,
});

export type AppRouter = typeof backendRouter;

/** Calls procedures without a window: the command line and tests. */
export const createCaller = createCallerFactory(backendRouter);
