import type { z } from "zod";
import type {
  columnInput,
  exportRequestSchema,
  listFolderInput,
  pageInput,
  saveInput,
  tableInput,
  trialInput,
  updateInput,
} from "../../shared/api/inputs.ts";
import type {
  AppInfo,
  ColumnProfile,
  FolderListing,
  GeneratorCard,
  JobProgress,
  PreviewPage,
  RecentProject,
  SessionView,
  TableSparks,
  TableView,
  UpdateResult,
} from "../../shared/api/views.ts";
import type { HostCapabilities } from "./host.ts";

// What stands behind the router. Types of shared/ only: the window's program reads the router's type, and through it this
// file, without seeing Node.

export interface SessionService {
  openSource(path: string): Promise<SessionView>;
  openProject(folder: string): Promise<SessionView>;
  openSample(): Promise<SessionView>;
  view(session: string): Promise<SessionView>;
  update(input: z.output<typeof updateInput>): Promise<UpdateResult>;
  findings(session: string): Promise<UpdateResult>;
  save(input: z.output<typeof saveInput>): Promise<SessionView>;
  close(session: string): Promise<void>;
  table(input: z.output<typeof tableInput>): Promise<TableView>;
  trial(input: z.output<typeof trialInput>): Promise<{ readonly cells: readonly (string | null)[] }>;
  page(input: z.output<typeof pageInput>): Promise<PreviewPage>;
  profile(input: z.output<typeof columnInput>): Promise<ColumnProfile>;
  sparks(input: z.output<typeof tableInput>): Promise<TableSparks>;
}

export interface JobService {
  start(session: string, request: z.output<typeof exportRequestSchema>): Promise<string>;
  /** Answers with the state of now, then with each change; ends with the job or with the signal. */
  watch(job: string, signal: AbortSignal): AsyncIterable<JobProgress>;
  cancel(job: string): void;
  running(): readonly JobProgress[];
}

export interface RecentsService {
  list(): Promise<readonly RecentProject[]>;
  forget(folder: string): Promise<void>;
}

export interface FilesService {
  list(input: z.output<typeof listFolderInput>): Promise<FolderListing>;
  /** Opens what a job wrote, and nothing else, in the system's file manager. */
  reveal(path: string): Promise<void>;
}

/** The context of every procedure. */
export interface BackendContext {
  readonly host: HostCapabilities;
  readonly info: AppInfo;
  readonly sessions: SessionService;
  readonly jobs: JobService;
  readonly recents: RecentsService;
  readonly files: FilesService;
  readonly generators: () => readonly GeneratorCard[];
}
