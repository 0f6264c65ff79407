import { describe, expect, test } from "vitest";
import { applyEdit } from "./apply-edit.ts";
import { fixtureCatalogue } from "./fixture-catalogue.ts";
import { newProject } from "./new-project.ts";
import type { ProjectEdit } from "./project-edit.ts";
import { projectSignature } from "./project-signature.ts";
import { readProjectFile } from "./read-project-file.ts";
import { writeProjectFile, type FileOrder } from "./write-project-file.ts";

const order: FileOrder = {
  tableOrder: ["customers", "orders", "payments"],
  columnOrder: () => ["id", "email", "name", "status", "amount"],
};
const write = (previous: string | null, project: Parameters<typeof writeProjectFile>[1]) =>
  writeProjectFile(previous, project, fixtureCatalogue, order);
const read = (text: string) => readProjectFile(text, fixtureCatalogue).project;
const edited = (text: string, ...edits: ProjectEdit[]) => write(text, edits.reduce(applyEdit, read(text)));
const rule = (generator: string, params: Record<string, unknown> = {}) => ({
  kind: "generate" as const,
  generator,
  params,
});

const file = `# Our shop.
seedloom: 1                                   # version of this format
source: shop.sqlite

seed: 20261122      # never change this
now: 2026-11-22
locales: { sv_SE: 3, de_DE: 1 }
tables:
  orders:
    # agreed with finance
    rows: { per: customers, from: 1, to: 5, average: 2.5 }   # five at most
    columns:
      status: { weighted-choice: { weights: { open: 1, paid: 3 } } }   # see wiki

      amount: { integer: { maximum: 20_000, minimum: 1_0 } }
  customers:
    rows: 20_000_000
`.replace("1_0", "10");

describe("writing a project that did not change", () => {
  test.each([
    ["as it was written", file],
    ["with Windows line ends", file.replaceAll("\n", "\r\n")],
    ["without a final newline", file.trimEnd()],
    ["with wild spacing", "seedloom:   1\nsource:    x\nseed:  1_000\ntables: {a:   {rows:    5}}"],
  ])("returns the identical text, %s", (_what, text) => {
    expect(write(text, read(text))).toBe(text);
  });
});

describe("writing an edit", () => {
  test("changes the line it is about and no other", () => {
    const text = edited(file, {
      kind: "set-rule",
      table: "orders",
      column: "status",
      rule: rule("weighted-choice", { weights: { open: 1, paid: 4 } }),
    });
    expect(text).toBe(file.replace("paid: 3 } } }   #", "paid: 4 } } } #"));
  });

  test("keeps the comment of a setting that changes", () => {
    const text = edited(file, { kind: "set-seed", seed: 5 }, { kind: "set-rows", table: "customers", rows: 10 });
    expect(text).toBe(file.replace("20261122      # never", "5 # never").replace("20_000_000", "10"));
  });

  test("puts new tables and columns where the schema has them", () => {
    const text = edited(
      file,
      { kind: "set-rule", table: "orders", column: "name", rule: rule("person.firstName") },
      { kind: "set-rule", table: "payments", column: "amount", rule: { kind: "default" } },
      {
        kind: "set-rule",
        table: "customers",
        column: "email",
        rule: { ...rule("template", { template: "{{name}}@example.com" }), unique: true },
      },
    );
    expect(text).toBe(
      file
        .replace("      status: {", "      name: person.firstName\n      status: {")
        .replace("  customers:\n", "  payments:\n    columns:\n      amount: default\n  customers:\n")
        .replace(
          "20_000_000\n",
          '20_000_000\n    columns:\n      email: { template: "{{name}}@example.com", unique: true }\n',
        ),
    );
  });

  test("removes what is set back to the suggestion", () => {
    const text = edited(
      file,
      { kind: "set-rule", table: "orders", column: "status", rule: null },
      { kind: "set-rule", table: "orders", column: "amount", rule: null },
      { kind: "set-rows", table: "customers", rows: null },
    );
    expect(text).toBe(`# Our shop.
seedloom: 1                                   # version of this format
source: shop.sqlite

seed: 20261122      # never change this
now: 2026-11-22
locales: { sv_SE: 3, de_DE: 1 }
tables:
  orders:
    # agreed with finance
    rows: { per: customers, from: 1, to: 5, average: 2.5 }   # five at most
`);
  });

  test("does not change what an alias shares with another table", () => {
    const text =
      "seedloom: 1\nsource: x\nseed: 1\ntables:\n  customers: { columns: &c { id: integer, name: integer } }\n  orders: { columns: *c }\n";
    const after = edited(text, { kind: "set-rule", table: "orders", column: "id", rule: { kind: "default" } });
    expect(read(after).tables.customers?.columns.id).toEqual(rule("integer"));
    const before = edited(text, { kind: "set-rule", table: "customers", column: "id", rule: { kind: "default" } });
    expect(read(before).tables.orders?.columns.id).toEqual(rule("integer"));
    expect(read(before).tables.customers?.columns.id).toEqual({ kind: "default" });
  });

  test("keeps a person's indentation, padding and quotes", () => {
    const text =
      "seedloom: 1\nsource: 'x'\nseed: 1\nlocales: {en: 1}\nnow: today\ntables:\n    orders:\n        columns:\n            id: 'default'\n            name: {integer: {maximum: 3}}\n";
    expect(
      edited(text, { kind: "set-rule", table: "orders", column: "amount", rule: rule("integer", { minimum: 1 }) }),
    ).toBe(`${text}            amount: {integer: {minimum: 1}}\n`);
  });

  test("refuses to write over a file that cannot be read", () => {
    expect(() => write("seedloom: [", newProject({ source: "x", seed: 1, now: "today", locales: { en: 1 } }))).toThrow(
      "line 1",
    );
  });

  test("refuses a value that no file can hold", () => {
    const bad = applyEdit(read(file), {
      kind: "set-rule",
      table: "orders",
      column: "amount",
      rule: rule("integer", { minimum: Number.NaN }),
    });
    expect(() => write(file, bad)).toThrow("not infinity or NaN");
  });
});

test("how children are distributed is saved, counted as a change, and read back", () => {
  const rows = { per: "customers", from: 0, to: 5, without: 0 } as const;
  const first = applyEdit(read(file), { kind: "set-rows", table: "orders", rows });
  const drawn = { ...rows, distribution: "histogram", weights: { "0": 3, "4": 1 } } as const;
  const second = applyEdit(first, { kind: "set-rows", table: "orders", rows: drawn });
  expect(projectSignature(second)).not.toBe(projectSignature(first));
  expect(read(write(file, second)).tables["orders"]?.rows).toEqual(drawn);
});

test("a new file reads well", () => {
  const project = applyEdit(newProject({ source: "shop.sqlite", seed: 7, now: "2026-11-22", locales: { en: 1 } }), {
    kind: "several",
    label: "Set up",
    edits: [
      {
        kind: "set-rule",
        table: "orders",
        column: "status",
        rule: rule("weighted-choice", { weights: { open: 1, paid: 3 } }),
      },
      { kind: "set-rows", table: "orders", rows: { per: "customers", from: 0, to: 3, without: 0.2 } },
      { kind: "set-mode", table: "customers", mode: "existing" },
    ],
  });
  expect(writeProjectFile(null, project, fixtureCatalogue, { ...order, comments: true }))
    .toBe(`# Seedloom project. A column that is not named here has the rule that is suggested for it.

seedloom: 1
source: shop.sqlite
seed: 7
now: 2026-11-22
locales: { en: 1 }
tables:
  customers:
    mode: existing
  orders:
    rows: { per: customers, from: 0, to: 3, without: 0.2 }
    columns:
      status: { choice: { open: 1, paid: 3 } }
`);
});

test("a value that ends in blanks or lines keeps them at the end of the file", () => {
  for (const value of ["\u2028", "text\n\n\n", " "]) {
    const project = applyEdit(newProject({ source: "x", seed: 1, now: "today", locales: { en: 1 } }), {
      kind: "set-rule",
      table: "orders",
      column: "status",
      rule: { ...rule("integer"), locale: value },
    });
    expect(read(write(null, project))).toEqual(project);
  }
});
