import { IconChevronDown, IconChevronRight } from "@tabler/icons-react";
import { useState } from "react";
import type {
  ConnectionFieldView,
  ConnectionList,
  ConnectionView,
  DriverView,
} from "../../../shared/api/load-views.ts";
import type { ErrorView } from "../../../shared/api/views.ts";
import { Switch } from "../designer/components/Switch.tsx";
import { faultyField, suggestedLabel, type ConnectionForm } from "./connection-form.ts";
import { FieldBox } from "./FieldBox.tsx";

interface ConnectionFieldsProps {
  readonly form: ConnectionForm;
  readonly driver: DriverView;
  readonly list: ConnectionList;
  readonly error: ErrorView | null;
  readonly onChange: (change: Partial<ConnectionForm>) => void;
  readonly onAddress: (address: string) => void;
  readonly onBrowse: (field: ConnectionFieldView) => void;
}

/** What most connections leave as it is. */
const seldom: readonly ConnectionFieldView["name"][] = ["tls", "ca", "socket"];

/** Where a password goes, in words. */
function passwordHelp({ secrets }: ConnectionList): string {
  return secrets.lasting
    ? "Kept in this system's password store, never in a project."
    : (secrets.message ?? "Kept until Seedloom ends, never in a project.");
}

const keptWords: Readonly<Record<ConnectionView["password"], string | undefined>> = {
  none: undefined,
  kept: "Kept; type to replace it",
  session: "Kept until Seedloom ends",
};

/** The form of one kind of database, drawn from what its driver declares. */
export function ConnectionFields(props: ConnectionFieldsProps) {
  const { form, driver, list, error, onChange, onAddress, onBrowse } = props;
  const kept = list.connections.find(({ id }) => id === form.id);
  const faulty = error === null ? undefined : faultyField(error, driver.fields);
  const more = driver.fields.filter(({ name }) => seldom.includes(name));
  const used = more.some(({ name, default: usual = "" }) => (form.values[name] || usual) !== usual || name === faulty);
  const [unfolded, setUnfolded] = useState(false);
  const open = unfolded || used;
  const taken = list.connections.flatMap(({ id, label }) => (id === form.id ? [] : [label]));

  const box = (field: ConnectionFieldView) => (
    <FieldBox
      key={field.name}
      field={field}
      value={form.values[field.name] ?? ""}
      error={error !== null && field.name === faulty ? error : undefined}
      help={field.kind === "secret" ? passwordHelp(list) : undefined}
      placeholder={field.kind === "secret" && kept ? keptWords[kept.password] : undefined}
      onChange={(value) => onChange({ values: { ...form.values, [field.name]: value } })}
      onAddress={onAddress}
      onBrowse={() => onBrowse(field)}
    />
  );

  return (
    <>
      <div className="cx-grid">{driver.fields.filter(({ name }) => !seldom.includes(name)).map(box)}</div>
      {more.length === 0 ? null : (
        <>
          <button type="button" className="cx-more sm" aria-expanded={open} onClick={() => setUnfolded(!open)}>
            {open ? (
              <IconChevronDown className="i i-xs" stroke={1.5} aria-hidden="true" />
            ) : (
              <IconChevronRight className="i i-xs" stroke={1.5} aria-hidden="true" />
            )}
            {more.some(({ name }) => name === "socket") ? "TLS and socket" : "TLS"}
          </button>
          {open ? <div className="cx-grid">{more.map(box)}</div> : null}
        </>
      )}
      <div className="cx-grid cx-own">
        <label className="cx-label">
          <span className="lbl">Name</span>
          <span className="field">
            <input
              value={form.label}
              placeholder={suggestedLabel(form, driver, taken)}
              maxLength={80}
              spellCheck={false}
              autoComplete="off"
              onChange={(event) => onChange({ label: event.currentTarget.value })}
            />
          </span>
        </label>
        <div className="cx-protected">
          <Switch label="Protected" checked={form.protected} onChange={(checked) => onChange({ protected: checked })} />
          <p className="cx-help xs t3">A load into it asks for its name.</p>
        </div>
      </div>
    </>
  );
}
