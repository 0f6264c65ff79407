import { expect, test } from "vitest";
import { catalogue } from "../catalogue/index.ts";
import type { Project } from "../project/project.ts";
import { readProjectFile } from "../project/read-project-file.ts";
import { renameKeys, takenBack } from "../project/rename-keys.ts";
import { fileOrder, writeProjectFile } from "../project/write-project-file.ts";
import type { SchemaModel } from "../schema/schema-model.ts";
import { compareSchemas } from "./compare-schemas.ts";
import { driftReport } from "./drift-report.ts";
import { migrateProject } from "./migrate-project.ts";
import { column, integer, keyTo, model, table } from "./test-schemas.ts";

const before = model(
  table("customers", [integer("id"), column("email"), column("status"), column("legacy")], { primaryKey: ["id"] }),
  table("orders", [integer("id"), integer("customer_id"), column("note"), column("label")], {
    primaryKey: ["id"],
    foreignKeys: [keyTo("customer_id", "customers")],
  }),
  table("audit", [integer("id"), column("what")], { primaryKey: ["id"] }),
);
const after = model(
  table("clients", [integer("id"), column("email"), column("state"), column("phone")], { primaryKey: ["id"] }),
  table("orders", [integer("id"), integer("customer_id"), column("note"), column("label")], {
    primaryKey: ["id"],
    foreignKeys: [keyTo("customer_id", "clients")],
  }),
);

const text = `# The shop
seedloom: 1
source: shop.sqlite
seed: 7
now: 2026-01-01
locales: { en: 1 }
new-columns: null
tables:
  # Who buys
  customers:
    rows: 50 # enough for a page
    columns:
      # Never empty
      status: { choice: { new: 1, old: 2 } }
      legacy: slug
  orders:
    rows: { per: customers, from: 1, to: 3 }
    columns:
      note: slug # as people write
      label: { formula: 'customer_id.status + "!"' }
  audit:
    rows: 9
scenarios:
  smoke:
    tables:
      customers: { rows: 3 }
exports:
  - { format: csv, to: seeds, tables: [customers, audit] }
`;

function migrated(
  source: string,
  to: SchemaModel = after,
): { readonly project: Project; readonly text: string; readonly said: object } {
  const { project } = readProjectFile(source, catalogue);
  const drift = compareSchemas(before, to);
  const { project: next, ...said } = migrateProject(project, drift, { before, after: to }, catalogue);
  const renamed = renameKeys(source, drift.renames);
  return { project: next, text: writeProjectFile(renamed, next, catalogue, fileOrder(to)), said };
}

test("a migration changes the lines that the schema changed, and keeps every comment", () => {
  expect(migrated(text).text).toBe(`# The shop
seedloom: 1
source: shop.sqlite
seed: 7
now: 2026-01-01
locales: { en: 1 }
new-columns: null
tables:
  # Who buys
  clients:
    rows: 50 # enough for a page
    columns:
      # Never empty
      state: { choice: { new: 1, old: 2 } }
      phone: "null"
  orders:
    rows: { per: clients, from: 1, to: 3 }
    columns:
      note: slug # as people write
      label: { formula: 'customer_id.state + "!"' }
scenarios:
  smoke:
    tables:
      clients: { rows: 3 }
exports:
  - { format: csv, to: seeds, tables: [ clients ] }
`);
});

test("what moved, what was dropped and what new columns get is said", () => {
  expect(migrated(text).said).toEqual({
    moved: [
      "What was said of customers is said of clients.",
      "The rule for customers.status is that for clients.state.",
      "The rule for orders.label reads the new names.",
      "What was said of customers is said of clients in scenario smoke.",
      "Export 1 names clients, which was customers.",
    ],
    dropped: ["The rule for customers.legacy.", "What was said of audit: its row count.", "audit of export 1."],
    set: ["clients.phone is NULL."],
  });
});

test("names go back with undo, comments and all", () => {
  const { renames } = compareSchemas(before, after);
  const there = renameKeys(text, renames);
  expect(there).toContain("  # Who buys\n  clients:");
  expect(
    renameKeys(
      there,
      takenBack(
        renames.map(({ table, column: name, to }) => ({ table, to, ...(name === undefined ? {} : { column: name }) })),
      ),
    ),
  ).toBe(text);
});

test("a schema that has not changed changes nothing", () => {
  expect(migrated(text, before).text).toBe(text);
});

test("each change names what it breaks", () => {
  const { project } = readProjectFile(text, catalogue);
  const { changes } = driftReport(project, compareSchemas(before, after), { before, after }, catalogue);
  const broken = (message: string): readonly string[] =>
    changes.find((change) => change.message === message)?.breaks.map(({ what }) => what) ?? [];
  expect(broken("Table customers is called clients now.")).toEqual([
    "the 2 rules of customers",
    "the row count of customers",
    "the row count of orders, which is per row of customers",
    "the rule for orders.label, which reads customers",
    "the row count of customers in scenario smoke",
    "the export 1, which names customers",
  ]);
  expect(broken("Column clients.status is called state now.")).toEqual([
    "the rule for customers.status",
    "the rule for orders.label, which reads customers.status",
  ]);
  expect(broken("Table audit was removed.")).toEqual(["the row count of audit", "the export 1, which names audit"]);
});

test("a new column fails the check, unless the policy says what becomes of it", () => {
  const plain: Project = { ...readProjectFile(text, catalogue).project };
  const grown = (more: object): SchemaModel => ({
    ...before,
    tables: before.tables.map((one) =>
      one.id === "audit" ? { ...one, columns: [...one.columns, column("who", more)] } : one,
    ),
  });
  const fails = (newColumns: Project["newColumns"], more: object): boolean => {
    const { newColumns: _old, ...rest } = plain;
    const project: Project = newColumns === undefined ? rest : { ...rest, newColumns };
    const now = grown(more);
    return driftReport(project, compareSchemas(before, now), { before, after: now }, catalogue).fails;
  };
  const needed = { nullable: false };
  const filled = { nullable: false, default: "'x'" };
  expect(
    [undefined, "fail", "null", "default", "synthesise"].map((policy) => fails(policy as Project["newColumns"], {})),
  ).toEqual([true, true, false, false, false]);
  expect(
    [undefined, "null", "default", "synthesise"].map((policy) => fails(policy as Project["newColumns"], needed)),
  ).toEqual([true, true, true, false]);
  expect([undefined, "null", "default"].map((policy) => fails(policy as Project["newColumns"], filled))).toEqual([
    true,
    true,
    false,
  ]);
});

test("a new column of a masked table is made anew, and never kept", () => {
  const masked = text
    .replace("  audit:\n    rows: 9\n", "  audit:\n    mode: mask\n")
    .replace("new-columns: null\n", "");
  const grown: SchemaModel = {
    ...before,
    tables: before.tables.map((one) =>
      one.id === "audit" ? { ...one, columns: [...one.columns, column("phone")] } : one,
    ),
  };
  expect(migrated(masked, grown).project.tables["audit"]?.columns["phone"]?.kind).toBe("generate");
});

test("a mask's condition follows a renamed column, and is named where it breaks", () => {
  const masked = text
    .replace("  audit:\n    rows: 9\n", "")
    .replace("      legacy: slug\n", "      email: { mask: email, when: status != 'old' }\n");
  const { project } = readProjectFile(masked, catalogue);
  const { changes } = driftReport(project, compareSchemas(before, after), { before, after }, catalogue);
  const renamed = changes.find(({ message }) => message === "Column clients.status is called state now.");
  expect(renamed?.breaks.map(({ what }) => what)).toContain(
    "the rule for customers.email, which reads customers.status",
  );
  expect(migrated(masked).project.tables["clients"]?.columns["email"]).toMatchObject({ when: "state != 'old'" });
});

test("texts in an expression stay, although a column was called so", () => {
  const quoted = text.replace(
    `'customer_id.status + "!"'`,
    `'customer.status == "status" ? "new status" : "customer_id.status"'`,
  );
  const { changes } = driftReport(
    readProjectFile(quoted, catalogue).project,
    compareSchemas(before, after),
    { before, after },
    catalogue,
  );
  expect(changes.flatMap(({ breaks }) => breaks.map(({ what }) => what))).toContain(
    "the rule for orders.label, which reads customers.status",
  );
  expect(migrated(quoted).text).toContain(
    `label: { formula: 'customer.state == "status" ? "new status" : "customer_id.status"' }`,
  );
});

test("the project's own generators read the new names, and so does every column that uses them", () => {
  const own = `seedloom: 1
source: shop.sqlite
seed: 7
now: 2026-01-01
locales: { en: 1 }
generators:
  shout: { formula: 'customer_id.status + "!"' }
  louder: { custom: shout }
  both: { template: "{{status}}-1" }
tables:
  customers:
    columns:
      email: { custom: both }
  orders:
    columns:
      note: { custom: louder }
      label: { custom: shout }
`;
  const { project, text: written, said } = migrated(own);
  expect(written).toContain(`shout: { formula: 'customer_id.state + "!"' }`);
  expect(written).toContain(`both: { template: "{{state}}-1" }`);
  expect(said).toMatchObject({
    moved: expect.arrayContaining(["The generator shout reads the new names."]) as string[],
  });
  expect(project.tables["orders"]?.columns).toMatchObject({
    note: { custom: "louder", params: { expression: 'customer_id.state + "!"' } },
    label: { custom: "shout", params: { expression: 'customer_id.state + "!"' } },
  });
});

test("rules inside documents, lists and mixes read the new names", () => {
  const nested = `seedloom: 1
source: shop.sqlite
seed: 7
now: 2026-01-01
locales: { en: 1 }
tables:
  customers:
    columns:
      email:
        mix:
          - { rule: { template: "{{status}}-1" }, when: 'status == "new"' }
          - { rule: { $rule: { formula: { expression: status + "!" } }, locale: de }, weight: 2 }
          - { rule: { constant: status } }
  orders:
    columns:
      note: { list: { of: { formula: customer_id.status }, max: 2 } }
      label: { json-document: { status: { $column: customer_id.status }, all: { $list: { $rule: { copy: customer_id.status } } } } }
`;
  const { project } = migrated(nested);
  expect(project.tables["clients"]?.columns["email"]).toMatchObject({
    params: {
      rules: [
        { rule: { template: "{{state}}-1" }, when: 'state == "new"' },
        { rule: { $rule: { formula: { expression: 'state + "!"' } }, locale: "de" }, weight: 2 },
        { rule: { constant: "status" } },
      ],
    },
  });
  expect(project.tables["orders"]?.columns["note"]).toMatchObject({
    params: { of: { formula: "customer_id.state" }, max: 2 },
  });
  expect(project.tables["orders"]?.columns["label"]).toMatchObject({
    params: {
      tree: { status: { $column: "customer_id.state" }, all: { $list: { $rule: { copy: "customer_id.state" } } } },
    },
  });
});

test("a name that another table still has stays in a generator of both", () => {
  const shared = `seedloom: 1
source: shop.sqlite
seed: 7
now: 2026-01-01
locales: { en: 1 }
generators:
  both: { template: "{{status}}-1" }
tables:
  customers:
    columns:
      email: { custom: both }
  orders:
    columns:
      note: { custom: both }
`;
  const [was, is] = ["status", "state"].map((name) =>
    model(
      table("customers", [integer("id"), column("email"), column(name)], { primaryKey: ["id"] }),
      table("orders", [integer("id"), column("note"), column("status")], { primaryKey: ["id"] }),
    ),
  );
  if (was === undefined || is === undefined) throw new Error("no schemas");
  const { project } = readProjectFile(shared, catalogue);
  const drift = compareSchemas(was, is);
  expect(drift.renames).toMatchObject([{ table: "customers", column: "status", to: "state" }]);
  expect(migrateProject(project, drift, { before: was, after: is }, catalogue).project.generators).toEqual(
    project.generators,
  );
});

test("an export of which no table is left is dropped, which is said", () => {
  const alone = text.replace("tables: [customers, audit]", "tables: [audit]");
  const { project, said } = migrated(alone);
  expect(project.exports).toEqual([]);
  expect(said).toMatchObject({
    dropped: expect.arrayContaining(["Export 1: none of its tables is left."]) as string[],
  });
});
