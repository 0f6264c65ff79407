/** What the factories of a file share. */
export const fisheryHelpers = `/** Writes a row of a table; see saveWith. */
export type Save = (table: string, row: object) => Promise<unknown>;

let save: Save = () => Promise.reject(new Error("Say first how rows are saved: saveWith(…)."));

/** Says how create() saves rows, for example with the test's own transaction. */
export function saveWith(way: Save): void {
  save = way;
}

const tableOf = new WeakMap<object, string>();
const parentsOf = new WeakMap<object, readonly object[]>();
const saved = new WeakSet<object>();

function keep(table: string, row: object, parents: readonly (object | false)[]): void {
  tableOf.set(row, table);
  parentsOf.set(
    row,
    parents.filter((parent) => parent !== false),
  );
}

/** Saves the rows that a row refers to, and then itself; each once. */
async function store<T extends object>(row: T): Promise<T> {
  if (saved.has(row)) return row;
  saved.add(row);
  for (const parent of parentsOf.get(row) ?? []) await store(parent);
  const table = tableOf.get(row);
  if (table !== undefined) await save(table, row);
  return row;
}

/** The items in turn, the first again after the last. */
export function at<T>(items: readonly T[], sequence: number): T {
  const item = items[(sequence - 1) % items.length];
  if (item === undefined) throw new RangeError("The project has no rows to take this value from.");
  return item;
}

/** A column's values in turn; when they are used up, the first again with a number that tells them apart. */
export function distinct<T extends object, K extends keyof T>(
  items: readonly T[],
  column: K,
  sequence: number,
  maxLength = Infinity,
): T[K] {
  const value: unknown = at(items, sequence)[column];
  const round = Math.floor((sequence - 1) / items.length);
  if (round === 0 || value === null) return value as T[K];
  if (typeof value === "number") {
    const most = Math.max(...items.map((item) => Number(item[column])));
    return (most + sequence - items.length) as T[K];
  }
  const text = \`\${round + 1}-\${String(value)}\`;
  if (typeof value === "string" && text.length <= maxLength) return text as T[K];
  throw new RangeError(\`The factory has \${items.length} values of \${String(column)}. Say another.\`);
}

/** What is said of a row, without what is not. */
export function known<T extends object>(row: T): T {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as T;
}

export const orNull = <T>(share: number, value: T): T | null =>
  faker.datatype.boolean(share) ? null : value;

export const moment = (from: string, to: string): string =>
  faker.date.between({ from, to }).toISOString().slice(0, 19).replace("T", " ");

export const day = (from: string, to: string): string => moment(from, to).slice(0, 10);`;
