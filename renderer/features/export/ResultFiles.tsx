import { IconFile, IconFolderOpen, IconJson } from "@tabler/icons-react";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useRef } from "react";
import type { ExportedFile, ExportResult } from "../../../shared/api/views.ts";
import { formatBytes, formatDuration, formatInteger, formatRows } from "../../components/format.ts";
import { notify, notifyError } from "../../components/notify.ts";
import { client } from "../../host/api.ts";
import { errorView } from "../../host/error-view.ts";

const marks = {
  added: { sign: "+", className: "mk mk-a", title: "New" },
  changed: { sign: "~", className: "mk mk-m", title: "Changed" },
  unchanged: { sign: "=", className: "mk mk-s", title: "Unchanged" },
} as const;

async function reveal(path: string): Promise<void> {
  try {
    await client.files.reveal.mutate({ path });
  } catch (error) {
    notifyError(errorView(error));
  }
}

async function copy(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
  notify("SHA-256 copied.");
}

function FileRow({ file }: { readonly file: ExportedFile }) {
  const mark = marks[file.change];
  return (
    <>
      <span className={mark.className} role="img" aria-label={mark.title} title={mark.title}>
        {mark.sign}
      </span>
      <IconFile className="i i-sm" stroke={1.5} aria-hidden="true" />
      <span className={file.change === "unchanged" ? "clip t2" : "clip med"}>{file.path}</span>
      <span className="num t2 right">{formatInteger(file.rows)}</span>
      <span className="num t2 right">{formatBytes(file.bytes)}</span>
      <button
        type="button"
        className="mono t3 clip"
        title={`${file.sha256} (click to copy)`}
        onClick={() => void copy(file.sha256)}
      >
        {file.sha256.slice(0, 16)}
      </button>
    </>
  );
}

/** What an export wrote, against what was there before. */
export function ResultFiles({ result }: { readonly result: ExportResult }) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: result.files.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 28,
    overscan: 8,
  });
  const count = (change: ExportedFile["change"]): number =>
    result.files.filter((file) => file.change === change).length;
  return (
    <section className="exp-tables" aria-label="Files">
      <div className="toolbar">
        <h2>Files</h2>
        <span className="t3 sm clip" title={result.folder}>
          {result.folder}
        </span>
        <span className="grow" />
        <span className="row sm exp-marks">
          <span className="c-ok num med" title="New">{`+${count("added")}`}</span>
          <span className="c-warn num med" title="Changed">{`~${count("changed")}`}</span>
          <span className="t3 num" title="Unchanged">{`=${count("unchanged")}`}</span>
        </span>
      </div>
      <div className="exp-file exp-file-head xs t3 med" aria-hidden="true">
        <span />
        <span />
        <span>File</span>
        <span className="right">Rows</span>
        <span className="right">Size</span>
        <span>SHA-256</span>
      </div>
      <div ref={scroller} className="exp-scroll" role="list" aria-label="Files that were written">
        <div className="tree-rows" role="presentation" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const file = result.files[index];
            if (!file) return null;
            return (
              <div key={file.path} className="exp-file" role="listitem" style={{ transform: `translateY(${start}px)` }}>
                <FileRow file={file} />
              </div>
            );
          })}
        </div>
      </div>
      <div className="exp-summary">
        <dl className="kv">
          <dt>Rows</dt>
          <dd>{formatRows(result.rows)}</dd>
          <dt>Size</dt>
          <dd>{formatBytes(result.bytes)}</dd>
          <dt>Time</dt>
          <dd>{formatDuration(result.elapsed)}</dd>
        </dl>
        <div className="grow exp-manifest">
          <span className="row t2 sm">
            <IconJson className="i i-sm" stroke={1.5} aria-hidden="true" />
            <span className="clip" title={result.manifest}>
              {result.manifest}
            </span>
          </span>
          <p className="xs t3">
            Seed, reference date, versions and every file&apos;s SHA-256: the same project gives the same bytes.
          </p>
        </div>
        <button type="button" className="btn" onClick={() => void reveal(result.folder)}>
          <IconFolderOpen className="i i-sm" stroke={1.5} aria-hidden="true" />
          Open folder
        </button>
      </div>
    </section>
  );
}
