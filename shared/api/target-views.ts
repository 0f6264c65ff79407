import type { FormField, Redrawn } from "./views.ts";
import type { EngineId, TableId } from "../schema/schema-model.ts";

// The saved exports of a project, and what they would change in the repository.

/** Where exports go: the folder that they are relative to, and the repository around it. */
export interface RepositoryView {
  /** none: in no repository; absent: git cannot be run, and everything works without it. */
  readonly git: "repository" | "none" | "absent";
  /** The folder that targets are relative to. */
  readonly base: string;
  /** Nothing is written outside of it: the working tree, or `base` where there is none. */
  readonly root: string;
  /** Absent on a detached head. */
  readonly branch?: string;
  /** The commit, short; absent before the first. */
  readonly head?: string;
  readonly detached?: boolean;
  /** The first paths that differ from the last commit, relative to the root, and how many there are. */
  readonly changed: readonly string[];
  readonly changes: number;
  /** Whether git knows who would commit. */
  readonly identity: boolean;
  readonly underWay?: "merge" | "rebase" | "cherry-pick" | "revert";
}

/** A file that the targets give, or gave and give no longer, against what stands there. */
export interface TargetFile {
  /** Relative to the root, with slashes. */
  readonly path: string;
  readonly target: string;
  /** removed: no target gives it any more. */
  readonly change: "added" | "changed" | "unchanged" | "removed";
  readonly bytes: number;
  readonly sha256: string;
  readonly table?: TableId;
  readonly rows?: number;
  /** Lines that come and go; absent where the file is too large to compare, or no text. */
  readonly lines?: { readonly added: number; readonly removed: number };
  /** Edited by hand since the last export. */
  readonly edited?: boolean;
  /** Edits of the project that explain the change, as sentences. */
  readonly why: readonly string[];
}

/** One target of a run. */
export interface TargetOutcome {
  readonly name: string;
  readonly files: number;
  readonly added: number;
  readonly changed: number;
  readonly rows: number;
  readonly bytes: number;
  /** Seconds. */
  readonly elapsed: number;
}

/** What a run of targets wrote, or what it would write. */
export interface TargetsResult {
  readonly root: string;
  readonly written: boolean;
  readonly targets: readonly TargetOutcome[];
  readonly files: readonly TargetFile[];
  readonly rows: number;
  readonly bytes: number;
  /** Errors that did not stop the run: a database would refuse these rows. */
  readonly refused: readonly string[];
  /** Rows of these files that were drawn again and are the same. */
  readonly redrawn: Redrawn;
  /** Short hashes of all that the bytes depend on, and of the bytes. */
  readonly manifest: ManifestView;
  /** Told where the files are larger than the project wants. */
  readonly budget?: { readonly bytes: number; readonly limit: number };
}

/** The files as they would be, without anybody having asked; or why they were not looked at. */
export type ComparedTargets =
  | { readonly kind: "compared"; readonly result: TargetsResult }
  /** large: more rows than are made unasked; source: rows would be read from the source. */
  | { readonly kind: "left"; readonly reason: "large" | "source"; readonly rows: number };

export interface ManifestView {
  /** Relative to the root. */
  readonly path: string;
  readonly seed: number;
  readonly engine: string;
  readonly schema: string;
  readonly rules: string;
  readonly content: string;
}

/** How far one target of a run is. */
export interface TargetProgress {
  readonly name: string;
  readonly state: "queued" | "running" | "done";
  readonly rows: number;
  readonly totalRows: number;
  readonly files: number;
  /** Files that are new or other than what stands there. */
  readonly changed: number;
  readonly elapsed: number;
}

/** A file's contents for the diff pane. */
export type FileDiff =
  | { readonly kind: "text"; readonly hunks: readonly DiffHunk[]; readonly lines: number; readonly cut: boolean }
  | { readonly kind: "opaque"; readonly reason: "binary" | "large"; readonly before?: number; readonly after?: number };

export interface DiffHunk {
  /** 1-based number of the first line, before and after. */
  readonly before: number;
  readonly after: number;
  readonly lines: readonly DiffLine[];
}

export interface DiffLine {
  readonly sign: " " | "+" | "-";
  readonly text: string;
}

/** What an export may be by. */
export interface TargetKind {
  readonly id: string;
  readonly label: string;
  /** The engines that it is for; all where absent. */
  readonly engines?: readonly EngineId[];
  /** The form of its options. */
  readonly fields: readonly FormField[];
}

/** By the key that names it in the project file. */
export type TargetKinds = Readonly<Record<"format" | "code" | "kit", readonly TargetKind[]>>;

/** A commit of exported files. */
export interface Committed {
  /** Short. */
  readonly head: string;
  readonly branch: string;
  /** Files of the commit. */
  readonly files: number;
}
