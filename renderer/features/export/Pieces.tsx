import { compressionSchema, type DataTarget } from "../../../shared/project/project.ts";
import { formatInteger } from "../../components/format.ts";
import { Labelled } from "../designer/components/Labelled.tsx";
import { ValueBox } from "../designer/components/ValueBox.tsx";
import { parseCount, type Parsed } from "../designer/logic/parse-count.ts";
import type { TargetChange } from "./targets.ts";

interface PiecesProps {
  readonly target: DataTarget;
  readonly onChange: (change: TargetChange, gesture?: string) => void;
}

/** Into how many files, and how small. */
export function Pieces({ target, onChange }: PiecesProps) {
  const { split, compress } = target;
  const kind = split === undefined ? "none" : "rows" in split ? "rows" : "bytes";
  const size = split === undefined ? 0 : "rows" in split ? split.rows : split.bytes;
  return (
    <div className="exp-pair">
      <Labelled label="Compression">
        {(id) => (
          <select
            id={id}
            className="field select"
            value={compress ?? ""}
            onChange={(event) => onChange({ compress: event.currentTarget.value || undefined })}
          >
            <option value="">None</option>
            {compressionSchema.options.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        )}
      </Labelled>
      <Labelled label="Split files">
        {(id) => (
          <select
            id={id}
            className="field select"
            value={kind}
            onChange={({ currentTarget: { value } }) =>
              onChange({
                split: value === "rows" ? { rows: 100_000 } : value === "bytes" ? { bytes: 10_000_000 } : undefined,
              })
            }
          >
            <option value="none">Never</option>
            <option value="rows">By rows</option>
            <option value="bytes">By size</option>
          </select>
        )}
      </Labelled>
      {kind === "none" ? null : (
        <Labelled label={kind === "rows" ? "Rows a file" : "Bytes a file"} span>
          {(id) => (
            <ValueBox
              id={id}
              text={formatInteger(size)}
              parse={(text) => atLeast(parseCount(text), kind === "rows" ? 1 : 1024)}
              onCommit={(value, gesture) =>
                onChange({ split: kind === "rows" ? { rows: value } : { bytes: value } }, gesture)
              }
            />
          )}
        </Labelled>
      )}
    </div>
  );
}

const atLeast = (parsed: Parsed<number>, least: number): Parsed<number> =>
  parsed.ok && parsed.value < least ? { ok: false, cause: `At least ${formatInteger(least)}` } : parsed;
