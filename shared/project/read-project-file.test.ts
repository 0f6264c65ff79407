import { describe, expect, test } from "vitest";
import { isSeedloomError, type SeedloomError } from "../base/errors.ts";
import { fixtureCatalogue } from "./fixture-catalogue.ts";
import { readProjectFile } from "./read-project-file.ts";

const head = "seedloom: 1\nsource: shop.sqlite\nseed: 7\n";
const read = (text: string) => readProjectFile(text, fixtureCatalogue).project;
const ruleOf = (rule: string) => read(`${head}tables:\n  t:\n    columns:\n      c: ${rule}\n`).tables.t?.columns.c;
function refusal(text: string): SeedloomError {
  try {
    read(text);
  } catch (error) {
    if (isSeedloomError(error)) return error;
    throw error;
  }
  throw new Error("The text was read.");
}

describe("a project file", () => {
  test("may be written as the house plan shows it", () => {
    const project = read(`seedloom: 1                                   # version of this format
source: postgresql://shop@localhost/shop?password=\${SHOP_DB_PASSWORD}
seed: 20261122
now: 2026-11-22                               # reference date
locales: { sv_SE: 3, de_DE: 1 }
tables:
  customers:
    rows: 1000
    columns:
      email: { template: "{{first_name}}.{{last_name}}@example.com", unique: true }
      loyalty_tier: { choice: { gold: 1, silver: 3, bronze: 6 } }
  orders:
    rows: { per: customers, from: 1, to: 5, average: 2.5 }
scenarios:
  smoke: { rows: 20 }
  perf: { tables: { customers: { rows: 20_000_000 } } }
exports:
  - { scenario: smoke, format: sql, dialect: postgresql, to: "seeds/{scenario}" }
`);
    expect(project).toEqual({
      seedloom: 1,
      source: "postgresql://shop@localhost/shop?password=${SHOP_DB_PASSWORD}",
      seed: 20261122,
      now: "2026-11-22",
      locales: { sv_SE: 3, de_DE: 1 },
      tables: {
        customers: {
          rows: 1000,
          columns: {
            email: {
              kind: "generate",
              generator: "template",
              params: { template: "{{first_name}}.{{last_name}}@example.com" },
              unique: true,
            },
            loyalty_tier: {
              kind: "generate",
              generator: "weighted-choice",
              params: { weights: { gold: 1, silver: 3, bronze: 6 } },
            },
          },
        },
        orders: { rows: { per: "customers", from: 1, to: 5, average: 2.5, without: 0 }, columns: {} },
      },
      scenarios: {
        smoke: { rows: 20, tables: {} },
        perf: { tables: { customers: { rows: 20_000_000, columns: {} } } },
      },
      exports: [{ scenario: "smoke", format: "sql", dialect: "postgresql", options: {}, to: "seeds/{scenario}" }],
    });
  });

  test("has short forms for rules", () => {
    expect(ruleOf("internet.email")).toEqual({ kind: "generate", generator: "internet.email", params: {} });
    expect(ruleOf("default")).toEqual({ kind: "default" });
    expect(ruleOf('"null"')).toEqual({ kind: "null" });
    expect(ruleOf("null")).toEqual({ kind: "null" });
    expect(ruleOf("{ integer: { maximum: 20_000 }, nulls: 0.1, unique: true, locale: de }")).toEqual({
      kind: "generate",
      generator: "integer",
      params: { maximum: 20_000 },
      nulls: 0.1,
      unique: true,
      locale: "de",
    });
    expect(ruleOf("{ integer: {}, nulls: 12.5% }")).toMatchObject({ nulls: 0.125 });
    expect(ruleOf("{ integer: {}, edge: 2% }")).toMatchObject({ edge: { share: 0.02 } });
    expect(ruleOf("{ integer: {}, edge: { share: 12.5%, packs: [numbers], invalid: true } }")).toMatchObject({
      edge: { share: 0.125, packs: ["numbers"], invalid: true },
    });
    expect(() => ruleOf("{ integer: {}, edge: 0% }")).toThrow(/`edge` is not valid/);
    expect(() => ruleOf("{ integer: {}, edge: { packs: [unicode] } }")).toThrow(
      expect.objectContaining({
        message: expect.stringMatching(/^`share` of `edge` is missing/) as string,
        hint: "Write `edge: { share: 2%, packs: [unicode] }`, or `edge: 2%` for the usual packs.",
      }),
    );
    expect(() => ruleOf("{ edge: { packs: [unicode] } }")).toThrow(
      expect.objectContaining({ hint: expect.stringContaining("edge-values: { packs: [unicode] }") as string }),
    );
    expect(ruleOf("{ constant: yes }")).toMatchObject({ params: { value: "yes" } });
    expect(ruleOf("{ list: [1, two] }")).toMatchObject({ params: { values: [1, "two"] } });
    expect(ruleOf("{ integer: }")).toMatchObject({ generator: "integer", params: {} });
    expect(ruleOf("{ weighted-choice: { weights: { yes: 1, 1: 2, null: 3 } } }")).toMatchObject({
      params: { weights: { yes: 1, 1: 2, null: 3 } },
    });
  });

  test("may name locales in one word or a list", () => {
    expect(read(`${head}locales: de`).locales).toEqual({ de: 1 });
    expect(read(`${head}locales: [de, sv]`).locales).toEqual({ de: 1, sv: 1 });
  });

  test("may share values through anchors", () => {
    const project = read(`${head}tables:\n  a: { columns: &shared { c: integer } }\n  b: { columns: *shared }\n`);
    expect(project.tables.b).toEqual(project.tables.a);
  });

  test("may have tables and columns with the names of an object's own methods", () => {
    const project = read(
      `${head}tables:\n  constructor: { columns: { toString: integer, 1: default, no: default } }\n`,
    );
    expect(Object.keys(new Map(Object.entries(project.tables)).get("constructor")?.columns ?? {})).toEqual([
      "1",
      "toString",
      "no",
    ]);
    expect(Object.hasOwn(read(head).tables, "constructor")).toBe(false);
  });
});

describe("a mistake in a project file", () => {
  test.each([
    [
      "unknown generator",
      `tables:\n  t:\n    columns:\n      c: integr\n`,
      "Unknown generator `integr` at line 7, column 10 of seedloom.yaml.",
      "Nearest: integer.",
    ],
    [
      "unknown generator with parameters",
      `tables: { t: { columns: { c: { firstNam: {} } } } }`,
      "Unknown generator `firstNam` at line 4, column 32 of seedloom.yaml.",
      "Nearest: person.firstName.",
    ],
    [
      "unknown parameter",
      `tables: { t: { columns: { c: { integer: { minimun: 1 } } } } }`,
      "Unknown parameter `minimun` of integer at line 4, column 43 of seedloom.yaml.",
      "Nearest: minimum.",
    ],
    [
      "unknown setting",
      `tables: { t: { colums: { c: integer } } }`,
      "Unknown setting `colums` of a table at line 4, column 16 of seedloom.yaml.",
      "Nearest: columns.",
    ],
    [
      "unknown setting of a rule",
      `tables: { t: { columns: { c: { integer: {}, uniqe: true } } } }`,
      "Unknown setting `uniqe` of a rule at line 4, column 45 of seedloom.yaml.",
      "Nearest: unique.",
    ],
    [
      "two generators",
      `tables: { t: { columns: { c: { integer: {}, template: x } } } }`,
      "The rule has two generators, `integer` and `template`, at line 4, column 45 of seedloom.yaml.",
      "Keep one of the two.",
    ],
    [
      "a duplicate column",
      `tables:\n  t:\n    columns:\n      c: integer\n      c: integer\n`,
      "`c` occurs twice at line 8, column 7 of seedloom.yaml.",
      "Keep one of the two.",
    ],
    [
      "a mask",
      `tables: { t: { columns: { c: { mask: redact } } } }`,
      "Unknown mask `redact` at line 4, column 38 of seedloom.yaml.",
      undefined,
    ],
    [
      "a number out of range",
      `tables: { t: { columns: { c: { integer: {}, nulls: 2 } } } }`,
      "`nulls` is not valid (is more than 100%) at line 4, column 52 of seedloom.yaml.",
      undefined,
    ],
    [
      "a share in words",
      `tables: { t: { columns: { c: { integer: {}, edge: 200% } } } }`,
      "`share` of `edge` is not valid (is more than 100%) at line 4, column 51 of seedloom.yaml.",
      undefined,
    ],
    [
      "a weight below 0 in a parameter that stands alone",
      `tables: { t: { columns: { c: { choice: { x: -1, y: 2 } } } } }`,
      "`weights.x` of weighted-choice is not valid (too small: expected number to be >=0) at line 4, column 45 of seedloom.yaml.",
      undefined,
    ],
    [
      "NaN",
      `tables: { t: { columns: { c: { integer: { minimum: .nan } } } } }`,
      "A number is expected, not infinity or NaN, at line 4, column 52 of seedloom.yaml.",
      "Write a finite number.",
    ],
    [
      "a merge key",
      `tables: { t: { <<: {} } }`,
      "Merge keys (<<) are not read at line 4, column 16 of seedloom.yaml.",
      "Write the merged settings out, or use an alias (*name) for the whole value.",
    ],
    [
      "a prototype key",
      `tables: { __proto__: { rows: 1 } }`,
      "`__proto__` cannot be a name at line 4, column 11 of seedloom.yaml.",
      undefined,
    ],
    [
      "an open bracket",
      `tables: { t: [`,
      "YAML cannot be read at line 4, column 15 of seedloom.yaml: a bracket is not closed, or the indentation does not fit the lines above.",
      "Correct the file and open it again.",
    ],
    [
      "rows that are no number",
      `tables: { t: { rows: many } }`,
      "`rows` is a whole number from 0 to 999,999,999,999, or `{ per: table, from: 1, to: 5 }`, which is not what stands at line 4, column 22 of seedloom.yaml.",
      undefined,
    ],
    [
      "negative rows",
      `tables: { t: { rows: -1 } }`,
      "`rows` is a whole number from 0 to 999,999,999,999, or `{ per: table, from: 1, to: 5 }`, which is not what stands at line 4, column 22 of seedloom.yaml.",
      undefined,
    ],
  ])("%s: is named with its line and column", (_what, text, message, hint) => {
    const error = refusal(head + text);
    expect({ message: error.message, hint: error.hint, exit: error.exitCode }).toEqual({ message, hint, exit: 2 });
  });

  test("a version that is not known, or missing, says so", () => {
    expect(refusal("seedloom: 2\nsource: x\nseed: 1\nfuture: 1\n").code).toBe("project-version");
    expect(refusal("source: x\nseed: 1\n").code).toBe("project-version");
    expect(refusal("").code).toBe("project-version");
  });

  test("a missing seed or source says so", () => {
    expect(refusal("seedloom: 1\nseed: 1\n").message).toBe("`source` is missing at line 1, column 1 of seedloom.yaml.");
    expect(refusal("seedloom: 1\nsource: x\n").message).toBe("`seed` is missing at line 1, column 1 of seedloom.yaml.");
  });
});

describe("a file made to hurt", () => {
  const bomb = ["a: &a [x,x,x,x,x,x,x,x,x]"];
  for (let k = 1; k < 9; k++)
    bomb.push(
      `${"abcdefghi"[k]}: &${"abcdefghi"[k]} [${Array.from({ length: 9 }, () => `*${"abcdefghi"[k - 1]}`).join(",")}]`,
    );
  test.each([
    ["brackets 100,000 deep", `tables: ${"[".repeat(100_000)}`],
    ["lists 100,000 deep", `${"- ".repeat(100_000)}a`],
    ["maps 100,000 deep", "{a: ".repeat(100_000)],
    ["explicit keys 100,000 deep", "? ".repeat(100_000)],
    ["300,000 directives", "%YAML 1.2\n".repeat(300_000)],
    ["an alias bomb", bomb.join("\n")],
    ["an alias of itself", "a: &a [*a]"],
    ["a NUL", "seedloom: 1\0"],
    ["UTF-16 read as UTF-8", "s\0e\0e\0d\0"],
    ["50 MB", "a".repeat(50_000_000)],
    ["4 MB of lines", "\n".repeat(4_000_000)],
    ["two documents", `${head}---\n${head}`],
    ["a strange tag", `${head}now: !!js/function "x"`],
    ["binary", `${head}now: !!binary "eHg="`],
    ["a list as a key", "? [a]\n: 1"],
    ["a number beyond 2^53", "seedloom: 1\nsource: x\nseed: 99999999999999999999"],
  ])("%s: is refused with one sentence", (_what, text) => {
    const error = refusal(text);
    expect(error.exitCode).toBe(2);
    expect(error.message.length).toBeLessThan(300);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  test("a byte order mark and Windows line ends are no mistake", () => {
    expect(read(`\uFEFF${head.replaceAll("\n", "\r\n")}`).seed).toBe(7);
  });
});
