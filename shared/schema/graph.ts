import { referencedTable, type SchemaModel, type TableModel } from "./schema-model.ts";

/** For each table, in model order, the indexes of the tables that its foreign keys point to: no repeats, none dangling. */
function parentsOf(model: SchemaModel): readonly (readonly number[])[] {
  const indexOf = new Map(model.tables.map((table, index) => [table.id, index]));
  return model.tables.map((table) => {
    const parents = new Set<number>();
    for (const key of table.foreignKeys) {
      const parent = referencedTable(model, key);
      const index = parent === undefined ? undefined : indexOf.get(parent.id);
      if (index !== undefined) parents.add(index);
    }
    return [...parents].sort((a, b) => a - b);
  });
}

/** Tables to be loaded together: one table, or several that reference each other in a cycle, in model order. */
export type LoadGroup = readonly TableModel[];

/**
 * The tables in an order to load them: the strongly connected components of the foreign-key graph, parents before
 * children. Ties go by the order of tables in the model, so that the answer depends on nothing else. A table that
 * references only itself is a group of one. Method: Tarjan, "Depth-first search and linear graph algorithms" (1972), with
 * an explicit stack, for the components; then Kahn's sort with the earliest table first.
 */
export function loadOrder(model: SchemaModel): readonly LoadGroup[] {
  const parents = parentsOf(model);
  const { component, count } = componentsOf(parents);

  const members: number[][] = Array.from({ length: count }, () => []);
  component.forEach((group, table) => members[group]?.push(table));
  const first = members.map((group) => group[0] ?? 0);
  const children: Set<number>[] = Array.from({ length: count }, () => new Set());
  const waiting = new Int32Array(count);
  parents.forEach((list, table) => {
    const child = component[table] ?? 0;
    for (const parent of list.map((index) => component[index] ?? 0)) {
      const siblings = children[parent];
      if (parent === child || siblings === undefined || siblings.has(child)) continue;
      siblings.add(child);
      waiting[child] = (waiting[child] ?? 0) + 1;
    }
  });

  const ready = new EarliestFirst((group) => first[group] ?? 0);
  for (let group = 0; group < count; group++) if (waiting[group] === 0) ready.push(group);
  const order: LoadGroup[] = [];
  for (let group = ready.pop(); group !== undefined; group = ready.pop()) {
    order.push((members[group] ?? []).flatMap((index) => model.tables[index] ?? []));
    for (const child of children[group] ?? []) {
      const left = (waiting[child] ?? 0) - 1;
      waiting[child] = left;
      if (left === 0) ready.push(child);
    }
  }
  return order;
}

/** Tarjan's components of a graph given as adjacency lists: `component[node]` for each node. Never recursive. */
function componentsOf(edges: readonly (readonly number[])[]): { component: Int32Array; count: number } {
  const size = edges.length;
  const component = new Int32Array(size).fill(-1);
  const visited = new Int32Array(size).fill(-1);
  const low = new Int32Array(size);
  const next = new Int32Array(size);
  const open: number[] = [];
  let clock = 0;
  let count = 0;
  for (let root = 0; root < size; root++) {
    if (visited[root] !== -1) continue;
    const path = [root];
    for (let node = path.at(-1); node !== undefined; node = path.at(-1)) {
      if (visited[node] === -1) {
        visited[node] = low[node] = clock++;
        open.push(node);
      }
      const at = next[node] ?? 0;
      const target = edges[node]?.[at];
      if (target !== undefined) {
        next[node] = at + 1;
        if (visited[target] === -1) path.push(target);
        else if (component[target] === -1) low[node] = Math.min(low[node] ?? 0, visited[target] ?? 0);
        continue;
      }
      path.pop();
      const caller = path.at(-1);
      if (caller !== undefined) low[caller] = Math.min(low[caller] ?? 0, low[node] ?? 0);
      if (low[node] !== visited[node]) continue;
      for (let member = open.pop(); member !== undefined; member = open.pop()) {
        component[member] = count;
        if (member === node) break;
      }
      count++;
    }
  }
  return { component, count };
}

/** A binary heap of group numbers. */
class EarliestFirst {
  readonly #rank: (group: number) => number;
  readonly #heap: number[] = [];

  constructor(rank: (group: number) => number) {
    this.#rank = rank;
  }

  push(group: number): void {
    let at = this.#heap.push(group) - 1;
    while (at > 0 && this.#before(at, (at - 1) >> 1)) {
      this.#swap(at, (at - 1) >> 1);
      at = (at - 1) >> 1;
    }
  }

  pop(): number | undefined {
    const top = this.#heap[0];
    const last = this.#heap.pop();
    if (last === undefined || this.#heap.length === 0) return top;
    this.#heap[0] = last;
    for (let at = 0; ;) {
      const left = 2 * at + 1;
      const least = left + 1 < this.#heap.length && this.#before(left + 1, left) ? left + 1 : left;
      if (least >= this.#heap.length || !this.#before(least, at)) return top;
      this.#swap(at, least);
      at = least;
    }
  }

  #before(a: number, b: number): boolean {
    return this.#rank(this.#heap[a] ?? 0) < this.#rank(this.#heap[b] ?? 0);
  }

  #swap(a: number, b: number): void {
    const [x = 0, y = 0] = [this.#heap[a], this.#heap[b]];
    this.#heap[a] = y;
    this.#heap[b] = x;
  }
}
