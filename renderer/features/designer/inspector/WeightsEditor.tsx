import { IconPlus, IconX } from "@tabler/icons-react";
import { useState, type ReactNode } from "react";
import { ValueBox } from "../components/ValueBox.tsx";
import type { Parsed } from "../logic/parse-count.ts";
import {
  linesCause,
  readWeights,
  sharesOf,
  weightsCause,
  writeWeights,
  type WeightRow,
  type Weights,
} from "../logic/weights.ts";

interface Props {
  readonly id: string;
  readonly label: string;
  readonly value: unknown;
  readonly mixed: boolean;
  readonly onChange: (value: unknown, gesture?: string) => void;
}

/**
 * Values and their weights, with the share that each gets. What cannot be saved stays, with its cause below. Weights that are all 0 are
 * saved: they are a problem of the column, with its fix.
 */
export function WeightsEditor({ id, label, value, mixed, onChange }: Props): ReactNode {
  const saved = readWeights(value);
  // Lines that are not yet a valid parameter: an empty value, one that is there twice.
  const [unsaved, setUnsaved] = useState<Weights | null>(null);
  const weights = unsaved ?? saved;
  const shares = sharesOf(weights.rows);
  const cause = (unsaved && linesCause(unsaved.rows)) ?? weightsCause(weights.rows);

  const change = (rows: readonly WeightRow[], gesture?: string): void => {
    const next: Weights = { shape: weights.shape, rows };
    const valid = linesCause(rows) === undefined;
    setUnsaved(valid && rows.every((row) => row.value !== "") ? null : next);
    if (valid) onChange(writeWeights(next), gesture);
  };
  const replace = (index: number, row: Partial<WeightRow>, gesture?: string): void =>
    change(
      weights.rows.map((old, at) => (at === index ? { ...old, ...row } : old)),
      gesture,
    );
  if (mixed) return <p className="sm t3">mixed</p>;

  return (
    <div className="we" role="group" aria-label={label} id={id}>
      {weights.rows.map((row, index) => (
        <div className="we-row" key={index}>
          <ValueBox
            label={`Value ${index + 1}`}
            text={row.value}
            parse={anyText}
            live
            onCommit={(text, gesture) => replace(index, { value: text }, gesture)}
          />
          <ValueBox
            label={`Weight of ${row.value}`}
            width={58}
            align="end"
            text={String(row.weight)}
            parse={parseWeight}
            live
            floating
            onCommit={(weight, gesture) => replace(index, { weight }, gesture)}
          />
          <span className="we-share sm t2 num">{percent(shares[index] ?? 0)}</span>
          <button
            type="button"
            className="ibtn ibtn-sm"
            aria-label={`Remove ${row.value}`}
            title="Remove"
            disabled={weights.rows.length === 1}
            onClick={() => change(weights.rows.filter((_, at) => at !== index))}
          >
            <IconX className="i i-xs" stroke={1.5} aria-hidden="true" />
          </button>
        </div>
      ))}
      {cause === undefined ? null : (
        <span className="vb-cause" role="alert">
          {cause}
        </span>
      )}
      <button
        type="button"
        className="btn btn-sm btn-quiet we-add"
        onClick={() => setUnsaved({ shape: weights.shape, rows: [...weights.rows, { value: "", weight: 1 }] })}
      >
        <IconPlus className="i i-xs" stroke={1.5} aria-hidden="true" />
        Add a value
      </button>
    </div>
  );
}

const anyText = (text: string): Parsed<string> => ({ ok: true, value: text });

function parseWeight(text: string): Parsed<number> {
  const value = Number(text.trim().replace(",", "."));
  return text.trim() !== "" && Number.isFinite(value) && value >= 0
    ? { ok: true, value }
    : { ok: false, cause: "0 or more" };
}

function percent(share: number): string {
  return share > 0 && share < 0.95 ? `${share.toFixed(1)}%` : `${Math.round(share)}%`;
}
