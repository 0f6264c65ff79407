import { IconDatabase, IconFileImport, IconFolderOpen, IconKeyboard, IconLock } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useEffect, type ReactNode } from "react";
import { ConnectionBanner } from "../../components/ConnectionBanner.tsx";
import { Kbd } from "../../components/Kbd.tsx";
import { Mark } from "../../components/Mark.tsx";
import { ThemeSwitch } from "../../components/ThemeSwitch.tsx";
import { trpc } from "../../host/api.ts";
import { askForFile, askForProject, openSample } from "../../state/project-actions.ts";
import { openDialog, uiStore } from "../../state/ui-store.ts";
import { askToConnect } from "../connections/connect-store.ts";
import { KeptConnections } from "../connections/KeptConnections.tsx";
import { OpeningStatus } from "./OpeningStatus.tsx";
import { RecentProjects } from "./RecentProjects.tsx";
import { SampleCard } from "./SampleCard.tsx";
import "../../styles/welcome.css";

interface StartActionProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly text: string;
  readonly shortcut: string;
  readonly onClick: () => void;
}

function StartAction({ icon, title, text, shortcut, onClick }: StartActionProps) {
  return (
    <button type="button" className="act" onClick={onClick}>
      <span className="ic">{icon}</span>
      <span>
        <b>{title}</b>
        <span className="d">{text}</span>
      </span>
      <Kbd shortcut={shortcut} />
    </button>
  );
}

/** Enter opens the sample while nothing else has the focus. */
function useEnterOpensSample(): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      const { dialog, palette } = uiStore.getState();
      if (event.key !== "Enter" || event.repeat || dialog !== null || palette !== null) return;
      if (event.target === document.body) void openSample();
    }
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);
}

export function Welcome() {
  const info = useQuery(trpc.app.info.queryOptions());
  useEnterOpensSample();
  return (
    <div className="welcome">
      <aside className="w-left" aria-label="Start">
        <div className="row w-brand">
          <Mark size={30} stroke={1.25} />
          <span>Seedloom</span>
        </div>
        <h1>See every row before you create it</h1>
        <p className="lede">
          Open a database and each column gets a rule. Any row, even row 50,000,000, appears at once. The export writes
          exactly what you saw.
        </p>
        <nav className="w-actions" aria-label="Open">
          <StartAction
            icon={<IconDatabase className="i" stroke={1.5} aria-hidden="true" />}
            title="Connect to a database"
            text="PostgreSQL, MySQL, MariaDB, SQLite"
            shortcut="mod+o"
            onClick={() => askToConnect()}
          />
          <StartAction
            icon={<IconFolderOpen className="i" stroke={1.5} aria-hidden="true" />}
            title="Open a project folder"
            text="Anything with a seedloom.yaml"
            shortcut="mod+shift+o"
            onClick={() => void askForProject()}
          />
          <StartAction
            icon={<IconFileImport className="i" stroke={1.5} aria-hidden="true" />}
            title="Open a file"
            text="SQLite, .sql, CSV, JSON, Parquet"
            shortcut="mod+i"
            onClick={() => void askForFile()}
          />
        </nav>
        <OpeningStatus />
        <span className="grow" />
        <div className="row sm t2">
          <IconLock className="i i-sm" stroke={1.5} aria-hidden="true" />
          Works offline. Your data stays on this machine.
        </div>
      </aside>
      <main className="w-right">
        <ConnectionBanner />
        <div className="w-tools">
          <ThemeSwitch />
          <button
            type="button"
            className="ibtn"
            title="Keyboard shortcuts"
            aria-label="Keyboard shortcuts"
            onClick={() => openDialog("keyboard")}
          >
            <IconKeyboard className="i" stroke={1.5} aria-hidden="true" />
          </button>
        </div>
        <SampleCard />
        <RecentProjects />
        <KeptConnections />
        <span className="grow" />
        <div className="sm t3 w-foot">{info.data ? `Version ${info.data.version}` : ""}</div>
      </main>
    </div>
  );
}
