import { useQuery } from "@tanstack/react-query";
import { IconChevronLeft, IconPlayerStop } from "@tabler/icons-react";
import { useMemo } from "react";
import type { SessionView } from "../../../shared/api/views.ts";
import { useCommands, type Command } from "../../commands/command.ts";
import { ErrorCallout } from "../../components/ErrorCallout.tsx";
import { formatRows } from "../../components/format.ts";
import { Kbd } from "../../components/Kbd.tsx";
import { trpc } from "../../host/api.ts";
import { editsSent } from "../../state/sync-session.ts";
import { closeDialog, showScreen, useUi } from "../../state/ui-store.ts";
import { PathDialog } from "../file-browser/PathDialog.tsx";
import { BlockingProblems } from "./BlockingProblems.tsx";
import { blockingProblems, chosenTables, exportRequest, rowsOf, type ExportForm } from "./export-form.ts";
import { ExportSettings } from "./ExportSettings.tsx";
import { FormatList } from "./FormatList.tsx";
import { useExportForm } from "./form-store.ts";
import { cancelExport, clearJob, isJobRunning, startExport, useJob } from "./job-store.ts";
import { ResultFiles } from "./ResultFiles.tsx";
import { RunPanel } from "./RunPanel.tsx";
import { TableList } from "./TableList.tsx";
import "../../styles/export.css";

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

interface HeadProps {
  readonly summary: string;
  readonly running: boolean;
  readonly finished: boolean;
  readonly blocked: boolean;
  readonly onRun: () => void;
}

function Head({ summary, running, finished, blocked, onRun }: HeadProps) {
  return (
    <div className="pane-head exp-head">
      <button
        type="button"
        className="ibtn"
        title="Back to tables"
        aria-label="Back to tables"
        onClick={() => showScreen("designer")}
      >
        <IconChevronLeft className="i" stroke={1.5} aria-hidden="true" />
      </button>
      <h1>Export</h1>
      <span className="t2 sm">{summary}</span>
      <span className="grow" />
      {finished ? (
        <button type="button" className="btn" onClick={clearJob}>
          New export
        </button>
      ) : null}
      {running ? (
        <button type="button" className="btn" onClick={() => void cancelExport()}>
          <IconPlayerStop className="i i-sm" stroke={1.5} aria-hidden="true" />
          Stop
        </button>
      ) : (
        <button type="button" className="btn btn-primary" disabled={blocked} onClick={onRun}>
          {finished ? "Run again" : "Run"} <Kbd shortcut="mod+enter" />
        </button>
      )}
    </div>
  );
}

export function ExportScreen({ view }: { readonly view: SessionView }) {
  const info = useQuery(trpc.app.info.queryOptions());
  const [form, change] = useExportForm(view, info.data?.homeFolder);
  const progress = useJob((job) => job.progress);
  const error = useJob((job) => job.error);
  const running = useJob((job) => job.starting || job.progress?.state === "running");
  const choosing = useUi((state) => state.dialog === "export-folder");
  const problems = form ? blockingProblems(view, form) : [];
  const chosen = form ? chosenTables(view, form) : [];
  const blocked = !form || problems.length > 0 || chosen.length === 0 || form.folder.trim() === "";

  const commands = useMemo<readonly Command[]>(
    () => [
      {
        id: "export.run",
        label: "Run the export",
        group: "Project",
        shortcut: "mod+enter",
        inFields: true,
        when: () => !blocked && !isJobRunning(),
        run: () => {
          if (form) void run(view, form);
        },
      },
      {
        id: "export.stop",
        label: "Stop the export",
        group: "Project",
        when: isJobRunning,
        run: () => void cancelExport(),
      },
    ],
    [view, form, blocked],
  );
  useCommands(commands);
  if (!form) return <div className="center" />;

  const total = chosen.reduce((sum, table) => sum + rowsOf(table, form), 0);
  const result = progress?.state === "done" ? progress.result : undefined;
  return (
    <main className="export" data-pane="export">
      <Head
        summary={`${chosen.length === 1 ? "1 table" : `${chosen.length} tables`} · ${formatRows(total)}`}
        running={running}
        finished={progress !== null && !running}
        blocked={blocked}
        onRun={() => void run(view, form)}
      />
      <div className="exp-body">
        <FormatList format={form.format} disabled={running} onChange={(format) => change({ format })} />
        <ExportSettings view={view} form={form} disabled={running} onChange={change} />
        <div className="center">
          {error ? (
            <div className="exp-problems">
              <ErrorCallout error={error} />
            </div>
          ) : null}
          {progress?.error ? (
            <div className="exp-problems">
              <ErrorCallout error={progress.error} />
            </div>
          ) : null}
          {problems.length > 0 && !running ? <BlockingProblems problems={problems} /> : null}
          {result ? (
            <ResultFiles result={result} />
          ) : (
            <TableList view={view} form={form} disabled={running} onChange={change} />
          )}
          {progress ? <RunPanel progress={progress} /> : null}
        </div>
      </div>
      {choosing ? <FolderDialog form={form} onFolder={(folder) => change({ folder })} /> : null}
    </main>
  );
}
