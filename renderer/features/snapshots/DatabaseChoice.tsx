import type { DatabaseView } from "../../../shared/api/snapshot-views.ts";
import { refKey } from "./use-databases.ts";

interface DatabaseChoiceProps {
  readonly label: string;
  readonly databases: readonly DatabaseView[];
  readonly chosen: DatabaseView | undefined;
  readonly disabled: boolean;
  readonly onChoose: (database: DatabaseView | undefined) => void;
}

export function DatabaseChoice({ label, databases, chosen, disabled, onChoose }: DatabaseChoiceProps) {
  return (
    <label>
      <span className="lbl">{label}</span>
      <select
        className="field select"
        disabled={disabled}
        value={chosen === undefined ? "" : refKey(chosen.ref)}
        onChange={(event) => onChoose(databases.find(({ ref }) => refKey(ref) === event.currentTarget.value))}
      >
        {databases.map(({ ref, label: name }) => (
          <option key={refKey(ref)} value={refKey(ref)}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
