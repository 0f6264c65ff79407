import { describe, expect, test } from "vitest";
import { bind, cellsOf, range, type Bench } from "../test-bench.ts";
import { parseTemplate, templateReferences } from "../../expressions/parse-template.ts";
import { template } from "./template.ts";

const inputs = {
  first: (row: number) => ["Åsa", "José", "Иван"][row % 3] ?? "",
  last: (row: number) => `Öberg ${row}`,
};
const cells = (text: string, more: Partial<Bench> = {}, count = 3) =>
  cellsOf(bind(template, { text }, { type: { kind: "text" }, locales: [], inputs, ...more }), range(count));
const problems = (text: string, columns: readonly string[]) =>
  template.problems?.({ text }, { type: { kind: "text" }, columns }) ?? [];

describe("fields", () => {
  test.each([
    ["{{first}} {{last}}", ["Åsa Öberg 0", "José Öberg 1", "Иван Öberg 2"]],
    ["{{first|lower|ascii}}", ["asa", "jose", "ivan"]],
    ["{{lower(ascii(first))}}", ["asa", "jose", "ivan"]],
    ["{{slug(last)}}", ["oberg-0", "oberg-1", "oberg-2"]],
    ["{{first|first|upper}}.", ["Å.", "J.", "И."]],
    ["INV-{{yyyy}}-{{seq:5}}", ["INV-2026-00001", "INV-2026-00002", "INV-2026-00003"]],
    ["{{yy}}{{seq}}", ["261", "262", "263"]],
    ["plain } { text", ["plain } { text", "plain } { text", "plain } { text"]],
  ])("%s", (text, expected) => expect(cells(text)).toEqual(expected));

  test("random ones are digits of base 36, other ones in each place", () => {
    for (const cell of cells("{{random:12}}|{{random:12}}")) {
      expect(cell).toMatch(/^[0-9a-z]{12}\|[0-9a-z]{12}$/);
      expect(cell?.slice(0, 12)).not.toBe(cell?.slice(13));
    }
  });

  test("name the columns that the cell depends on", () => {
    expect(templateReferences("{{a}}-{{lower(b)}}-{{a|upper}}-{{seq}}").paths).toEqual(["a", "b"]);
    expect(templateReferences("{{price * 2}} of {{count(items)}}")).toEqual({
      paths: ["price"],
      figures: [{ figure: "count", table: "items" }],
    });
  });
});

describe("what is wrong", () => {
  test("an unknown column is named, with the nearest and a fix", () => {
    const [problem] = problems("{{frist_name}}@x", ["first_name", "email"]);
    expect(problem?.message).toBe("There is no column frist_name in this table. Did you mean first_name?");
    expect(problem?.fix?.params).toEqual({ text: "{{first_name}}@x" });
  });

  test.each([
    ["{{a", "is not closed"],
    ["{{}}", "is empty"],
  ])("%s", (text, message) => expect(parseTemplate(text).errors.join()).toContain(message));

  test("a path to a parent's column is none", () => {
    expect(problems("{{customer_id.name}}", ["customer_id"])).toEqual([]);
  });
});

describe("unique columns", () => {
  test("whose template numbers the rows need nothing more", () => {
    expect(cells("{{seq:6}}", { unique: true })).toEqual(["000001", "000002", "000003"]);
    expect(cells("{{last}}-{{seq}}", { unique: true })[0]).toBe("Öberg 0-1");
  });

  test("get a few characters of the row before the @, or at the end", () => {
    for (const cell of cells("{{first|lower|ascii}}@example.com", { unique: true }))
      expect(cell).toMatch(/^[a-z]+\.[a-z0-9]{3}@example\.com$/);
    for (const cell of cells("{{first}}", { unique: true })) expect(cell).toMatch(/^\p{L}+\.[a-z0-9]{3}$/u);
  });

  test("stay distinct where number and text run into each other, and where the column is short", () => {
    const digits = { inputs: { first: (row: number) => String(row % 100) } };
    for (const type of [{ kind: "text" } as const, { kind: "text", maxLength: 8 } as const]) {
      for (const text of [
        "{{first}}{{seq}}",
        "{{first}}@x.de",
        "{{first}}{{first}}{{first}}{{first}}-{{seq}}",
        "a{{first}}",
      ]) {
        expect(new Set(cells(text, { unique: true, rowCount: 3000, type, ...digits }, 3000)).size).toBe(3000);
      }
    }
  });

  test("keep the mail domain when they are cut", () => {
    const type = { kind: "text", maxLength: 18 } as const;
    for (const cell of cells("{{last|slug}}@example.com", { type })) expect(cell).toMatch(/^.{1,6}@example\.com$/);
  });
});
