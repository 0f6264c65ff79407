import { IconFile, IconFolderOpen } from "@tabler/icons-react";

const words = {
  script: {
    label: "Script",
    help: "A script of CREATE TABLE statements of PostgreSQL, MySQL or SQLite, or a dump of pg_dump or mysqldump as it comes. Nothing in it is executed.",
  },
  data: {
    label: "File or folder",
    help: "A CSV, JSON, NDJSON or Parquet file, or a folder of them: each file becomes a table, its types and keys are told from its values.",
  },
} as const;

interface FilePaneProps {
  readonly kind: keyof typeof words;
  readonly path: string;
  readonly onPath: (path: string) => void;
  readonly onBrowse: (kind: "database" | "folder") => void;
}

/** Asks for a schema that is in files. */
export function FilePane({ kind, path, onPath, onBrowse }: FilePaneProps) {
  const { label, help } = words[kind];
  return (
    <div className="cx-grid">
      <div className="cx-file">
        <label className="lbl" htmlFor="connection-path">
          {label}
        </label>
        <span className="row cx-box">
          <span className="field grow">
            <input
              id="connection-path"
              className="mono"
              value={path}
              spellCheck={false}
              autoComplete="off"
              placeholder="Choose it, or type its path"
              aria-describedby="connection-path-help"
              onChange={(event) => onPath(event.currentTarget.value)}
            />
          </span>
          <button
            type="button"
            className="ibtn"
            title="Choose a file"
            aria-label="Choose a file"
            onClick={() => onBrowse("database")}
          >
            <IconFile className="i" stroke={1.5} aria-hidden="true" />
          </button>
          {kind === "data" ? (
            <button
              type="button"
              className="ibtn"
              title="Choose a folder"
              aria-label="Choose a folder"
              onClick={() => onBrowse("folder")}
            >
              <IconFolderOpen className="i" stroke={1.5} aria-hidden="true" />
            </button>
          ) : null}
        </span>
        <p id="connection-path-help" className="cx-help xs t3">
          {help}
        </p>
      </div>
    </div>
  );
}
