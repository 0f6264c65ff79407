import { useId, type ReactNode } from "react";

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly cause: string | null;
  readonly placeholder: string;
  readonly focus?: boolean;
  readonly onChange: (value: string) => void;
}

/** A line of text with its label, and the cause where it cannot be taken. */
export function Field({ label, value, cause, placeholder, focus = false, onChange }: FieldProps): ReactNode {
  const id = useId();
  return (
    <div>
      <label className="lbl" htmlFor={id}>
        {label}
      </label>
      <span className={cause === null ? "field" : "field is-invalid"}>
        <input
          id={id}
          className="vb-input"
          value={value}
          placeholder={placeholder}
          spellCheck={false}
          autoComplete="off"
          aria-invalid={cause !== null}
          aria-describedby={cause === null ? undefined : `${id}-cause`}
          {...(focus ? { "data-autofocus": true } : {})}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      </span>
      {cause === null ? null : (
        <p id={`${id}-cause`} className="xs c-danger sc-cause" role="alert">
          {cause}
        </p>
      )}
    </div>
  );
}
