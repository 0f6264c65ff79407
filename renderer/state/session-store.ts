import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import type { ErrorView, SessionView, UpdateResult } from "../../shared/api/views.ts";
import { describeEdit } from "../../shared/project/apply-edit.ts";
import { applyWithin } from "../../shared/project/apply-within.ts";
import type { ProjectEdit } from "../../shared/project/project-edit.ts";
import type { Project } from "../../shared/project/project.ts";
import type { TableId } from "../../shared/schema/schema-model.ts";
import { emptyHistory, record, stepBack, stepForward, type History } from "./history.ts";

/** One selection drives the tree, the column grid, the preview and the inspector. */
export interface Selection {
  readonly table: TableId | null;
  /** The column that the inspector shows: the last one that was picked. */
  readonly column: string | null;
  /** All picked columns, `column` among them. */
  readonly columns: readonly string[];
  /** The focus row, 0-based: the row of the jump box and of the sample column. */
  readonly row: number;
}

export interface SessionState {
  /** What the backend said last: tables with their counts, problems, where it is saved. */
  readonly view: SessionView | null;
  /** The project as the user sees it; ahead of `view.project` until the backend has taken it. */
  readonly draft: Project | null;
  /** The scenario on screen, which edits go to; null for the project itself. */
  readonly scenario: string | null;
  readonly selection: Selection;
  /** The focus row of each table that was looked at. */
  readonly rowOfTable: Readonly<Record<TableId, number>>;
  readonly history: History<Project>;
  /** The last update could not be taken or written. */
  readonly failure: ErrorView | null;
}

const nothingSelected: Selection = { table: null, column: null, columns: [], row: 0 };
const closed: SessionState = {
  view: null,
  draft: null,
  scenario: null,
  selection: nothingSelected,
  rowOfTable: {},
  history: emptyHistory,
  failure: null,
};

export const sessionStore = createStore<SessionState>(() => closed);
const { getState, setState } = sessionStore;

/** Shows a project that was opened just now. */
export function openSession(view: SessionView): void {
  const first = view.tables.find((table) => table.mode === "generate") ?? view.tables[0];
  setState({
    ...closed,
    view,
    draft: view.project,
    scenario: view.scenario ?? null,
    selection: { ...nothingSelected, table: first?.id ?? null },
  });
}

export function closeSession(): void {
  setState(closed);
}

/** Takes what the backend says of the open project, and leaves edits, selection and history as they are. */
export function refreshSession(view: SessionView): void {
  const now = getState();
  if (now.view?.session !== view.session) return;
  setState({
    view,
    failure: null,
    draft: hasUnsentEdits(now) ? now.draft : view.project,
    selection: withinTable(now.selection, view.tables),
  });
}

/** Takes the backend's answer to an update that carried `project`. */
export function acceptUpdate(project: Project, result: UpdateResult): void {
  const { view, selection, scenario } = getState();
  if (!view) return;
  const { revision, tables, problems, drift, checking = false, savedAt } = result;
  const { drift: _settled, scenario: _before, ...standing } = view;
  setState({
    view: {
      ...standing,
      ...(drift === undefined ? {} : { drift }),
      ...(scenario === null ? {} : { scenario }),
      project,
      revision,
      tables,
      problems,
      checking,
      ...(savedAt === undefined ? {} : { savedAt }),
    },
    selection: withinTable(selection, tables),
    failure: null,
  });
}

/** A table that has become shorter takes the focus row along to its last one. */
function withinTable(selection: Selection, tables: SessionView["tables"]): Selection {
  const count = tables.find(({ id }) => id === selection.table)?.rowCount ?? 0;
  return selection.row < Math.max(1, count) ? selection : { ...selection, row: Math.max(0, count - 1) };
}

export function reportFailure(failure: ErrorView | null): void {
  setState({ failure });
}

/** Whether there are edits that the backend has not taken yet. */
export const hasUnsentEdits = (state: SessionState): boolean =>
  state.view !== null && state.draft !== state.view.project;

export function selectTable(id: TableId): void {
  const { view, selection, rowOfTable } = getState();
  if (selection.table === id || !view?.tables.some((table) => table.id === id)) return;
  setState({ selection: withinTable({ ...nothingSelected, table: id, row: rowOfTable[id] ?? 0 }, view.tables) });
}

/** Selects one column of the selected table, or none. */
export function selectColumn(name: string | null): void {
  selectColumns(name === null ? [] : [name], name);
}

/** Selects several columns; `focus` is the one that the inspector shows. */
export function selectColumns(names: readonly string[], focus: string | null): void {
  setState(({ selection }) => ({ selection: { ...selection, column: focus, columns: names } }));
}

/** Makes row `row` (0-based) the focus row; a row behind the last becomes the last. */
export function goToRow(row: number): void {
  const { view, selection, rowOfTable } = getState();
  const { table } = selection;
  if (table === null || !Number.isFinite(row)) return;
  const rowCount = view?.tables.find(({ id }) => id === table)?.rowCount ?? 0;
  const within = Math.max(0, Math.min(Math.trunc(row), rowCount - 1));
  if (within === selection.row) return;
  setState({ selection: { ...selection, row: within }, rowOfTable: { ...rowOfTable, [table]: within } });
}

/** Changes the project: one step of undo. Edits that carry the same `gesture` in a row are one step. */
export function edit(change: ProjectEdit, gesture?: string): void {
  const { draft, history, scenario } = getState();
  if (!draft) return;
  const next = applyWithin(draft, scenario, change);
  if (next === draft) return;
  setState({
    draft: next,
    scenario: standing(next, renamed(change, scenario)),
    history: record(history, describeEdit(change), draft, gesture),
  });
}

/** Shows a scenario's rows and takes edits for it; null for the project itself. */
export function showScenario(name: string | null): void {
  const { draft } = getState();
  if (draft) setState({ scenario: standing(draft, name) });
}

/** The scenario, if the project has it. */
const standing = (project: Project, name: string | null): string | null =>
  name !== null && Object.hasOwn(project.scenarios, name) ? name : null;

const renamed = (change: ProjectEdit, name: string | null): string | null =>
  change.kind === "rename-scenario" && change.name === name ? change.to : name;

/** Takes the last step back; returns its label, or undefined where there is none. */
export const undo = (): string | undefined => move(stepBack);
export const redo = (): string | undefined => move(stepForward);

function move(step: typeof stepBack<Project>): string | undefined {
  const { draft, history } = getState();
  const moved = draft && step(history, draft);
  if (!moved) return undefined;
  setState({ draft: moved.state, history: moved.history, scenario: standing(moved.state, getState().scenario) });
  return moved.label;
}

// The one place where the store meets React.

export const useSession = <T>(selector: (state: SessionState) => T): T => useStore(sessionStore, selector);
export const useSelection = (): Selection => useSession((state) => state.selection);
/** The project with every edit in it, sent or not. */
export const useDraft = (): Project | null => useSession((state) => state.draft);
export const useScenario = (): string | null => useSession((state) => state.scenario);
/** The revision that the backend holds; see atRevision. */
export const useRevision = (): number => useSession((state) => state.view?.revision ?? 0);
/** The open session's id, "" where none is open. */
export const useSessionId = (): string => useSession((state) => state.view?.session ?? "");
