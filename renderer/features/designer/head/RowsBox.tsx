import { Popover } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import { useState, type ReactNode } from "react";
import type { TableView } from "../../../../shared/api/views.ts";
import { formatInteger } from "../../../components/format.ts";
import { edit, useDraft, useSession } from "../../../state/session-store.ts";
import { boxWidth, ValueBox } from "../components/ValueBox.tsx";
import { isOwned, ownedWords, ownerCandidates } from "../logic/owner.ts";
import { parseCount } from "../logic/parse-count.ts";
import { RowsPopover } from "./RowsPopover.tsx";

interface Props {
  readonly table: TableView;
}

const noTables: never[] = [];

/** How many rows the table gets: typed as a number, or so many for each row of the table it belongs to. */
export function RowsBox({ table }: Props): ReactNode {
  const [open, setOpen] = useState(false);
  const tables = useSession((state) => state.view?.tables) ?? noTables;
  // What was just typed stands before the backend has answered.
  const rows = useDraft()?.tables[table.id]?.rows ?? table.rows;
  const rowCount =
    typeof rows === "number" ? rows : (tables.find(({ id }) => id === table.id)?.rowCount ?? table.rowCount);
  const candidates = ownerCandidates(table, tables);
  const owner = isOwned(rows) ? tables.find(({ id }) => id === rows.per) : undefined;
  const disabled = table.mode !== "generate";

  return (
    <>
      <span className="t2 sm">Rows</span>
      <ValueBox
        label={`Rows of ${table.name}`}
        width={boxWidth(formatInteger(rowCount), 18, 112)}
        align="end"
        floating
        disabled={disabled}
        text={formatInteger(rowCount)}
        parse={(text) => parseCount(text)}
        onCommit={(value) => edit({ kind: "set-rows", table: table.id, rows: value })}
      />
      {candidates.length === 0 && !isOwned(rows) ? null : (
        <Popover
          opened={open}
          onChange={setOpen}
          position="bottom-end"
          width={320}
          shadow="md"
          radius="lg"
          trapFocus
          returnFocus
        >
          <Popover.Target>
            <button
              type="button"
              className="btn btn-quiet sm rb-rule"
              aria-haspopup="dialog"
              aria-expanded={open}
              disabled={disabled}
              title="Choose a fixed number, or so many rows for each row of another table"
              onClick={() => setOpen(!open)}
            >
              {isOwned(rows) ? `= ${ownedWords(rows, rowCount, owner?.rowCount)}` : "fixed"}
              <IconChevronDown className="i i-xs" stroke={1.5} aria-hidden="true" />
            </button>
          </Popover.Target>
          <Popover.Dropdown className="popover rp" aria-label={`Rows of ${table.name}`}>
            <RowsPopover
              table={table.id}
              rows={rows}
              rowCount={rowCount}
              owners={candidates}
              edited={table.rowsEdited}
            />
          </Popover.Dropdown>
        </Popover>
      )}
    </>
  );
}
