import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { SessionView } from "../../../shared/api/views.ts";
import { useCommands, type Command } from "../../commands/command.ts";
import { ErrorCallout } from "../../components/ErrorCallout.tsx";
import { counted, formatRows } from "../../components/format.ts";
import { client, trpc } from "../../host/api.ts";
import { sessionStore, useDraft } from "../../state/session-store.ts";
import { editsSent } from "../../state/sync-session.ts";
import { openDialog, showExport, useUi, type ExportTo } from "../../state/ui-store.ts";
import { askForTarget } from "../connections/connect-store.ts";
import { useConnections } from "../connections/use-connections.ts";
import { changeLoadForm, useLoadForm } from "../load/load-form-store.ts";
import { LoadSettings } from "../load/LoadSettings.tsx";
import { proveAll } from "../load/prove-all.ts";
import { useBase } from "./BaseFolder.tsx";
import { BlockingProblems } from "./BlockingProblems.tsx";
import { DatabaseCentre } from "./DatabaseCentre.tsx";
import { blockingProblems, chosenTables, rowsOf } from "./export-form.ts";
import { ExportDialogs } from "./ExportDialogs.tsx";
import { ExportHead } from "./ExportHead.tsx";
import { changeExportView, useExportView } from "../../state/export-view.ts";
import { FilesCentre } from "./FilesCentre.tsx";
import { areLoadsRunning, cancelLoads, runAnnouncedLoads, useFollowingLoads } from "./following-loads.ts";
import { useRunChoice } from "./form-store.ts";
import { cancelJob, isJobRunning, startTargets, useJob } from "./job-store.ts";
import { RepositoryCrumb } from "./RepositoryCrumb.tsx";
import { TargetSettings } from "./TargetSettings.tsx";
import { TargetsPane } from "./TargetsPane.tsx";
import { kindOf, namedTargets, outcomeOf, tablesOf, targetCommand } from "./targets.ts";
import { useComparison } from "./use-comparison.ts";
import { useLoadsOfRun } from "./use-loads-of-run.ts";
import "../../styles/export.css";
import "../load/load.css";

const noTargets: never[] = [];

/** Whether rows of a table are in files: those that masks change, too. */
const written = ({ mode }: SessionView["tables"][number]): boolean => mode === "generate" || mode === "mask";

/** The run that this side of the screen shows: the one that goes on, or the last that was started here for this project. */
function useShownJob(to: ExportTo, session: string) {
  const job = useJob((state) => state);
  const loading = useFollowingLoads();
  const running = job.starting || job.progress?.state === "running" || loading.running;
  const here = running || (job.from === to && (job.session === null || job.session === session));
  return {
    running,
    trial: here && job.trial,
    revision: job.revision,
    progress: here ? job.progress : null,
    error: here ? job.error : null,
  };
}

/** The exports of the project and which of them a run takes. */
function useTargets(session: string) {
  const targets = useDraft()?.exports ?? noTargets;
  const { target, without } = useExportView(session);
  const named = useMemo(() => namedTargets(targets), [targets]);
  const taken = named.filter(({ name }) => !without.has(name)).map(({ name }) => name);
  return { targets, named, taken, shown: named.find(({ name }) => name === target) ?? named[0] };
}

/** The repository as it stands; asked anew when a run or a commit has ended. */
function useRepository(session: string, base: string | undefined, job: string | undefined) {
  const found = useQuery({
    queryKey: ["repository", session, base, job],
    queryFn: () => client.targets.repository.query({ session, ...(base === undefined ? {} : { base }) }),
    enabled: base !== undefined && base.trim() !== "",
    gcTime: 0,
  });
  return { repository: found.data, again: () => void found.refetch() };
}

export function ExportScreen({ view }: { readonly view: SessionView }) {
  const { session } = view;
  const info = useQuery(trpc.app.info.queryOptions());
  const kinds = useQuery(trpc.targets.kinds.queryOptions()).data;
  const to = useUi((state) => state.exportTo);
  const { targets, named, taken, shown } = useTargets(session);
  const { running, trial, revision, progress, error } = useShownJob(to, session);
  const ended = progress && !running ? progress.job : undefined;
  const base = useBase(view);
  const { repository, again } = useRepository(session, base, ended);
  const { list, error: listError } = useConnections();
  const load = useLoadForm(session);
  const choice = useRunChoice(session);
  const connection = list?.connections.find(({ id }) => id === load.connection);

  const given = tablesOf(
    named.filter(({ name }) => taken.includes(name)),
    view.tables.filter(written).map(({ id }) => id),
  );
  const chosen = to === "files" ? view.tables.filter(({ id }) => given.has(id)) : chosenTables(view, choice);
  const { stopOnErrors } = useExportView(session);
  const problems = blockingProblems(view, {
    tables: new Set(chosen.map(({ id }) => id)),
    targets: new Set(to === "files" ? taken : []),
    stopOnErrors: to === "database" || stopOnErrors,
  });
  const blocked = problems.length > 0 || (to === "database" && chosen.length === 0);
  const ready = to === "database" ? connection !== undefined : taken.length > 0 && base?.trim() !== "";

  const loads = useLoadsOfRun(
    view,
    list?.connections,
    () => void run(view, base, taken, named.length, { write: true, stopOnErrors }),
  );

  const names = taken.length === named.length ? undefined : taken;
  const fresh = running || revision === view.revision;
  const comparison = useComparison(
    view,
    { base, names, stopOnErrors, job: ended },
    to === "files" && ready && !blocked && !trial && !running && !(fresh && progress?.exported),
  );
  const told = fresh || !comparison.progress ? progress : comparison.progress;

  // New with every drawing, as what is ticked and asked is.
  const commands: readonly Command[] = [
    {
      id: "export.run",
      label: to === "files" ? "Run the exports" : "Load into the chosen database",
      group: "Project",
      shortcut: "mod+enter",
      inFields: true,
      when: () => !blocked && ready && !isJobRunning(),
      run: () => {
        if (to === "database") openDialog("load");
        else loads.begin();
      },
    },
    {
      id: "export.dry-run",
      label: "Show what the exports would change",
      group: "Project",
      when: () => to === "files" && !blocked && ready && !isJobRunning(),
      run: () => void run(view, base, taken, named.length, { write: false, stopOnErrors }),
    },
    {
      id: "export.stop",
      label: "Stop the run",
      group: "Project",
      when: () => isJobRunning() || areLoadsRunning(),
      run: stop,
    },
  ];
  useCommands(commands);

  const start = (how: { readonly write: boolean; readonly overwriteEdited?: boolean }): void =>
    void run(view, base, taken, named.length, { ...how, stopOnErrors });
  const total = chosen.reduce((sum, table) => sum + (to === "files" ? table.rowCount : rowsOf(table, choice)), 0);
  const scenarios = Object.keys(view.project.scenarios).length;
  const outcome = shown && outcomeOf(shown.name, (told ?? comparison.progress)?.exported);
  return (
    <main className="export" data-pane="export">
      <ExportHead
        to={to}
        summary={
          to === "files"
            ? [
                named.length === 0 ? "no exports yet" : counted(named.length, "export"),
                ...(scenarios === 0 ? [] : [counted(scenarios, "scenario")]),
              ].join(" · ")
            : `${counted(chosen.length, "table")} · ${formatRows(total)}`
        }
        place={
          to === "files" && repository ? (
            <RepositoryCrumb repository={repository} home={info.data?.homeFolder ?? ""} />
          ) : null
        }
        running={running}
        onStop={stop}
        finished={(to === "database" || trial) && progress !== null && !running}
        again={progress !== null && !trial && (to === "database" || progress.exported?.written === true)}
        blocked={blocked}
        provable={problems.every(({ target }) => target !== undefined)}
        ready={ready}
        onRun={() => (to === "database" ? openDialog("load") : loads.begin())}
        onDryRun={() => start({ write: false })}
        onProve={() => void proveAll()}
      />
      <div className="exp-body">
        <TargetsPane
          view={view}
          targets={targets}
          kinds={kinds}
          list={list}
          chosen={
            to === "files"
              ? { target: shown?.name ?? null, connection: null }
              : { target: null, connection: load.connection }
          }
          disabled={running}
          onConnection={(id) => {
            changeLoadForm(session, { connection: id });
            showExport("database");
          }}
        />
        {to === "database" ? (
          listError ? (
            <div className="inspector exp-settings">
              <ErrorCallout error={listError} />
            </div>
          ) : (
            <LoadSettings
              view={view}
              choice={choice}
              form={load}
              connection={connection}
              disabled={running}
              onAdd={() => askForTarget(({ id }) => changeLoadForm(session, { connection: id }))}
              onChange={(change) => changeLoadForm(session, change)}
            />
          )
        ) : shown ? (
          <TargetSettings
            view={view}
            targets={targets}
            one={shown}
            kind={kindOf(kinds, shown.target)}
            outcome={outcome}
            command={targetCommand(named, taken, view.tables)}
            disabled={running}
          />
        ) : null}
        <div className="center">
          {problems.length > 0 && !running ? <BlockingProblems problems={problems} /> : null}
          {to === "database" || trial ? (
            <DatabaseCentre view={view} progress={progress} trial={trial} error={error} running={running} />
          ) : (
            <FilesCentre
              view={view}
              targets={targets}
              kinds={kinds}
              repository={repository}
              progress={told}
              comparison={comparison}
              error={error}
              onDryRun={() => start({ write: false })}
              onOverwrite={() => start({ write: true, overwriteEdited: true })}
            />
          )}
        </div>
      </div>
      <ExportDialogs
        view={view}
        base={base}
        repository={repository}
        connection={connection}
        asked={loads.asked}
        onAsked={loads.answer}
        onNotAsked={loads.giveUp}
        onCommitted={again}
      />
    </main>
  );
}

/** Stops the files, or the load that follows them. */
function stop(): void {
  void cancelJob();
  void cancelLoads();
}

/** Runs what is ticked. What is written is what is on screen: the last edit, too. */
async function run(
  { session }: SessionView,
  base: string | undefined,
  names: readonly string[],
  all: number,
  how: { readonly write: boolean; readonly overwriteEdited?: boolean; readonly stopOnErrors: boolean },
): Promise<void> {
  await editsSent();
  const { view } = sessionStore.getState();
  changeExportView(session, { file: null });
  await startTargets(
    session,
    view?.revision ?? 0,
    {
      ...how,
      ...(base === undefined ? {} : { base }),
      ...(names.length === all ? {} : { names: [...names] }),
    },
    how.write ? () => void runAnnouncedLoads() : undefined,
  );
}
