import { IconFile, IconLock } from "@tabler/icons-react";
import type { TargetsResult } from "../../../shared/api/target-views.ts";
import { formatBytes, formatInteger } from "../../components/format.ts";
import { changeExportView } from "../../state/export-view.ts";

/** A digest in two groups, as an eye compares it. */
const grouped = (digest: string): string => `${digest.slice(0, 4)} ${digest.slice(4, 8)}`;

/** All that the bytes follow from, and a digest of the bytes: two machines that agree here have the same files. */
export function ManifestCard({ session, result }: { readonly session: string; readonly result: TargetsResult }) {
  const { manifest, budget, redrawn, refused } = result;
  return (
    <div className="exp-card">
      <h2 className="sec-h">
        Manifest
        <span className="meta">
          <span className="tag tag-ok">
            <IconLock className="i i-xs" stroke={1.5} aria-hidden="true" />
            reproducible
          </span>
        </span>
      </h2>
      <dl className="kv">
        <dt>Seed</dt>
        <dd>{manifest.seed}</dd>
        <dt>Engine</dt>
        <dd>{manifest.engine}</dd>
        <dt>Schema</dt>
        <dd>
          <code title={manifest.schema}>{grouped(manifest.schema)}</code>
        </dd>
        <dt>Rules</dt>
        <dd>
          <code title={manifest.rules}>{grouped(manifest.rules)}</code>
        </dd>
        <dt>Content</dt>
        <dd>
          <code title={manifest.content}>{grouped(manifest.content)}</code>
        </dd>
      </dl>
      {redrawn.furthest ? (
        <p className="xs t2">
          Row {formatInteger(redrawn.furthest.row)} of {redrawn.furthest.table} drawn again on its own: same values.{" "}
          {formatInteger(redrawn.same)} of {formatInteger(redrawn.rows)} random rows match.
        </p>
      ) : null}
      {refused.length > 0 ? (
        <p className="xs c-warn" title={refused.join("\n")}>
          A database would refuse these rows: {refused[0]}
          {refused.length > 1 ? ` And ${refused.length - 1} more.` : ""}
        </p>
      ) : null}
      {budget ? (
        <p className="xs c-warn">
          {formatBytes(budget.bytes)} of files; the project&apos;s budget is {formatBytes(budget.limit)}.
        </p>
      ) : null}
      <button
        type="button"
        className="btn btn-sm"
        onClick={() => changeExportView(session, { file: manifest.path, whole: true })}
      >
        <IconFile className="i i-sm" stroke={1.5} aria-hidden="true" />
        Open manifest
      </button>
    </div>
  );
}
