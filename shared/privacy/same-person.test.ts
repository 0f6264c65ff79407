import { describe, expect, it } from "vitest";
import { samePerson } from "./same-person.ts";

const names = { cells: ["Weber", "Nowak", "Weber", "Lis", null], own: false };
const emails = { cells: ["j@x.test", "o@x.test", "j@x.test", "l@x.test", null], own: true };

describe("rows of one person", () => {
  it("agree in every identifier", () => {
    expect(samePerson([names, emails], 5)).toEqual([[0, 2]]);
    expect(
      samePerson([names, { ...emails, cells: ["j@x.test", "o@x.test", "z@x.test", "l@x.test", null] }], 5),
    ).toEqual([]);
  });

  it("are not told by a family name alone, nor by what is missing", () => {
    expect(samePerson([names], 5)).toEqual([]);
    expect(samePerson([emails], 5)).toEqual([[0, 2]]);
    expect(samePerson([{ cells: [null, null], own: true }], 2)).toEqual([]);
  });
});
