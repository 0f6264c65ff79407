import type { ClientBase } from "pg";
import type { TableModel } from "../../../shared/schema/schema-model.ts";
import type { Proof, ProofFinding } from "../driver.ts";
import { proofQuestions, type Question } from "./proof-questions.ts";
import { fetchSequences, type SequenceRow } from "./load-facts.ts";
import { isBeyond, sequenceStates } from "./sequences.ts";
import { tableName } from "./names.ts";

/** Asks the engine whether every key, unique, check and NOT NULL of the tables holds, and every next value is free. */
export async function prove(client: ClientBase, tables: readonly TableModel[]): Promise<Proof> {
  await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
  try {
    // Expressions of the schema are written for this path; a scan may take as long as it needs.
    await client.query("SET LOCAL search_path = public; SET LOCAL statement_timeout = 0");
    const findings: ProofFinding[] = [];
    const asked = { "foreign-key": 0, unique: 0, check: 0, "not-null": 0, exclusion: 0, sequence: 0 };
    let rows = 0;
    for (const table of tables) {
      rows += await countRows(client, table);
      for (const question of proofQuestions(table)) {
        asked[question.kind] += 1;
        const broken = await count(client, question);
        if (broken > 0) findings.push(findingOf(table, question, broken));
      }
    }
    const sequences = await proveSequences(client, tables, findings);
    return {
      foreignKeys: asked["foreign-key"],
      uniques: asked.unique + asked.exclusion,
      checks: asked.check,
      sequences,
      rows,
      findings,
    };
  } finally {
    await client.query("ROLLBACK").catch(() => undefined);
  }
}

async function countRows(client: ClientBase, table: TableModel): Promise<number> {
  const { rows } = await client.query<{ n: string }>(`SELECT count(*)::text AS n FROM ${tableName(table)}`);
  return Number(rows[0]?.n ?? 0);
}

async function count(client: ClientBase, { sql }: Question): Promise<number> {
  const { rows } = await client.query<{ n: string | null }>(sql);
  return Number(rows[0]?.n ?? 0);
}

const findingOf = (table: TableModel, { kind, name, says }: Question, rows: number): ProofFinding => ({
  table: table.id,
  kind,
  name,
  rows,
  message: says(rows === 1 ? "one row" : `${rows} rows`),
});

async function proveSequences(
  client: ClientBase,
  tables: readonly TableModel[],
  findings: ProofFinding[],
): Promise<number> {
  const { rows: known } = await client.query<{ oid: number; schema: string; name: string }>(
    `SELECT t.oid, n.nspname AS schema, t.relname AS name FROM unnest($1::text[], $2::text[]) AS wanted (schema, name)
     JOIN pg_namespace AS n ON n.nspname = wanted.schema JOIN pg_class AS t ON t.relnamespace = n.oid AND t.relname = wanted.name`,
    [tables.map(({ schema }) => schema), tables.map(({ name }) => name)],
  );
  const sequences = await fetchSequences(
    client,
    known.map(({ oid }) => oid),
  );
  const states = await sequenceStates(client, sequences, known);
  const report = ({ table: oid, column, name }: SequenceRow, says: (key: string) => string): void => {
    const owner = known.find((one) => one.oid === oid);
    const table = tables.find((one) => one.schema === owner?.schema && one.name === owner.name);
    if (table === undefined) return;
    findings.push({ table: table.id, kind: "sequence", name, rows: 0, message: says(`${table.id}.${column}`) });
  };
  for (const { sequence, next, farthest } of states.filter((one) => !isBeyond(one))) {
    report(
      sequence,
      (key) =>
        `The next value of ${sequence.name}, ${next}, is not beyond the keys of ${key}, which reach ${farthest}.`,
    );
  }
  for (const sequence of sequences.filter(({ reads }) => !reads))
    report(sequence, (key) => `This user may not read ${sequence.name}, so the next value of ${key} is not known.`);
  return states.length;
}
