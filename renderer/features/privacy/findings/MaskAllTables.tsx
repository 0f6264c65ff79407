import type { ReactNode } from "react";
import { edit, useSession } from "../../../state/session-store.ts";

const noTables: never[] = [];

/** Takes the rows of every table from the source in one step: a part of them would leave keys without their rows. */
export function MaskAllTables(): ReactNode {
  const connected = useSession((state) => state.view?.source.connected) ?? false;
  const tables = useSession((state) => state.view?.tables) ?? noTables;
  const others = tables.filter(({ mode }) => mode === "generate");
  return (
    <button
      type="button"
      className="btn btn-sm"
      disabled={!connected || others.length === 0}
      title={connected ? "In one step that undo takes back" : "The source cannot be read now"}
      onClick={() =>
        edit({
          kind: "several",
          label: `Take the rows of ${others.length} tables from the source`,
          edits: others.map(({ id }) => ({ kind: "set-mode", table: id, mode: "mask" })),
        })
      }
    >
      Take all rows from the source
    </button>
  );
}
