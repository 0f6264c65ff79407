import type { ClientBase } from "pg";
import type { SequenceRow, TargetTable } from "./load-facts.ts";
import { quoteName, quoteText, tableName } from "./names.ts";

/** Where a sequence stands, and where its keys end. */
export interface SequenceState {
  readonly sequence: SequenceRow;
  readonly next: bigint;
  /** The key that lies farthest in the direction in which it counts; null where there are no rows. */
  readonly farthest: bigint | null;
}

/** Reads where sequences stand, each once, over all columns that it numbers. */
export async function sequenceStates(
  client: ClientBase,
  sequences: readonly SequenceRow[],
  tables: readonly Pick<TargetTable, "oid" | "schema" | "name">[],
): Promise<readonly SequenceState[]> {
  const states = new Map<number, SequenceState>();
  for (const sequence of sequences) {
    const table = tables.find(({ oid }) => oid === sequence.table);
    if (table === undefined || !sequence.reads) continue;
    const up = BigInt(sequence.increment) > 0n;
    const { rows } = await client.query<{ last: string; called: boolean; farthest: string | null }>(
      `SELECT last_value::text AS last, is_called AS called,
         (SELECT trunc(${up ? "max" : "min"}(${quoteName(sequence.column)})::numeric)::text FROM ${tableName(table)}) AS farthest
       FROM ${tableName(sequence)}`,
    );
    const [row = { last: "1", called: false, farthest: null }] = rows;
    const farthest = row.farthest === null ? null : BigInt(row.farthest);
    const known = states.get(sequence.oid)?.farthest ?? null;
    states.set(sequence.oid, {
      sequence,
      next: BigInt(row.last) + (row.called ? BigInt(sequence.increment) : 0n),
      farthest: known === null || (farthest !== null && (up ? farthest > known : farthest < known)) ? farthest : known,
    });
  }
  return [...states.values()];
}

/** Whether the sequence's next value lies beyond all keys. */
export const isBeyond = ({ sequence, next, farthest }: SequenceState): boolean =>
  farthest === null || (BigInt(sequence.increment) > 0n ? next > farthest : next < farthest);

/** The statements that set sequences past the farthest key: those that a rollback takes back, and those that it does not. */
export function sequenceStatements(states: readonly SequenceState[]): {
  readonly undone: readonly string[];
  readonly lasting: readonly string[];
} {
  const undone: string[] = [];
  const lasting: string[] = [];
  for (const state of states) {
    const { sequence, farthest } = state;
    if (farthest === null || isBeyond(state) || (!sequence.owned && !sequence.sets)) continue;
    const next = farthest + BigInt(sequence.increment);
    const ends = next > BigInt(sequence.maximum) || next < BigInt(sequence.minimum);
    const inside = farthest <= BigInt(sequence.maximum) && farthest >= BigInt(sequence.minimum);
    // RESTART belongs to the transaction; setval does not, but needs no owner, and can stand at the very end.
    if (!ends && sequence.owned) undone.push(`ALTER SEQUENCE ${tableName(sequence)} RESTART WITH ${next}`);
    else if (inside && sequence.sets) {
      lasting.push(`SELECT setval(${quoteText(tableName(sequence))}::regclass, ${farthest}, true)`);
    }
  }
  return { undone, lasting };
}
