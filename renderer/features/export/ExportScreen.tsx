import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { SessionView } from "../../../shared/api/views.ts";
import { useCommands, type Command } from "../../commands/command.ts";
import { ErrorCallout } from "../../components/ErrorCallout.tsx";
import { formatRows } from "../../components/format.ts";
import { trpc } from "../../host/api.ts";
import { editsSent } from "../../state/sync-session.ts";
import { closeDialog, openDialog, useUi, type ExportTo } from "../../state/ui-store.ts";
import { useConnections } from "../connections/use-connections.ts";
import { PathDialog } from "../file-browser/PathDialog.tsx";
import { loadRequest } from "../load/load-form.ts";
import { changeLoadForm, useLoadForm } from "../load/load-form-store.ts";
import { LoadDialog } from "../load/LoadDialog.tsx";
import { LoadOutcome } from "../load/LoadOutcome.tsx";
import { LoadSettings } from "../load/LoadSettings.tsx";
import { proveAll } from "../load/prove-all.ts";
import { TargetList } from "../load/TargetList.tsx";
import { BlockingProblems } from "./BlockingProblems.tsx";
import { blockingProblems, chosenTables, exportRequest, rowsOf, type ExportForm } from "./export-form.ts";
import { ExportHead } from "./ExportHead.tsx";
import { ExportSettings } from "./ExportSettings.tsx";
import { FormatList } from "./FormatList.tsx";
import { useExportForm } from "./form-store.ts";
import { cancelJob, isJobRunning, startExport, startLoad, useJob } from "./job-store.ts";
import { ResultFiles } from "./ResultFiles.tsx";
import { RunFailure } from "./RunFailure.tsx";
import { RunPanel } from "./RunPanel.tsx";
import { TableList } from "./TableList.tsx";
import "../../styles/export.css";
import "../load/load.css";

async function run(view: SessionView, form: ExportForm): Promise<void> {
  // What is written is what is on screen: the last edit, too.
  await editsSent();
  await startExport(view.session, exportRequest(view, form));
}

function FolderDialog({ form, onFolder }: { readonly form: ExportForm; readonly onFolder: (folder: string) => void }) {
  return (
    <PathDialog
      title="Export into a folder"
      kind="folder"
      action="Use this folder"
      busy={false}
      error={null}
      note={`Now: ${form.folder}`}
      onChoose={(folder) => {
        onFolder(folder);
        closeDialog();
      }}
      onClose={closeDialog}
    />
  );
}

interface PanesProps {
  readonly view: SessionView;
  readonly form: ExportForm;
  readonly running: boolean;
  readonly onChange: (change: Partial<ExportForm>) => void;
}

/** Which format, and into which folder. */
function FilePanes({ view, form, running, onChange }: PanesProps) {
  return (
    <>
      <FormatList format={form.format} disabled={running} onChange={(format) => onChange({ format })} />
      <ExportSettings view={view} form={form} disabled={running} onChange={onChange} />
    </>
  );
}

/** Which database, and how the rows go into it. */
function DatabasePanes({ view, form, running }: Omit<PanesProps, "onChange">) {
  const { list, error } = useConnections();
  const load = useLoadForm(view.session);
  const connection = list?.connections.find(({ id }) => id === load.connection);
  return (
    <>
      {list ? (
        <TargetList
          list={list}
          chosen={load.connection}
          disabled={running}
          onChoose={(id) => changeLoadForm(view.session, { connection: id })}
        />
      ) : (
        <div className="sidebar exp-formats">{error ? <ErrorCallout error={error} /> : null}</div>
      )}
      <LoadSettings
        view={view}
        choice={form}
        form={load}
        connection={connection}
        disabled={running}
        onChange={(change) => changeLoadForm(view.session, change)}
      />
    </>
  );
}

/** Asks before a database is written to. */
function ConfirmLoad({ view, form }: Pick<PanesProps, "view" | "form">) {
  const { list } = useConnections();
  const load = useLoadForm(view.session);
  const connection = list?.connections.find(({ id }) => id === load.connection);
  if (!connection) return null;
  return (
    <LoadDialog
      view={view}
      label={connection.label}
      request={loadRequest(view, form, load, connection.id)}
      onLoad={(confirm) => {
        closeDialog();
        void startLoad(view.session, loadRequest(view, form, load, connection.id, confirm));
      }}
      onClose={closeDialog}
    />
  );
}

/** Whether the form of a load says where to. */
function useTargetChosen(session: string): boolean {
  const { list } = useConnections();
  const { connection } = useLoadForm(session);
  return list?.connections.some(({ id }) => id === connection) ?? false;
}

/** The run that this side of the screen shows: the one that goes on, or the last that was started here for this project. */
function useShownJob(to: ExportTo, session: string) {
  const job = useJob((state) => state);
  const running = job.starting || job.progress?.state === "running";
  const here = running || (job.from === to && (job.session === null || job.session === session));
  return { running, trial: job.trial, progress: here ? job.progress : null, error: here ? job.error : null };
}

export function ExportScreen({ view }: { readonly view: SessionView }) {
  const info = useQuery(trpc.app.info.queryOptions());
  const [form, change] = useExportForm(view, info.data?.homeFolder);
  const to = useUi((state) => state.exportTo);
  const dialog = useUi((state) => state.dialog);
  const { running, trial, progress, error } = useShownJob(to, view.session);
  const targetChosen = useTargetChosen(view.session);
  const problems = form ? blockingProblems(view, form) : [];
  const chosen = form ? chosenTables(view, form) : [];
  const blocked = !form || problems.length > 0 || chosen.length === 0;
  const ready = to === "database" ? targetChosen : form?.folder.trim() !== "";

  const commands = useMemo<readonly Command[]>(
    () => [
      {
        id: "export.run",
        label: to === "files" ? "Run the export" : "Load into the chosen database",
        group: "Project",
        shortcut: "mod+enter",
        inFields: true,
        when: () => !blocked && ready && !isJobRunning(),
        run: () => {
          if (to === "database") openDialog("load");
          else if (form) void run(view, form);
        },
      },
      {
        id: "export.stop",
        label: "Stop the run",
        group: "Project",
        when: isJobRunning,
        run: () => void cancelJob(),
      },
    ],
    [view, form, blocked, ready, to],
  );
  useCommands(commands);
  if (!form) return <div className="center" />;

  const total = chosen.reduce((sum, table) => sum + rowsOf(table, form), 0);
  const { result, load } = progress?.state === "done" ? progress : {};
  const panes = { view, form, running };
  return (
    <main className="export" data-pane="export">
      <ExportHead
        to={to}
        summary={`${chosen.length === 1 ? "1 table" : `${chosen.length} tables`} · ${formatRows(total)}`}
        running={running}
        finished={progress !== null && !running}
        again={progress !== null && !trial}
        blocked={blocked}
        ready={ready}
        onRun={() => (to === "database" ? openDialog("load") : void run(view, form))}
        onProve={() => void proveAll()}
      />
      <div className="exp-body">
        {to === "files" ? <FilePanes {...panes} onChange={change} /> : <DatabasePanes {...panes} />}
        <div className="center">
          {error ? <RunFailure error={error} /> : null}
          {progress?.error ? <RunFailure error={progress.error} state={progress.state} /> : null}
          {problems.length > 0 && !running ? <BlockingProblems problems={problems} /> : null}
          {load ? <LoadOutcome load={load} trial={trial} /> : null}
          {result ? <ResultFiles result={result} /> : null}
          {load || result ? null : <TableList view={view} choice={form} disabled={running} onChange={change} />}
          {progress ? <RunPanel progress={progress} /> : null}
        </div>
      </div>
      {dialog === "export-folder" ? <FolderDialog form={form} onFolder={(folder) => change({ folder })} /> : null}
      {dialog === "load" ? <ConfirmLoad view={view} form={form} /> : null}
    </main>
  );
}
