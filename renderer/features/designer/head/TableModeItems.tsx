import { Menu } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { TableMode } from "../../../../shared/rules/rule.ts";
import { edit, useSession } from "../../../state/session-store.ts";

const modes: readonly { readonly mode: TableMode; readonly label: string; readonly help: string }[] = [
  { mode: "generate", label: "Generate rows", help: "An export writes them" },
  { mode: "mask", label: "Mask rows of the source", help: "Read from it, and written masked" },
  { mode: "existing", label: "Use existing rows", help: "Already in the target, used for keys" },
  { mode: "skip", label: "Skip this table", help: "Nothing is written" },
];

/** What a table's rows are, in a word. */
export const modeWords: Readonly<Record<TableMode, string>> = {
  generate: "generated",
  mask: "from the source",
  existing: "existing",
  skip: "skipped",
};

interface Props {
  readonly table: string;
  readonly mode: TableMode;
}

/** Where a table's rows come from, as entries of a menu. */
export function TableModeItems({ table, mode: current }: Props): ReactNode {
  const connected = useSession((state) => state.view?.source.connected) ?? false;
  return modes.map(({ mode, label, help }) => {
    const missing = mode === "mask" && !connected;
    return (
      <Menu.Item
        key={mode}
        className="tm-item"
        disabled={missing}
        leftSection={
          <span className="tm-tick">
            {current === mode ? <IconCheck className="i i-sm" stroke={1.5} aria-hidden="true" /> : null}
          </span>
        }
        onClick={() => (current === mode ? undefined : edit({ kind: "set-mode", table, mode }))}
      >
        <span>{label}</span>
        <span className="tm-help">{missing ? "The source cannot be read now" : help}</span>
      </Menu.Item>
    );
  });
}
