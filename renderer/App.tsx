import { useEffect } from "react";
import { CommandPalette } from "./features/palette/CommandPalette.tsx";
import { ConnectDialog } from "./features/connections/ConnectDialog.tsx";
import { ScenarioDialogs } from "./features/scenarios/ScenarioDialogs.tsx";
import { SaveDialogs } from "./features/save/SaveDialogs.tsx";
import { useCloseGuard } from "./features/save/use-close-guard.ts";
import { SnapshotDialog } from "./features/snapshots/SnapshotDialog.tsx";
import { OpenDialogs } from "./features/welcome/OpenDialogs.tsx";
import { Welcome } from "./features/welcome/Welcome.tsx";
import { KeyboardHelp } from "./features/workspace/KeyboardHelp.tsx";
import { Workspace } from "./features/workspace/Workspace.tsx";
import { useCommands } from "./commands/command.ts";
import { useShortcuts } from "./commands/use-shortcuts.ts";
import { useThemeCommands } from "./commands/use-theme-commands.ts";
import { windowCommands } from "./commands/window-commands.ts";
import { openDatabase, openProjectFolder } from "./state/project-actions.ts";
import { useSession } from "./state/session-store.ts";

let opened = false;

/** Opens what the window's address names (`?project=FOLDER`, `?source=FILE`), once. */
function useOpeningQuery(): void {
  useEffect(() => {
    if (opened) return;
    opened = true;
    const query = new URLSearchParams(window.location.search);
    const project = query.get("project");
    const source = query.get("source");
    if (project === null && source === null) return;
    // Loading the window again must not throw away what was opened since.
    window.history.replaceState(null, "", window.location.pathname);
    if (project !== null) void openProjectFolder(project);
    else if (source !== null) void openDatabase(source);
  }, []);
}

export function App() {
  const open = useSession((state) => state.view !== null);
  const name = useSession((state) => state.view?.name);
  useOpeningQuery();
  useCommands(windowCommands);
  useThemeCommands();
  useShortcuts();
  useCloseGuard();
  useEffect(() => {
    document.title = name === undefined ? "Seedloom" : `${name} – Seedloom`;
  }, [name]);
  return (
    <>
      {open ? <Workspace /> : <Welcome />}
      <CommandPalette />
      <OpenDialogs />
      <ConnectDialog />
      <ScenarioDialogs />
      <SaveDialogs />
      <SnapshotDialog />
      <KeyboardHelp />
    </>
  );
}
