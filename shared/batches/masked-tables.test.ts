import { describe, expect, it } from "vitest";
import { catalogue } from "../catalogue/index.ts";
import { maskKeys } from "../keyed/mask-keys.ts";
import { compilePlan } from "../plan/compile-plan.ts";
import type { Plan } from "../plan/plan.ts";
import { newProject } from "../project/new-project.ts";
import type { TableDesign } from "../project/project.ts";
import { designOf } from "../rules/design-of.ts";
import type { Rule } from "../rules/rule.ts";
import type { ColumnModel, SchemaModel, TableModel } from "../schema/schema-model.ts";
import type { ValueType } from "../schema/value-type.ts";
import { cellAt } from "../vectors/cells.ts";
import type { Cell } from "../vectors/vector.ts";
import { heldColumns, readColumns } from "./held-columns.ts";
import type { Masking } from "./masking.ts";
import { sourceChunk, SourceWindow } from "./source-rows.ts";
import { tableReader } from "./table-reader.ts";

const column = (name: string, valueType: ValueType, more: Partial<ColumnModel> = {}): ColumnModel => ({
  name,
  type: "",
  valueType,
  nullable: true,
  ...more,
});
const text: ValueType = { kind: "text" };
const integer: ValueType = { kind: "integer", bits: 32 };
const table = (name: string, columns: readonly ColumnModel[], more: Partial<TableModel> = {}): TableModel => ({
  id: name,
  schema: "main",
  name,
  columns,
  primaryKey: [],
  uniques: [],
  foreignKeys: [],
  checks: [],
  ...more,
});
const keyTo = (parent: string, columns: readonly string[], referenced: readonly string[]) => ({
  name: `${columns.join("_")}_fk`,
  columns,
  referencedTable: { schema: "main", name: parent },
  referencedColumns: referenced,
});

const model: SchemaModel = {
  engine: "sqlite",
  defaultSchema: "main",
  views: [],
  tables: [
    table(
      "customers",
      [
        column("code", text, { nullable: false }),
        column("email", text),
        column("name", text),
        column("born", { kind: "date" }),
        column("country", text),
        column("profile", text),
      ],
      { primaryKey: ["code"] },
    ),
    table(
      "orders",
      [column("id", integer), column("customer", text), column("placed", { kind: "timestamp" }), column("note", text)],
      {
        primaryKey: ["id"],
        foreignKeys: [keyTo("customers", ["customer"], ["code"])],
      },
    ),
    table("visits", [column("id", integer), column("customer", text)], {
      primaryKey: ["id"],
      foreignKeys: [keyTo("customers", ["customer"], ["code"])],
    }),
  ],
};

const rows: Readonly<Record<string, readonly (readonly Cell[])[]>> = {
  customers: [
    ["C-000001", "ada@lovelace.example", "Ada", "1815-12-10", "GB", '{"seen":["1815-12-20","1816-12-10"]}'],
    ["C-000002", "grace@hopper.example", "Grace", "1906-12-09", "US", null],
    ["C-000003", null, "Ada", "1912-06-23", "GB", '{"seen":["1912-06-24"]}'],
  ],
  orders: [
    [1, "C-000002", "2024-01-05 10:00:00.123456", "call Grace"],
    [2, "C-000001", "2024-01-06 11:00:00", null],
    [3, null, null, "x"],
  ],
};

type Rules = Readonly<
  Record<string, { readonly mode: TableDesign["mode"]; readonly columns?: Readonly<Record<string, Rule>> }>
>;

function planOf(tables: Rules): Plan {
  const project = {
    ...newProject({ source: "x.sqlite", seed: 7, now: "2026-01-01", locales: { en: 1 } }),
    tables: Object.fromEntries(Object.entries(tables).map(([id, { mode, columns = {} }]) => [id, { mode, columns }])),
  };
  return compilePlan({
    design: designOf(model, project, catalogue),
    catalogue,
    referenceDate: "2026-01-01",
    locales: [],
    rowOverrides: { customers: 3, orders: 3, visits: 4 },
  });
}

const chunkOf = (plan: Plan, id: string, columns: readonly string[]) => {
  const planned = plan.tables.get(id);
  const wanted = columns.flatMap((name) => planned?.table.columns.filter((one) => one.name === name) ?? []);
  const at = wanted.map((one) => planned?.table.columns.indexOf(one) ?? 0);
  return sourceChunk(
    planned ?? {},
    wanted,
    0,
    (rows[id] ?? []).map((cells) => at.map((k) => cells[k] ?? null)),
  );
};

function read(plan: Plan, id: string, secret = 1): Readonly<Record<string, readonly Cell[]>> {
  const held = heldColumns(plan);
  const masking: Masking = {
    keys: maskKeys(new Uint8Array(32).fill(secret)),
    source(of, which) {
      const planned = plan.tables.get(of);
      if (planned === undefined) throw new Error(of);
      const wanted = which === "any" ? (held.get(of) ?? []) : readColumns(plan, of);
      return new SourceWindow(planned, 8, chunkOf(plan, of, wanted));
    },
  };
  const reader = tableReader(plan, id, { batchRows: 8, masking });
  const batch = reader.readRange(0, plan.tables.get(id)?.rowCount ?? 0);
  return Object.fromEntries(
    batch.columns.map(({ name }, k) => [
      name,
      Array.from({ length: batch.count }, (_, i) => {
        const vector = batch.vectors[k];
        return vector ? cellAt(vector, i) : null;
      }),
    ]),
  );
}

const errors = (plan: Plan) =>
  plan.problems.filter(({ severity }) => severity === "error").map(({ code, message }) => `${code}: ${message}`);
const mask = (id: string, params: Readonly<Record<string, unknown>> = {}, more: object = {}): Rule => ({
  kind: "mask",
  mask: id,
  params,
  ...more,
});

describe("a table whose rows come from the source", () => {
  it("keeps what no rule is set for, to the microsecond", () => {
    const plan = planOf({ customers: { mode: "mask" }, orders: { mode: "mask" }, visits: { mode: "skip" } });
    expect(errors(plan)).toEqual([]);
    expect(read(plan, "orders")).toEqual({
      id: [1, 2, 3],
      customer: ["C-000002", "C-000001", null],
      placed: ["2024-01-05 10:00:00.123456", "2024-01-06 11:00:00", null],
      note: ["call Grace", null, "x"],
    });
  });

  it("masks, makes new values, and builds them on masked ones", () => {
    const plan = planOf({
      customers: {
        mode: "mask",
        columns: {
          email: mask("email"),
          name: mask("constant", { value: "someone" }),
          country: { kind: "generate", generator: "template", params: { text: "{{name}}!" } },
        },
      },
      orders: { mode: "skip" },
      visits: { mode: "skip" },
    });
    expect(errors(plan)).toEqual([]);
    const { email = [], name, country, born } = read(plan, "customers");
    expect(email[0]).toMatch(/^u[0-9a-f]{20}@lovelace\.example$/);
    expect(email[2]).toBeNull();
    expect(name).toEqual(["someone", "someone", "someone"]);
    expect(country).toEqual(["someone!", "someone!", "someone!"]);
    expect(born).toEqual(["1815-12-10", "1906-12-09", "1912-06-23"]);
    expect(read(plan, "customers", 2)["email"]).not.toEqual(email);
  });

  it("masks a key and all that refers to it alike, wherever the rule stands", () => {
    for (const [at, of] of [
      ["customers", "code"],
      ["orders", "customer"],
    ] as const) {
      const plan = planOf({
        customers: { mode: "mask", columns: at === "customers" ? { [of]: mask("format-preserving") } : {} },
        orders: { mode: "mask", columns: at === "orders" ? { [of]: mask("format-preserving") } : {} },
        visits: { mode: "generate" },
      });
      expect(errors(plan)).toEqual([]);
      const codes = read(plan, "customers")["code"] ?? [];
      expect(new Set(codes).size).toBe(3);
      for (const code of codes) expect(code).toMatch(/^[A-Z]-\d{6}$/);
      expect(codes).not.toContain("C-000001");
      expect(read(plan, "orders")["customer"]).toEqual([codes[1], codes[0], null]);
      // Generated rows refer to masked keys.
      for (const code of read(plan, "visits")["customer"] ?? []) expect([...codes, null]).toContain(code);
    }
  });

  it("keeps values for which the condition is false, and masks where it cannot be told", () => {
    const plan = planOf({
      customers: {
        mode: "mask",
        columns: { name: mask("constant", { value: "-" }, { when: 'email != "ada@lovelace.example"' }) },
      },
      orders: { mode: "skip" },
      visits: { mode: "skip" },
    });
    expect(errors(plan)).toEqual([]);
    expect(read(plan, "customers")["name"]).toEqual(["Ada", "-", "-"]);
  });

  it("moves the dates inside a document with those of its row's person", () => {
    const plan = planOf({
      customers: {
        mode: "mask",
        columns: {
          born: mask("date-shift", { by: "code" }),
          profile: mask("json", { paths: { "$.seen[*]": { "date-shift": { by: "code" } } } }),
        },
      },
      orders: { mode: "skip" },
      visits: { mode: "skip" },
    });
    expect(errors(plan)).toEqual([]);
    const { born = [], profile = [] } = read(plan, "customers");
    const day = (date: unknown): number => Date.parse(String(date)) / 86_400_000;
    const since = profile.map((text, i) =>
      text === null ? null : (JSON.parse(String(text)) as { seen: string[] }).seen.map((at) => day(at) - day(born[i])),
    );
    expect(since).toEqual([[10, 366], null, [1]]);
    expect(born[0]).not.toBe("1815-12-10");
    const nowhere = { "$.seen[*]": { "date-shift": { by: "person" } } };
    expect(
      errors(
        planOf({
          customers: { mode: "mask", columns: { profile: mask("json", { paths: nowhere }) } },
          orders: { mode: "skip" },
          visits: { mode: "skip" },
        }),
      ),
    ).toEqual(["invalid-parameter: customers.profile: Date shift at $.seen[*]: There is no column person."]);
  });

  it("gives equal values the same stand-in, and others another", () => {
    const plan = planOf({
      customers: {
        mode: "mask",
        columns: { name: mask("consistent-fake", { generator: "pattern", with: { pattern: "[a-z]{12}" } }) },
      },
      orders: { mode: "skip" },
      visits: { mode: "skip" },
    });
    expect(errors(plan)).toEqual([]);
    const [ada, grace, other] = read(plan, "customers")["name"] ?? [];
    expect(ada).toBe(other);
    expect(ada).not.toBe(grace);
    expect(ada).toMatch(/^[a-z]{12}$/);
  });
});

describe("a rule that would break something", () => {
  const refused = (tables: Rules) => errors(planOf({ visits: { mode: "skip" }, ...tables }));

  it("is told before the run", () => {
    expect(
      refused({ customers: { mode: "mask", columns: { code: mask("partial") } }, orders: { mode: "mask" } }),
    ).toEqual(["mask-not-unique: Partial may give two values of customers.code one mask, and it must be unique."]);
    expect(
      refused({
        customers: { mode: "mask", columns: { code: mask("hash") } },
        orders: { mode: "mask", columns: { customer: mask("format-preserving") } },
      })[0],
    ).toBe("mask-breaks-key: orders.customer is masked otherwise than customers.code, and both hold the same keys.");
    expect(refused({ customers: { mode: "generate" }, orders: { mode: "mask" } })).toEqual([
      "mask-breaks-key: orders.customer comes from the source, and the rows of customers are generated.",
    ]);
    expect(
      refused({
        customers: { mode: "mask", columns: { code: { kind: "generate", generator: "uuid", params: {} } } },
        orders: { mode: "mask" },
      }),
    ).toEqual([
      "mask-breaks-key: orders.customer comes from the source and refers to customers.code, which gets new values.",
    ]);
    expect(
      refused({ customers: { mode: "generate", columns: { email: mask("email") } }, orders: { mode: "generate" } }),
    ).toEqual([
      "mask-without-source: customers.email is masked, and the rows of customers do not come from the source.",
    ]);
    expect(
      refused({
        customers: { mode: "mask", columns: { name: mask("constant", {}, { when: "nme == 1" }) } },
        orders: { mode: "skip" },
      })[0],
    ).toContain("mask-condition: The condition of customers.name");
    expect(
      refused({ customers: { mode: "mask", columns: { code: mask("nothing") } }, orders: { mode: "skip" } }),
    ).toContainEqual("invalid-parameter: customers.code: code takes no NULL.");
  });

  it("refuses a value that is not of its column's type, without repeating it", () => {
    const plan = planOf({ customers: { mode: "mask" }, orders: { mode: "mask" }, visits: { mode: "skip" } });
    const planned = plan.tables.get("orders");
    expect(() => sourceChunk(planned ?? {}, planned?.table.columns.slice(0, 1) ?? [], 0, [[1], ["secret"]])).toThrow(
      /^id holds a value that is no integer, 2 rows into a piece of the source\.$/,
    );
  });
});
