import { describe, expect, it } from "vitest";
import type { TargetFile } from "../../../shared/api/target-views.ts";
import type { FormField } from "../../../shared/api/views.ts";
import type { ExportTarget } from "../../../shared/project/project.ts";
import { drawnLines, markedParts } from "./diff-lines.ts";
import { fileRows } from "./file-tree.ts";
import { fieldsFor, namedTargets, newTarget, tablesOf, targetCommand, targetNote, withOption } from "./targets.ts";

const targets: readonly ExportTarget[] = [
  { format: "sql", options: {}, to: "seeds/sql", scenario: "smoke" },
  { format: "sql", options: { statement: "upsert" }, to: "seeds/sql-2" },
  { name: "sql-2", kit: "docker", options: {}, to: "." },
];

describe("exports", () => {
  it("have each a name of its own, and a note of where they go", () => {
    expect(namedTargets(targets).map(({ name }) => name)).toEqual(["sql", "sql-3", "sql-2"]);
    expect(targets.map(targetNote)).toEqual(["smoke, seeds/sql", "seeds/sql-2", "the project's folder"]);
  });

  it("begin in a folder that no other has", () => {
    expect(newTarget("format", "sql", targets)).toEqual({ format: "sql", options: {}, to: "seeds/sql-3" });
    expect(newTarget("code", "prisma", targets)).toEqual({ code: "prisma", options: {}, to: "test/prisma" });
  });

  it("say only the options that are not the default", () => {
    const changed = withOption(targets, 1, "statement", undefined);
    expect(changed[1]?.options).toEqual({});
    expect(withOption(changed, 1, "rows", 5)[1]?.options).toEqual({ rows: 5 });
    expect(changed[0]).toBe(targets[0]);
  });

  it("offer what their dialect has, and what they set though it has not", () => {
    const statement: FormField = {
      name: "statement",
      label: "Statement",
      type: "choice",
      default: "insert",
      optional: false,
      choices: ["insert", "copy"],
      choiceDialects: { copy: ["postgresql"] },
    };
    const go: FormField = { ...statement, name: "go", type: "boolean", dialects: ["sqlserver"] };
    const offered = (options: Readonly<Record<string, unknown>>, dialect: string) =>
      fieldsFor([statement, go], options, dialect).map(({ name, choices }) => [name, choices]);
    expect(offered({}, "sqlite")).toEqual([["statement", ["insert"]]]);
    expect(offered({}, "postgresql")).toEqual([["statement", ["insert", "copy"]]]);
    expect(offered({ statement: "copy", go: true }, "sqlite").map(([name]) => name)).toEqual(["statement", "go"]);
    expect(offered({ statement: "copy" }, "sqlite")).toEqual([["statement", ["insert", "copy"]]]);
  });

  it("are stopped by errors of their own tables only", () => {
    const some = namedTargets([{ format: "csv", options: {}, to: "a", tables: ["orders"] }, ...targets.slice(2)]);
    expect([...tablesOf(some, ["customers", "orders"])]).toEqual(["orders"]);
    expect([...tablesOf(namedTargets(targets), ["customers", "orders"])]).toEqual(["customers", "orders"]);
  });

  it("are run by the same words in a pipeline", () => {
    const seeds = namedTargets([{ format: "csv", options: {}, to: "a", name: "my seeds" }, ...targets]);
    expect(targetCommand(seeds, ["my seeds"], [])).toEqual(["seedloom export", "--target 'my seeds'"]);
    expect(targetCommand(seeds.slice(0, 1), ["my seeds"], [])).toEqual(["seedloom export"]);
  });

  it("are run by the command that reads the source where rows of it are among them", () => {
    const tables = [
      { id: "customers", mode: "mask" as const },
      { id: "orders", mode: "generate" as const },
    ];
    const some = namedTargets([{ format: "csv", options: {}, to: "a", tables: ["orders"] }, ...targets]);
    expect(targetCommand(some, ["csv"], tables)).toEqual(["seedloom export", "--target csv"]);
    expect(targetCommand(some, ["sql"], tables)).toEqual(["seedloom mask", "--target sql"]);
    expect(targetCommand(some, ["sql-2"], tables)).toEqual(["seedloom export", "--target sql-2"]);
    expect(targetCommand(some, [], tables)).toEqual(["seedloom mask"]);
  });
});

const file = (path: string, change: TargetFile["change"]): TargetFile => ({
  path,
  change,
  target: "sql",
  bytes: 1,
  sha256: "",
  why: [],
});

describe("the tree of files", () => {
  const files = [
    file("seeds/sql/smoke/a.sql", "changed"),
    ...["b", "c", "d", "e", "f"].map((name) => file(`seeds/sql/smoke/${name}.sql`, "unchanged")),
    file("seeds/sql/perf/a.sql", "unchanged"),
    file("lock.json", "added"),
  ];
  const words = (turned: readonly string[]) =>
    fileRows(files, new Set(turned)).map(({ level, label }) => `${level} ${label}`);

  it("joins folders that hold nothing else, and folds what did not change", () => {
    expect(words([])).toEqual([
      "1 seeds/sql",
      "2 smoke",
      "3 a.sql",
      "3 5 unchanged",
      "2 perf",
      "3 a.sql",
      "1 lock.json",
    ]);
  });

  it("opens and closes", () => {
    expect(words(["seeds/sql"])).toEqual(["1 seeds/sql", "1 lock.json"]);
    expect(words(["seeds/sql/smoke/*"])).toContain("3 f.sql");
  });
});

describe("a diff", () => {
  it("numbers its lines on both sides and marks the words that changed", () => {
    const lines = drawnLines([
      {
        before: 16,
        after: 16,
        lines: [
          { sign: " ", text: "(6, 31.50)," },
          { sign: "-", text: "(7, 'shipped', 7.04, 'EUR')," },
          { sign: "+", text: "(7, 'shipped', 10.00, 'EUR')," },
        ],
      },
    ]);
    expect(lines.map((line) => (line.kind === "gap" ? line.text : [line.before, line.after]))).toEqual([
      "from line 16",
      [16, 16],
      [17, null],
      [null, 17],
    ]);
    const marked = lines.flatMap((line) =>
      line.kind === "line" ? markedParts(line).flatMap(({ text, marked: on }) => (on ? [text] : [])) : [],
    );
    expect(marked.join("|")).toMatch(/7.*10/);
    expect(marked.join("|")).not.toContain("shipped");
  });
});
