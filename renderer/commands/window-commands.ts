import { walkProblems } from "../state/problem-walk.ts";
import { askForFile, askForProject, openSample } from "../state/project-actions.ts";
import { askToConnect } from "../features/connections/connect-store.ts";
import { showDrift } from "../features/drift/drift-store.ts";
import { isJobRunning } from "../features/export/job-store.ts";
import { proveAll } from "../features/load/prove-all.ts";
import { showSnapshots } from "../features/snapshots/snapshot-store.ts";
import { askToClose, askToSave } from "../features/save/ask.ts";
import { edit, redo, sessionStore, undo } from "../state/session-store.ts";
import { openDialog, openPalette, setPane, showExport, showScreen, uiStore } from "../state/ui-store.ts";
import type { Command } from "./command.ts";
import { walkPanes } from "./pane-walk.ts";

const hasProject = (): boolean => sessionStore.getState().view !== null;
const inDesigner = (): boolean => hasProject() && uiStore.getState().screen === "designer";
const hasProblems = (): boolean => (sessionStore.getState().view?.problems.length ?? 0) > 0;

function togglePane(pane: "sidebar" | "inspector", drawerBelow: number): void {
  const { folded, drawer } = uiStore.getState()[pane];
  setPane(pane, window.innerWidth < drawerBelow ? { drawer: !drawer } : { folded: !folded });
}

function focusFilter(): void {
  if (window.innerWidth < 1100) setPane("sidebar", { drawer: true });
  else setPane("sidebar", { folded: false });
  // The pane may have to be drawn first.
  setTimeout(() => document.getElementById("table-filter")?.focus());
}

/** A new seed is not a value of any row: the clock may choose it. */
const newSeed = (): number => crypto.getRandomValues(new Uint32Array(1))[0] ?? 1;

const project: readonly Command[] = [
  {
    id: "project.connect",
    label: "Connect to a database…",
    group: "Project",
    shortcut: "mod+o",
    keywords: "open postgresql mysql mariadb sqlite server",
    inFields: true,
    run: () => askToConnect(),
  },
  {
    id: "project.open-file",
    label: "Open a file…",
    group: "Project",
    shortcut: "mod+i",
    keywords: "import sqlite sql script ddl csv json parquet",
    inFields: true,
    run: () => void askForFile(),
  },
  {
    id: "project.open-folder",
    label: "Open a project folder…",
    group: "Project",
    shortcut: "mod+shift+o",
    inFields: true,
    run: () => void askForProject(),
  },
  {
    id: "project.sample",
    label: "Open the sample shop",
    group: "Project",
    keywords: "demo example try",
    run: () => void openSample(),
  },
  {
    id: "project.save",
    label: "Save the project…",
    group: "Project",
    shortcut: "mod+s",
    inFields: true,
    when: hasProject,
    run: () => void askToSave(),
  },
  {
    id: "project.close",
    label: "Close the project",
    group: "Project",
    keywords: "welcome",
    when: hasProject,
    run: () => void askToClose(),
  },
  {
    id: "export.open",
    label: "Export…",
    group: "Project",
    shortcut: "mod+e",
    inFields: true,
    when: hasProject,
    run: () => showExport("files"),
  },
  {
    id: "load.open",
    label: "Load into a database…",
    group: "Project",
    keywords: "insert write target postgresql mysql mariadb sqlite",
    when: hasProject,
    run: () => showExport("database"),
  },
  {
    id: "drift.show",
    label: "Compare the schema…",
    group: "Project",
    keywords: "drift migrate changes renamed columns lock policy",
    when: () => sessionStore.getState().view?.folder !== undefined,
    run: showDrift,
  },
  {
    id: "snapshots.show",
    label: "Snapshots of databases…",
    group: "Project",
    keywords: "save restore backup state compare diff rows",
    run: showSnapshots,
  },
  {
    id: "load.trial",
    label: "Prove the rows in a throw-away database",
    group: "Project",
    keywords: "trial try check constraints keys",
    when: () => hasProject() && !isJobRunning(),
    run: () => void proveAll(),
  },
];

const editing: readonly Command[] = [
  {
    id: "edit.undo",
    label: "Undo",
    group: "Edit",
    shortcut: "mod+z",
    inFields: "saved",
    when: () => sessionStore.getState().history.past.length > 0,
    run: () => void undo(),
  },
  {
    id: "edit.redo",
    label: "Redo",
    group: "Edit",
    shortcut: "mod+shift+z",
    otherShortcut: "mod+y",
    inFields: "saved",
    when: () => sessionStore.getState().history.future.length > 0,
    run: () => void redo(),
  },
  {
    id: "edit.new-seed",
    label: "New seed",
    group: "Edit",
    shortcut: "mod+d",
    keywords: "random dice reroll",
    inFields: true,
    when: hasProject,
    run: () => edit({ kind: "set-seed", seed: newSeed() }),
  },
];

const going: readonly Command[] = [
  {
    id: "palette.open",
    label: "Search or run a command",
    group: "Go to",
    shortcut: "mod+k",
    inFields: true,
    run: () => openPalette(),
  },
  {
    id: "go.tables",
    label: "Tables",
    group: "Go to",
    shortcut: "g t",
    when: hasProject,
    run: () => showScreen("designer"),
  },
  {
    id: "go.privacy",
    label: "Privacy",
    group: "Go to",
    shortcut: "g p",
    keywords: "personal data masks masking findings gdpr hipaa pci ccpa",
    when: hasProject,
    run: () => showScreen("privacy"),
  },
  { id: "go.filter", label: "Filter tables", group: "Go to", shortcut: "/", when: inDesigner, run: focusFilter },
  {
    id: "go.next-problem",
    label: "Next problem",
    group: "Go to",
    shortcut: "f8",
    inFields: true,
    when: hasProblems,
    run: () => walkProblems(1),
  },
  {
    id: "go.previous-problem",
    label: "Previous problem",
    group: "Go to",
    shortcut: "shift+f8",
    inFields: true,
    when: hasProblems,
    run: () => walkProblems(-1),
  },
  { id: "go.next-pane", label: "Next pane", group: "Go to", shortcut: "f6", inFields: true, run: () => walkPanes(1) },
  {
    id: "go.previous-pane",
    label: "Previous pane",
    group: "Go to",
    shortcut: "shift+f6",
    inFields: true,
    run: () => walkPanes(-1),
  },
];

const viewing: readonly Command[] = [
  {
    id: "view.sidebar",
    label: "Show or hide the sidebar",
    group: "View",
    shortcut: "mod+\\",
    inFields: true,
    when: inDesigner,
    run: () => togglePane("sidebar", 1100),
  },
  {
    id: "view.inspector",
    label: "Show or hide the inspector",
    group: "View",
    shortcut: "mod+shift+\\",
    inFields: true,
    when: inDesigner,
    run: () => togglePane("inspector", 1360),
  },
  { id: "view.keyboard", label: "Keyboard shortcuts", group: "View", shortcut: "?", run: () => openDialog("keyboard") },
];

/** What can be done anywhere in the window. Panes add their own while they are on screen. */
export const windowCommands: readonly Command[] = [...project, ...editing, ...going, ...viewing];
