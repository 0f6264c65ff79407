import { IconSearch } from "@tabler/icons-react";
import { useCallback, useMemo, useRef, useState, type KeyboardEvent } from "react";
import type { SessionView } from "../../../shared/api/views.ts";
import { engineNames } from "../../components/engine-names.ts";
import { EmptyState } from "../../components/EmptyState.tsx";
import { Kbd } from "../../components/Kbd.tsx";
import { selectTable, useSelection } from "../../state/session-store.ts";
import { SchemaTree } from "./SchemaTree.tsx";
import { closestTable, treeItems } from "./tree-items.ts";

/** How commands find the filter box. */
const filterBoxId = "table-filter";

function NothingFound(props: { readonly filter: string; readonly view: SessionView; readonly onClear: () => void }) {
  const { filter, view, onClear } = props;
  const closest = closestTable(filter, view.tables);
  return (
    <div className="grow">
      <EmptyState
        title={`No table named “${filter.trim()}”`}
        actions={
          <button type="button" className="btn btn-sm btn-quiet" onClick={onClear}>
            Clear filter <Kbd shortcut="escape" />
          </button>
        }
      >
        {closest ? (
          <>
            Closest match:{" "}
            <button
              type="button"
              className="btn-link"
              onClick={() => {
                onClear();
                selectTable(closest.id);
              }}
            >
              {closest.name}
            </button>
          </>
        ) : (
          `None of the ${view.tables.length} names is near it.`
        )}
      </EmptyState>
    </div>
  );
}

export function Sidebar({ view }: { readonly view: SessionView }) {
  const [filter, setFilter] = useState("");
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const selection = useSelection();
  const tree = useRef<HTMLDivElement>(null);
  const note = engineNames[view.source.engine];
  const items = useMemo(() => treeItems({ view, note, filter, folded }), [view, note, filter, folded]);

  const onFold = useCallback((group: string, fold: boolean) => {
    setFolded((now) => {
      const next = new Set(now);
      if (fold) next.add(group);
      else next.delete(group);
      return next;
    });
  }, []);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === "Escape" && filter !== "") setFilter("");
    else if (event.key === "ArrowDown") tree.current?.focus();
    else if (event.key === "Enter") {
      const first = items.find((item) => item.kind === "table");
      if (first?.kind === "table") selectTable(first.table.id);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <>
      <div className="side-filter">
        <div className="field">
          <IconSearch className="i i-sm" stroke={1.5} aria-hidden="true" />
          <input
            id={filterBoxId}
            className="sm grow"
            type="search"
            value={filter}
            placeholder="Filter tables"
            aria-label="Filter tables"
            spellCheck={false}
            autoComplete="off"
            onChange={(event) => setFilter(event.currentTarget.value)}
            onKeyDown={onKeyDown}
          />
          <kbd aria-hidden="true">/</kbd>
        </div>
      </div>
      {items.length === 0 && filter.trim() !== "" ? (
        <NothingFound filter={filter} view={view} onClear={() => setFilter("")} />
      ) : items.length === 0 ? (
        <div className="grow">
          <EmptyState title="No tables">This database has none yet.</EmptyState>
        </div>
      ) : (
        <SchemaTree items={items} selected={selection.table} treeRef={tree} onFold={onFold} />
      )}
    </>
  );
}
