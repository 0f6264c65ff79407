import type { ValueProfile } from "../batches/profile.ts";
import type { LoadResult } from "./load-views.ts";
import type { LeakView } from "./privacy-check-views.ts";
import type { RestoredView, SavedView } from "./snapshot-views.ts";
import type { TargetProgress, TargetsResult } from "./target-views.ts";
import type { DriftReport } from "../drift/drift-report.ts";
import type { Project } from "../project/project.ts";
import type { Problem } from "../rules/problem.ts";
import type { Rule, Rows, Suggestion, TableMode } from "../rules/rule.ts";
import type {
  CheckModel,
  ColumnModel,
  EngineId,
  ForeignKeyModel,
  TableId,
  UniqueModel,
} from "../schema/schema-model.ts";
import type { RuleFamily } from "./generator-card.ts";

export type { FormField, GeneratorCard } from "./generator-card.ts";

/** What the backend is, and what its host can do for the window. */
export interface AppInfo {
  readonly version: string;
  readonly host: "electron" | "browser";
  readonly platform: "linux" | "darwin" | "win32" | "other";
  /** Whether the host has dialogs of its own for files and folders; else the window shows its file browser. */
  readonly nativeDialogs: boolean;
  readonly homeFolder: string;
}

export interface RecentProject {
  readonly folder: string;
  readonly name: string;
  readonly engine: EngineId;
  readonly tables: number;
  readonly problems: { readonly errors: number; readonly warnings: number };
  /** ISO timestamp. */
  readonly openedAt: string;
  readonly missing: boolean;
}

/** An open project: what the window needs to draw its frame. */
export interface SessionView {
  readonly session: string;
  /** Goes up with each accepted update; answers carry the revision that they were made from. */
  readonly revision: number;
  readonly name: string;
  /** Where it is saved; absent until the first save. */
  readonly folder?: string;
  readonly savedAt?: string;
  readonly source: {
    readonly label: string;
    readonly engine: EngineId;
    readonly connected: boolean;
    readonly message?: string;
  };
  readonly project: Project;
  /** The scenario that tables, problems and rows are shown of; absent for the project itself. */
  readonly scenario?: string;
  readonly tables: readonly TableSummary[];
  readonly views: readonly string[];
  /** Every table's columns, for finding them by name; they change with the source only. */
  readonly columnNames?: Readonly<Record<TableId, readonly string[]>>;
  readonly problems: readonly Problem[];
  /** What the source has changed since the project was made for it; absent where nothing has, or it was migrated. */
  readonly drift?: DriftReport;
  /** CHECK constraints of some tables are still being tried; `projects.findings` answers when they were. */
  readonly checking?: boolean;
  /** Generators' locales that may be chosen. */
  readonly availableLocales: readonly { readonly id: string; readonly label: string }[];
}

export interface TableSummary {
  readonly id: TableId;
  readonly schema: string;
  readonly name: string;
  readonly columnCount: number;
  /** As the rule in force says. */
  readonly mode: TableMode;
  /** Rows that an export writes. */
  readonly rowCount: number;
  readonly errors: number;
  readonly warnings: number;
  /** Rules that the user set. */
  readonly edited: number;
}

/** What changes when the project changes. */
export interface UpdateResult {
  readonly revision: number;
  readonly tables: readonly TableSummary[];
  readonly problems: readonly Problem[];
  /** As in the {@link SessionView}. */
  readonly drift?: DriftReport;
  /** As in {@link SessionView}. */
  readonly checking?: boolean;
  /** Set once the change is in the file. */
  readonly savedAt?: string;
}

export interface TableView {
  readonly id: TableId;
  readonly name: string;
  readonly schema: string;
  readonly comment?: string;
  readonly mode: TableMode;
  readonly rowCount: number;
  /** The row rule in force, and whether the user set it. */
  readonly rows: Rows;
  readonly rowsEdited: boolean;
  readonly columns: readonly ColumnView[];
  readonly primaryKey: readonly string[];
  readonly uniques: readonly UniqueModel[];
  readonly foreignKeys: readonly ForeignKeyModel[];
  readonly checks: readonly CheckModel[];
  /** Everything the rows must keep, and how far they do. */
  readonly constraints?: readonly ConstraintView[];
  /** The foreign keys that the rows are made for, and how each finds its parent. */
  readonly relations?: readonly RelationView[];
  /** The tables whose rows are grouped by this one's. */
  readonly ownedTables?: readonly TableId[];
}

/** A foreign key as the rows are made for it. */
export interface RelationView {
  readonly name: string;
  readonly columns: readonly string[];
  readonly parent: TableId;
  readonly parentColumns: readonly string[];
  readonly parentRows: number;
  /** As the database has it, in lower case: "cascade", "restrict"; absent where it says nothing. */
  readonly onDelete?: string;
  /**
   * How the parent row is found: owner: rows lie grouped by parent; owner-of: it follows from another relation; each once:
   * every parent at most once; together: drawn with the other columns of a key, so that no combination comes twice.
   */
  readonly pick: "owner" | "tree" | "root" | "same-owner" | "owner-of" | "each once" | "together" | "free";
  /** Whether the rows can be grouped by this parent. */
  readonly canOwn: boolean;
  /** The parameters of the column's rule that change anything here. */
  readonly parameters: readonly string[];
}

/** What a table's rows must keep, and what is known of whether they do. */
export interface ConstraintView {
  readonly kind: "check" | "primary key" | "unique" | "foreign key" | "not null" | "exclusion";
  /** As the database has it; "" where it has none. */
  readonly name: string;
  /** As SQL: "CHECK (amount >= 10)", "UNIQUE (email)", "NOT NULL". */
  readonly expression: string;
  readonly columns: readonly string[];
  /**
   * by construction: the rules make nothing else; held: all rows tried keep it; broken: some do not; not tried: it names
   * columns that the database fills, or there are no rows; not understood: only the database can say.
   */
  readonly verdict: "by construction" | "held" | "broken" | "not tried" | "not understood";
  /** Rows that were tried, and those of them that break it. */
  readonly tried: number;
  readonly broken: number;
  /** The first row that breaks it, 0-based. */
  readonly firstBroken?: number;
}

export interface ColumnView {
  readonly column: ColumnModel;
  readonly key: "primary" | "foreign" | "unique" | "none";
  /** The rule in force. */
  readonly rule: Rule;
  readonly edited: boolean;
  readonly suggestion: Suggestion;
  /** The rule's name and its options in words, e.g. "Log-normal", "median 54, spread 0.9". */
  readonly label: string;
  readonly options: string;
  readonly icon: string;
  readonly family: RuleFamily;
  /** Share of NULLs, 0 to 1. */
  readonly nulls: number;
  readonly unique: boolean;
  readonly problems: readonly Problem[];
}

/** A page of rows as an export would write them. */
export interface PreviewPage {
  readonly revision: number;
  readonly table: TableId;
  readonly rowCount: number;
  /** 0-based row number of the first row. */
  readonly start: number;
  readonly columns: readonly PreviewColumn[];
  /** Milliseconds in the engine. */
  readonly elapsed: number;
}

export interface PreviewColumn {
  readonly name: string;
  readonly align: "start" | "end";
  /** Text of each cell; null is NULL. A generated or default column has `set by database` cells: `written` is false. */
  readonly cells: readonly (string | null)[];
  readonly written: boolean;
}

/** The shape of a column's values over a sample of rows spread over the whole table. */
export type Distribution = ValueProfile["distribution"];

export interface ColumnProfile {
  readonly revision: number;
  readonly table: TableId;
  readonly column: string;
  readonly distribution: Distribution;
  readonly sampleRows: number;
  readonly elapsed: number;
  /** Label and value: Minimum, Mean, 95th pct., Nulls, Distinct. */
  readonly statistics: readonly { readonly label: string; readonly value: string }[];
  readonly samples: readonly (string | null)[];
}

/** What a rule would give a column, without giving it the rule. */
export interface Trial {
  readonly cells: readonly (string | null)[];
  /** The worst of what would stand against the rule there. */
  readonly problem?: Pick<Problem, "severity" | "message">;
}

/** A small distribution for each column of a table, drawn from a smaller sample. */
export interface TableSparks {
  readonly revision: number;
  readonly table: TableId;
  readonly columns: Readonly<Record<string, Distribution>>;
}

export interface JobProgress {
  readonly job: string;
  /** Absent: an export. */
  readonly kind?: "load" | "snapshot";
  /** What a load does besides writing rows. */
  readonly phase?: "preparing" | "committing" | "proving" | "copying";
  /** Of one: how far an engine is that copies a whole database and does not count rows. */
  readonly share?: number;
  readonly state: "running" | "done" | "failed" | "cancelled";
  readonly rows: number;
  readonly totalRows: number;
  readonly bytes: number;
  /** Seconds since the start. */
  readonly elapsed: number;
  readonly rowsPerSecond: number;
  /** Estimated seconds left. */
  readonly remaining?: number;
  readonly tables: readonly {
    readonly table: TableId;
    readonly state: "queued" | "running" | "done";
    readonly rows: number;
    readonly totalRows: number;
  }[];
  /** Of an export that is done. */
  readonly result?: ExportResult;
  /** Of a load that is done; a proof with findings is a result too. */
  readonly load?: LoadResult;
  /** Of a snapshot that was saved, or restored. */
  readonly saved?: SavedView;
  readonly restored?: RestoredView;
  /** How far each of several exports is. */
  readonly targets?: readonly TargetProgress[];
  /** Of saved exports that were run. */
  readonly exported?: TargetsResult & { readonly elapsed: number };
  readonly error?: { readonly code: string; readonly message: string; readonly hint?: string };
  /** Of a run that its leak check has stopped: where originals would be read. */
  readonly leaks?: readonly LeakView[];
}

/** Rows that were drawn once more, each by its number alone, and compared with what was written. */
export interface Redrawn {
  readonly rows: number;
  readonly same: number;
  /** The one with the greatest number, 1-based; absent where none was drawn. */
  readonly furthest?: { readonly table: TableId; readonly row: number };
}

export interface ExportResult {
  readonly folder: string;
  readonly files: readonly ExportedFile[];
  readonly manifest: string;
  readonly rows: number;
  readonly bytes: number;
  /** Errors that did not stop the run. */
  readonly refused?: readonly string[];
  /** Where the run was asked to draw rows again. */
  readonly redrawn?: Redrawn;
  readonly elapsed: number;
}

export interface ExportedFile {
  /** Relative to the folder. */
  readonly path: string;
  readonly table: TableId;
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
  /** Against the file that was there before. */
  readonly change: "added" | "changed" | "unchanged";
}

export interface FolderListing {
  readonly folder: string;
  readonly parent?: string;
  readonly entries: readonly {
    readonly name: string;
    readonly path: string;
    readonly kind: "folder" | "file";
    readonly bytes?: number;
    readonly project?: boolean;
  }[];
}

/** The shape of a tRPC error's `data.seedloom`. */
export interface ErrorView {
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
}
