import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { findPersonal } from "../../shared/rules/personal/find-personal.ts";
import type { SchemaModel } from "../../shared/schema/schema-model.ts";
import { openSource } from "../drivers/open-source.ts";
import { hasRealData } from "./load-engines.ts";
import { testFolder } from "./mask-bench.ts";
import { nameLists } from "./name-lists.ts";

const folder = testFolder();
afterAll(() => folder.remove());

/** What the values alone say of a database's columns: its tables and columns have no names. */
async function foundWithoutNames(file: string): Promise<Readonly<Record<string, string>>> {
  const path = join(folder.path, file.replace("/", "-"));
  copyFileSync(`../shared/data/${file}`, path);
  const source = await openSource(path);
  try {
    const { tables, ...rest } = await source.model();
    const names = new Map<string, string>();
    const samples = new Map<string, (string | null)[]>();
    const blind: SchemaModel = {
      ...rest,
      tables: tables.map((table, t) => ({
        ...table,
        id: `t${t}`,
        name: `t${t}`,
        columns: table.columns.map((column, c) => {
          names.set(`t${t}.c${c}`, `${table.id}.${column.name}`);
          return { ...column, name: `c${c}` };
        }),
        primaryKey: [],
        uniques: [],
        foreignKeys: [],
        checks: [],
      })),
    };
    for (const [t, table] of tables.entries()) {
      for await (const chunk of source.read({ table, limit: 1000 })) {
        for (const row of chunk) {
          for (const [c, cell] of row.entries()) {
            const key = `t${t}.c${c}`;
            const text = cell === null || cell instanceof Uint8Array ? null : String(cell);
            const cells = samples.get(key) ?? [];
            samples.set(key, cells);
            cells.push(text);
          }
        }
      }
    }
    const findings = findPersonal(blind, await nameLists([]), (table, column) =>
      samples.get(`${table.id}.${column.name}`),
    );
    return Object.fromEntries(
      findings.map(({ table, column, category }) => [names.get(`${table}.${column}`) ?? "", category]),
    );
  } finally {
    await source.close();
  }
}

describe.skipIf(!hasRealData)("personal columns of real databases (skipped where ../shared/data is absent)", () => {
  it("are found in Chinook by their values alone, and nothing else is", async () => {
    expect(await foundWithoutNames("chinook/chinook.sqlite")).toEqual({
      "Customer.FirstName": "given-name",
      "Customer.LastName": "family-name",
      "Customer.Address": "street",
      "Customer.City": "city",
      "Customer.Phone": "phone",
      "Customer.Fax": "phone",
      "Customer.Email": "email",
      "Employee.LastName": "family-name",
      "Employee.FirstName": "given-name",
      "Employee.Address": "street",
      "Employee.Phone": "phone",
      "Employee.Fax": "phone",
      "Employee.Email": "email",
      "Invoice.BillingAddress": "street",
      "Invoice.BillingCity": "city",
      "Track.Composer": "free-text",
    });
  });

  it("are found in Sakila by their values alone, but for names that no list has", async () => {
    expect(await foundWithoutNames("sakila/sakila.sqlite")).toEqual({
      "actor.first_name": "given-name",
      "address.address": "street",
      "customer.first_name": "given-name",
      "customer.email": "email",
    });
  });
});
