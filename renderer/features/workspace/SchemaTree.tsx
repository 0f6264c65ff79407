import { useVirtualizer } from "@tanstack/react-virtual";
import {
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
} from "react";
import type { TableId } from "../../../shared/schema/schema-model.ts";
import { selectTable } from "../../state/session-store.ts";
import { moveInTree, type TreeItem } from "./tree-items.ts";
import { TreeRow } from "./TreeRow.tsx";

const rowHeight = 28;

interface SchemaTreeProps {
  readonly items: readonly TreeItem[];
  readonly selected: TableId | null;
  readonly treeRef: RefObject<HTMLDivElement | null>;
  readonly onFold: (group: string, folded: boolean) => void;
}

/** Each item's place among the items of its level and group, for those who hear the tree. */
function placesOf(items: readonly TreeItem[]): readonly { position: number; count: number }[] {
  const counts = new Map<string, number>();
  const places = items.map((item) => {
    const level = item.kind === "group" ? "" : item.group;
    const position = (counts.get(level) ?? 0) + 1;
    counts.set(level, position);
    return { level, position };
  });
  return places.map(({ level, position }) => ({ position, count: counts.get(level) ?? position }));
}

/** The schema as a tree; only the rows in view exist, so that thousands of tables scroll as ten do. */
export function SchemaTree({ items, selected, treeRef, onFold }: SchemaTreeProps) {
  const [activeId, setActiveId] = useState<string | null>(null);
  const id = useId();
  const places = useMemo(() => placesOf(items), [items]);
  const selectedIndex = items.findIndex((item) => item.kind === "table" && item.table.id === selected);
  const found = items.findIndex((item) => item.id === activeId);
  const active = found >= 0 ? found : Math.max(0, selectedIndex);
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => treeRef.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    paddingEnd: 8,
  });
  const scroll = useRef(virtual);
  scroll.current = virtual;

  // What another part of the window selects comes into view.
  useEffect(() => {
    if (selectedIndex >= 0) scroll.current.scrollToIndex(selectedIndex);
  }, [selected, selectedIndex]);

  function activate(item: TreeItem | undefined): void {
    if (item?.kind === "group") onFold(item.id, !item.folded);
    if (item?.kind === "table") selectTable(item.table.id);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const item = items[active];
    const page = Math.max(1, Math.floor((treeRef.current?.clientHeight ?? rowHeight) / rowHeight) - 1);
    const to = moveInTree(items, active, event.key, page);
    if (to !== undefined) {
      setActiveId(items[to]?.id ?? null);
      virtual.scrollToIndex(to);
    } else if (event.key === "Enter" || event.key === " ") activate(item);
    else if (item?.kind === "group" && event.key === "ArrowRight") onFold(item.id, false);
    else if (item?.kind === "group" && event.key === "ArrowLeft") onFold(item.id, true);
    else return;
    event.preventDefault();
  }

  function onClick(event: MouseEvent): void {
    const row = event.target instanceof Element ? event.target.closest("[data-item]") : null;
    const item = items.find((candidate) => candidate.id === row?.getAttribute("data-item"));
    if (!item) return;
    setActiveId(item.id);
    activate(item);
  }

  return (
    <div
      ref={treeRef}
      className="tree grow"
      role="tree"
      aria-label="Tables"
      tabIndex={0}
      aria-activedescendant={items.length > 0 ? `${id}-${active}` : undefined}
      onKeyDown={onKeyDown}
      onClick={onClick}
    >
      <div className="tree-rows" role="presentation" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const item = items[index];
          const place = places[index];
          if (!item || !place) return null;
          return (
            <TreeRow
              key={item.id}
              id={`${id}-${index}`}
              item={item}
              style={{ transform: `translateY(${start}px)` }}
              active={index === active}
              selected={item.kind === "table" && item.table.id === selected}
              position={place.position}
              count={place.count}
            />
          );
        })}
      </div>
    </div>
  );
}
