import { IconFileDiff } from "@tabler/icons-react";
import type { RepositoryView, TargetKinds } from "../../../shared/api/target-views.ts";
import type { ErrorView, JobProgress, SessionView } from "../../../shared/api/views.ts";
import type { ExportTarget } from "../../../shared/project/project.ts";
import { Callout } from "../../components/Callout.tsx";
import { EmptyState } from "../../components/EmptyState.tsx";
import { openDialog } from "../../state/ui-store.ts";
import { formatRows } from "../../components/format.ts";
import { DiffPane } from "./DiffPane.tsx";
import { useExportView } from "../../state/export-view.ts";
import { FilesPane } from "./FilesPane.tsx";
import { kindIcon } from "./kind-icons.ts";
import { LeaksFailure } from "./LeaksFailure.tsx";
import { RunFailure } from "./RunFailure.tsx";
import { TargetRuns } from "./TargetRuns.tsx";
import { addTarget } from "./TargetsPane.tsx";
import type { Comparison } from "./use-comparison.ts";

interface FilesCentreProps {
  readonly view: SessionView;
  readonly targets: readonly ExportTarget[];
  readonly kinds: TargetKinds | undefined;
  readonly repository: RepositoryView | undefined;
  readonly progress: JobProgress | null;
  /** What the exports would change, where nobody has asked. */
  readonly comparison: Comparison;
  readonly error: ErrorView | null;
  readonly onDryRun: () => void;
  readonly onOverwrite: () => void;
}

/** The files that the exports give, what changes in them, and the run. */
export function FilesCentre(props: FilesCentreProps) {
  const { view, targets, kinds, repository, progress, comparison, error, onDryRun, onOverwrite } = props;
  const shown = progress?.exported || progress?.state === "running" ? progress : comparison.progress;
  const panel = progress ?? shown;
  const result = shown?.exported;
  const failure = error ?? progress?.error ?? comparison.error;
  return (
    <div className="center">
      {failure?.code === "files-edited" ? (
        <div className="exp-problems">
          <Callout
            tone="danger"
            title={failure.message}
            actions={
              <>
                <button type="button" className="btn btn-sm" onClick={onDryRun}>
                  Show what would change
                </button>
                <button type="button" className="btn btn-sm btn-quiet" onClick={onOverwrite}>
                  Overwrite the edits
                </button>
              </>
            }
          >
            Nothing was written. Move the edits into rules or pinned rows, or overwrite them.
          </Callout>
        </div>
      ) : progress?.leaks ? (
        <LeaksFailure leaks={progress.leaks} />
      ) : failure ? (
        <RunFailure error={failure} {...(progress ? { state: progress.state } : {})} />
      ) : null}
      {targets.length === 0 ? (
        <NoExports view={view} kinds={kinds} />
      ) : result && shown ? (
        <Outcome view={view} job={shown.job} compared={shown === comparison.progress} result={result} />
      ) : comparison.busy && progress === null ? (
        <Comparing />
      ) : (
        <EmptyState
          icon={<IconFileDiff className="i i-lg" stroke={1.5} aria-hidden="true" />}
          title={progress?.state === "running" ? "Making the files" : "Nothing compared yet"}
        >
          {progress?.state === "running"
            ? "They take their places together, once all are complete."
            : leftWords(comparison)}
        </EmptyState>
      )}
      {panel ? (
        <TargetRuns
          session={view.session}
          progress={panel}
          note={noteOf(repository)}
          onCommit={
            result?.written === true && repository?.git === "repository" ? () => openDialog("commit") : undefined
          }
        />
      ) : null}
    </div>
  );
}

function leftWords({ found }: Comparison): string {
  const why = "A dry run shows every file that would change, line by line, and why. It writes nothing.";
  if (found?.kind !== "left") return why;
  return found.reason === "source"
    ? `Masked rows are read from the source, which is done only when you ask. ${why}`
    : `${formatRows(found.rows)} and more are compared only when you ask. ${why}`;
}

const noteOf = (repository: RepositoryView | undefined): string =>
  repository?.git === "repository"
    ? "All files take their places together, or none does. Nothing is committed to git by itself."
    : "All files take their places together, or none does.";

const lines = [92, 128, 104, 140, 96, 116];

/** The panes that the comparison fills, in their places. */
function Comparing() {
  return (
    <>
      <div className="exp-outcome" aria-busy="true">
        <section className="exp-files" aria-label="Files">
          <div className="toolbar">
            <h2>Files</h2>
          </div>
          <div className="exp-tree">
            {lines.map((width) => (
              <div key={width} className="file">
                <span />
                <span />
                <span className="skel" style={{ width }} />
              </div>
            ))}
          </div>
        </section>
        <section className="exp-diff" aria-label="Changes">
          <div className="toolbar" />
        </section>
      </div>
      <section className="exp-runs is-waiting" aria-label="Run">
        <div className="exp-runs-list">
          <span className="t2" role="status">
            Comparing with the files that are there
          </span>
        </div>
      </section>
    </>
  );
}

function Outcome({
  view,
  job,
  compared,
  result,
}: {
  readonly view: SessionView;
  readonly job: string;
  readonly compared: boolean;
  readonly result: NonNullable<JobProgress["exported"]>;
}) {
  const { file: asked } = useExportView(view.session);
  // The lock changes with every other file, and is the last that somebody looks for.
  const others = result.files.filter(({ path }) => path !== result.manifest.path);
  const first =
    others.find(({ change }) => change === "added" || change === "changed") ??
    others.find(({ change }) => change === "removed") ??
    others[0];
  const shown = asked ?? first?.path;
  const file = result.files.find(({ path }) => path === shown);
  return (
    <div className="exp-outcome">
      <FilesPane session={view.session} result={result} shown={shown} />
      {file ? (
        <DiffPane session={view.session} job={job} compared={compared} file={file} />
      ) : (
        <section aria-label="Changes" />
      )}
    </div>
  );
}

/** The exports that most projects begin with. */
const usual = ["sql", "csv", "json"];

function NoExports({ view, kinds }: { readonly view: SessionView; readonly kinds: TargetKinds | undefined }) {
  return (
    <EmptyState
      icon={<IconFileDiff className="i i-lg" stroke={1.5} aria-hidden="true" />}
      title="No exports yet"
      actions={kinds?.format
        .filter(({ id }) => usual.includes(id))
        .map(({ id, label }) => {
          const Icon = kindIcon("format", id);
          return (
            <button key={id} type="button" className="btn" onClick={() => addTarget(view.session, [], "format", id)}>
              <Icon className="i i-sm" stroke={1.5} aria-hidden="true" />
              {label}
            </button>
          );
        })}
    >
      An export says which rows go where, and in which form. It is part of the project, so that a pipeline writes the
      same files.
    </EmptyState>
  );
}
