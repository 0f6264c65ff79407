import { IconPlus, IconX } from "@tabler/icons-react";
import { useState, type ReactNode } from "react";
import { ValueBox } from "../components/ValueBox.tsx";
import type { Parsed } from "../logic/parse-count.ts";
import { PathPicker } from "../relations/PathPicker.tsx";

interface Props {
  readonly id: string;
  readonly label: string;
  readonly value: unknown;
  readonly tables: readonly string[];
  readonly onChange: (value: Readonly<Record<string, string>>) => void;
}

type Kinds = readonly (readonly [kind: string, path: string])[];

const readKinds = (value: unknown): Kinds =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.entries(value).map(([kind, path]) => [kind, typeof path === "string" ? path : ""])
    : [];

/** Values of another column, each with the table and column that it stands for: product → products.id. */
export function KindsField({ id, label, value, tables, onChange }: Props): ReactNode {
  // Lines without a name yet: the parameter has no place for them.
  const [unsaved, setUnsaved] = useState<Kinds | null>(null);
  const kinds = unsaved ?? readKinds(value);
  const change = (next: Kinds): void => {
    const named = next.every(([kind], at) => kind !== "" && next.findIndex(([other]) => other === kind) === at);
    setUnsaved(named ? null : next);
    if (named) onChange(Object.fromEntries(next));
  };
  const replace = (at: number, line: Kinds[number]): void => change(kinds.map((old, k) => (k === at ? line : old)));
  return (
    <div className="kf" role="group" aria-label={label} id={id}>
      {kinds.map(([kind, path], at) => (
        <div className="kf-row" key={at}>
          <ValueBox
            label={`Kind ${at + 1}`}
            text={kind}
            placeholder="value"
            parse={(text): Parsed<string> =>
              kinds.some(([other], k) => k !== at && other === text)
                ? { ok: false, cause: `“${text}” is there twice` }
                : { ok: true, value: text }
            }
            onCommit={(text) => replace(at, [text, path])}
          />
          <PathPicker
            id={`${id}-${at}`}
            label={`Refers to, for ${kind === "" ? "the new kind" : kind}`}
            value={path}
            tables={tables}
            onChange={(next) => replace(at, [kind, next])}
          />
          <button
            type="button"
            className="ibtn ibtn-sm"
            aria-label={`Remove ${kind === "" ? "the new kind" : kind}`}
            title="Remove"
            onClick={() => change(kinds.filter((_, k) => k !== at))}
          >
            <IconX className="i i-xs" stroke={1.5} aria-hidden="true" />
          </button>
        </div>
      ))}
      <button type="button" className="btn btn-sm btn-quiet we-add" onClick={() => setUnsaved([...kinds, ["", ""]])}>
        <IconPlus className="i i-xs" stroke={1.5} aria-hidden="true" />
        Add a kind
      </button>
    </div>
  );
}
