import type { SaveConnection, TestConnection } from "../../../shared/api/inputs.ts";
import type { ConnectionFieldView, ConnectionView, DriverView } from "../../../shared/api/load-views.ts";
import type { ErrorView } from "../../../shared/api/views.ts";

/** What the connection form holds; plain data. */
export interface ConnectionForm {
  /** The connection that is changed; absent for a new one. */
  readonly id?: string;
  /** "" stands for the suggested name. */
  readonly label: string;
  /** By field name. Those that another kind of database has, too, are carried over to it. */
  readonly values: Readonly<Record<string, string>>;
  readonly protected: boolean;
}

type FieldName = ConnectionFieldView["name"];

export const emptyForm: ConnectionForm = { label: "", values: {}, protected: false };

export const formOf = ({ id, label, values, protected: guarded }: ConnectionView): ConnectionForm => ({
  id,
  label,
  values,
  protected: guarded,
});

/** The values that a kind of database asks for, without those that are empty. */
const valuesOf = ({ values }: ConnectionForm, { fields }: DriverView): Record<string, string> =>
  Object.fromEntries(
    fields.flatMap(({ name }) => {
      const value = values[name] ?? "";
      return value === "" ? [] : [[name, value] as const];
    }),
  );

const lastPart = (path: string): string => path.split(/[\\/]/u).findLast((part) => part !== "") ?? path;

/** A name that says which database it is: the file's, or the database and its host. */
export function suggestedLabel(form: ConnectionForm, { label, fields }: DriverView, taken: readonly string[]): string {
  const of = (name: FieldName): string =>
    form.values[name] || (fields.find((field) => field.name === name)?.default ?? "");
  const file = form.values["file"] ?? "";
  const base = (
    fields.some(({ name }) => name === "file")
      ? lastPart(file)
      : [of("database"), of("socket") === "" || form.values["host"] ? of("host") : of("socket")]
          .filter(Boolean)
          .join(" at ")
  ).slice(0, 70);
  const start = base === "" ? label : base;
  let name = start;
  for (let k = 2; taken.includes(name); k++) name = `${start} ${k}`;
  return name;
}

const isSecret = ({ kind }: ConnectionFieldView): boolean => kind === "secret";

/** The kept connection that has the same values: it is used again rather than kept twice. */
function twin(
  form: ConnectionForm,
  driver: DriverView,
  connections: readonly ConnectionView[],
): ConnectionView | undefined {
  const plain = driver.fields.filter((field) => !isSecret(field));
  const same = (values: ConnectionForm["values"]): string =>
    JSON.stringify(plain.map(({ name, default: usual = "" }) => values[name] || usual));
  return connections.find(({ engine, values }) => engine === driver.id && same(values) === same(form.values));
}

/** What is to be kept of the form. A new connection without a name of its own gets one, or is the one that is there already. */
export function saveRequest(
  form: ConnectionForm,
  driver: DriverView,
  connections: readonly ConnectionView[],
): SaveConnection {
  const label = form.label.trim();
  const known = form.id === undefined && label === "" ? twin(form, driver, connections) : undefined;
  const id = form.id ?? known?.id;
  const taken = connections.flatMap((connection) => (connection.id === id ? [] : [connection.label]));
  return {
    ...(id === undefined ? {} : { id }),
    label: label === "" ? (known?.label ?? suggestedLabel(form, driver, taken)) : label,
    engine: driver.id,
    values: valuesOf(form, driver),
    protected: form.protected || known?.protected === true,
  };
}

export const testRequest = (form: ConnectionForm, driver: DriverView): TestConnection => ({
  ...(form.id === undefined ? {} : { id: form.id }),
  engine: driver.id,
  values: valuesOf(form, driver),
});

/** Where an error's code points to, unless its words name a field. */
const fieldByCode: Readonly<Record<string, FieldName>> = {
  "connection-refused": "host",
  "connection-denied": "user",
  "database-missing": "database",
  "secret-missing": "password",
  "source-not-found": "file",
  "source-not-a-database": "file",
  "source-unreadable": "file",
  "source-damaged": "file",
};

/** What people call the fields in sentences, beside their labels. */
const sayings: Readonly<Record<FieldName, RegExp>> = {
  file: /\bfile\b/iu,
  host: /\bhost\b/iu,
  port: /\bport\b/iu,
  socket: /\bsocket\b/iu,
  database: /\bdatabase\b/iu,
  user: /\buser\b/iu,
  password: /\bpassword\b/iu,
  tls: /\b(?:TLS|encrypted)\b/u,
  ca: /\bcertificate/iu,
};

/**
 * The field that an error is about: the first that its sentence names, else the one that its code points to; undefined where
 * the form has no such field, or the error is about none.
 */
export function faultyField(
  { code, message, hint = "" }: ErrorView,
  fields: readonly ConnectionFieldView[],
): FieldName | undefined {
  const places = fields.flatMap(({ name }) => {
    const at = message.search(sayings[name]);
    return at < 0 ? [] : [{ name, at }];
  });
  const named = places.toSorted((a, b) => a.at - b.at)[0]?.name;
  if (named !== undefined && (code in fieldByCode || code === "usage")) return named;
  const hinted = code === "connection-denied" ? fields.find(({ name }) => sayings[name].test(hint))?.name : undefined;
  const pointed = hinted ?? fieldByCode[code];
  return fields.some(({ name }) => name === pointed) ? pointed : undefined;
}
