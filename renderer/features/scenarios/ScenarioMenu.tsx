import { Menu } from "@mantine/core";
import { IconCheck, IconChevronDown, IconCopy, IconPencil, IconPlus, IconTrash } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { Scenario } from "../../../shared/project/project.ts";
import { counted } from "../../components/format.ts";
import { edit, showScenario, useDraft, useScenario, useSession } from "../../state/session-store.ts";
import { defaultName, openScenarioDialog } from "./scenarios-store.ts";

/** Which scenario is on screen, with all its rows; and the way to others. */
export function ScenarioMenu(): ReactNode {
  const scenario = useScenario();
  const scenarios = Object.entries(useDraft()?.scenarios ?? {});
  const rows = useSession((state) => state.view?.tables.reduce((sum, { rowCount }) => sum + rowCount, 0) ?? 0);
  const name = scenario ?? defaultName;
  return (
    <Menu withInitialFocusPlaceholder={false} position="bottom-start" width={264} shadow="md" radius="lg">
      <Menu.Target>
        <button type="button" className="crumb sc-crumb">
          <span className="t3 sc-word">Scenario </span>
          <b className="clip">{name} </b>
          <span className="t3 num sc-rows">{counted(rows, "row")}</span>
          <IconChevronDown className="i i-xs t3" stroke={1.5} aria-hidden="true" />
        </button>
      </Menu.Target>
      <Menu.Dropdown className="popover">
        <Choice
          chosen={scenario === null}
          label={defaultName}
          help="The project itself"
          onPick={() => showScenario(null)}
        />
        {scenarios.map(([id, one]) => (
          <Choice key={id} chosen={scenario === id} label={id} help={inWords(one)} onPick={() => showScenario(id)} />
        ))}
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconPlus className="i i-sm" stroke={1.5} aria-hidden="true" />}
          onClick={() => openScenarioDialog({ kind: "new", from: null })}
        >
          New scenario…
        </Menu.Item>
        {scenario === null ? null : (
          <>
            <Menu.Item
              leftSection={<IconPencil className="i i-sm" stroke={1.5} aria-hidden="true" />}
              onClick={() => openScenarioDialog({ kind: "edit", name: scenario })}
            >
              Name, rows and seed…
            </Menu.Item>
            <Menu.Item
              leftSection={<IconCopy className="i i-sm" stroke={1.5} aria-hidden="true" />}
              onClick={() => openScenarioDialog({ kind: "new", from: scenario })}
            >
              Duplicate…
            </Menu.Item>
            <Menu.Item
              leftSection={<IconTrash className="i i-sm" stroke={1.5} aria-hidden="true" />}
              onClick={() => edit({ kind: "set-scenario", name: scenario, scenario: null })}
            >
              Delete {scenario}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

interface ChoiceProps {
  readonly chosen: boolean;
  readonly label: string;
  readonly help: string;
  readonly onPick: () => void;
}

function Choice({ chosen, label, help, onPick }: ChoiceProps): ReactNode {
  return (
    <Menu.Item
      className="tm-item"
      aria-current={chosen}
      leftSection={
        <span className="tm-tick">
          {chosen ? <IconCheck className="i i-sm" stroke={1.5} aria-hidden="true" /> : null}
        </span>
      }
      onClick={onPick}
    >
      <span className="clip">{label}</span>
      <span className="tm-help clip">{help}</span>
    </Menu.Item>
  );
}

/** "20 rows each · seed 7 · 2 tables of its own". */
function inWords({ rows, seed, tables }: Scenario): string {
  const own = Object.keys(tables).length;
  const words = [
    typeof rows === "number" ? `${counted(rows, "row")} each` : "",
    seed === undefined ? "" : `seed ${seed}`,
    own === 0 ? "" : `${counted(own, "table")} of its own`,
  ].filter(Boolean);
  return words.length === 0 ? "As the project" : words.join(" · ");
}
