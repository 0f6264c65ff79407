import { describe, expect, it } from "vitest";
import type { Project } from "../../../shared/project/project.ts";
import type { ValueType } from "../../../shared/schema/value-type.ts";
import { canUnpin, freeName, pinRow, shownPinned, typedValue, unpinRow } from "./pinned-edits.ts";

const ada = { name: "ada", values: { id: 1 } };
const bob = { name: "bob", values: { id: 2 } };
const draft: Project = {
  seedloom: 1,
  source: "",
  seed: 1,
  now: "today",
  locales: {},
  tables: { t: { pinned: [ada], columns: {} } },
  scenarios: { smoke: { tables: { t: { pinned: [bob], columns: {} } } } },
  exports: [],
};

describe("pinned rows on screen", () => {
  it("are the project's, then the scenario's", () => {
    expect(shownPinned(draft, null, "t")).toEqual([ada]);
    expect(shownPinned(draft, "smoke", "t")).toEqual([ada, bob]);
  });

  it("are changed in the layer on screen", () => {
    const other = { name: "ada", values: { id: 9 } };
    expect(pinRow(draft, "smoke", "t", other)).toEqual({ kind: "set-pinned", table: "t", pinned: [bob, other] });
    const renamed = { name: "rob", values: { id: 2 } };
    expect(pinRow(draft, "smoke", "t", renamed, "bob")).toMatchObject({ pinned: [renamed] });
    expect(unpinRow(draft, "smoke", "t", "bob")).toMatchObject({ pinned: [] });
    expect([canUnpin(draft, "smoke", "t", "ada"), canUnpin(draft, null, "t", "ada")]).toEqual([false, true]);
  });

  it("get names of their own", () => {
    expect(freeName("ada", [ada, { name: "ada-2", values: {} }])).toBe("ada-3");
  });

  it("keep what was typed", () => {
    const column = (valueType: ValueType) => ({ name: "c", type: "", nullable: true, valueType });
    expect(typedValue("12", column({ kind: "integer", bits: 64 }))).toBe(12);
    expect(typedValue("9007199254740993", column({ kind: "integer", bits: 64 }))).toBe("9007199254740993");
    expect(typedValue("true", column({ kind: "boolean" }))).toBe(true);
    expect(typedValue("007", column({ kind: "text" }))).toBe("007");
  });
});
