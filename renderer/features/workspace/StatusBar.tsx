import type { SessionView } from "../../../shared/api/views.ts";
import { engineNames } from "../../components/engine-names.ts";
import { counted, formatMilliseconds } from "../../components/format.ts";
import { StatusMark } from "../../components/StatusMark.tsx";
import { runCommand } from "../../commands/command.ts";
import { useDraft, useSession } from "../../state/session-store.ts";
import { walkProblems } from "../../state/problem-walk.ts";
import { useUi } from "../../state/ui-store.ts";
import { JobStatus } from "../export/JobStatus.tsx";
import { PrivacyStatus } from "../privacy/PrivacyStatus.tsx";
import { saveStatus } from "./save-status.ts";

function Problems({ view }: { readonly view: SessionView }) {
  const errors = view.problems.filter(({ severity }) => severity === "error").length;
  const warnings = view.problems.length - errors;
  if (errors + warnings === 0) {
    return (
      <span className="st">
        <StatusMark status="ok" />
        No problems
      </span>
    );
  }
  return (
    <>
      {errors > 0 ? (
        <button type="button" className="st" title="Next error" onClick={() => walkProblems(1, "error")}>
          <StatusMark status="error" />
          {counted(errors, "error")}
        </button>
      ) : null}
      {warnings > 0 ? (
        <button type="button" className="st" title="Next warning" onClick={() => walkProblems(1, "warning")}>
          <StatusMark status="warn" />
          {counted(warnings, "warning")}
        </button>
      ) : null}
    </>
  );
}

function SaveState() {
  const text = useSession((state) => saveStatus(state).text);
  const kind = useSession((state) => saveStatus(state).kind);
  const why = useSession((state) => state.failure?.message);
  if (kind === "saved" || kind === "saving") return <span className="st">{text}</span>;
  return (
    <button
      type="button"
      className={kind === "failed" ? "st c-danger" : "st"}
      title={kind === "failed" ? why : "Save the project to a folder (Ctrl S)"}
      onClick={() => runCommand("project.save")}
    >
      {text}
    </button>
  );
}

function Source({ source }: { readonly source: SessionView["source"] }) {
  const name = `${engineNames[source.engine]} · ${source.label} · read-only`;
  return (
    <span className="st clip" title={source.message ?? name}>
      <StatusMark
        status={source.connected ? "ok" : "warn"}
        title={source.connected ? "Source found" : "Source not found"}
      />
      <span className="clip">{source.connected ? name : (source.message ?? `${source.label} is not there`)}</span>
    </span>
  );
}

export function StatusBar({ view }: { readonly view: SessionView }) {
  const draft = useDraft();
  const elapsed = useUi((state) => state.previewElapsed);
  const privacy = useUi((state) => state.screen === "privacy");
  const locales = Object.keys(draft?.locales ?? {});
  return (
    <footer className="statusbar" aria-label="Status">
      <Source source={view.source} />
      {privacy ? (
        <>
          <span className="sep" />
          <span className="st">Source values stay on this machine</span>
        </>
      ) : null}
      <JobStatus />
      <span className="grow" />
      <Problems view={view} />
      {privacy ? <PrivacyStatus /> : null}
      {privacy || elapsed === null ? null : (
        <>
          <span className="sep" />
          <span className="st">Preview {formatMilliseconds(elapsed)}</span>
        </>
      )}
      <span className="sep" />
      <span className="st">{locales.map((locale) => locale.replace("_", "-")).join(", ")}</span>
      <span className="sep" />
      <span className="st">Seed {draft?.seed}</span>
      <span className="sep" />
      <SaveState />
    </footer>
  );
}
