import { expect, test } from "vitest";
import { generatorCatalogue } from "../generators/index.ts";
import type { ColumnModel, TableModel } from "../schema/schema-model.ts";
import type { GenerateRule } from "./rule.ts";
import { columnOf, modelOf, referenceOf, tableOf } from "./small-schema.ts";
import { suggestOwners } from "./suggest-owner.ts";
import { suggestTable } from "./suggest-table.ts";

/** The rules of a table's columns, in a schema of these tables. */
function rulesOf(table: TableModel, ...others: readonly TableModel[]): ReadonlyMap<string, GenerateRule> {
  const suggested = suggestTable(table, modelOf(table, ...others), generatorCatalogue);
  return new Map(
    [...suggested].flatMap(([name, { rule }]): [string, GenerateRule][] =>
      rule.kind === "generate" ? [[name, rule]] : [],
    ),
  );
}
const text = (...names: readonly string[]): readonly ColumnModel[] =>
  names.map((name) => columnOf(name, "varchar(50)", { nullable: true }));
const valuesOf = (rule: GenerateRule | undefined): readonly string[] => Object.keys(Object(rule?.params["values"]));

test("what a source said before it was coded is of the thing it is said of, and no diagnosis everywhere", () => {
  const rules = rulesOf(
    tableOf("visit_occurrence", [
      columnOf("person_id", "integer"),
      ...text("condition_source_value", "specialty_source_value", "discharged_to_source_value", "drug_source_value"),
    ]),
  );
  expect(rules.get("condition_source_value")?.params).toEqual({ pattern: "[A-Z]\\d{2}\\.\\d" });
  expect(rules.get("drug_source_value")?.params).toEqual({ pattern: "\\d{5}-\\d{4}-\\d{2}" });
  expect(valuesOf(rules.get("specialty_source_value"))).toContain("Cardiology");
  expect(valuesOf(rules.get("discharged_to_source_value"))).toContain("Home");
});

test("the keys of a vocabulary are its terms, and names beside them the same", () => {
  const columns = [
    columnOf("domain_id", "varchar(20)"),
    columnOf("domain_name", "varchar(255)"),
    columnOf("domain_concept_id", "integer"),
  ];
  const rules = rulesOf(tableOf("domain", columns, { primaryKey: ["domain_id"] }));
  expect(valuesOf(rules.get("domain_id"))).toContain("Condition");
  expect(rules.get("domain_name")).toMatchObject({ generator: "copy", params: { column: "domain_id" } });
});

test("a concept is called as its domain has it", () => {
  const columns = [
    columnOf("concept_id", "integer"),
    columnOf("concept_name", "varchar(255)"),
    columnOf("domain_id", "varchar(20)"),
  ];
  expect(rulesOf(tableOf("concept", columns, { primaryKey: ["concept_id"] })).get("concept_name")?.generator).toBe(
    "mix",
  );
});

test("a note on a patient reads as one, and one on an order does not", () => {
  const note = (beside: string): unknown => {
    const columns = [columnOf("note_id", "integer"), columnOf(beside, "integer"), columnOf("note_text", "text")];
    return rulesOf(tableOf("note", columns)).get("note_text")?.params["about"];
  };
  expect(note("visit_id")).toBe("clinical");
  expect(note("order_id")).not.toBe("clinical");
});

test("what was paid in all is the sum of what each paid, and a party's share that of its parts", () => {
  const paid = ["total_paid", "paid_by_payer", "paid_by_patient", "paid_patient_copay", "paid_patient_deductible"];
  const amounts = [...paid, "total_charge", "total_cost", "amount_allowed"];
  const rules = rulesOf(
    tableOf(
      "cost",
      amounts.map((name) => columnOf(name, "numeric(12,2)")),
    ),
  );
  expect(rules.get("total_paid")?.params).toEqual({ expression: "paid_by_payer + paid_by_patient" });
  expect(rules.get("paid_by_patient")?.params).toEqual({ expression: "paid_patient_copay + paid_patient_deductible" });
});

test("a share that is not there does not hide the sum of the others", () => {
  const shares = ["paid_by_payer", "paid_by_patient"].map((name) =>
    columnOf(name, "numeric(12,2)", { nullable: true }),
  );
  const rules = rulesOf(tableOf("cost", [columnOf("cost_id"), columnOf("total_paid", "numeric(12,2)"), ...shares]));
  expect(rules.get("total_paid")?.params).toEqual({
    expression: "coalesce(paid_by_payer, 0) + coalesce(paid_by_patient, 0)",
  });
});

test("the details of a visit belong to it, not to nobody", () => {
  const visit = tableOf("visit_occurrence", [columnOf("visit_occurrence_id", "integer")], {
    primaryKey: ["visit_occurrence_id"],
  });
  const site = tableOf("care_site", [columnOf("care_site_id", "integer")], { primaryKey: ["care_site_id"] });
  const keys = ["care_site", "visit_occurrence"].map((parent) => referenceOf(`${parent}_id`, parent, `${parent}_id`));
  const detail = tableOf(
    "visit_detail",
    ["visit_detail_id", "care_site_id", "visit_occurrence_id"].map((name) => columnOf(name, "integer")),
    { primaryKey: ["visit_detail_id"], foreignKeys: keys },
  );
  expect(suggestOwners(modelOf(site, visit, detail)).get("visit_detail")?.owner).toBe("visit_occurrence");
});
