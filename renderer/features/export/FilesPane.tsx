import { IconChevronDown, IconChevronRight, IconDots, IconFile, IconFolder } from "@tabler/icons-react";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useRef, type KeyboardEvent } from "react";
import type { TargetFile, TargetsResult } from "../../../shared/api/target-views.ts";
import { formatInteger } from "../../components/format.ts";
import { changeExportView, toggled, useExportView } from "../../state/export-view.ts";
import { fileRows, type FileRow } from "./file-tree.ts";

const marks = {
  added: { sign: "+", className: "mk mk-a", title: "New" },
  changed: { sign: "~", className: "mk mk-m", title: "Changed" },
  unchanged: { sign: "=", className: "mk mk-s", title: "Unchanged" },
  removed: { sign: "−", className: "mk mk-d", title: "Given no longer" },
} as const;

export function FileMark({ change }: Pick<TargetFile, "change">) {
  const { sign, className, title } = marks[change];
  return (
    <span className={className} role="img" aria-label={title} title={title}>
      {sign}
    </span>
  );
}

/** How many lines come and go. */
function changeWords({ change, lines }: TargetFile): string {
  if (lines === undefined || change === "unchanged" || change === "removed") return "";
  return change === "added"
    ? `+${formatInteger(lines.added)}`
    : `+${formatInteger(lines.added)} −${formatInteger(lines.removed)}`;
}

interface FilesPaneProps {
  readonly session: string;
  readonly result: TargetsResult;
  /** The path in the diff pane. */
  readonly shown: string | undefined;
}

/** The files that the exports give, as a tree. One tab stop: arrows move, right and left open and close. */
export function FilesPane({ session, result, shown }: FilesPaneProps) {
  const { turned } = useExportView(session);
  const scroller = useRef<HTMLDivElement>(null);
  const rows = fileRows(result.files, turned);
  const at = Math.max(
    0,
    rows.findIndex((row) => row.path === shown),
  );
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 26,
    overscan: 12,
  });
  const count = (change: TargetFile["change"]): number => result.files.filter((file) => file.change === change).length;
  const turn = ({ path }: FileRow): void => changeExportView(session, { turned: toggled(turned, path) });

  function pick(index: number): void {
    const row = rows[index];
    if (!row) return;
    changeExportView(session, { file: row.path });
    virtual.scrollToIndex(index);
  }

  function key(event: KeyboardEvent): void {
    const row = rows[at];
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
    if (next !== undefined) pick(Math.max(0, Math.min(rows.length - 1, next)));
    else if (row?.kind === "folder" && event.key === (row.open ? "ArrowLeft" : "ArrowRight")) turn(row);
    else if (row?.kind === "more" && event.key === "ArrowRight") turn(row);
    else if (event.key === "ArrowLeft" && row)
      pick(rows.findLastIndex((other, k) => k < at && other.level < row.level));
    else if ((event.key === "Enter" || event.key === " ") && row && row.kind !== "file") turn(row);
    else return;
    event.preventDefault();
  }

  return (
    <section className="exp-files" aria-label="Files">
      <div className="toolbar">
        <h2>Files</h2>
        <span className="grow" />
        <span className="row sm exp-marks">
          <span className="c-ok num med" title="New">{`+${count("added")}`}</span>
          <span className="c-warn num med" title="Changed">{`~${count("changed")}`}</span>
          {count("removed") > 0 ? (
            <span className="c-danger num med" title="Given no longer">{`−${count("removed")}`}</span>
          ) : null}
          <span className="t3 num" title="Unchanged">{`=${count("unchanged")}`}</span>
        </span>
      </div>
      <div
        ref={scroller}
        className="exp-scroll exp-tree"
        role="tree"
        aria-label={result.written ? "Files that were written" : "Files that would be written"}
        tabIndex={0}
        aria-activedescendant={rows.length > 0 ? `exp-file-${at}` : undefined}
        onKeyDown={key}
      >
        <div className="tree-rows" role="presentation" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const row = rows[index];
            if (!row) return null;
            return (
              <div
                key={row.path}
                id={`exp-file-${index}`}
                className={index === at && shown === row.path ? "file is-selected" : "file"}
                role="treeitem"
                tabIndex={-1}
                aria-level={row.level}
                aria-selected={shown === row.path}
                {...(row.kind === "folder" ? { "aria-expanded": row.open } : {})}
                style={{ transform: `translateY(${start}px)`, paddingLeft: 8 + (row.level - 1) * 12 }}
                onMouseDown={() => {
                  if (row.kind !== "file") turn(row);
                  pick(index);
                }}
              >
                <RowParts row={row} />
              </div>
            );
          })}
        </div>
      </div>
    </section>
  );
}

function RowParts({ row }: { readonly row: FileRow }) {
  const small = { className: "i i-sm", stroke: 1.5, "aria-hidden": true } as const;
  if (row.kind === "folder") {
    const Arrow = row.open ? IconChevronDown : IconChevronRight;
    return (
      <>
        <Arrow className="i i-xs" stroke={1.5} aria-hidden="true" />
        <IconFolder {...small} />
        <span className="clip">{row.label}</span>
      </>
    );
  }
  if (row.kind === "more") {
    return (
      <>
        <span />
        <IconDots {...small} />
        <span className="clip t3">{row.label}</span>
        <span />
        <FileMark change="unchanged" />
      </>
    );
  }
  const { file } = row;
  return (
    <>
      <span />
      <IconFile {...small} />
      <span className={file.change === "unchanged" ? "clip t3" : "clip"} title={file.path}>
        {row.label}
      </span>
      <span className="chg" title="Lines that come and go">
        {file.edited === true ? <span className="c-warn">edited </span> : null}
        {changeWords(file)}
      </span>
      <FileMark change={file.change} />
    </>
  );
}
