import { useQuery } from "@tanstack/react-query";
import { IconHistory } from "@tabler/icons-react";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useMemo, useRef } from "react";
import type { FileDiff, TargetFile } from "../../../shared/api/target-views.ts";
import { ErrorCallout } from "../../components/ErrorCallout.tsx";
import { counted, formatBytes } from "../../components/format.ts";
import { client } from "../../host/api.ts";
import { errorView } from "../../host/error-view.ts";
import { Segments } from "../designer/components/Segments.tsx";
import { drawnLines, markedParts, type DrawnLine, type Part } from "./diff-lines.ts";
import { changeExportView, useExportView } from "../../state/export-view.ts";
import { FileMark } from "./FilesPane.tsx";

interface DiffPaneProps {
  readonly session: string;
  /** The run that the file is of. */
  readonly job: string;
  /** It was made unasked. */
  readonly compared: boolean;
  readonly file: TargetFile;
}

/** What changes in one file, and why. */
export function DiffPane({ session, job, compared, file }: DiffPaneProps) {
  const { whole } = useExportView(session);
  const shownWhole = whole || file.change === "unchanged";
  const { data, error } = useQuery({
    // The answer is of this run alone.
    queryKey: ["exported file", job, file.path, file.sha256, shownWhole],
    queryFn: () => client.targets.file.query({ session, path: file.path, whole: shownWhole, compared }),
  });
  return (
    <section className="exp-diff" aria-label="Changes">
      <div className="toolbar">
        <FileMark change={file.change} />
        <span className="med clip" title={file.path}>
          {file.path.slice(file.path.lastIndexOf("/") + 1)}
        </span>
        <span className="t3 sm clip">{summary(file)}</span>
        <span className="grow" />
        <div className="exp-diff-view">
          <Segments
            label="View"
            value={shownWhole ? "file" : "changes"}
            options={[
              { value: "changes", label: "Changes", disabled: file.change === "unchanged" },
              { value: "file", label: "File" },
            ]}
            onChange={(view) => changeExportView(session, { whole: view === "file" })}
          />
        </div>
      </div>
      {error ? (
        <div className="exp-problems">
          <ErrorCallout error={errorView(error)} />
        </div>
      ) : null}
      {data ? (
        <Contents key={`${file.path} ${shownWhole}`} diff={data} plain={shownWhole} sql={/\.sql$/i.test(file.path)} />
      ) : null}
      {file.why.length > 0 ? (
        <div className="exp-why">
          <div className="callout">
            <IconHistory className="i" stroke={1.5} aria-hidden="true" />
            <b>Why it changed</b>
            <p>{file.why.join(" ")}</p>
          </div>
        </div>
      ) : null}
    </section>
  );
}

function summary({ change, lines, bytes }: TargetFile): string {
  if (change === "removed") return "goes: no export gives it any more";
  if (change === "unchanged") return `unchanged, ${formatBytes(bytes)}`;
  if (lines === undefined) return formatBytes(bytes);
  if (change === "added") return `new, ${counted(lines.added, "line")}`;
  const edited = Math.min(lines.added, lines.removed);
  const [more, less] = [lines.added - edited, lines.removed - edited];
  return [
    ...(edited > 0 ? [`${counted(edited, "line")} changed`] : []),
    ...(more > 0 ? [`${more} more`] : []),
    ...(less > 0 ? [`${less} fewer`] : []),
  ].join(", ");
}

function Contents({ diff, plain, sql }: { readonly diff: FileDiff; readonly plain: boolean; readonly sql: boolean }) {
  const scroller = useRef<HTMLDivElement>(null);
  const lines = useMemo(() => (diff.kind === "text" ? drawnLines(diff.hunks) : []), [diff]);
  const longest = useMemo(() => lines.reduce((most, { text }) => Math.max(most, text.length), 0), [lines]);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 20,
    overscan: 20,
  });
  if (diff.kind === "opaque") return <p className="exp-opaque t2 sm">{opaqueWords(diff)}</p>;
  if (lines.length === 0) return <p className="exp-opaque t2 sm">No line is different.</p>;
  return (
    <div
      ref={scroller}
      className={plain ? "exp-scroll diff is-plain" : "exp-scroll diff"}
      // Read by scrolling, from the keyboard too.
      role="region"
      aria-label="Lines"
      tabIndex={0}
    >
      <div style={{ height: virtual.getTotalSize(), minWidth: `calc(${longest}ch + 120px)`, position: "relative" }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const line = lines[index];
          return line ? <Line key={index} line={line} sql={sql} start={start} /> : null;
        })}
      </div>
      {diff.cut ? <p className="exp-opaque t3 sm">The rest is not shown.</p> : null}
    </div>
  );
}

function opaqueWords({ reason, before, after }: Extract<FileDiff, { kind: "opaque" }>): string {
  const sizes = [before, after].flatMap((bytes) => (bytes === undefined ? [] : [formatBytes(bytes)]));
  const size = sizes.length === 2 ? `${sizes[0]} before, ${sizes[1]} now` : sizes.join("");
  return reason === "binary"
    ? `Not text, so it is not shown line by line: ${size}.`
    : `Too large to be shown line by line: ${size}.`;
}

const classes = { " ": "dl", "+": "dl add", "-": "dl del" } as const;

function Line({ line, sql, start }: { readonly line: DrawnLine; readonly sql: boolean; readonly start: number }) {
  const style = { transform: `translateY(${start}px)` };
  if (line.kind === "gap") {
    return (
      <div className="dl hunk" style={style}>
        <span className="ln">…</span>
        <span className="ln">…</span>
        <span className="sg" />
        <span>@@ {line.text} @@</span>
      </div>
    );
  }
  return (
    <div className={classes[line.sign]} style={style}>
      <span className="ln">{line.before}</span>
      <span className="ln">{line.after}</span>
      <span className="sg">{line.sign === "-" ? "−" : line.sign}</span>
      <span>
        {markedParts(line).map((part, at) => (
          <Words key={at} part={part} sign={line.sign} sql={sql} />
        ))}
      </span>
    </div>
  );
}

const sqlWords =
  /('(?:[^']|'')*')|\b(insert|into|values|begin|commit|copy|from|stdin|select|setval|update|delete|on|conflict|do|set|transaction|start|pragma|null)\b/gi;

/** A part of a line; SQL with its strings and keywords told apart. */
function Words({ part, sign, sql }: { readonly part: Part; readonly sign: " " | "+" | "-"; readonly sql: boolean }) {
  const inner = sql && part.text.length < 2000 ? coloured(part.text) : part.text;
  if (!part.marked) return inner;
  return sign === "-" ? <del>{inner}</del> : <ins>{inner}</ins>;
}

function coloured(text: string) {
  const parts = [];
  let at = 0;
  for (const match of text.matchAll(sqlWords)) {
    if (match.index > at) parts.push(text.slice(at, match.index));
    parts.push(
      <span key={match.index} className={match[1] === undefined ? "k" : "s"}>
        {match[0]}
      </span>,
    );
    at = match.index + match[0].length;
  }
  parts.push(text.slice(at));
  return parts;
}
