import { useMemo } from "react";
import { useCommands, type Command } from "../../commands/command.ts";
import { showScenario, useDraft } from "../../state/session-store.ts";
import { defaultName, openScenarioDialog } from "./scenarios-store.ts";

/** The commands that a project has for its scenarios: a new one, and each of them on screen. */
export const scenarioCommands = (names: readonly string[]): readonly Command[] => [
  {
    id: "scenario.new",
    label: "New scenario…",
    group: "Scenario",
    keywords: "add overlay rows seed",
    run: () => openScenarioDialog({ kind: "new", from: null }),
  },
  ...[null, ...names].map((name): Command => ({
    id: name === null ? "scenario.none" : `scenario.show.${name}`,
    label: `Show scenario ${name ?? defaultName}`,
    group: "Scenario",
    run: () => showScenario(name),
  })),
];

/** These commands while a project is open. */
export function useScenarioCommands(): void {
  const scenarios = useDraft()?.scenarios;
  useCommands(useMemo(() => (scenarios === undefined ? [] : scenarioCommands(Object.keys(scenarios))), [scenarios]));
}
