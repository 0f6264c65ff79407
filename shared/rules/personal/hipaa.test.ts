import { describe, expect, it } from "vitest";
import type { ColumnModel, SchemaModel } from "../../schema/schema-model.ts";
import type { ValueType } from "../../schema/value-type.ts";
import { personalCategories } from "./categories.ts";
import { findPersonal } from "./find-personal.ts";

const text: ValueType = { kind: "text" };
const date: ValueType = { kind: "date" };

/** A column for each of the 18 identifiers of the Safe Harbor, by its letter in 45 CFR 164.514(b)(2)(i). */
const identifiers: Readonly<Record<string, readonly (readonly [name: string, type?: ValueType])[]>> = {
  A: [["first_name"], ["last_name"]],
  B: [["street_address"], ["city"], ["county"], ["zip_code"]],
  C: [
    ["birth_date", date],
    ["admission_date", date],
    ["discharge_date", date],
    ["death_date", date],
  ],
  D: [["phone_number"]],
  E: [["fax"]],
  F: [["email_address"]],
  G: [["ssn"]],
  H: [["medical_record_number"]],
  I: [["health_plan_number"]],
  J: [["account_number"]],
  K: [["license_number"]],
  L: [["license_plate"]],
  M: [["device_serial_number"]],
  N: [["website"]],
  O: [["ip_address"]],
  P: [["fingerprint"]],
  Q: [["photo", { kind: "bytes" }]],
  R: [["national_id"], ["user_name"]],
};

const column = ([name, valueType = text]: readonly [string, ValueType?]): ColumnModel => ({
  name,
  type: "",
  valueType,
  nullable: true,
});

describe("the 18 identifiers of HIPAA's Safe Harbor", () => {
  const model: SchemaModel = {
    engine: "postgresql",
    defaultSchema: "public",
    tables: [
      {
        id: "patients",
        schema: "public",
        name: "patients",
        columns: Object.values(identifiers).flat().map(column),
        primaryKey: [],
        uniques: [],
        foreignKeys: [],
        checks: [],
      },
    ],
    views: [],
  };
  const none = { given: new Set<string>(), family: new Set<string>(), cities: new Set<string>() };
  const letters = new Map(
    findPersonal(model, none).map(({ column: name, category }) => {
      const { hipaa } = personalCategories[category] as { readonly hipaa?: string };
      return [name, hipaa] as const;
    }),
  );

  it.each(Object.entries(identifiers))("has %s found by its names", (letter, names) => {
    expect(names.map(([name]) => [name, letters.get(name)])).toEqual(names.map(([name]) => [name, letter]));
  });

  it("are 18, and each is a kind that is looked for", () => {
    const known = new Set(
      Object.values(personalCategories).flatMap((category: { readonly hipaa?: string }) => category.hipaa ?? []),
    );
    expect([...known].toSorted()).toEqual(Object.keys(identifiers));
    expect(known.size).toBe(18);
  });
});
