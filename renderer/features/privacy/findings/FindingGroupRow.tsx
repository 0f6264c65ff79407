import { Menu } from "@mantine/core";
import { IconChevronDown, IconChevronRight } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { TableMode } from "../../../../shared/rules/rule.ts";
import { formatInteger } from "../../../components/format.ts";
import { useSession } from "../../../state/session-store.ts";
import { TableModeItems, modeWords } from "../../designer/head/TableModeItems.tsx";
import type { FindingGroup } from "../findings-of.ts";
import { foldFindings } from "../privacy-store.ts";

interface Props {
  readonly group: FindingGroup;
  readonly folded: boolean;
}

/** A table: how many of its findings are decided, and where its rows come from. */
export function FindingGroupRow({ group: { table, decided, total }, folded }: Props): ReactNode {
  const mode = useSession((state) => state.view?.tables.find(({ id }) => id === table)?.mode) ?? "generate";
  const Chevron = folded ? IconChevronRight : IconChevronDown;
  return (
    <tr className="grp" role="row">
      <td role="gridcell" colSpan={6}>
        <span className="row">
          <button
            type="button"
            className="grp-fold"
            aria-expanded={!folded}
            tabIndex={-1}
            onClick={() => foldFindings(table)}
          >
            <Chevron className="i i-xs" stroke={1.5} aria-hidden="true" />
            {table}
          </button>
          <ModeMenu table={table} mode={mode} />
          <span className="grow" />
          <span className="t2 num grp-count">
            {mode === "mask"
              ? `${formatInteger(decided)} of ${formatInteger(total)} decided`
              : `${formatInteger(total)} ${mode === "generate" ? "generated" : "not exported"}`}
          </span>
        </span>
      </td>
    </tr>
  );
}

function ModeMenu({ table, mode }: { readonly table: string; readonly mode: TableMode }): ReactNode {
  return (
    <Menu withInitialFocusPlaceholder={false} position="bottom-start" width={264} shadow="md" radius="lg">
      <Menu.Target>
        <button type="button" className="grp-mode" tabIndex={-1} title={`Where the rows of ${table} come from`}>
          {modeWords[mode]}
          <IconChevronDown className="i i-xs" stroke={1.5} aria-hidden="true" />
        </button>
      </Menu.Target>
      <Menu.Dropdown className="popover">
        <Menu.Label>Rows of {table}</Menu.Label>
        <TableModeItems table={table} mode={mode} />
      </Menu.Dropdown>
    </Menu>
  );
}
