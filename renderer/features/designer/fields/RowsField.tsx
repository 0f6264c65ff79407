import { IconPlus, IconX } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { FormField } from "../../../../shared/api/views.ts";
import { ValueBox } from "../components/ValueBox.tsx";
import { paramText, parseParam } from "../logic/rule-params.ts";

interface Props {
  readonly id: string;
  readonly label: string;
  readonly value: unknown;
  /** The parts of each line. */
  readonly items: readonly FormField[];
  readonly onChange: (value: readonly Line[], gesture?: string) => void;
}

type Line = Readonly<Record<string, unknown>>;

const isLine = (value: unknown): value is Line => typeof value === "object" && value !== null && !Array.isArray(value);
const readLines = (value: unknown): readonly Line[] => (Array.isArray(value) ? value.filter(isLine) : []);

/** A list of things with the same parts, as a small table: hills with a mean, a deviation and a weight. */
export function RowsField({ id, label, value, items, onChange }: Props): ReactNode {
  const lines = readLines(value);
  return (
    <div className="rf" role="group" aria-label={label} id={id}>
      <div className="rf-row xs t2" aria-hidden="true">
        {items.map((item) => (
          <span key={item.name} className="rf-cell">
            {item.label}
          </span>
        ))}
      </div>
      {lines.map((line, at) => (
        <div className="rf-row" key={at}>
          {items.map((item) => (
            <span key={item.name} className="rf-cell">
              <ValueBox
                label={`${item.label} of line ${at + 1}`}
                text={paramText(item, line[item.name] ?? item.default)}
                parse={(text) => parseParam(item, text)}
                live
                floating
                onCommit={(part, gesture) =>
                  onChange(
                    lines.map((old, k) => (k === at ? { ...old, [item.name]: part ?? item.default } : old)),
                    gesture,
                  )
                }
              />
            </span>
          ))}
          <button
            type="button"
            className="ibtn ibtn-sm"
            aria-label={`Remove line ${at + 1}`}
            title="Remove"
            disabled={lines.length === 1}
            onClick={() => onChange(lines.filter((_, k) => k !== at))}
          >
            <IconX className="i i-xs" stroke={1.5} aria-hidden="true" />
          </button>
        </div>
      ))}
      <button
        type="button"
        className="btn btn-sm btn-quiet we-add"
        onClick={() =>
          onChange([...lines, lines.at(-1) ?? Object.fromEntries(items.map((item) => [item.name, item.default ?? 0]))])
        }
      >
        <IconPlus className="i i-xs" stroke={1.5} aria-hidden="true" />
        Add a line
      </button>
    </div>
  );
}
