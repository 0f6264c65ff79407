import type { SnapshotMeans } from "../../../shared/snapshots/snapshot.ts";

interface MeansChoiceProps {
  readonly label: string;
  readonly chosen: SnapshotMeans;
  /** A sentence each. */
  readonly sentences: Readonly<Record<SnapshotMeans, string>>;
  /** Why the engine cannot: then there is one choice. */
  readonly onlyRows: string | undefined;
  readonly disabled: boolean;
  readonly onChoose: (means: SnapshotMeans) => void;
}

const names: Readonly<Record<SnapshotMeans, string>> = { engine: "Whole database", rows: "Rows" };

/** By the engine's own means, or row by row. */
export function MeansChoice({ label, chosen, sentences, onlyRows, disabled, onChoose }: MeansChoiceProps) {
  const means = onlyRows === undefined ? chosen : "rows";
  return (
    <fieldset className="sn-shift" disabled={disabled || onlyRows !== undefined}>
      <legend className="lbl">{label}</legend>
      <div className="row">
        <div className="seg" role="radiogroup" aria-label={label}>
          {(["engine", "rows"] as const).map((one) => (
            <button key={one} type="button" role="radio" aria-checked={one === means} onClick={() => onChoose(one)}>
              {names[one]}
            </button>
          ))}
        </div>
      </div>
      <p className="sm t2">{onlyRows ?? sentences[means]}</p>
    </fieldset>
  );
}
