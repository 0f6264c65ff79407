import type { z } from "zod";
import type {
  columnInput,
  exportRequestSchema,
  listFolderInput,
  loadInput,
  pageInput,
  saveConnectionInput,
  saveInput,
  tableInput,
  testConnectionInput,
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
  Trial,
  UpdateResult,
} from "../../shared/api/views.ts";
import type {
  FindingsView,
  KeyView,
  MaskChoices,
  maskChoicesInput,
  MaskedPage,
  maskedPageInput,
  maskTrialInput,
  PolicyEdit,
  policyEditsInput,
  setKeyInput,
} from "../../shared/api/privacy-views.ts";
import type {
  ChecksProgress,
  PrivacyChecks,
  reachInput,
  ReachView,
  ReportFiles,
  reportInput,
  riskInput,
  RiskView,
} from "../../shared/api/privacy-check-views.ts";
import type {
  DatabaseRef,
  DatabaseView,
  diffSnapshotInput,
  restoreSnapshotInput,
  saveSnapshotInput,
} from "../../shared/api/snapshot-views.ts";
import type { SnapshotDiff } from "../../shared/snapshots/diff-rows.ts";
import type { SnapshotView } from "../../shared/snapshots/snapshot.ts";
import type { driftInput, DriftView } from "../../shared/api/drift-views.ts";
import type {
  commitTargetsInput,
  compareTargetsInput,
  repositoryInput,
  runTargetsInput,
  targetFileInput,
} from "../../shared/api/target-inputs.ts";
import type {
  Committed,
  ComparedTargets,
  FileDiff,
  RepositoryView,
  TargetKinds,
} from "../../shared/api/target-views.ts";
import type { Assignment, AssignmentRequest } from "../../shared/api/assignment.ts";
import type { ValueRules } from "../../shared/api/value-rules.ts";
import type { SampleChoices, SampleCounts, SampleStep } from "../../shared/api/sample-views.ts";
import type { ConnectionList, ConnectionView, LoadPreview, ServerView } from "../../shared/api/load-views.ts";
import type { ExpressionScope } from "../../shared/expressions/scope.ts";
import type { EngineId, TableId } from "../../shared/schema/schema-model.ts";
import type { HostCapabilities } from "./host.ts";

// What stands behind the router. Types of shared/ only: the window's program reads the router's type, and through it this
// file, without seeing Node.

export interface SessionService {
  openSource(path: string): Promise<SessionView>;
  openConnection(id: string): Promise<SessionView>;
  openProject(folder: string): Promise<SessionView>;
  openSample(): Promise<SessionView>;
  view(session: string): Promise<SessionView>;
  update(input: z.output<typeof updateInput>): Promise<UpdateResult>;
  findings(session: string): Promise<UpdateResult>;
  save(input: z.output<typeof saveInput>): Promise<SessionView>;
  close(session: string): Promise<void>;
  table(input: z.output<typeof tableInput>): Promise<TableView>;
  trial(input: z.output<typeof trialInput>, signal: AbortSignal): Promise<Trial>;
  assignment(input: AssignmentRequest): Promise<Assignment>;
  /** Reads the first rows of every table. Ends with the signal. */
  valueRules(session: string, signal: AbortSignal): Promise<ValueRules>;
  scope(input: z.output<typeof tableInput>): Promise<ExpressionScope>;
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

export interface ConnectionService {
  list(): Promise<ConnectionList>;
  save(input: z.output<typeof saveConnectionInput>): Promise<ConnectionView>;
  remove(id: string): Promise<void>;
  test(input: z.output<typeof testConnectionInput>): Promise<ServerView>;
  parse(address: string): Promise<{ readonly engine: EngineId; readonly values: Readonly<Record<string, string>> }>;
}

export interface LoadService {
  /** What a load would do. Connects, and writes nothing. Ends with the signal. */
  preview(input: z.output<typeof loadInput>, signal: AbortSignal): Promise<LoadPreview>;
  /** Starts a load; the job is watched and cancelled as an export is. */
  start(input: z.output<typeof loadInput>): Promise<string>;
}

export interface TargetService {
  kinds(): TargetKinds;
  /** Where the exports of a project go, and how git stands there. */
  repository(input: z.output<typeof repositoryInput>): Promise<RepositoryView>;
  /** Starts a run of saved exports, or a dry one. */
  start(input: z.output<typeof runTargetsInput>): Promise<string>;
  /** What the exports would change, where that is quickly told. Ends with the signal. */
  compare(input: z.output<typeof compareTargetsInput>, signal: AbortSignal): Promise<ComparedTargets>;
  /** A file of the last run. */
  file(input: z.output<typeof targetFileInput>): Promise<FileDiff>;
  /** Commits the files of the last run, and nothing else. */
  commit(input: z.output<typeof commitTargetsInput>): Promise<Committed>;
}

export interface PrivacyService {
  findings(session: string): Promise<FindingsView>;
  /** Reads the first values of every table. Ends with the signal. */
  scan(session: string, signal: AbortSignal): Promise<FindingsView>;
  choices(input: z.output<typeof maskChoicesInput>): Promise<MaskChoices>;
  policy(input: z.output<typeof policyEditsInput>): Promise<readonly PolicyEdit[]>;
  page(input: z.output<typeof maskedPageInput>, signal: AbortSignal): Promise<MaskedPage>;
  preview(input: z.output<typeof pageInput>, signal: AbortSignal): Promise<PreviewPage | undefined>;
  trial(input: z.output<typeof maskTrialInput>, signal: AbortSignal): Promise<Trial>;
  masks(): readonly GeneratorCard[];
  key(session: string): Promise<KeyView>;
  makeKey(): string;
  setKey(input: z.output<typeof setKeyInput>): Promise<KeyView>;
  forgetKey(session: string): Promise<KeyView>;
  acceptKey(session: string): Promise<KeyView>;
}

export interface PrivacyCheckService {
  /** Leaks and joins over a sample of each table. */
  sample(session: string, signal: AbortSignal): Promise<PrivacyChecks>;
  /** The same over all rows, with progress. */
  all(session: string, signal: AbortSignal): AsyncIterable<ChecksProgress>;
  risk(input: z.output<typeof riskInput>, signal: AbortSignal): Promise<RiskView>;
  reach(input: z.output<typeof reachInput>, signal: AbortSignal): Promise<ReachView>;
  report(input: z.output<typeof reportInput>, signal: AbortSignal): Promise<ReportFiles>;
}

export interface DriftService {
  /** Holds a project's schema against that of its source, or of another database. */
  compare(input: z.output<typeof driftInput>): Promise<DriftView>;
}

export interface SnapshotService {
  /** The newest first. */
  list(): Promise<readonly SnapshotView[]>;
  /** What snapshots can be taken of: the open project's source first. */
  databases(session: string | undefined): Promise<readonly DatabaseView[]>;
  tables(database: DatabaseRef): Promise<readonly string[]>;
  /** Starts a save, or a restore; answers with the job. */
  save(input: z.output<typeof saveSnapshotInput>): Promise<string>;
  restore(input: z.output<typeof restoreSnapshotInput>): Promise<string>;
  watch(job: string, signal: AbortSignal): AsyncIterable<JobProgress>;
  cancel(job: string): void;
  diff(input: z.output<typeof diffSnapshotInput>, signal: AbortSignal): Promise<SnapshotDiff>;
  delete(name: string): Promise<void>;
}

export interface FilesService {
  list(input: z.output<typeof listFolderInput>): Promise<FolderListing>;
  /** Opens what a job wrote, and nothing else, in the system's file manager. */
  reveal(path: string): Promise<void>;
}

export interface SamplingService {
  choices(session: string, table: TableId): Promise<SampleChoices>;
  /** Reads the source where the rows that the project takes are not known. */
  counts(session: string, signal: AbortSignal): Promise<SampleCounts>;
  /** The chain of rows to one of the sample; empty where its table is not sampled. */
  why(session: string, table: TableId, row: number, signal: AbortSignal): Promise<readonly SampleStep[]>;
}

/** The context of every procedure. */
export interface BackendContext {
  readonly host: HostCapabilities;
  readonly info: AppInfo;
  readonly sessions: SessionService;
  readonly jobs: JobService;
  readonly loads: LoadService;
  readonly targets: TargetService;
  readonly connections: ConnectionService;
  readonly privacy: PrivacyService;
  readonly privacyChecks: PrivacyCheckService;
  readonly sampling: SamplingService;
  readonly recents: RecentsService;
  readonly drift: DriftService;
  readonly snapshots: SnapshotService;
  readonly files: FilesService;
  readonly generators: () => readonly GeneratorCard[];
}
