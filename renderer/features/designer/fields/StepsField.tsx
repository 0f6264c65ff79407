import { IconPlus, IconX } from "@tabler/icons-react";
import { useState, type ReactNode } from "react";
import { ValueBox } from "../components/ValueBox.tsx";
import { WeightsEditor } from "../inspector/WeightsEditor.tsx";
import type { Steps } from "../../../../shared/generators/structure/usual-steps.ts";
import type { Parsed } from "../logic/parse-count.ts";

interface Props {
  readonly id: string;
  readonly label: string;
  readonly value: unknown;
  /** What no steps stand for: shown, and written with the first edit of them. */
  readonly usual: Steps;
  readonly onChange: (value: Readonly<Record<string, unknown>>, gesture?: string) => void;
}

type Lines = readonly (readonly [from: string, to: unknown])[];

/** For each status those that may follow it, with their weights. */
export function StepsField({ id, label, value, usual, onChange }: Props): ReactNode {
  // A status without a name yet.
  const [unsaved, setUnsaved] = useState<Lines | null>(null);
  const given: Lines =
    typeof value === "object" && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
  const steps: Lines = unsaved ?? (given.length > 0 ? given : Object.entries(usual));
  const change = (next: Lines, gesture?: string): void => {
    const named = next.every(([from]) => from !== "");
    setUnsaved(named ? null : next);
    if (named) onChange(Object.fromEntries(next), gesture);
  };
  const replace = (at: number, step: Lines[number], gesture?: string): void =>
    change(
      steps.map((old, k) => (k === at ? step : old)),
      gesture,
    );
  return (
    <div className="sf" role="group" aria-label={label} id={id}>
      {steps.map(([from, to], at) => (
        <div className="sf-step" key={at}>
          <div className="sf-from">
            <ValueBox
              label={`Status ${at + 1}`}
              text={from}
              placeholder="status"
              parse={(text): Parsed<string> =>
                steps.some(([other], k) => k !== at && other === text)
                  ? { ok: false, cause: `“${text}” is there twice` }
                  : { ok: true, value: text }
              }
              onCommit={(text) => replace(at, [text, to])}
            />
            <span className="t3 xs">is followed by</span>
            <button
              type="button"
              className="ibtn ibtn-sm"
              aria-label={`Remove ${from === "" ? "the new status" : from}`}
              title="Remove"
              onClick={() => change(steps.filter((_, k) => k !== at))}
            >
              <IconX className="i i-xs" stroke={1.5} aria-hidden="true" />
            </button>
          </div>
          <WeightsEditor
            id={`${id}-${at}`}
            label={`What follows ${from}`}
            value={to}
            mixed={false}
            onChange={(next, gesture) => replace(at, [from, next], gesture)}
          />
        </div>
      ))}
      <button type="button" className="btn btn-sm btn-quiet we-add" onClick={() => setUnsaved([...steps, ["", {}]])}>
        <IconPlus className="i i-xs" stroke={1.5} aria-hidden="true" />
        Add a status
      </button>
    </div>
  );
}
