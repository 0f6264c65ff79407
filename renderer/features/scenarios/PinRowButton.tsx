import { IconPin, IconPinFilled } from "@tabler/icons-react";
import { useState, type ReactNode } from "react";
import type { TableView } from "../../../shared/api/views.ts";
import { formatInteger } from "../../components/format.ts";
import { notifyError } from "../../components/notify.ts";
import { client } from "../../host/api.ts";
import { errorView } from "../../host/error-view.ts";
import { edit, sessionStore, useDraft, useScenario, useSelection } from "../../state/session-store.ts";
import { freeName, pinRow, shownPinned, typedValue } from "./pinned-edits.ts";
import { openScenarioDialog } from "./scenarios-store.ts";

/** Keeps the focus row as it is written here, or opens it where it is kept already. */
export function PinRowButton({ table }: { readonly table: TableView }): ReactNode {
  const draft = useDraft();
  const scenario = useScenario();
  const { row } = useSelection();
  const [busy, setBusy] = useState(false);
  if (!draft || table.mode !== "generate" || table.rowCount === 0) return null;
  const pinned = shownPinned(draft, scenario, table.id)[row];
  const words =
    pinned === undefined
      ? `Pin row ${formatInteger(row + 1)}: keep its values, as one of the first rows`
      : `Pinned row ${pinned.name}: change its values`;

  const pin = async (): Promise<void> => {
    setBusy(true);
    try {
      const name = await keepRow(table, row);
      openScenarioDialog({ kind: "pinned", table: table.id, name });
    } catch (error) {
      notifyError(errorView(error));
    }
    setBusy(false);
  };
  const Icon = pinned === undefined ? IconPin : IconPinFilled;
  return (
    <button
      type="button"
      className={pinned === undefined ? "ibtn" : "ibtn is-on"}
      title={words}
      aria-label={words}
      disabled={busy}
      onClick={() =>
        pinned === undefined ? void pin() : openScenarioDialog({ kind: "pinned", table: table.id, name: pinned.name })
      }
    >
      <Icon className="i" stroke={1.5} aria-hidden="true" />
    </button>
  );
}

/** Pins a row with the values that it has; resolves with its name. */
async function keepRow(table: TableView, row: number): Promise<string> {
  const { view, draft, scenario } = sessionStore.getState();
  if (!view || !draft) return "";
  const page = await client.preview.page.query({ session: view.session, table: table.id, start: row, count: 1 });
  const values = page.columns.flatMap(({ name, cells, written }) => {
    const column = table.columns.find((entry) => entry.column.name === name)?.column;
    const text = cells[0] ?? null;
    if (!written || column === undefined) return [];
    return [[name, text === null ? null : typedValue(text, column)] as const];
  });
  const name = freeName(`row-${row + 1}`, shownPinned(draft, scenario, table.id));
  edit(pinRow(draft, scenario, table.id, { name, values: Object.fromEntries(values) }));
  return name;
}
