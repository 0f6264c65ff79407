import type { LoadRequest } from "../../../shared/api/inputs.ts";
import type { ConnectionView } from "../../../shared/api/load-views.ts";
import type { SessionView } from "../../../shared/api/views.ts";
import { chosenTables, quoteWord, runOptions, type RunChoice } from "../export/export-form.ts";

/** How rows go into a database; plain data. Which tables and how many rows is asked once for files and databases. */
export interface LoadForm {
  /** The kept connection to load into. */
  readonly connection: string | null;
  readonly clear: LoadRequest["clear"];
  readonly existing: LoadRequest["existing"];
  readonly triggers: LoadRequest["triggers"];
  readonly proof: boolean;
}

export const firstLoadForm: LoadForm = {
  connection: null,
  clear: "keep",
  existing: "refuse",
  triggers: "on",
  proof: true,
};

/** The scenario on screen: its rows are those that are loaded. */
const shown = ({ scenario }: SessionView): Pick<LoadRequest, "scenario"> =>
  scenario === undefined ? {} : { scenario };

/** A load of the chosen rows into a kept connection. */
export function loadRequest(
  view: SessionView,
  choice: RunChoice,
  form: LoadForm,
  connection: string,
  confirm?: string,
): LoadRequest {
  const { clear, existing, triggers, proof } = form;
  return {
    to: { connection },
    clear,
    existing,
    triggers,
    proof,
    ...shown(view),
    ...runOptions(view, choice),
    ...(confirm === undefined ? {} : { confirm }),
  };
}

/** A load of the chosen rows into an engine of its own, which is thrown away once it has proved them. */
export const trialRequest = (view: SessionView, choice: RunChoice): LoadRequest => ({
  to: { trial: true },
  clear: "keep",
  existing: "refuse",
  triggers: "on",
  proof: true,
  ...shown(view),
  ...runOptions(view, choice),
});

/** The address as a command may have it: a password is a variable, which Seedloom reads, not the shell. */
function safeAddress({ address, password }: ConnectionView): string {
  if (password === "none") return address;
  return address.replace(/^([^/]+:\/\/[^@/:]*)@/u, (_, user: string) => `${user}:\${SEEDLOOM_PASSWORD}@`);
}

/** Whether rows of the source are among what is loaded, which takes another command, and the key. */
export const isMasked = (view: SessionView, choice: RunChoice): boolean =>
  chosenTables(view, choice).some(({ mode }) => mode === "mask");

/** The same load on the command line, for a pipeline; it is run in the project's folder. */
export function loadCommand(
  view: SessionView,
  choice: RunChoice,
  form: LoadForm,
  connection: ConnectionView,
): readonly string[] {
  const { tables = [], rows = {} } = runOptions(view, choice);
  const masked = isMasked(view, choice);
  return [
    masked ? "seedloom mask" : "seedloom load",
    `--to ${quoteWord(safeAddress(connection))}`,
    ...(view.scenario === undefined ? [] : [`--scenario ${quoteWord(view.scenario)}`]),
    ...(form.clear === "keep" ? [] : [form.clear === "delete" ? "--clear" : "--clear truncate"]),
    ...(form.existing === "update" ? ["--existing update"] : []),
    ...(form.triggers === "off" ? ["--triggers off"] : []),
    ...(form.proof ? ["--proof"] : []),
    ...(connection.protected ? [`--confirm ${quoteWord(connection.label)}`] : []),
    ...tables.map((table) => `--table ${quoteWord(table)}`),
    ...Object.entries(masked ? {} : rows).map(([table, count]) => `--rows ${quoteWord(`${table}=${count}`)}`),
  ];
}
