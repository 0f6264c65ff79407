import * as fc from "fast-check";
import { expect, test } from "vitest";
import { isSeedloomError, type SeedloomError } from "../base/errors.ts";
import { policyIds } from "../rules/personal/policy-id.ts";
import type { Rows, Rule } from "../rules/rule.ts";
import { fixtureCatalogue } from "./fixture-catalogue.ts";
import { projectSchema, type ExportTarget, type Project, type TableDesign } from "./project.ts";
import { readProjectFile } from "./read-project-file.ts";
import { writeProjectFile, type FileOrder } from "./write-project-file.ts";

const order: FileOrder = { tableOrder: ["orders", "customers"], columnOrder: () => ["id", "name"] };
const read = (text: string): Project => readProjectFile(text, fixtureCatalogue).project;
const write = (previous: string | null, project: Project): string =>
  writeProjectFile(previous, project, fixtureCatalogue, order);

const text = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 12 }),
  fc.constantFrom(
    "null",
    "yes",
    "007",
    "20_000",
    "1e3",
    "~",
    "- a",
    "#",
    "a: b",
    "<<",
    "{{x}}",
    "line\nbreak\n",
    " padded ",
    "constructor",
    "'",
    '"',
    "*a",
    "&a",
    "\u2028",
    "🧵",
  ),
);
const name = fc
  .oneof(
    { weight: 3, arbitrary: fc.constantFrom("id", "name", "customers", "orders", "Order Details") },
    { weight: 1, arbitrary: text },
  )
  .filter((n) => n !== "__proto__");
const number = fc
  .double({ noNaN: true, noDefaultInfinity: true })
  .map((n) => (n === 0 ? 0 : Number.isInteger(n) && !Number.isSafeInteger(n) ? 0.5 : n));
const params: fc.Arbitrary<Pick<Extract<Rule, { kind: "generate" }>, "generator" | "params">> = fc.oneof(
  fc
    .record({ minimum: number, maximum: fc.integer() }, { requiredKeys: [] })
    .map((p) => ({ generator: "integer", params: p })),
  text.map((template) => ({ generator: "template", params: { template } })),
  fc.oneof(text, number, fc.boolean()).map((value) => ({ generator: "constant", params: { value } })),
  fc
    .array(fc.oneof(text, fc.integer()), { maxLength: 20 })
    .map((values) => ({ generator: "list", params: { values } })),
  fc
    .dictionary(name, fc.integer({ min: 1, max: 99 }), { noNullPrototype: true })
    .map((weights) => ({ generator: "weighted-choice", params: { weights } })),
);
const edge = fc.record(
  {
    share: fc.integer({ min: 1, max: 10_000 }).map((n) => n / 10_000),
    packs: fc.array(text, { minLength: 1, maxLength: 3 }),
    invalid: fc.constant(true),
  },
  { requiredKeys: ["share"] },
);
const rule: fc.Arbitrary<Rule> = fc.oneof(
  fc.constant<Rule>({ kind: "default" }),
  fc.constant<Rule>({ kind: "null" }),
  fc
    .tuple(
      params,
      fc.record(
        {
          nulls: fc.double({ min: 0, max: 1, noNaN: true }).map((n) => n + 0),
          when: fc.constantFrom('status == "shipped"', "price > 1 && random() < 0.5"),
          unique: fc.constantFrom(true, false, "where possible" as const),
          locale: text,
          edge,
        },
        { requiredKeys: [] },
      ),
    )
    .map(([p, settings]): Rule => ({ kind: "generate", ...p, ...settings })),
);
const rows: fc.Arbitrary<Rows> = fc.oneof(
  fc.nat(),
  fc.record(
    {
      per: name,
      from: fc.nat(9),
      to: fc.nat(9),
      without: fc.constantFrom(0, 0.5),
      average: fc.nat(9),
      distribution: fc.constantFrom("spread" as const, "poisson" as const, "zipf" as const, "histogram" as const),
      weights: fc.dictionary(fc.nat(99).map(String), fc.nat(9), { maxKeys: 3, noNullPrototype: true }),
    },
    { requiredKeys: ["per", "from", "to", "without"] },
  ),
);
const tables = fc.dictionary(
  name,
  fc
    .tuple(
      fc.record({ mode: fc.constantFrom("generate" as const, "skip" as const), rows }, { requiredKeys: [] }),
      fc.dictionary(name, rule, { maxKeys: 4, noNullPrototype: true }),
    )
    .map(([t, columns]): TableDesign => ({ ...t, columns })),
  { maxKeys: 3, noNullPrototype: true },
);
const options: fc.Arbitrary<Record<string, unknown>> = fc.record(
  {
    header: fc.boolean(),
    delimiter: fc.string({ unit: "binary-ascii", maxLength: 1 }),
    style: fc.constantFrom("plain", "ornate"),
    depth: number,
  },
  { requiredKeys: [], noNullPrototype: true },
);
const target: fc.Arbitrary<ExportTarget> = fc.oneof(
  fc.record(
    {
      name: text,
      scenario: name,
      format: fc.constantFrom("sql" as const, "csv" as const),
      dialect: fc.constantFrom("mysql" as const, "sqlite" as const),
      options,
      compress: fc.constantFrom("gzip" as const, "zstd" as const),
      split: fc.oneof(fc.record({ rows: fc.integer({ min: 1 }) }), fc.record({ bytes: fc.integer({ min: 1024 }) })),
      to: text,
      tables: fc.array(name, { maxLength: 3 }),
    },
    { requiredKeys: ["format", "options", "to"] },
  ),
  fc.record(
    { scenario: name, code: fc.constant("fishery"), options, to: text },
    { requiredKeys: ["code", "options", "to"] },
  ),
  fc.record({ name: text, kit: fc.constant("docker"), options, to: text }, { requiredKeys: ["kit", "options", "to"] }),
);
const project: fc.Arbitrary<Project> = fc
  .record({
    source: text,
    seed: fc.maxSafeInteger(),
    now: fc.constantFrom("today", "2026-11-22"),
    locales: fc.constantFrom<Record<string, number>>({ en: 1 }, { sv_SE: 3, de_DE: 1 }),
    tables,
    scenarios: fc.dictionary(
      name,
      fc
        .tuple(fc.record({ seed: fc.integer(), rows }, { requiredKeys: [] }), tables)
        .map(([s, t]) => ({ ...s, tables: t })),
      { maxKeys: 2, noNullPrototype: true },
    ),
    exports: fc.array(target, { maxLength: 3 }),
    budget: fc.option(fc.oneof(fc.integer({ min: 1 }), fc.constantFrom(10_000_000, 1_500_000, 2_000_000_000)), {
      nil: undefined,
    }),
    policies: fc.option(fc.subarray([...policyIds], { minLength: 1 }), { nil: undefined }),
  })
  .map(({ budget, policies, ...p }) => ({
    seedloom: 1,
    ...p,
    ...(budget === undefined ? {} : { budget }),
    ...(policies === undefined ? {} : { policies }),
  }));

test("what is written is what is read", () => {
  fc.assert(
    fc.property(project, (p) => {
      expect(projectSchema.safeParse(p).success).toBe(true);
      const file = write(null, p);
      expect(read(file)).toEqual(p);
      expect(file.endsWith("\n") && !file.includes("\r\n")).toBe(true);
      expect(write(file, p)).toBe(file);
    }),
    { numRuns: 150 },
  );
});

test("an edit of a file gives the project edited to, and keeps comments", () => {
  fc.assert(
    fc.property(project, project, (from, to) => {
      const file = `# kept\n${write(null, from).replace(/^seed: .*$/m, (line) => `${line} # the seed`)}`;
      const after = write(file, to);
      expect(read(after)).toEqual(to);
      expect(after.startsWith("# kept\n") && after.includes(" # the seed")).toBe(true);
    }),
    { numRuns: 150 },
  );
});

const sample = `seedloom: 1
source: x
seed: 7
locales: { sv: 3, de: 1 }
tables:
  orders: &o
    rows: { per: customers, from: 1, to: 5 }   # five
    columns:
      status: { choice: { "open": 1, 'paid': 3 } }
      note: |
        template
  old: *o
exports:
  - { format: sql, to: "seeds/{nnn}" }
`;

/** The error that refuses the file; undefined where it is read. Any other error is thrown on. */
function refusalOf(file: string): SeedloomError | undefined {
  try {
    read(file);
    return undefined;
  } catch (error) {
    if (isSeedloomError(error)) return error;
    throw error;
  }
}

test("a damaged file is read or refused with one calm error", () => {
  const damage = fc.oneof(
    fc.nat(sample.length).map((at) => sample.slice(0, at)),
    fc
      .tuple(fc.nat(sample.length - 1), fc.nat(7))
      .map(
        ([at, bit]) =>
          sample.slice(0, at) + String.fromCharCode(sample.charCodeAt(at) ^ (1 << bit)) + sample.slice(at + 1),
      ),
    fc
      .tuple(
        fc.nat(sample.length),
        fc.string({ unit: fc.constantFrom(...Array.from("{}[]:,&*!|>'\"%@`#-? \n\tab1\0\uFEFF")) }),
      )
      .map(([at, junk]) => sample.slice(0, at) + junk + sample.slice(at)),
    fc.string({ unit: "binary", maxLength: 200 }),
  );
  fc.assert(
    fc.property(damage, (file) => {
      const error = refusalOf(file);
      expect(error?.exitCode ?? 2).toBe(2);
      expect(error?.message ?? "").not.toMatch(/\n|undefined|\[object/);
    }),
    { numRuns: 2000 },
  );
});
