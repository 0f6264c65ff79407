import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it, vi } from "vitest";
import type { Rule } from "../../shared/rules/rule.ts";
import { runCli } from "../cli/main.ts";
import { createDatabase, hasRealData, hasServer, realScript } from "../drivers/mysql/test-database.ts";
import { openSource } from "../drivers/open-source.ts";
import { maskedProject, projectText, rowsOf, testFolder } from "./mask-bench.ts";

const folder = testFolder();
afterAll(() => {
  folder.remove();
  vi.unstubAllEnvs();
});

const name: Rule = { kind: "mask", mask: "hash", params: { digits: 20 } };
const email: Rule = { kind: "mask", mask: "email", params: {} };
const rules = {
  customer: { email, first_name: name, last_name: name },
  actor: { first_name: name, last_name: name },
  staff: { email, first_name: name, last_name: name },
};

describe.skipIf(!hasServer || !hasRealData)(
  "Sakila as MySQL has it (skipped without a server or ../shared/data)",
  () => {
    it("goes masked into another database: 47,273 rows, joins as before, no leak, and the proof is clean", async () => {
      vi.stubEnv("SEEDLOOM_KEY", "a key that is made for this test only");
      const schema = realScript("sakila/mysql-sakila-schema.sql");
      const from = await createDatabase(schema + realScript("sakila/mysql-sakila-data.sql"));
      const to = await createDatabase(schema);
      try {
        const source = await openSource(from.address);
        const model = await source.model();
        await source.close();
        const { project } = await maskedProject(model, from.address, rules);
        const place = join(folder.path, "project");
        mkdirSync(place);
        writeFileSync(join(place, "seedloom.yaml"), projectText(project, model));
        let err = "";
        const terminal = {
          out: async () => undefined,
          note: (line: string) => void (err += `${line}\n`),
          watched: false,
          width: undefined,
        };
        const words = ["mask", place, "--to", to.address, "--proof", "--leak-check", "all", "--triggers", "off"];
        const code = await runCli(words, { serve: async () => 0 }, terminal);
        expect({ code, err }).toEqual({ code: 0, err: expect.stringContaining("leak check: none of ") });
        expect(err).toContain("masked 47,273 rows");
        expect(err).toContain("0 orphans");
        const [before, after] = [await rowsOf(from.address), await rowsOf(to.address)];
        const namesakes = (rows: typeof before): number => {
          const actors = new Set((rows.get("actor") ?? []).map((row) => row["first_name"]));
          return (rows.get("customer") ?? []).filter((row) => actors.has(row["first_name"] ?? null)).length;
        };
        expect(namesakes(after)).toBe(namesakes(before));
        const emails = (rows: typeof before): number =>
          new Set((rows.get("customer") ?? []).map((row) => row["email"])).size;
        expect(emails(after)).toBe(emails(before));
      } finally {
        await from.drop();
        await to.drop();
      }
    }, 180_000);
  },
);
