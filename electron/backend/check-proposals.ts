import type { KeyConfidence, ProposedKey } from "../../shared/rules/keys/proposed-key.ts";
import { findTable, type SchemaModel } from "../../shared/schema/schema-model.ts";
import type { Cell } from "../../shared/vectors/vector.ts";
import type { Source } from "../drivers/driver.ts";

/** Rows of a child whose values are looked for, and rows of a parent among which they are. */
const childRows = 5000;
const parentRows = 500_000;

/**
 * Looks for the values of proposed keys in the tables that they refer to: the share that is found comes with each, and moves
 * its confidence. Only rows at the beginning of a table are read; a share that is then not known is left out. Throws a
 * SeedloomError where the source cannot be read.
 */
export async function checkProposals(
  source: Source,
  model: SchemaModel,
  proposals: readonly ProposedKey[],
  signal?: AbortSignal,
): Promise<readonly ProposedKey[]> {
  const known = new Map<string, KnownValues>();
  const checked: ProposedKey[] = [];
  for (const proposal of proposals) {
    const place = JSON.stringify([proposal.referencedTable, proposal.referencedColumns]);
    const parent =
      known.get(place) ??
      (await valuesOf(source, model, proposal.referencedTable, proposal.referencedColumns, parentRows, signal));
    known.set(place, parent);
    const child = await valuesOf(source, model, proposal.table, proposal.columns, childRows, signal);
    checked.push(withShare(proposal, child, parent));
  }
  return checked;
}

interface KnownValues {
  readonly values: ReadonlySet<string>;
  /** All rows of the table were read. */
  readonly whole: boolean;
}

async function valuesOf(
  source: Source,
  model: SchemaModel,
  id: string,
  columns: readonly string[],
  limit: number,
  signal: AbortSignal | undefined,
): Promise<KnownValues> {
  const table = findTable(model, id);
  const values = new Set<string>();
  if (table === undefined) return { values, whole: true };
  let rows = 0;
  for await (const chunk of source.read({ table, columns, limit, ...(signal === undefined ? {} : { signal }) })) {
    rows += chunk.length;
    // A reference with a NULL in it refers to nothing.
    for (const row of chunk) if (!row.includes(null)) values.add(row.map(textOf).join("\0"));
  }
  return { values, whole: rows < limit };
}

const textOf = (cell: Cell): string => (cell instanceof Uint8Array ? Buffer.from(cell).toString("hex") : String(cell));

function withShare(proposal: ProposedKey, child: KnownValues, parent: KnownValues): ProposedKey {
  const { size } = child.values;
  const found = [...child.values].filter((value) => parent.values.has(value)).length;
  // No values say nothing, and neither do values that may lie among the rows that were not read.
  if (size === 0 || (found < size && !parent.whole)) return proposal;
  const share = found / size;
  return { ...proposal, share, confidence: confidenceBy(proposal.confidence, share, size) };
}

/** All values found, and more than a few of them, speak for a key; many that are missing speak against it. */
function confidenceBy(named: KeyConfidence, share: number, count: number): KeyConfidence {
  if (share < 0.5) return "low";
  if (share < 0.95) return named === "high" ? "medium" : "low";
  return share === 1 && count >= 20 && named !== "high" ? (named === "low" ? "medium" : "high") : named;
}
