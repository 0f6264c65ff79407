import { describe, expect, test } from "vitest";
import { catalogue } from "../catalogue/index.ts";
import { readProjectFile } from "./read-project-file.ts";
import { fileOrder, writeProjectFile } from "./write-project-file.ts";

const head = "seedloom: 1\nsource: shop.sqlite\nseed: 7\nnow: 2026-11-22\nlocales:\n  en: 1\n";
const fileOf = (...rules: readonly string[]): string =>
  `${head}tables:\n  t:\n    mode: mask\n    columns:\n${rules.map((rule, at) => `      c${at}: ${rule}\n`).join("")}`;
const rulesOf = (...rules: readonly string[]) => {
  const { columns = {} } = readProjectFile(fileOf(...rules), catalogue).project.tables["t"] ?? {};
  return Object.values(columns);
};
const refusalOf = (rule: string): string => {
  try {
    rulesOf(rule);
    return "";
  } catch (error) {
    return error instanceof Error ? error.message : "";
  }
};

describe("a rule about the source's value", () => {
  test("is kept, kept with a reason, or masked", () => {
    expect(
      rulesOf(
        "keep",
        "{ keep: a shop's city }",
        "{ mask: hash }",
        "{ mask: { hash: 24 } }",
        "{ mask: { format-preserving: { keep-last: 4 } }, domain: cards, when: 'country != \"SE\"' }",
      ),
    ).toEqual([
      { kind: "keep" },
      { kind: "keep", reason: "a shop's city" },
      { kind: "mask", mask: "hash", params: {} },
      { kind: "mask", mask: "hash", params: { digits: 24 } },
      {
        kind: "mask",
        mask: "format-preserving",
        params: { "keep-last": 4 },
        domain: "cards",
        when: 'country != "SE"',
      },
    ]);
  });

  test("is written as it is read", () => {
    const text = fileOf(
      "keep",
      "{ keep: not about people }",
      "{ mask: hash }",
      "{ mask: { email: example } }",
      "{ mask: { format-preserving: 4 }, domain: cards }",
    );
    const { project } = readProjectFile(text, catalogue);
    const order = fileOrder({ engine: "sqlite", defaultSchema: "main", tables: [], views: [] });
    expect(writeProjectFile(text, project, catalogue, order)).toBe(text);
    const fresh = writeProjectFile(null, project, catalogue, order);
    expect(readProjectFile(fresh, catalogue).project).toEqual(project);
    const columns = { ...project.tables["t"]?.columns, c2: { kind: "keep", reason: "checked" } as const };
    const edited = writeProjectFile(text, { ...project, tables: { t: { mode: "mask", columns } } }, catalogue, order);
    expect(edited).toContain("c2: { keep: checked }");
    expect(edited).toContain("c1: { keep: not about people }");
  });

  test("is refused where it is none, with its place", () => {
    expect(refusalOf("{ mask: hsah }")).toBe("Unknown mask `hsah` at line 11, column 19 of seedloom.yaml.");
    expect(refusalOf("{ mask: { hash: { digit: 8 } } }")).toContain("Unknown parameter `digit` of hash");
    expect(refusalOf("{ mask: hash, nulls: 0.1 }")).toContain("Unknown setting `nulls` beside a mask");
    expect(refusalOf("{ mask: { hash: 24, email: keep } }")).toContain("`mask` takes the name of one mask");
    for (const none of ['{ keep: "" }', "{ keep: }", '{ keep: " " }']) {
      expect(refusalOf(none)).toContain("The reason to keep it is not valid (say in a few words why");
    }
  });
});
