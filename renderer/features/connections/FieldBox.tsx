import { IconFolderOpen } from "@tabler/icons-react";
import { useId } from "react";
import type { ConnectionFieldView } from "../../../shared/api/load-views.ts";
import type { ErrorView } from "../../../shared/api/views.ts";

interface FieldBoxProps {
  readonly field: ConnectionFieldView;
  readonly value: string;
  /** What is wrong here. */
  readonly error: ErrorView | undefined;
  /** What is said instead of the driver's own help. */
  readonly help?: string | undefined;
  readonly placeholder?: string | undefined;
  readonly onChange: (value: string) => void;
  /** Called with an address that was pasted here. */
  readonly onAddress: (address: string) => void;
  readonly onBrowse: () => void;
}

const looksLikeAddress = (text: string): boolean => /^[a-z][a-z0-9+.-]*:\/\/\S/iu.test(text.trim());

/** One part of an address, as its driver declares it. */
export function FieldBox(props: FieldBoxProps) {
  const { field, value, error, onChange, onAddress, onBrowse } = props;
  const id = useId();
  const help = props.help ?? field.help;
  const described = error ? `${id}-error` : help === undefined ? undefined : `${id}-help`;
  const common = {
    id,
    "aria-invalid": error !== undefined,
    "aria-describedby": described,
    "aria-required": field.required === true,
  };
  const invalid = error ? " is-invalid" : "";
  return (
    <div className={`cx-${field.name}`}>
      <label className="lbl" htmlFor={id}>
        {field.label}
      </label>
      {field.kind === "choice" ? (
        <select
          {...common}
          className={`field select${invalid}`}
          value={value || (field.default ?? "")}
          onChange={(event) => onChange(event.currentTarget.value)}
        >
          {(field.choices ?? []).map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      ) : (
        <span className="row cx-box">
          <span className={`field grow${invalid}`}>
            <input
              {...common}
              type={field.kind === "secret" ? "password" : "text"}
              inputMode={field.kind === "number" ? "numeric" : undefined}
              className={field.kind === "file" ? "mono" : undefined}
              value={value}
              placeholder={props.placeholder ?? field.default}
              spellCheck={false}
              autoComplete="off"
              onChange={(event) => onChange(event.currentTarget.value)}
              onPaste={(event) => {
                const text = event.clipboardData.getData("text");
                // A password may look like anything.
                if (field.kind === "secret" || !looksLikeAddress(text)) return;
                event.preventDefault();
                onAddress(text.trim());
              }}
            />
          </span>
          {field.kind === "file" ? (
            <button
              type="button"
              className="ibtn"
              title={`Choose: ${field.label}`}
              aria-label={`Choose: ${field.label}`}
              onClick={onBrowse}
            >
              <IconFolderOpen className="i" stroke={1.5} aria-hidden="true" />
            </button>
          ) : null}
        </span>
      )}
      {error ? (
        <p id={`${id}-error`} className="cx-error xs" role="alert">
          <b>{error.message}</b> {error.hint}
        </p>
      ) : help === undefined ? null : (
        <p id={`${id}-help`} className="cx-help xs t3">
          {help}
        </p>
      )}
    </div>
  );
}
