import type { ReactNode } from "react";
import { PinnedRowDialog } from "./PinnedRowDialog.tsx";
import { ScenarioDialog } from "./ScenarioDialog.tsx";
import "./scenarios.css";
import { useScenarioDialog } from "./scenarios-store.ts";
import { useScenarioCommands } from "./use-scenario-commands.ts";

/** The dialog of scenarios and pinned rows that is open; and the commands that open it. */
export function ScenarioDialogs(): ReactNode {
  useScenarioCommands();
  const dialog = useScenarioDialog();
  switch (dialog?.kind) {
    case undefined:
      return null;
    case "pinned":
      return <PinnedRowDialog key={dialog.name} table={dialog.table} name={dialog.name} />;
    case "new":
      return <ScenarioDialog name={null} from={dialog.from} />;
    case "edit":
      return <ScenarioDialog name={dialog.name} from={null} />;
  }
}
