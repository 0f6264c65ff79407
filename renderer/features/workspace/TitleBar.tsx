import { Menu } from "@mantine/core";
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconChevronDown,
  IconLayoutSidebar,
  IconLayoutSidebarRight,
  IconSearch,
} from "@tabler/icons-react";
import { isAvailable, runCommand, useAllCommands } from "../../commands/command.ts";
import { shortcutText } from "../../commands/shortcut.ts";
import { formatInteger } from "../../components/format.ts";
import { Kbd } from "../../components/Kbd.tsx";
import { Mark } from "../../components/Mark.tsx";
import { ThemeSwitch } from "../../components/ThemeSwitch.tsx";
import { isMac } from "../../host/platform.ts";
import { ScenarioMenu } from "../scenarios/ScenarioMenu.tsx";
import { redo, undo, useSession } from "../../state/session-store.ts";
import { showScreen, useUi } from "../../state/ui-store.ts";
import { useDecisionCounts } from "../privacy/queries.ts";

const projectMenu = [
  "project.save",
  "project.connect",
  "project.open-file",
  "project.open-folder",
  "drift.show",
  "snapshots.show",
  "project.close",
];

function ProjectMenu({ name }: { readonly name: string }) {
  const commands = useAllCommands();
  return (
    <Menu withInitialFocusPlaceholder={false} position="bottom-start" width={264}>
      <Menu.Target>
        <button type="button" className="crumb" aria-label={`Project ${name}`}>
          <Mark />
          <b className="clip">{name}</b>
          <IconChevronDown className="i i-xs t3" stroke={1.5} aria-hidden="true" />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {projectMenu.map((id) => {
          const command = commands.find((candidate) => candidate.id === id);
          if (!command || !isAvailable(command)) return null;
          return (
            <Menu.Item
              key={id}
              rightSection={command.shortcut === undefined ? null : <Kbd shortcut={command.shortcut} />}
              onClick={command.run}
            >
              {command.label}
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}

function HistoryButtons() {
  const last = useSession((state) => state.history.past.at(-1)?.label);
  const next = useSession((state) => state.history.future[0]?.label);
  const mac = isMac();
  const undoText = last === undefined ? "Nothing to undo" : `Undo: ${last} (${shortcutText("mod+z", mac)})`;
  const redoText = next === undefined ? "Nothing to redo" : `Redo: ${next} (${shortcutText("mod+shift+z", mac)})`;
  return (
    <span className="row tb-history">
      <button
        type="button"
        className="ibtn"
        title={undoText}
        aria-label={undoText}
        disabled={last === undefined}
        onClick={undo}
      >
        <IconArrowBackUp className="i" stroke={1.5} aria-hidden="true" />
      </button>
      <button
        type="button"
        className="ibtn"
        title={redoText}
        aria-label={redoText}
        disabled={next === undefined}
        onClick={redo}
      >
        <IconArrowForwardUp className="i" stroke={1.5} aria-hidden="true" />
      </button>
    </span>
  );
}

/** The way to the privacy screen, with the findings that nobody has decided. */
function PrivacyTab() {
  const current = useUi((state) => state.screen === "privacy");
  const { open } = useDecisionCounts();
  return (
    <button
      type="button"
      className="tab"
      aria-current={current ? "page" : undefined}
      onClick={() => showScreen("privacy")}
    >
      Privacy
      {open > 0 ? (
        <span className="count" title={`${open} undecided`}>
          {formatInteger(open)}
        </span>
      ) : null}
    </button>
  );
}

interface TitleBarProps {
  readonly name: string;
  /** The panes that are drawers in this width. */
  readonly drawers: { readonly sidebar: boolean; readonly inspector: boolean };
}

export function TitleBar({ name, drawers }: TitleBarProps) {
  const screen = useUi((state) => state.screen);
  return (
    <header className="titlebar">
      <div className="tb-left">
        <span className="tb-inset" />
        {drawers.sidebar && screen === "designer" ? (
          <button
            type="button"
            className="ibtn"
            title="Tables"
            aria-label="Show tables"
            onClick={() => runCommand("view.sidebar")}
          >
            <IconLayoutSidebar className="i" stroke={1.5} aria-hidden="true" />
          </button>
        ) : null}
        <ProjectMenu name={name} />
        <span className="crumb-sep" aria-hidden="true">
          /
        </span>
        <ScenarioMenu />
      </div>
      <nav className="tabs" aria-label="Views">
        <button
          type="button"
          className="tab"
          aria-current={screen === "designer" ? "page" : undefined}
          onClick={() => showScreen("designer")}
        >
          Tables
        </button>
        <PrivacyTab />
      </nav>
      <div className="tb-right">
        <button type="button" className="field field-quiet tb-search" onClick={() => runCommand("palette.open")}>
          <IconSearch className="i i-sm" stroke={1.5} aria-hidden="true" />
          <span className="ph sm grow">Search or run…</span>
          <Kbd shortcut="mod+k" />
        </button>
        <HistoryButtons />
        <ThemeSwitch />
        {drawers.inspector && screen === "designer" ? (
          <button
            type="button"
            className="ibtn"
            title="Inspector"
            aria-label="Show inspector"
            onClick={() => runCommand("view.inspector")}
          >
            <IconLayoutSidebarRight className="i" stroke={1.5} aria-hidden="true" />
          </button>
        ) : null}
        <button type="button" className="btn btn-primary" onClick={() => showScreen("export")}>
          Export
        </button>
      </div>
    </header>
  );
}
