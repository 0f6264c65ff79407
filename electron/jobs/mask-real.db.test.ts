import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LeakCheck } from "../../shared/privacy/leak-check.ts";
import type { Rule } from "../../shared/rules/rule.ts";
import type { SchemaModel } from "../../shared/schema/schema-model.ts";
import { runCli } from "../cli/main.ts";
import { openSource } from "../drivers/open-source.ts";
import { engines, hasRealData, type EngineDatabase } from "./load-engines.ts";
import { keptProject, maskedProject, projectText, rowsOf, testFolder } from "./mask-bench.ts";

const key = "a key that is made for this test only";
/** Each project is checked for leaks once, and need not be for each engine and run. */
const unchecked = ["--leak-check", "off"];
const mask = (id: string, params: Readonly<Record<string, unknown>> = {}): Rule => ({ kind: "mask", mask: id, params });

async function run(...words: readonly string[]): Promise<{ code: number; err: string }> {
  let err = "";
  const before = process.env["SEEDLOOM_KEY"];
  process.env["SEEDLOOM_KEY"] = key;
  try {
    const terminal = {
      out: async () => undefined,
      note: (line: string) => void (err += `${line}\n`),
      watched: false,
      width: undefined,
    };
    return { code: await runCli(words, { serve: async () => 0 }, terminal), err };
  } finally {
    if (before === undefined) delete process.env["SEEDLOOM_KEY"];
    else process.env["SEEDLOOM_KEY"] = before;
  }
}

async function modelOf(address: string): Promise<SchemaModel> {
  const source = await openSource(address);
  try {
    return await source.model();
  } finally {
    await source.close();
  }
}

const databases = [
  {
    name: "Chinook",
    file: "chinook/chinook.sqlite",
    into: ["sqlite", "postgresql", "mysql"],
    rules: {
      Customer: {
        Email: mask("email"),
        FirstName: mask("hash", { digits: 20 }),
        LastName: mask("hash", { digits: 20 }),
      },
      Employee: {
        Email: mask("email"),
        FirstName: mask("hash", { digits: 20 }),
        LastName: mask("hash", { digits: 20 }),
      },
    } as Readonly<Record<string, Readonly<Record<string, Rule>>>>,
    joins: [
      ["Customer", "Email", "Employee", "Email"],
      ["Customer", "FirstName", "Employee", "FirstName"],
    ] as const,
  },
  {
    name: "Sakila",
    file: "sakila/sakila.sqlite",
    // Its keys are of two widths, which MySQL does not take.
    into: ["sqlite", "postgresql"],
    rules: {
      customer: {
        email: mask("email"),
        first_name: mask("hash", { digits: 20 }),
        last_name: mask("hash", { digits: 20 }),
      },
      actor: { first_name: mask("hash", { digits: 20 }), last_name: mask("hash", { digits: 20 }) },
      staff: { email: mask("email") },
    } as Readonly<Record<string, Readonly<Record<string, Rule>>>>,
    joins: [
      ["customer", "first_name", "actor", "first_name"],
      ["customer", "last_name", "actor", "last_name"],
    ] as const,
  },
];

describe.skipIf(!hasRealData)("real databases, masked (skipped where ../shared/data is absent)", () => {
  describe.each(databases)("$name", ({ file, into, rules, joins }) => {
    const folder = testFolder();
    const address = join(folder.path, "source.sqlite");
    const project = join(folder.path, "project");
    let model: SchemaModel;
    let plan: Awaited<ReturnType<typeof maskedProject>>["plan"];

    beforeAll(async () => {
      copyFileSync(`../shared/data/${file}`, address);
      model = await modelOf(address);
      const made = await maskedProject(model, address, rules);
      plan = made.plan;
      mkdirSync(project);
      writeFileSync(join(project, "seedloom.yaml"), projectText(made.project, model));
    });
    afterAll(() => folder.remove());

    it.each(
      engines
        .filter(({ available, id }) => available && into.includes(id))
        .map((engine) => [engine.id, engine] as const),
    )(
      "goes into %s with every row: joins, uniques and keys hold, and no masked value is left",
      async (_id, engine) => {
        const target: EngineDatabase = await engine.make(model);
        try {
          const outcome = await run("mask", project, "--to", target.address, "--proof", "--leak-check", "all");
          expect(outcome).toEqual({
            code: 0,
            err: expect.stringMatching(/leak check: none of [\d,]+ originals survives/),
          });
          const before = await rowsOf(address);
          const after = await rowsOf(target.address);
          const tableOf = (id: string) => after.get(id) ?? after.get(id.toLowerCase()) ?? [];
          for (const [id, rows] of before) expect([id, tableOf(id).length]).toEqual([id, rows.length]);
          for (const [a, first, b, second] of joins) {
            expect(joined(tableOf(a), first, tableOf(b), second)).toBe(
              joined(before.get(a) ?? [], first, before.get(b) ?? [], second),
            );
          }
          const check = new LeakCheck();
          for (const [id, { masked }] of plan.tables) {
            for (const [column, planned] of masked ?? []) {
              // A generalised value may be the value itself: post code 21000 in the area 21000.
              if (planned?.mask.keyed(planned.params) !== true) continue;
              const of = check.original({ id: `${id}.${column}`, kind: "email" });
              // A city may be the name of another table's row, and short numbers are in other columns by nature.
              for (const [row, cells] of (before.get(id) ?? []).entries()) {
                const cell = cells[column];
                if (typeof cell === "string" && /@|\d{5}/u.test(cell)) check.add(of, `${id} ${row}`, cell);
              }
            }
          }
          for (const [id, rows] of after) {
            const at = check.output({ id, independent: false, coarser: false });
            for (const [row, cells] of rows.entries())
              for (const cell of Object.values(cells)) if (typeof cell === "string") check.look(at, row, cell, []);
          }
          expect(check.findings().leaks).toEqual([]);
        } finally {
          await target.drop();
        }
      },
      120_000,
    );

    it.each(
      engines
        .filter(({ available, id }) => available && into.includes(id) && id !== "sqlite")
        .map((engine) => [engine.id, engine] as const),
    )(
      "has the same pseudonyms when it is read from %s",
      async (id, engine) => {
        const copy = await engine.make(model);
        try {
          const copying = join(folder.path, `copy-${id}`);
          mkdirSync(copying);
          writeFileSync(join(copying, "seedloom.yaml"), projectText(keptProject(model, address), model));
          expect(await run("mask", copying, "--to", copy.address, ...unchecked)).toMatchObject({ code: 0 });
          const masking = join(folder.path, `from-${id}`);
          mkdirSync(masking);
          const text = readFileSync(join(project, "seedloom.yaml"), "utf8");
          writeFileSync(join(masking, "seedloom.yaml"), text);
          const [here, there] = [join(folder.path, `here-${id}`), join(folder.path, `there-${id}`)];
          expect(await run("mask", project, "--format", "ndjson", "--out", here, ...unchecked)).toMatchObject({
            code: 0,
          });
          const read = await run(
            "mask",
            masking,
            "--from",
            copy.address,
            "--format",
            "ndjson",
            "--out",
            there,
            ...unchecked,
          );
          expect(read).toEqual({ code: 0, err: read.err });
          for (const [table, first, other, second] of joins) {
            for (const [of, column] of [
              [table, first],
              [other, second],
            ] as const) {
              expect(valuesIn(join(there, `${of}.ndjson`), column)).toEqual(
                valuesIn(join(here, `${of}.ndjson`), column),
              );
            }
          }
        } finally {
          await copy.drop();
        }
      },
      120_000,
    );

    it("goes into files, the same ones in every run and with any number of workers", async () => {
      const [one, other] = [join(folder.path, "one"), join(folder.path, "other")];
      expect((await run("mask", project, "--format", "csv", "--out", one, "--workers", "1", ...unchecked)).code).toBe(
        0,
      );
      expect((await run("mask", project, "--format", "csv", "--out", other, "--workers", "2", ...unchecked)).code).toBe(
        0,
      );
      for (const name of readdirSync(one)) {
        expect(readFileSync(join(other, name), "utf8")).toBe(readFileSync(join(one, name), "utf8"));
      }
      expect(JSON.parse(readFileSync(join(one, "manifest.json"), "utf8"))).toHaveProperty("pseudonymised.key");
    });
  });
});

/** The values of a column in a file, sorted: engines order texts differently. */
const valuesIn = (path: string, column: string): readonly string[] =>
  readFileSync(path, "utf8")
    .trim()
    .split("\n")
    .map((line) => String((JSON.parse(line) as Row)[column]))
    .toSorted((a, b) => (a < b ? -1 : 1));

type Row = Readonly<Record<string, unknown>>;

/** How many pairs of rows a join on two columns gives. */
function joined(left: readonly Row[], first: string, right: readonly Row[], second: string): number {
  const counts = new Map<unknown, number>();
  for (const row of right) counts.set(row[second], (counts.get(row[second]) ?? 0) + 1);
  return left.reduce((sum, row) => sum + (row[first] === null ? 0 : (counts.get(row[first]) ?? 0)), 0);
}
