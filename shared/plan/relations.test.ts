import { describe, expect, test } from "vitest";
import type { Cell } from "../vectors/vector.ts";
import type { OwnedRows } from "../rules/rule.ts";
import { allRows, smallPlan, type TableWords } from "./small-design.ts";
import type { Plan } from "./plan.ts";

type Row = Record<string, Cell>;

const number = (min: number, max: number) =>
  ({ kind: "generate", generator: "integer", params: { min, max } }) as const;
const keyOf = (row: Row, columns: readonly string[]): string => columns.map((name) => String(row[name])).join("|");

/** Every reference meets a row, and every key is distinct. */
function expectSound(plan: Plan): void {
  for (const [id, planned] of plan.tables) {
    const rows = allRows(plan, id);
    expect(rows).toHaveLength(planned.rowCount);
    for (const key of planned.table.foreignKeys) {
      const targets = new Set(allRows(plan, key.referencedTable.name).map((row) => keyOf(row, key.referencedColumns)));
      for (const row of rows) {
        if (key.columns.some((name) => row[name] === null)) continue;
        expect(targets.has(keyOf(row, key.columns)), `${id}(${key.columns.join()}) ${keyOf(row, key.columns)}`).toBe(
          true,
        );
      }
    }
    for (const key of [planned.table.primaryKey, ...planned.table.uniques.map((unique) => unique.columns)]) {
      const complete = rows.filter((row) => key.every((name) => row[name] !== null));
      expect(new Set(complete.map((row) => keyOf(row, key))).size, `${id}(${key.join()}) distinct`).toBe(
        complete.length,
      );
    }
    for (const column of planned.table.columns) {
      if (!column.nullable) expect(rows.filter((row) => row[column.name] === null)).toHaveLength(0);
    }
  }
}

const customers: TableWords = { columns: { id: "key" }, rows: 300 };
const people: TableWords = {
  columns: { id: "key", "parent?": "ref" },
  rows: 200,
  references: { parent: "people(id)" },
};

describe("relations hold by construction", () => {
  test("children of an owner lie together, are numbered, and reach their parent", () => {
    const plan = smallPlan({
      customers,
      orders: {
        columns: { id: "key", customer: "ref" },
        rows: { per: "customers", from: 0, to: 6, average: 2, without: 0.1 },
        references: { customer: "customers(id)" },
      },
      items: {
        columns: { order: "ref", line: "line" },
        rows: { per: "orders", from: 1, to: 4, without: 0 },
        primaryKey: ["order", "line"],
        references: { order: "orders(id)" },
      },
    });
    expectSound(plan);
    const owners = allRows(plan, "orders").map((row) => Number(row["customer"]));
    expect(owners).toEqual(owners.toSorted((a, b) => a - b));
  });

  test("an order's address belongs to the order's customer", () => {
    const plan = smallPlan({
      customers,
      addresses: {
        columns: { id: "key", customer: "ref" },
        rows: { per: "customers", from: 1, to: 3, without: 0 },
        references: { customer: "customers(id)" },
      },
      orders: {
        columns: {
          id: "key",
          customer: "ref",
          address: { kind: "generate", generator: "foreign-key", params: { sameOwner: true } },
        },
        rows: { per: "customers", from: 1, to: 5, without: 0 },
        references: { customer: "customers(id)", address: "addresses(id)" },
      },
    });
    expectSound(plan);
    const addressOwner = new Map(allRows(plan, "addresses").map((row) => [row["id"], row["customer"]]));
    for (const order of allRows(plan, "orders"))
      expect(addressOwner.get(order["address"] ?? null)).toBe(order["customer"]);
  });

  test("two composite keys share tenant_id, and agree in it (drizzle-orm#5919, SDV#577)", () => {
    const perTenant = { per: "tenants", from: 1, to: 4, without: 0 };
    const owned: TableWords = {
      columns: { tenant: "ref", id: "line" },
      rows: perTenant,
      primaryKey: ["tenant", "id"],
      references: { tenant: "tenants(id)" },
    };
    const plan = smallPlan({
      tenants: { columns: { id: "key" }, rows: 40 },
      users: owned,
      projects: owned,
      members: {
        columns: { id: "key", tenant: "ref", user: "ref", project: "ref" },
        rows: 500,
        references: {
          "tenant, user": "users(tenant, id)",
          "tenant, project": "projects(tenant, id)",
          tenant: "tenants(id)",
        },
      },
    });
    expectSound(plan);
    expect(plan.problems).toEqual([]);
  });

  test("a self reference is a tree: the first row is its root, parents come before children", () => {
    const plan = smallPlan({ people });
    expectSound(plan);
    const rows = allRows(plan, "people");
    expect(rows[0]?.["parent"]).toBeNull();
    for (const row of rows.slice(1)) expect(Number(row["parent"])).toBeLessThan(Number(row["id"]));
  });

  test("a self reference that may not be NULL has its root point to itself (seed#203)", () => {
    const plan = smallPlan({
      nodes: {
        columns: { id: "key", parent: "ref", root: "ref" },
        rows: 100,
        references: { parent: "nodes(id)", root: "nodes(id)" },
      },
    });
    expectSound(plan);
    expect(allRows(plan, "nodes")[0]).toMatchObject({ id: 1, parent: 1, root: 1 });
  });

  test("a tree keeps to its levels, and a second reference finds the top of each branch (greenmask#279)", () => {
    const ref = (params: Record<string, unknown>, nulls?: number) =>
      ({ kind: "generate", generator: "foreign-key", params, ...(nulls === undefined ? {} : { nulls }) }) as const;
    const plan = smallPlan({
      posts: {
        columns: { id: "key", "parent?": ref({ depth: 4, fanOut: 3 }, 0.1), "root?": ref({ root: true }) },
        rows: 300,
        references: { root: "posts(id)", parent: "posts(id)" },
      },
    });
    expectSound(plan);
    const parents = new Map(allRows(plan, "posts").map((row) => [row["id"], row["parent"]]));
    for (const row of allRows(plan, "posts")) {
      const path = [row["id"]];
      for (let up = row["parent"]; up !== null && up !== undefined; up = parents.get(up)) path.push(up);
      expect(path.length).toBeLessThanOrEqual(4);
      expect(row["root"]).toBe(path.at(-1));
    }
  });

  test("a ring of tables without a nullable edge", () => {
    const plan = smallPlan({
      staff: { columns: { id: "key", store: "ref" }, rows: 50, references: { store: "stores(id)" } },
      stores: { columns: { id: "key", manager: "ref" }, rows: 20, references: { manager: "staff(id)" } },
    });
    expectSound(plan);
    expect(new Set(plan.order.map((table) => table.cycle)).size).toBe(1);
  });

  test("a junction table repeats no pair, up to the full product", () => {
    const junction = (rows: number): TableWords => ({
      columns: { film: "ref", actor: "ref" },
      rows,
      primaryKey: ["film", "actor"],
      references: { film: "films(id)", actor: "actors(id)" },
    });
    const sides = {
      films: { columns: { id: "key" }, rows: 30 },
      actors: { columns: { id: "key" }, rows: 20 },
    } as const;
    expectSound(smallPlan({ ...sides, roles: junction(600) }));
    const refused = smallPlan({ ...sides, roles: junction(601) }).problems;
    expect(refused[0]?.message).toContain("can hold 600 rows");
    expect(refused[0]?.fixes[0]?.edit).toEqual({ kind: "set-rows", table: "roles", rows: 600 });
  });

  test("rows per owner in a junction: each owner's partners differ", () => {
    const plan = smallPlan({
      films: { columns: { id: "key" }, rows: 100 },
      actors: { columns: { id: "key" }, rows: 8 },
      roles: {
        columns: { film: "ref", actor: "ref" },
        rows: { per: "films", from: 1, to: 8, without: 0 },
        primaryKey: ["film", "actor"],
        references: { film: "films(id)", actor: "actors(id)" },
      },
    });
    expectSound(plan);
  });

  test("a primary key that is a foreign key: one child a parent, never two (SDV#2779)", () => {
    const profile = (rows: number): TableWords => ({
      columns: { id: "ref", age: number(1, 90) },
      rows,
      references: { id: "customers(id)" },
    });
    expectSound(
      smallPlan({
        customers,
        profiles: profile(300),
        details: { ...profile(200), references: { id: "profiles(id)" } },
      }),
    );
    expect(smallPlan({ customers, profiles: profile(301) }).problems[0]?.code).toBe("parent-too-small");
  });

  test("a composite foreign key takes a whole tuple of its parent, also where that is not the primary key (greenmask#279)", () => {
    const plan = smallPlan({
      places: {
        columns: { id: "key", country: number(1, 20), code: number(1, 50) },
        rows: 400,
        uniques: [["country", "code"]],
      },
      visits: {
        columns: { id: "key", "at_country?": "ref", "at_code?": "ref" },
        rows: 300,
        references: { "at_code, at_country": "places(code, country)" },
      },
    });
    expectSound(plan);
  });

  test("a composite unique of plain columns is drawn without repetition, and refused beyond its product", () => {
    const seats = (rows: number): TableWords => ({
      columns: { id: "key", row: number(1, 10), seat: number(1, 12) },
      rows,
      uniques: [["row", "seat"]],
    });
    expectSound(smallPlan({ seats: seats(120) }));
    expect(smallPlan({ seats: seats(121) }).problems[0]?.code).toBe("capacity");
  });

  test("two references that a CHECK keeps apart never meet, by chance, as a key, and among an owner's rows", () => {
    const pair = (rows: TableWords["rows"], keyed: boolean): TableWords => ({
      columns: { id: "key", from: "ref", to: "ref" },
      rows,
      references: { from: "customers(id)", to: "customers(id)" },
      checks: ['"from" <> "to"'],
      ...(keyed ? { uniques: [["from", "to"]] } : {}),
    });
    const few: TableWords = { ...customers, rows: 8 };
    const owned = { per: "customers", from: 7, to: 7, without: 0 } as const;
    // Each customer with each other one: 8 · 7.
    for (const [rows, keyed] of [
      [2000, false],
      [56, true],
      [owned, true],
      [owned, false],
    ] as const) {
      const plan = smallPlan({ customers: few, pairs: pair(rows, keyed) });
      expect(plan.problems).toEqual([]);
      expectSound(plan);
      const all = allRows(plan, "pairs");
      expect(all.filter(({ from, to }) => from === to)).toEqual([]);
      const pairs = new Set(all.map((row) => keyOf(row, ["from", "to"])));
      if (rows === 2000) expect(pairs.size).toBe(56);
    }
    const most = smallPlan({ customers: few, pairs: pair(57, true) }).problems;
    expect(most.map(({ fixes }) => fixes[0]?.label)).toEqual(["Lower pairs to 56 rows"]);
  });

  test("a reference to a table without rows is NULL, or a problem where it may not be", () => {
    const child = (name: string): TableWords => ({
      columns: { id: "key", [name]: "ref" },
      rows: 5,
      references: { parent: "none(id)" },
    });
    const none: TableWords = { columns: { id: "key" }, rows: 0 };
    expectSound(smallPlan({ none, child: child("parent?") }));
    expect(smallPlan({ none, child: child("parent") }).problems[0]?.code).toBe("parent-empty");
  });

  test("row counts that depend on each other are named in full", () => {
    const per = (owner: string, other: string): TableWords => ({
      columns: { id: "key", p: "ref" },
      rows: { per: owner, from: 1, to: 2, without: 0 },
      references: { p: `${other}(id)` },
    });
    const plan = smallPlan({ a: per("b", "b"), b: per("c", "c"), c: per("a", "a") });
    expect(plan.problems[0]?.message).toContain("a → b → c → a");
  });

  describe("numbers of rows per owner that contradict each other", () => {
    const problems = (rows: Omit<OwnedRows, "per" | "without">) =>
      smallPlan({
        customers,
        orders: {
          columns: { id: "key", customer: "ref" },
          rows: { per: "customers", without: 0, ...rows },
          references: { customer: "customers(id)" },
        },
      }).problems.map(({ severity, message, fixes }) => ({
        severity,
        message,
        fixes: fixes.map(({ label }) => label),
      }));

    test("a minimum above the maximum is refused, with both turned round", () => {
      expect(problems({ from: 5, to: 2 })).toEqual([
        {
          severity: "error",
          message: "orders is to have at least 5 and at most 2 rows per customers.",
          fixes: ["Use 2 to 5 rows"],
        },
      ]);
    });

    test("an average outside the limits is told, and what is used instead", () => {
      expect(problems({ from: 1, to: 2, average: 8.5 })).toEqual([
        {
          severity: "warning",
          message: "orders is to have 8.5 rows per customers on average, which is not within 1 to 2: it has 2.",
          fixes: ["Set the average to 2", "Use 1 to 9 rows"],
        },
      ]);
      expect(problems({ from: 1, to: 2, average: 1 })).toEqual([]);
    });

    test("a histogram that weighs nothing is refused", () => {
      const refused = [
        {
          severity: "error",
          message: "The histogram of orders per customers gives no number of rows a weight above 0.",
          fixes: ["Spread 1 to 3 rows"],
        },
      ];
      expect(problems({ from: 1, to: 3, distribution: "histogram", weights: { "1": 0, "2": 0 } })).toEqual(refused);
      expect(problems({ from: 1, to: 3, distribution: "histogram" })).toEqual(refused);
      expect(problems({ from: 1, to: 3, distribution: "histogram", weights: { "1": 0, "9": 2 } })).toEqual([]);
    });
  });
});
