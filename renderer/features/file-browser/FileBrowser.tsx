import { IconArrowUp, IconDatabase, IconFile, IconFileTypeSql, IconFolder, IconTable } from "@tabler/icons-react";
import { useEffect, useId, useRef, useState, type KeyboardEvent } from "react";
import { ErrorCallout } from "../../components/ErrorCallout.tsx";
import { formatBytes } from "../../components/format.ts";
import { joinPath } from "../../components/join-path.ts";
import { Mark } from "../../components/Mark.tsx";
import { useFolder, type FolderEntry } from "./use-folder.ts";

interface FileBrowserProps {
  readonly kind: "database" | "file" | "folder";
  readonly start: string | undefined;
  /** The name of a new folder to propose in the place that is shown. */
  readonly propose?: string | undefined;
  /** The path in the box: what the dialog's button would take. */
  readonly path: string;
  /** Must keep its identity: a state's setter. */
  readonly onPath: (path: string) => void;
  /** Enter or a double click on something that can be taken. */
  readonly onChoose: (path: string) => void;
}

/** What can be opened as a source stands out. */
const fileIcons = [
  [/\.(db|sqlite3?|db3|s3db)$/iu, IconDatabase],
  [/\.(sql|ddl)$/iu, IconFileTypeSql],
  [/\.(csv|tsv|json|ndjson|jsonl|parquet)$/iu, IconTable],
] as const;

const pathLabels = {
  database: "Path of the database file",
  file: "Path of the file",
  folder: "Path of the folder",
} as const;

const entryIcon = (entry: FolderEntry) => {
  if (entry.project) return <Mark size={14} />;
  const Icon =
    entry.kind === "folder" ? IconFolder : (fileIcons.find(([name]) => name.test(entry.name))?.[1] ?? IconFile);
  return <Icon className="i i-sm" stroke={1.5} aria-hidden="true" />;
};

/** Folders and files of the machine that the backend runs on, for hosts that have no dialog of their own. */
export function FileBrowser({ kind, start, propose, path, onPath, onChoose }: FileBrowserProps) {
  const folder = useFolder(kind === "folder" ? "folder" : "database", start);
  const [active, setActive] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  // A folder that is read slowly must not take away what was typed meanwhile.
  const typed = useRef(false);
  const id = useId();
  const { listing } = folder;
  const entries = listing?.entries ?? [];
  const place = listing?.folder;

  useEffect(() => {
    setActive(0);
    if (place === undefined || typed.current) return;
    if (kind !== "folder") onPath("");
    else onPath(propose === undefined ? place : joinPath(place, propose));
  }, [place, kind, propose, onPath]);

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "nearest" });
  }, [active]);

  function go(to: string | undefined): void {
    typed.current = false;
    folder.go(to);
  }

  function pick(k: number): void {
    setActive(k);
    const entry = entries[k];
    if (entry && (entry.kind === "file" || kind === "folder")) onPath(entry.path);
  }

  function openEntry(entry: FolderEntry | undefined): void {
    if (!entry) return;
    if (entry.kind === "file" || entry.project) onChoose(entry.path);
    else go(entry.path);
  }

  function onKeyDown(event: KeyboardEvent): void {
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + 10,
      PageUp: active - 10,
      Home: 0,
      End: entries.length - 1,
    };
    const to = moves[event.key];
    if (to !== undefined) pick(Math.max(0, Math.min(entries.length - 1, to)));
    else if (event.key === "Enter" || event.key === "ArrowRight") openEntry(entries[active]);
    else if ((event.key === "Backspace" || event.key === "ArrowLeft") && listing?.parent !== undefined)
      go(listing.parent);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div className="files">
      <div className="row">
        <button
          type="button"
          className="ibtn"
          title="Folder above (Backspace)"
          aria-label="Folder above"
          disabled={listing?.parent === undefined}
          onClick={() => go(listing?.parent)}
        >
          <IconArrowUp className="i" stroke={1.5} aria-hidden="true" />
        </button>
        <label className="field grow">
          <span className="vh">{pathLabels[kind]}</span>
          <input
            className="mono"
            value={path}
            spellCheck={false}
            autoComplete="off"
            placeholder={kind === "folder" ? "Type a path" : "Choose a file below, or type its path"}
            onChange={(event) => {
              typed.current = true;
              onPath(event.currentTarget.value);
            }}
            onKeyDown={(event) => {
              if (event.key === "Enter" && path !== "") onChoose(path);
            }}
          />
        </label>
      </div>
      <div className="files-place t3 xs clip" title={place}>
        {place ?? "Reading the folder"}
      </div>
      {folder.error ? <ErrorCallout error={folder.error} /> : null}
      <div
        ref={list}
        className="files-list"
        // A list box without options is none.
        role={entries.length === 0 && !folder.loading ? "group" : "listbox"}
        tabIndex={0}
        data-autofocus
        aria-label={place ?? "Files"}
        aria-busy={folder.loading}
        aria-activedescendant={entries.length > 0 ? `${id}-${active}` : undefined}
        onKeyDown={onKeyDown}
      >
        {entries.map((entry, k) => (
          <button
            type="button"
            key={entry.path}
            id={`${id}-${k}`}
            className={k === active ? "file-row is-selected" : "file-row"}
            role="option"
            aria-selected={k === active}
            tabIndex={-1}
            onClick={() => pick(k)}
            onDoubleClick={() => openEntry(entry)}
          >
            {entryIcon(entry)}
            <span className="clip">{entry.name}</span>
            <span className="t3 xs num">
              {entry.project ? "Seedloom project" : entry.bytes === undefined ? "" : formatBytes(entry.bytes)}
            </span>
          </button>
        ))}
        {listing && entries.length === 0 ? (
          <div className="files-empty t3 sm">{kind === "folder" ? "No folders in here." : "Nothing to open here."}</div>
        ) : null}
      </div>
    </div>
  );
}
