import { Popover } from "@mantine/core";
import { IconCheck, IconChevronDown, IconWorld } from "@tabler/icons-react";
import { useState, type ReactNode } from "react";
import { edit, useDraft, useSession } from "../../../state/session-store.ts";
import { ValueBox } from "../components/ValueBox.tsx";
import type { Parsed } from "../logic/parse-count.ts";

const noLocales: readonly { readonly id: string; readonly label: string }[] = [];

/** The project's locales and their shares of the rows. */
export function LocaleMenu(): ReactNode {
  const [open, setOpen] = useState(false);
  const [query, setQuery] = useState("");
  const chosen = useDraft()?.locales ?? {};
  const available = useSession((state) => state.view?.availableLocales) ?? noLocales;
  const ids = Object.keys(chosen);
  const total = Object.values(chosen).reduce((sum, weight) => sum + weight, 0);
  const words = query.trim().toLowerCase();
  const shown = available.filter(
    ({ id, label }) => words === "" || label.toLowerCase().includes(words) || id.toLowerCase().includes(words),
  );

  const toggle = (id: string): void => {
    const next = { ...chosen };
    if (id in next) delete next[id];
    else next[id] = 1;
    // The last one stays: names come from somewhere.
    if (Object.keys(next).length > 0) edit({ kind: "set-locales", locales: next });
  };
  const weigh = (id: string, weight: number, gesture: string): void =>
    edit({ kind: "set-locales", locales: { ...chosen, [id]: weight } }, gesture);

  return (
    <Popover
      opened={open}
      onChange={setOpen}
      position="bottom-end"
      width={288}
      shadow="md"
      radius="lg"
      trapFocus
      returnFocus
      withinPortal
    >
      <Popover.Target>
        <button
          type="button"
          className="btn btn-quiet sm lm-button"
          title={`Locales: ${ids.map(dashed).join(", ")}`}
          aria-haspopup="dialog"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          <IconWorld className="i i-sm" stroke={1.5} aria-hidden="true" />
          <span className="vh">Locales </span>
          {dashed(ids[0] ?? "none")}
          {ids.length > 1 ? ` +${ids.length - 1}` : ""}
          <IconChevronDown className="i i-xs" stroke={1.5} aria-hidden="true" />
        </button>
      </Popover.Target>
      <Popover.Dropdown className="popover lm" aria-label="Locales">
        <span className="field">
          <input
            className="vb-input"
            aria-label="Find a locale"
            placeholder="Find a locale"
            value={query}
            data-autofocus
            onChange={(event) => setQuery(event.currentTarget.value)}
          />
        </span>
        <ul className="lm-list">
          {shown.map(({ id, label }) => {
            const weight = chosen[id];
            return (
              <li key={id} className="lm-item">
                <button
                  type="button"
                  role="checkbox"
                  aria-checked={weight !== undefined}
                  className="lm-choice"
                  onClick={() => toggle(id)}
                >
                  <span className={weight === undefined ? "check" : "check on"}>
                    {weight === undefined ? null : <IconCheck className="i" aria-hidden="true" />}
                  </span>
                  <span className="grow clip">{label}</span>
                  <span className="t3 xs mono">{dashed(id)}</span>
                </button>
                {weight === undefined || ids.length < 2 ? null : (
                  <ValueBox
                    label={`Share of ${label}`}
                    width={76}
                    align="end"
                    unit={`${Math.round((weight / total) * 100)}%`}
                    text={String(weight)}
                    parse={parseWeight}
                    onCommit={(value, gesture) => weigh(id, value, gesture)}
                    live
                    floating
                  />
                )}
              </li>
            );
          })}
          {shown.length === 0 ? <li className="t3 sm lm-none">No locale named “{query.trim()}”</li> : null}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}

const dashed = (id: string): string => id.replaceAll("_", "-");

function parseWeight(text: string): Parsed<number> {
  const value = Number(text.trim().replace(",", "."));
  return text.trim() !== "" && Number.isFinite(value) && value > 0
    ? { ok: true, value }
    : { ok: false, cause: "A number above 0" };
}
