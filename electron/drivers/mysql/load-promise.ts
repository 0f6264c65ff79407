import type { TableModel } from "../../../shared/schema/schema-model.ts";
import type { LoadPromise, LoadRequest } from "../driver.ts";
import { fetchEngines, type EngineRow } from "./engines.ts";
import type { Session } from "./session.ts";
import { fetchTriggers, writtenByTriggers } from "./triggers.ts";
import { listed, plural } from "./words.ts";

/** The tables of a load that no transaction takes back. */
export const fetchLasting = async (session: Session, { tables }: LoadRequest): Promise<readonly EngineRow[]> =>
  (
    await fetchEngines(
      session,
      tables.map(({ table }) => table),
    )
  ).filter((row) => !row.transactions);

/** Whether the server reads rows that a client sends in the place of a file. */
export async function takesLocalFiles(session: Session): Promise<boolean> {
  const [row] = await session.rows("SELECT @@local_infile AS allowed");
  return Number(row?.["allowed"]) === 1;
}

/** What a load can hold to: whether a failure leaves all as it was, and what is to be known before. */
export async function loadPromise(session: Session, request: LoadRequest): Promise<LoadPromise> {
  const { tables, clear, existing } = request;
  const models = tables.map(({ table }) => table);
  const lasting = await fetchLasting(session, request);
  const ring = tables.filter((table) => table.ring.length > 0).map(({ table }) => table.name);
  const notes = [
    ...lasting.map(
      ({ table, engine }) =>
        `${table} is a table of the engine ${engine}, which has no transactions: what a failed run wrote there stays.`,
    ),
    ...(clear === "truncate" ? ["TRUNCATE cannot be taken back: after a failed run the tables are empty."] : []),
    ...(ring.length > 0
      ? [
          `${listed(ring)} ${ring.length === 1 ? "references itself" : "reference each other"}: foreign keys are not checked while ${ring.length === 1 ? "its" : "their"} rows come, and all of them are before the commit.`,
        ]
      : []),
    ...(await triggerNotes(session, request, models)),
    ...(existing === "update" ? updateNotes(models) : []),
    ...((await takesLocalFiles(session))
      ? []
      : ["The server does not take LOAD DATA LOCAL (local_infile is off): rows go in by INSERT, which takes longer."]),
  ];
  return { atomic: lasting.length === 0 && clear !== "truncate", notes };
}

async function triggerNotes(
  session: Session,
  { triggers: wanted, clear, existing }: LoadRequest,
  models: readonly TableModel[],
): Promise<readonly string[]> {
  const triggers = await fetchTriggers(session, models);
  const runs = triggers.filter(
    ({ event }) =>
      event === "INSERT" ||
      (event === "UPDATE" && existing === "update") ||
      // TRUNCATE fires none.
      (event === "DELETE" && clear === "delete"),
  );
  const names = listed([...new Set(runs.map(({ table }) => table.name))]);
  return [
    ...(wanted === "off" && runs.length > 0
      ? [
          `MySQL cannot switch triggers off: ${plural(runs.length, "trigger runs", "triggers run")} for the rows of ${names}.`,
        ]
      : []),
    ...writtenByTriggers(triggers, models).map(
      ({ table, by }) =>
        `Triggers of ${listed(by.map(({ name }) => name))} write to ${table.name}: its own rows go in last, over those.`,
    ),
  ];
}

function updateNotes(models: readonly TableModel[]): readonly string[] {
  const keyless = models.filter((table) => table.primaryKey.length === 0).map((table) => table.name);
  const unique = models
    .filter((table) => table.primaryKey.length > 0 && table.uniques.some(({ name }) => name !== "PRIMARY"))
    .map((table) => table.name);
  return [
    ...(keyless.length > 0
      ? [`Without a primary key, rows are added to those that are there: ${listed(keyless)}.`]
      : []),
    ...(unique.length > 0
      ? [
          `Rows are told by their primary key. One that has the other unique values of a row with another key ends the run: ${listed(unique)}.`,
        ]
      : []),
  ];
}
