import { IconTrash } from "@tabler/icons-react";
import type { TargetKind, TargetOutcome } from "../../../shared/api/target-views.ts";
import type { FormField, SessionView } from "../../../shared/api/views.ts";
import { isDataTarget, sqlDialectSchema, type ExportTarget } from "../../../shared/project/project.ts";
import { Callout } from "../../components/Callout.tsx";
import { engineNames } from "../../components/engine-names.ts";
import { formatBytes, formatRows } from "../../components/format.ts";
import { edit } from "../../state/session-store.ts";
import { Labelled } from "../designer/components/Labelled.tsx";
import { Segments } from "../designer/components/Segments.tsx";
import { ValueBox } from "../designer/components/ValueBox.tsx";
import { ParameterField } from "../designer/inspector/ParameterField.tsx";
import type { Parsed } from "../designer/logic/parse-count.ts";
import { changeExportView } from "../../state/export-view.ts";
import { Pieces } from "./Pieces.tsx";
import { Pipeline } from "./Pipeline.tsx";
import { fieldsFor, namedTargets, withChange, withOption, type NamedTarget, type TargetChange } from "./targets.ts";
import { WhatRows } from "./WhatRows.tsx";

interface TargetSettingsProps {
  readonly view: SessionView;
  readonly targets: readonly ExportTarget[];
  readonly one: NamedTarget;
  readonly kind: TargetKind | undefined;
  /** What its last run gave. */
  readonly outcome: Pick<TargetOutcome, "rows" | "bytes"> | undefined;
  /** The command that runs what is ticked, its options in lines of their own. */
  readonly command: readonly string[];
  readonly disabled: boolean;
}

/** How one export is written. Every change is in the project, and one step of undo. */
export function TargetSettings({ view, targets, one, kind, outcome, command, disabled }: TargetSettingsProps) {
  const { name, at, target } = one;
  const change = (change: TargetChange, gesture?: string): void =>
    edit({ kind: "set-exports", exports: withChange(targets, at, change), what: `Change the export ${name}` }, gesture);
  const remove = (): void => {
    edit({ kind: "set-exports", exports: targets.filter((_, k) => k !== at), what: `Remove the export ${name}` });
    changeExportView(view.session, { target: null });
  };
  const rename = (next: string, gesture: string): void => {
    const exports = withChange(targets, at, { name: next === "" ? undefined : next });
    edit({ kind: "set-exports", exports, what: `Rename the export ${name}` }, gesture);
    changeExportView(view.session, { target: namedTargets(exports)[at]?.name ?? null });
  };
  const taken = new Set(namedTargets(targets).flatMap((other) => (other.at === at ? [] : [other.name])));
  const dialect = (isDataTarget(target) ? target.dialect : undefined) ?? view.source.engine;
  const fields = fieldsFor(kind?.fields ?? [], target.options, dialect);
  return (
    <div className="inspector exp-settings">
      <div className="exp-settings-head">
        <h2>{kind?.label ?? name}</h2>
        <span className="grow" />
        {outcome ? (
          <span className="t3 sm num">
            {outcome.rows > 0 ? `${formatRows(outcome.rows)} · ` : ""}
            {formatBytes(outcome.bytes)}
          </span>
        ) : null}
        <button
          type="button"
          className="ibtn ibtn-sm"
          title={`Remove ${name}`}
          aria-label={`Remove the export ${name}`}
          disabled={disabled}
          onClick={remove}
        >
          <IconTrash className="i i-sm" stroke={1.5} aria-hidden="true" />
        </button>
      </div>
      {view.problems
        .filter(({ severity, target: about }) => severity === "warning" && about === name)
        .map(({ message, explanation }) => (
          <Callout key={message} tone="warn" title={message}>
            {explanation}
          </Callout>
        ))}
      <fieldset key={`${view.session} ${at}`} disabled={disabled}>
        <legend className="vh">Settings</legend>
        <Labelled label="Name">
          {(id) => <ValueBox id={id} text={name} parse={(text) => parseName(text, taken)} onCommit={rename} />}
        </Labelled>
        {"kit" in target ? null : <WhatRows view={view} target={target} onChange={change} />}
        {isDataTarget(target) && target.format === "sql" ? (
          <Labelled label="Dialect">
            {(id) => (
              <select
                id={id}
                className="field select"
                value={target.dialect ?? ""}
                onChange={(event) => change({ dialect: event.currentTarget.value || undefined })}
              >
                <option value="">As the source: {engineNames[view.source.engine]}</option>
                {sqlDialectSchema.options.map((dialect) => (
                  <option key={dialect} value={dialect}>
                    {dialect === "sqlserver" ? "SQL Server" : engineNames[dialect]}
                  </option>
                ))}
              </select>
            )}
          </Labelled>
        ) : null}
        <div className="exp-fields">
          {fields
            .filter(({ type }) => type !== "boolean")
            .map((field) => (
              <OptionField key={field.name} one={one} targets={targets} field={field} />
            ))}
        </div>
        <Labelled
          label="Folder"
          help={isDataTarget(target) ? "Or paths such as seeds/{scenario}/{nnn}_{table}.sql" : undefined}
        >
          {(id) => (
            <ValueBox
              id={id}
              text={target.to}
              mono
              parse={parseFolder}
              onCommit={(to, gesture) => change({ to }, gesture)}
            />
          )}
        </Labelled>
        {isDataTarget(target) ? <Pieces target={target} onChange={change} /> : null}
        <div className="exp-toggles">
          {fields
            .filter(({ type }) => type === "boolean")
            .map((field) => (
              <OptionField key={field.name} one={one} targets={targets} field={field} />
            ))}
        </div>
      </fieldset>
      <Pipeline
        lines={command}
        note={
          view.folder === undefined
            ? "Needs the project's folder: save the project first."
            : `Run it in the project's folder${command[0] === "seedloom mask" ? ", with the key in SEEDLOOM_KEY" : ""}. It writes the same bytes; with --check it fails where they differ.`
        }
      />
    </div>
  );
}

function parseName(text: string, taken: ReadonlySet<string>): Parsed<string> {
  const name = text.trim();
  return taken.has(name) ? { ok: false, cause: `Another export is named ${name}` } : { ok: true, value: name };
}

function parseFolder(text: string): Parsed<string> {
  const folder = text.trim();
  if (folder === "") return { ok: false, cause: "Say where the files go, e.g. seeds" };
  if (/^([/\\~]|[a-z]:)/i.test(folder))
    return { ok: false, cause: "Relative to the project's folder, so that it is right on every machine" };
  return { ok: true, value: folder };
}

interface OptionFieldProps {
  readonly targets: readonly ExportTarget[];
  readonly one: NamedTarget;
  readonly field: FormField;
}

/** One option of the format, code or kit, as it declares it. */
function OptionField({ targets, one: { name, at, target }, field }: OptionFieldProps) {
  const given = target.options[field.name];
  const value = given ?? field.default;
  const set = (next: unknown, gesture?: string): void => {
    const exports = withOption(targets, at, field.name, next === field.default ? undefined : next);
    edit({ kind: "set-exports", exports, what: `Set ${field.label.toLowerCase()} of ${name}` }, gesture);
  };
  const { choices = [], choiceDialects, names = {} } = field;
  const words = choices.map((choice) => names[choice] ?? capitalised(choice));
  // A field keeps its shape in every dialect.
  const many = choices.length > 2 || choiceDialects !== undefined;
  if (field.type === "choice" && many && words.join("").length <= mostSegmented) {
    return (
      <div className="span">
        <span className="lbl" title={field.help}>
          {field.label}
        </span>
        <Segments
          label={field.label}
          value={String(value)}
          options={choices.map((choice, k) => ({ value: choice, label: words[k] ?? choice, title: field.help }))}
          onChange={set}
        />
      </div>
    );
  }
  const shared = { mixed: false, value, inherited: given === undefined };
  if (field.type === "boolean") return <ParameterField field={field} shared={shared} columns={[]} onChange={set} />;
  // Two stand beside each other, where a sentence under each would be all that is seen.
  const { help, ...short } = field;
  const half = field.type === "integer" || (field.type === "choice" && choices.length <= 2);
  return (
    <div className={half ? undefined : "span"} title={help}>
      <ParameterField
        field={half || field.type === "choice" ? short : field}
        shared={shared}
        columns={[]}
        onChange={set}
      />
    </div>
  );
}

/** Letters of all choices that find room beside each other. */
const mostSegmented = 22;

const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
