import { IconSearch } from "@tabler/icons-react";
import { useEffect, useId, useRef, useState, type KeyboardEvent, type RefObject } from "react";
import { useAllCommands } from "../../commands/command.ts";
import { matchesShortcut } from "../../commands/shortcut.ts";
import { useFocusReturn } from "../../components/focus-return.ts";
import { formatInteger } from "../../components/format.ts";
import { Kbd } from "../../components/Kbd.tsx";
import { isMac } from "../../host/platform.ts";
import { useSelection, useSession } from "../../state/session-store.ts";
import { closePalette, useUi } from "../../state/ui-store.ts";
import { LiveRow } from "./LiveRow.tsx";
import { paletteGroups, type PaletteItem } from "./palette-items.ts";
import { PaletteOption } from "./PaletteOption.tsx";
import { runItem } from "./run-item.ts";
import { usePaletteIndex } from "./use-palette-index.ts";
import "../../styles/palette.css";

const prefixes = [
  { sign: "#", label: "rows" },
  { sign: "@", label: "columns" },
  { sign: ">", label: "commands" },
  { sign: ":", label: "scenarios" },
] as const;

const rowOf = (item: PaletteItem, focusRow: number): number =>
  item.kind === "row" ? item.row : Math.max(0, Math.min(focusRow, "table" in item ? item.table.rowCount - 1 : 0));

/** Puts the focus into the box, and back to where it was when the palette closes. */
function useFocus(): RefObject<HTMLInputElement | null> {
  const box = useRef<HTMLInputElement>(null);
  useFocusReturn();
  useEffect(() => box.current?.focus(), []);
  return box;
}

function Palette({ first }: { readonly first: string }) {
  const [typed, setTyped] = useState(first);
  const [active, setActive] = useState(0);
  // One draw for each opening, so that "?" means one row while the palette is open.
  const [draw] = useState(Math.random);
  const view = useSession((state) => state.view);
  const rowOfTable = useSession((state) => state.rowOfTable);
  const selection = useSelection();
  const commands = useAllCommands();
  const index = usePaletteIndex(view, selection.table);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const box = useFocus();

  const groups = paletteGroups({
    typed,
    index,
    selected: selection.table,
    commands,
    format: formatInteger,
    random: () => draw,
  });
  const items = groups.flatMap((group) => group.items);
  const current = items[Math.min(active, items.length - 1)];

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "nearest" });
  }, [active, typed]);

  function onKeyDown(event: KeyboardEvent): void {
    const count = items.length;
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };
    const step = steps[event.key];
    if (event.key === "Escape" || matchesShortcut("mod+k", [event], isMac())) closePalette();
    else if (step === 1 || step === -1) setActive(count === 0 ? 0 : (active + step + count) % count);
    else if (step !== undefined) setActive(Math.max(0, Math.min(count - 1, active + step)));
    else if (event.key === "Enter" && current && !event.nativeEvent.isComposing) runItem(current);
    // The box is the dialog's only stop.
    else if (event.key !== "Tab") return;
    event.preventDefault();
    event.stopPropagation();
  }

  let next = 0;
  return (
    <div className="palette" role="dialog" aria-modal="true" aria-label="Command palette">
      <div className="pal-in">
        <IconSearch className="i" stroke={1.5} aria-hidden="true" />
        <input
          className="grow"
          value={typed}
          role="combobox"
          aria-label="Search tables, columns, rows and commands"
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-activedescendant={current ? `${id}-${items.indexOf(current)}` : undefined}
          aria-autocomplete="list"
          placeholder={view ? "Search or run… e.g. a table, a column, or a table and row 1,000" : "Run a command…"}
          spellCheck={false}
          autoComplete="off"
          ref={box}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
        />
        {current && "table" in current ? <span className="tag tag-line">{current.table.id}</span> : null}
        <Kbd shortcut="escape" />
      </div>
      <div className={current && "table" in current ? "pal-body" : "pal-body is-single"}>
        <div ref={list} id={`${id}-list`} className="pal-list" role="listbox" aria-label="Results">
          {groups.map(({ label, items: inGroup }) => (
            <div key={label} role="group" aria-label={label}>
              <div className="menu-head" aria-hidden="true">
                {label}
              </div>
              {inGroup.map((item) => {
                const at = next++;
                return (
                  <PaletteOption
                    key={item.id}
                    id={`${id}-${at}`}
                    item={item}
                    active={item === current}
                    onRun={() => runItem(item)}
                    onPoint={() => setActive(at)}
                  />
                );
              })}
            </div>
          ))}
        </div>
        {items.length === 0 ? <p className="pal-none t2">Nothing is named “{typed.trim()}”.</p> : null}
        {current && "table" in current ? (
          <LiveRow
            table={current.table}
            row={rowOf(current, rowOfTable[current.table.id] ?? 0)}
            column={current.kind === "column" ? current.column : undefined}
          />
        ) : null}
      </div>
      <div className="pal-foot" aria-hidden="true">
        <span>
          <Kbd shortcut="arrowup arrowdown" />
          move
        </span>
        <span>
          <Kbd shortcut="enter" />
          open
        </span>
        <span className="grow" />
        {view
          ? prefixes.map(({ sign, label }) => (
              <span key={sign}>
                <kbd>{sign}</kbd>
                {label}
              </span>
            ))
          : null}
      </div>
    </div>
  );
}

/** Any row, table, column or command, from the keyboard. */
export function CommandPalette() {
  const first = useUi((state) => state.palette);
  if (first === null) return null;
  return (
    <div
      className="scrim"
      role="presentation"
      onPointerDown={(event) => {
        if (event.target === event.currentTarget) closePalette();
      }}
    >
      <Palette first={first} />
    </div>
  );
}
