import { IconDatabase, IconDatabaseOff, IconPlus, IconShieldLock } from "@tabler/icons-react";
import type { ConnectionList } from "../../../shared/api/load-views.ts";
import { EmptyState } from "../../components/EmptyState.tsx";
import { askForTarget } from "../connections/connect-store.ts";

interface TargetListProps {
  readonly list: ConnectionList;
  readonly chosen: string | null;
  readonly disabled: boolean;
  readonly onChoose: (connection: string) => void;
}

/** The databases that can be loaded into: all kept connections, and the way to one more. */
export function TargetList({ list, chosen, disabled, onChoose }: TargetListProps) {
  const add = (): void => askForTarget(({ id }) => onChoose(id));
  if (list.connections.length === 0) {
    return (
      <div className="sidebar exp-formats">
        <EmptyState
          icon={<IconDatabaseOff className="i i-lg" stroke={1.5} aria-hidden="true" />}
          title="No database yet"
          actions={
            <button type="button" className="btn btn-primary" onClick={add}>
              Add a database
            </button>
          }
        >
          Add the database that the rows go into. Its tables must be there already.
        </EmptyState>
      </div>
    );
  }
  return (
    <div className="sidebar exp-formats">
      <div role="radiogroup" aria-labelledby="load-target">
        <div id="load-target" className="lbl">
          Load into
        </div>
        {list.connections.map(({ id, label, engine, protected: guarded }) => (
          <label key={id} className={id === chosen ? "tgt is-selected" : "tgt"}>
            <input
              type="radio"
              name="load-target"
              className="radio-input"
              checked={id === chosen}
              disabled={disabled}
              onChange={() => onChoose(id)}
            />
            {guarded ? (
              <IconShieldLock className="i" stroke={1.5} role="img" aria-label="Protected" />
            ) : (
              <IconDatabase className="i" stroke={1.5} aria-hidden="true" />
            )}
            <span className="nm clip" title={label}>
              {label}
            </span>
            <span className="sub clip">
              {list.drivers.find((driver) => driver.id === engine)?.label ?? engine}
              {guarded ? ", protected" : ""}
            </span>
          </label>
        ))}
      </div>
      <button type="button" className="btn btn-quiet ld-add" disabled={disabled} onClick={add}>
        <IconPlus className="i i-sm" stroke={1.5} aria-hidden="true" />
        Add a database
      </button>
    </div>
  );
}
