import { IconChevronDown, IconChevronRight, IconEye, IconTable } from "@tabler/icons-react";
import { memo, type CSSProperties } from "react";
import { formatCount, formatInteger } from "../../components/format.ts";
import { StatusMark, statusOf } from "../../components/StatusMark.tsx";
import type { TreeItem } from "./tree-items.ts";

interface TreeRowProps {
  readonly item: TreeItem;
  readonly id: string;
  readonly style: CSSProperties;
  readonly active: boolean;
  readonly selected: boolean;
  /** Of the items beside it on its level. */
  readonly position: number;
  readonly count: number;
}

function GroupContent({ item }: { readonly item: Extract<TreeItem, { kind: "group" }> }) {
  const Chevron = item.folded ? IconChevronRight : IconChevronDown;
  return (
    <>
      <Chevron className="i i-xs" stroke={1.5} aria-hidden="true" />
      <b className="clip">{item.label}</b>
      <span className="t3 xs clip tree-note">{item.note}</span>
      <span className="grow" />
      {item.rows > 0 ? <span className="t3 xs num nowrap">{formatCount(item.rows)}</span> : null}
      <span className="tree-gap" />
    </>
  );
}

const modeNotes = { generate: "", mask: "masked", existing: "existing", skip: "skipped" } as const;

function TableContent({ item }: { readonly item: Extract<TreeItem, { kind: "table" }> }) {
  const { table } = item;
  return (
    <>
      <IconTable className="i i-sm" stroke={1.5} aria-hidden="true" />
      <span className={item.alike ? "nm clip clip-start" : "nm clip"} title={table.name}>
        <bdi>{table.name}</bdi>
      </span>
      <span className="n" title={`${formatInteger(table.rowCount)} rows`}>
        {table.mode === "generate" ? formatCount(table.rowCount) : modeNotes[table.mode]}
      </span>
      <StatusMark
        status={table.mode === "generate" || table.mode === "mask" || table.errors > 0 ? statusOf(table) : "idle"}
      />
    </>
  );
}

function ViewContent({ label }: { readonly label: string }) {
  return (
    <>
      <IconEye className="i i-sm" stroke={1.5} aria-hidden="true" />
      <span className="nm clip t3" title={`${label} is a view: it is shown, never filled`}>
        {label}
      </span>
      <span />
      <span />
    </>
  );
}

/** One row of the schema tree. Clicks and keys are handled by the tree. */
export const TreeRow = memo(function TreeRow({ item, id, style, active, selected, position, count }: TreeRowProps) {
  const state = `${selected ? " is-selected" : ""}${active ? " is-active" : ""}`;
  return (
    <div
      id={id}
      data-item={item.id}
      className={(item.kind === "group" ? "tree-group" : "tree-row") + state}
      style={style}
      role="treeitem"
      aria-level={item.kind === "group" ? 1 : 2}
      aria-posinset={position}
      aria-setsize={count}
      aria-selected={selected}
      aria-disabled={item.kind === "view" ? true : undefined}
      aria-expanded={item.kind === "group" ? !item.folded : undefined}
    >
      {item.kind === "group" ? (
        <GroupContent item={item} />
      ) : item.kind === "table" ? (
        <TableContent item={item} />
      ) : (
        <ViewContent label={item.label} />
      )}
    </div>
  );
});
