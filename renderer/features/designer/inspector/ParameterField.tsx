import type { ReactNode } from "react";
import { usualSteps } from "../../../../shared/generators/structure/usual-steps.ts";
import type { FormField } from "../../../../shared/api/views.ts";
import { Labelled } from "../components/Labelled.tsx";
import { Slider } from "../components/Slider.tsx";
import { Switch } from "../components/Switch.tsx";
import { ValueBox } from "../components/ValueBox.tsx";
import { paramText, parseParam } from "../logic/rule-params.ts";
import type { Shared } from "../logic/targets.ts";
import { ExpressionField } from "../expression/ExpressionField.tsx";
import type { FieldPlace } from "../logic/inside.ts";
import { DocumentField } from "../document/DocumentField.tsx";
import { readInner, writeInner } from "../document/part.ts";
import { RuleField } from "../document/RuleField.tsx";
import { HistogramField } from "../fields/HistogramField.tsx";
import { KindsField } from "../fields/KindsField.tsx";
import { MixField } from "../fields/MixField.tsx";
import { RowsField } from "../fields/RowsField.tsx";
import { BrowseButton } from "../fields/BrowseButton.tsx";
import { StepsField } from "../fields/StepsField.tsx";
import { useCatalogue } from "../queries.ts";
import { PathPicker } from "../relations/PathPicker.tsx";
import { WeightsEditor } from "./WeightsEditor.tsx";

interface Props {
  readonly field: FormField;
  readonly shared: Shared<unknown> & { readonly inherited: boolean };
  /** Other columns of the row, for fields that name one. */
  readonly columns: readonly string[];
  /** Columns of the rows that foreign keys point to, for fields that may follow one: customer_id.country. */
  readonly paths?: readonly string[];
  /** The tables that a field may name a column of. */
  readonly tables?: readonly string[];
  /** The table whose rows an expression is for, and where a single column is edited, that column. */
  readonly table?: string;
  readonly place?: FieldPlace | undefined;
  /** The parameters `min` and `max` of the same rule, where they are numbers. */
  readonly range?: { readonly min: number; readonly max: number } | undefined;
  readonly onChange: (value: unknown, gesture?: string) => void;
}

/** One parameter, drawn as its declaration asks. */
export function ParameterField(props: Props): ReactNode {
  const { field, shared } = props;
  if (field.type === "boolean") return <BooleanField {...props} />;
  return (
    <Labelled label={field.label} help={field.help} span={isWide(field)}>
      {(id) => {
        if (field.type === "weights" || field.control === "weights") {
          return (
            <WeightsEditor
              id={id}
              label={field.label}
              value={shared.mixed ? undefined : shared.value}
              mixed={shared.mixed}
              onChange={props.onChange}
            />
          );
        }
        const composed = shared.mixed ? undefined : composedField(props, id, shared.value);
        if (composed) return composed;
        if (field.control === "slider" && field.minimum !== undefined && field.maximum !== undefined)
          return <SliderField {...props} id={id} />;
        if (field.control === "column") return <SelectField {...props} id={id} options={columnOptions(props)} />;
        if (field.control === "table-column" || field.control === "owned-column") {
          const value = shared.mixed || typeof shared.value !== "string" ? "" : shared.value;
          const { tables = [], onChange } = props;
          return <PathPicker id={id} label={field.label} value={value} tables={tables} onChange={onChange} />;
        }
        if (field.control === "expression" || field.control === "template") return <CodeField {...props} id={id} />;
        if (field.control === "project-file") return <ProjectFileField {...props} id={id} />;
        if (field.choices) return <SelectField {...props} id={id} options={field.choices} />;
        return <TextField {...props} id={id} />;
      }}
    </Labelled>
  );
}

/** The columns of the row and of its parents, and a path that leads over more of them: city_id.country_id.code. */
function columnOptions({ columns, paths = [], shared }: Props): readonly string[] {
  const value = shared.mixed || typeof shared.value !== "string" ? "" : shared.value;
  const [own = "", ...steps] = value.split(".");
  return [...columns, ...paths, ...(steps.length > 1 && columns.includes(own) ? [value] : [])];
}

/** The field of a value with parts, where the declaration asks for one; what differs between columns is text. */
function composedField(
  { field, shared, columns, paths = [], tables = [], range, place, onChange }: Props,
  id: string,
  value: unknown,
): ReactNode | undefined {
  const given = { id, label: field.label, value, onChange };
  switch (field.control) {
    case "histogram":
      return <HistogramField {...given} inherited={shared.inherited} labels={field.labels} range={range} />;
    case "rows":
      return field.items ? <RowsField {...given} items={field.items} /> : undefined;
    case "kinds":
      return <KindsField {...given} tables={tables} />;
    case "steps":
      return <StepsField {...given} usual={usualSteps(place?.column.column.valueType ?? { kind: "unknown" })} />;
    case "rule":
      return place ? <InnerRuleField {...given} place={place} /> : undefined;
    case "mix":
      return <MixField {...given} columns={[...columns, ...paths]} place={place} />;
    case "document":
    case "markup":
      return place ? <DocumentField {...given} markup={field.control === "markup"} place={place} /> : undefined;
    default:
      return undefined;
  }
}

interface InnerRuleProps {
  readonly label: string;
  readonly value: unknown;
  readonly place: FieldPlace;
  readonly onChange: Props["onChange"];
}

/** The rule of a list's elements. */
function InnerRuleField({ label, value, place, onChange }: InnerRuleProps): ReactNode {
  const { byId } = useCatalogue();
  const { name, valueType } = place.column.column;
  return (
    <RuleField
      label={label}
      name={name}
      rule={readInner(value, byId)}
      kind={valueType.kind === "array" ? valueType.of.kind : "unknown"}
      place={place}
      onChange={(rule, gesture) => onChange(writeInner(rule), gesture)}
    />
  );
}

type FieldProps = Props & { readonly id: string };

/** An expression, or a template with expressions in it; plain text where columns differ, or where no table is known. */
function CodeField(props: FieldProps): ReactNode {
  const { field, shared, columns, table, place, onChange, id } = props;
  if (shared.mixed || table === undefined) return <TextField {...props} />;
  return (
    <ExpressionField
      id={id}
      label={field.label}
      language={field.control === "template" ? "template" : "expression"}
      text={typeof shared.value === "string" ? shared.value : ""}
      columns={[...columns, ...(props.paths ?? [])]}
      table={table}
      place={place}
      onChange={onChange}
    />
  );
}

function TextField({ field, shared, onChange, id }: FieldProps): ReactNode {
  const lines =
    field.type === "list" ? 4 : field.type === "json" || field.control === "code" || field.control === "rule" ? 3 : 1;
  const mono = ["template", "pattern", "code", "expression"].includes(field.control ?? "") || field.type === "json";
  const text = shared.mixed ? "" : paramText(field, shared.value);
  return (
    <ValueBox
      id={id}
      text={text}
      parse={(typed) => parseParam(field, typed)}
      onCommit={onChange}
      live
      lines={lines}
      mono={mono}
      inherited={shared.inherited}
      {...placeholderOf(field, shared.mixed)}
      {...(field.unit === undefined ? {} : { unit: field.unit })}
    />
  );
}

/** The path of a file in the project's folder, typed or chosen. */
function ProjectFileField(props: FieldProps): ReactNode {
  return (
    <span className="row fs-row">
      <span className="grow">
        <TextField {...props} />
      </span>
      <BrowseButton onChoose={props.onChange} />
    </span>
  );
}

function placeholderOf(field: FormField, mixed: boolean): { readonly placeholder?: string } {
  if (mixed) return { placeholder: "mixed" };
  if (field.control === "date") return { placeholder: "2026-01-31, today, -2y" };
  if (field.control === "datetime") return { placeholder: "2026-01-31 12:00, today, -30d" };
  if (field.control === "time") return { placeholder: "08:30" };
  return field.optional ? { placeholder: "none" } : {};
}

function SliderField({ field, shared, onChange }: FieldProps): ReactNode {
  const minimum = field.minimum ?? 0;
  const maximum = field.maximum ?? 1;
  const step = field.step ?? (field.type === "integer" ? 1 : (maximum - minimum) / 100);
  const value = !shared.mixed && typeof shared.value === "number" ? shared.value : minimum;
  const digits = Math.max(0, Math.min(6, Math.ceil(-Math.log10(step))));
  const share = minimum === 0 && maximum === 1;
  const words = shared.mixed ? "mixed" : share ? `${Number((value * 100).toFixed(2))}%` : value.toFixed(digits);
  return (
    <span className="row fs-row">
      <Slider
        label={field.label}
        value={value}
        minimum={minimum}
        maximum={maximum}
        step={step}
        valueText={words}
        onChange={onChange}
      />
      <ValueBox
        label={`${field.label}, as a number`}
        width={48}
        align="end"
        floating
        quiet
        live
        text={words}
        inherited={shared.inherited}
        // Shares are shown in percent, and typed so: 40 is 40%.
        parse={(typed) => parseParam(field, share ? fromPercent(typed) : typed)}
        onCommit={onChange}
        {...(field.unit === undefined || share ? {} : { unit: field.unit })}
      />
    </span>
  );
}

function fromPercent(typed: string): string {
  const percent = Number(typed.replace("%", "").trim());
  return typed.trim() === "" || Number.isNaN(percent) ? typed : String(percent / 100);
}

function SelectField({
  field,
  shared,
  onChange,
  id,
  options,
}: FieldProps & { readonly options: readonly string[] }): ReactNode {
  const value = shared.mixed || typeof shared.value !== "string" ? "" : shared.value;
  const unknown = value !== "" && !options.includes(value);
  const empty = value === "" || field.optional;
  return (
    <select
      id={id}
      className={`field vb-select${shared.inherited ? " t3" : ""}${unknown ? " is-invalid" : ""}`}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value === "" ? undefined : event.currentTarget.value)}
    >
      {empty ? <option value="">{shared.mixed ? "mixed" : "none"}</option> : null}
      {unknown ? <option value={value}>{`${value} (not there)`}</option> : null}
      {options.map((option) => (
        <option key={option} value={option}>
          {field.names?.[option] ?? option}
        </option>
      ))}
    </select>
  );
}

function BooleanField({ field, shared, onChange }: Props): ReactNode {
  const on = !shared.mixed && shared.value === true;
  return (
    <div className="span pf-switch" title={field.help}>
      <Switch label={field.label} checked={on} mixed={shared.mixed} onChange={(next) => onChange(next)} />
    </div>
  );
}

/** Takes the form's whole width: what is long to read, or has lines of its own. */
function isWide(field: FormField): boolean {
  return (
    field.type === "weights" ||
    field.type === "list" ||
    field.type === "json" ||
    [
      "weights",
      "histogram",
      "rows",
      "kinds",
      "steps",
      "rule",
      "mix",
      "document",
      "markup",
      "schema",
      "template",
      "pattern",
      "code",
      "expression",
      "project-file",
      "table-column",
      "owned-column",
    ].includes(field.control ?? "") ||
    (field.type === "text" && field.control === undefined && field.choices === undefined)
  );
}
