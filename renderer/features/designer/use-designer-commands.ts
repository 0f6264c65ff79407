import { useCommands, type Command } from "../../commands/command.ts";
import { edit, sessionStore } from "../../state/session-store.ts";
import { focusRowBox, openAssign, openCustoms, openPicker, openValues, setFilter } from "./designer-store.ts";
import { stepColumn } from "./grid/leave-editor.ts";

const hasColumn = (): boolean => sessionStore.getState().selection.column !== null;

const hasSource = (): boolean => sessionStore.getState().view?.source.connected === true;

function firstFix(): void {
  const { selection, view } = sessionStore.getState();
  const problem = view?.problems.find(
    ({ table, column, fixes }) =>
      table === selection.table && column === (selection.column ?? undefined) && fixes.length > 0,
  );
  const fix = problem?.fixes[0];
  if (fix) edit(fix.edit);
}

const commands: readonly Command[] = [
  {
    id: "preview.go-to-row",
    label: "Go to row",
    group: "Go to",
    shortcut: "mod+g",
    keywords: "jump number",
    inFields: true,
    run: focusRowBox,
  },
  {
    id: "column.rule",
    label: "Choose another rule",
    group: "Column",
    shortcut: "r",
    keywords: "generator picker",
    when: hasColumn,
    run() {
      const { column } = sessionStore.getState().selection;
      if (column !== null) openPicker(column);
    },
  },
  {
    id: "columns.assign",
    label: "Assign a rule to many columns…",
    group: "Column",
    keywords: "bulk pattern every all set rule *_at",
    run: () => openAssign(),
  },
  {
    id: "columns.values",
    label: "Look at the source’s values…",
    group: "Column",
    keywords: "sample sampled suggest rules by values source data",
    when: hasSource,
    run: openValues,
  },
  {
    id: "generators.custom",
    label: "Custom generators…",
    group: "Column",
    keywords: "own project rename delete unused manage",
    run: openCustoms,
  },
  {
    id: "column.previous",
    label: "Previous column",
    group: "Column",
    shortcut: "alt+arrowup",
    inFields: true,
    run: () => stepColumn(-1),
  },
  {
    id: "column.next",
    label: "Next column",
    group: "Column",
    shortcut: "alt+arrowdown",
    inFields: true,
    run: () => stepColumn(1),
  },
  {
    id: "column.fix",
    label: "Apply the first fix of the problem",
    group: "Column",
    shortcut: "mod+.",
    when: hasColumn,
    run: firstFix,
  },
  {
    id: "column.reset",
    label: "Back to suggestion",
    group: "Column",
    when: hasColumn,
    run() {
      const { table, column } = sessionStore.getState().selection;
      if (table !== null && column !== null) edit({ kind: "set-rule", table, column, rule: null });
    },
  },
  { id: "columns.filter", label: "Filter columns", group: "Column", run: () => setFilter("") },
];

/** The designer's own commands, for the palette and the keyboard, while it is on screen. */
export function useDesignerCommands(): void {
  useCommands(commands);
}
