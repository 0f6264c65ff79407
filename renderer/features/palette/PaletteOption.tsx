import {
  IconColumns3,
  IconCommand,
  IconCornerDownLeft,
  IconRowInsertBottom,
  IconTable,
  type TablerIcon,
} from "@tabler/icons-react";
import { formatRows } from "../../components/format.ts";
import { Kbd } from "../../components/Kbd.tsx";
import type { PaletteItem } from "./palette-items.ts";

const icons: Readonly<Record<PaletteItem["kind"], TablerIcon>> = {
  row: IconCornerDownLeft,
  table: IconTable,
  column: IconColumns3,
  "set-rows": IconRowInsertBottom,
  command: IconCommand,
};

/** The label with what matched in bold. */
function Marked({ label, marks }: { readonly label: string; readonly marks: readonly number[] }) {
  const on = new Set(marks);
  const parts: { readonly start: number; text: string; readonly marked: boolean }[] = [];
  for (let at = 0; at < label.length; at++) {
    const last = parts.at(-1);
    if (last && last.marked === on.has(at)) last.text += label[at] ?? "";
    else parts.push({ start: at, text: label[at] ?? "", marked: on.has(at) });
  }
  return (
    <span className="grow clip">
      {parts.map(({ start, text, marked }) =>
        marked ? <mark key={start}>{text}</mark> : <span key={start}>{text}</span>,
      )}
    </span>
  );
}

function Note({ item }: { readonly item: PaletteItem }) {
  if (item.kind === "table") return <span className="t3 xs nowrap num">{formatRows(item.table.rowCount)}</span>;
  if (item.kind === "command" && item.command.shortcut !== undefined) return <Kbd shortcut={item.command.shortcut} />;
  return null;
}

interface PaletteOptionProps {
  readonly item: PaletteItem;
  readonly id: string;
  readonly active: boolean;
  readonly onRun: () => void;
  readonly onPoint: () => void;
}

export function PaletteOption({ item, id, active, onRun, onPoint }: PaletteOptionProps) {
  const Icon = icons[item.kind];
  return (
    <button
      type="button"
      id={id}
      className={active ? "pal-item is-active" : "pal-item"}
      role="option"
      aria-selected={active}
      tabIndex={-1}
      onClick={onRun}
      onPointerMove={onPoint}
    >
      <Icon className="i" stroke={1.5} aria-hidden="true" />
      <Marked label={item.label} marks={item.marks} />
      <Note item={item} />
    </button>
  );
}
