import type { ReactNode } from "react";

interface Props {
  readonly label: string;
  readonly checked: boolean;
  readonly mixed?: boolean;
  readonly disabled?: boolean;
  readonly note?: string | undefined;
  readonly onChange: (checked: boolean) => void;
}

export function Switch({ label, checked, mixed = false, disabled = false, note, onChange }: Props): ReactNode {
  return (
    <button
      type="button"
      role="switch"
      aria-checked={checked}
      disabled={disabled}
      className="sw"
      onClick={() => onChange(!checked)}
    >
      <span className={`switch${checked ? " on" : ""}`} aria-hidden="true" />
      <span className="sm">{label}</span>
      {mixed ? <span className="t3 xs">mixed</span> : null}
      {note === undefined ? null : <span className="t3 xs clip">{note}</span>}
    </button>
  );
}
