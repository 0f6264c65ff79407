import { SeedloomError, isSeedloomError } from "../../../shared/base/errors.ts";
import { drawOf, keyReader, type RowKey } from "../../../shared/plan/sample/sample-key.ts";
import type { SamplePlan, SampleRelation } from "../../../shared/plan/sample/sample-plan.ts";
import { streamOf, type Stream } from "../../../shared/random/stream.ts";
import { isSampleRoot, type Sample } from "../../../shared/rules/sample-rule.ts";
import type { ColumnModel, TableId, TableModel } from "../../../shared/schema/schema-model.ts";
import type { Cell } from "../../../shared/vectors/vector.ts";
import type { Source } from "../../drivers/driver.ts";
import { Draws, type ShareLimit } from "./draws.ts";
import { Fewest } from "./fewest.ts";
import { NewRows } from "./new-rows.ts";
import { columnsNamed, RowReader, type FoundRow } from "./read-selected.ts";
import { SelectedRows, type Reason } from "./selected-rows.ts";

/** The rows that a sample takes, by table. */
export type DrawnRows = ReadonlyMap<TableId, SelectedRows>;

/** Up to which part of a table rows are asked for by key: keys of parents have an index, references may have none. */
const worth = { parent: 1 / 4, child: 1 / 20 };

/**
 * Draws a sample: the rows that its roots choose, all rows that those refer to, and the children that they bring. Children
 * are brought by roots and by children, not by rows that are only referred to, or else one row would bring most of the
 * database. The outcome depends on the data and the plan alone: it is the least set of rows that holds what it must, and
 * where a limit leaves out children, a keyed hash of their keys says which. In memory are the keys of the rows that are
 * taken, and the last round's references. Throws a SeedloomError.
 */
export async function drawSample(source: Source, plan: SamplePlan, signal: AbortSignal): Promise<DrawnRows> {
  const draw = new Draw(source, plan, signal);
  for (const { table, sample } of plan.tables.values()) {
    if (isSampleRoot(sample)) await draw.roots(table, sample);
  }
  while (draw.hasNew) await draw.round();
  return draw.rows;
}

class Draw {
  readonly rows: Map<TableId, SelectedRows>;
  readonly #source: Source;
  readonly #plan: SamplePlan;
  readonly #signal: AbortSignal;
  readonly #reader: RowReader;
  readonly #columns: ReadonlyMap<TableId, readonly string[]>;
  /** Keys of rows that were looked for, by relation. */
  readonly #asked: readonly Set<RowKey>[];
  /** How many children each relation has brought. */
  readonly #brought: number[];
  #last = new Map<TableId, NewRows>();
  #next = new Map<TableId, NewRows>();

  constructor(source: Source, plan: SamplePlan, signal: AbortSignal) {
    this.#source = source;
    this.#plan = plan;
    this.#signal = signal;
    this.#reader = new RowReader(source, signal);
    this.rows = new Map([...plan.tables.values()].map(({ table }) => [table.id, new SelectedRows(table)]));
    this.#columns = new Map([...plan.tables.keys()].map((id) => [id, relationColumns(plan, id)]));
    this.#asked = plan.relations.map(() => new Set());
    this.#brought = plan.relations.map(() => 0);
  }

  get hasNew(): boolean {
    return this.#next.size > 0;
  }

  /** The rows that a table itself chooses. */
  async roots(table: TableModel, sample: Sample): Promise<void> {
    const { where, share, rows: most, keys } = sample;
    const rows = this.#rowsOf(table);
    const stream = drawStream(this.#plan, table);
    if (where !== undefined || share !== undefined || most !== undefined) {
      const chosen = most === undefined ? undefined : new Fewest<FoundRow>(most);
      const limit = share === undefined || share === 1 ? undefined : await this.#limit(rows, where, share);
      const tied = new Fewest<FoundRow>(limit?.ties ?? 0);
      const take = (row: FoundRow, draw: number): void => {
        if (chosen === undefined) this.#take(rows, row.key, row.cells, { kind: "drawn" }, true);
        else chosen.offer(draw, row.key, row);
      };
      for await (const chunk of this.#candidates(rows, this.#columnsOf(table), where)) {
        for (const row of chunk) {
          const draw = drawOf(stream, row.key);
          if (limit === undefined || draw < limit.draw) take(row, draw);
          else if (draw === limit.draw) tied.offer(draw, row.key, row);
        }
      }
      for (const row of tied.all()) take(row, limit?.draw ?? 0);
      for (const { key, cells } of chosen?.all() ?? []) this.#take(rows, key, cells, { kind: "drawn" }, true);
    }
    if (keys !== undefined) await this.#picked(rows, keys);
  }

  /** How many rows there are to draw from is known once all have been seen: they are read twice, first their keys. */
  async #limit(rows: SelectedRows, where: string | undefined, share: number): Promise<ShareLimit> {
    const stream = drawStream(this.#plan, rows.table);
    const draws = new Draws();
    for await (const chunk of this.#candidates(rows, [], where))
      for (const { key } of chunk) draws.add(drawOf(stream, key));
    return draws.limit(share);
  }

  async *#candidates(
    rows: SelectedRows,
    columns: readonly string[],
    where: string | undefined,
  ): AsyncGenerator<readonly FoundRow[]> {
    if (where === undefined) return yield* this.#reader.all(rows, columns);
    if (this.#source.selects !== true) {
      throw new SeedloomError(
        "source-unsupported",
        `The rows of ${rows.table.id} are in files, which take no condition.`,
        "Say a share, a number of rows, or keys.",
      );
    }
    try {
      yield* this.#reader.where(rows, columns, where);
    } catch (error) {
      throw this.#signal.aborted ? error : refusedCondition(rows.table, error);
    }
  }

  async #picked(rows: SelectedRows, keys: readonly (readonly Cell[])[]): Promise<void> {
    const { table } = rows;
    const columns = columnsNamed(table, table.primaryKey);
    const keyOf = keyReader(columns);
    const wanted = new Map(keys.flatMap((cells) => [[keyOf(cells) ?? "", cells] as const]));
    const missing = new Map(wanted);
    for await (const chunk of this.#reader.among(rows, this.#columnsOf(table), {
      columns,
      keys: wanted,
      worth: worth.parent,
    })) {
      for (const { key, cells, by } of chunk) {
        this.#take(rows, key, cells, { kind: "picked" }, true);
        missing.delete(by);
      }
    }
    const [lost] = missing.values();
    if (lost !== undefined) {
      throw new SeedloomError(
        "export-blocked",
        `${table.id} has no row ${lost.map(String).join(", ")}, which its sample picks.`,
        "Take it out of `keys`, or pick another row.",
      );
    }
  }

  /** Finds what the rows of the last round refer to, and what they bring. */
  async round(): Promise<void> {
    this.#last = this.#next;
    this.#next = new Map();
    for (const [at, relation] of this.#plan.relations.entries()) {
      this.#signal.throwIfAborted();
      await this.#parents(relation, at);
      await this.#children(relation, at);
    }
  }

  async #parents(relation: SampleRelation, at: number): Promise<void> {
    const { child, parent, columns, referencedColumns, only } = relation;
    const rows = this.#rowsOf(parent);
    const models = columnsNamed(parent, referencedColumns);
    const keyOf = keyReader(models);
    const cellsOf = this.#picker(child, [...columns, ...(only === undefined ? [] : [only.column])]);
    const asked = this.#asked[at];
    const wanted = new Map<RowKey, readonly Cell[]>();
    const from = new Map<RowKey, number>();
    for (const { number, cells, isNew } of this.#last.get(child.id) ?? []) {
      const own = cellsOf(cells);
      const key = isNew && isMeant(own, only) ? keyOf(own) : undefined;
      if (key === undefined || asked?.has(key) !== false) continue;
      asked.add(key);
      wanted.set(key, own.slice(0, columns.length));
      from.set(key, number);
    }
    if (wanted.size === 0) return;
    const request = { columns: models, keys: wanted, worth: worth.parent };
    for await (const chunk of this.#reader.among(rows, this.#columnsOf(parent), request)) {
      for (const { key, cells, by } of chunk)
        this.#take(rows, key, cells, { kind: "parent", relation: at, from: from.get(by) ?? 0 }, false);
    }
  }

  async #children(relation: SampleRelation, at: number): Promise<void> {
    const { child, parent, columns, referencedColumns, only, children } = relation;
    if (children === "none") return;
    const rows = this.#rowsOf(child);
    const keyOf = keyReader(columnsNamed(parent, referencedColumns));
    const cellsOf = this.#picker(parent, referencedColumns);
    const wanted = new Map<RowKey, readonly Cell[]>();
    const from = new Map<RowKey, number>();
    for (const { number, cells, descends } of this.#last.get(parent.id) ?? []) {
      const own = cellsOf(cells);
      const key = descends ? keyOf(own) : undefined;
      if (key === undefined || wanted.has(key)) continue;
      wanted.set(key, own);
      from.set(key, number);
    }
    if (wanted.size === 0) return;
    const { most = Infinity, total = Infinity } = children === "all" ? {} : children;
    const limited = most < Infinity || total < Infinity;
    const stream = drawStream(this.#plan, child);
    const perOwner = new Map<RowKey, Fewest<FoundRow & { readonly by: RowKey }>>();
    const take = ({ key, cells, by }: FoundRow & { readonly by: RowKey }): void =>
      this.#take(rows, key, cells, { kind: "child", relation: at, from: from.get(by) ?? 0 }, true);
    const isOwn = this.#picker(child, only === undefined ? [] : [only.column]);
    const models = columnsNamed(child, columns).map((column, k) => likeKey(column, parent, referencedColumns[k]));
    const request = { columns: models, keys: wanted, worth: isAlike(relation) ? worth.child : 0 };
    for await (const chunk of this.#reader.among(rows, this.#columnsOf(child), request)) {
      for (const row of chunk) {
        if (only !== undefined && String(isOwn(row.cells)[0]) !== only.value) continue;
        if (!limited) take(row);
        else {
          const kept = perOwner.get(row.by) ?? new Fewest(Math.min(most, total));
          perOwner.set(row.by, kept);
          kept.offer(drawOf(stream, row.key), row.key, row);
        }
      }
    }
    if (!limited) return;
    const all = new Fewest<FoundRow & { readonly by: RowKey }>(total - (this.#brought[at] ?? 0));
    for (const kept of perOwner.values())
      for (const row of kept.all()) all.offer(drawOf(stream, row.key), row.key, row);
    const taken = all.all();
    this.#brought[at] = (this.#brought[at] ?? 0) + taken.length;
    taken.forEach(take);
  }

  /** Takes a row in, or lets one that is there already bring its children, too. */
  #take(rows: SelectedRows, key: RowKey, cells: readonly Cell[], reason: Reason, descending: boolean): void {
    const known = rows.numberOf(key);
    if (known !== undefined && (!descending || rows.isDescending(known))) return;
    const { id } = rows.table;
    const columns = this.#columnsOf(rows.table);
    if (known !== undefined) rows.descend(known);
    const number = known ?? rows.add(key, identityCells(rows, columns, cells), reason, descending);
    const list = this.#next.get(id) ?? new NewRows(columns.length);
    list.push({ number, cells, isNew: known === undefined, descends: descending });
    this.#next.set(id, list);
  }

  #rowsOf({ id }: TableModel): SelectedRows {
    const rows = this.rows.get(id);
    if (rows === undefined) throw new RangeError(`${id} is not in the sample.`);
    return rows;
  }

  #columnsOf({ id }: TableModel): readonly string[] {
    return this.#columns.get(id) ?? [];
  }

  /** Picks cells out of a new row of a table. */
  #picker(table: TableModel, names: readonly string[]): (cells: readonly Cell[]) => readonly Cell[] {
    const columns = this.#columnsOf(table);
    const places = names.map((name) => columns.indexOf(name));
    return (cells) => places.map((place) => cells[place] ?? null);
  }
}

/** What a table's rows are read for: their identity, what they refer to, and by what they are referred to. */
function relationColumns({ tables, relations }: SamplePlan, id: TableId): readonly string[] {
  const table = tables.get(id)?.table;
  const identity = table === undefined ? [] : new SelectedRows(table).identity.map(({ name }) => name);
  const own = relations.flatMap(({ child, parent, columns, referencedColumns, only }) => [
    ...(child.id === id ? [...columns, ...(only === undefined ? [] : [only.column])] : []),
    ...(parent.id === id ? referencedColumns : []),
  ]);
  return [...new Set([...identity, ...own])];
}

const identityCells = (rows: SelectedRows, columns: readonly string[], cells: readonly Cell[]): readonly Cell[] =>
  rows.identity.map(({ name }) => cells[columns.indexOf(name)] ?? null);

const isMeant = (cells: readonly Cell[], only: SampleRelation["only"]): boolean =>
  only === undefined || String(cells.at(-1)) === only.value;

/** A column of a reference, whose cells compare as those of the column that it refers to. */
function likeKey(column: ColumnModel, parent: TableModel, referenced: string | undefined): ColumnModel {
  const [key = column] = columnsNamed(parent, referenced === undefined ? [] : [referenced]);
  return { ...key, name: column.name };
}

/** Whether both sides of a relation are of one kind, so that an engine compares them as they are. */
function isAlike({ child, parent, columns, referencedColumns }: SampleRelation): boolean {
  const keys = columnsNamed(parent, referencedColumns);
  return columnsNamed(child, columns).every(({ valueType }, k) => valueType.kind === keys[k]?.valueType.kind);
}

/** By name and not by identity: the same rows are drawn of one table in every engine. */
const drawStream = ({ seed }: SamplePlan, { name }: TableModel): Stream => streamOf(seed, "sample", name.toLowerCase());

/** What the engine says of a condition; its words are about names and signs, and are left out where they could be about rows. */
function refusedCondition({ id }: TableModel, error: unknown): unknown {
  if (isSeedloomError(error) && !conditionErrors.has(error.code)) return error;
  const { cause } = error instanceof Error ? error : { cause: undefined };
  const code = typeof cause === "object" && cause !== null && "code" in cause ? String(cause.code) : "";
  const said = cause instanceof Error && plainErrors.test(code) ? `: ${cause.message.replace(/\.$/, "")}` : "";
  return new SeedloomError(
    "source-unreadable",
    `The source does not take the condition of ${id}${said}.`,
    "Write it as after WHERE in the source's own SQL: country = 'SE'.",
    { cause: error },
  );
}

const conditionErrors: ReadonlySet<string> = new Set([
  "source-unreadable",
  "source-damaged",
  "load-failed",
  "internal",
]);
/** Errors in a text of SQL: of SQLite, PostgreSQL's class 42, and of MySQL's parser and names. */
const plainErrors = /^(?:SQLITE_ERROR|42\w{3}|ER_(?:PARSE_ERROR|BAD_FIELD_ERROR|SP_DOES_NOT_EXIST|NO_SUCH_TABLE))$/;
