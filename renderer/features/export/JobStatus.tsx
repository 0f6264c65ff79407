import { formatPercent } from "../../components/format.ts";
import { showExport } from "../../state/ui-store.ts";
import { useJob } from "./job-store.ts";

/** The running export or load in the status bar. */
export function JobStatus() {
  const progress = useJob((job) => job.progress);
  const from = useJob((job) => job.from);
  if (progress?.state !== "running") return null;
  const share = progress.totalRows === 0 ? 0 : progress.rows / progress.totalRows;
  return (
    <>
      <span className="sep" />
      <button type="button" className="st" onClick={() => showExport(from)}>
        {progress.kind === "load" ? "Loading" : "Exporting"}
        <span className="progress st-progress">
          <i style={{ width: `${share * 100}%` }} />
        </span>
        <span className="num">{formatPercent(share)}</span>
      </button>
    </>
  );
}
