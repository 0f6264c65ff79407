import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { testFolder } from "../mask-bench.ts";
import { opened } from "./test-bench.ts";

// Data files know no keys but those that their values have.

const folder = testFolder();
afterAll(() => folder.remove());

const files = join(folder.path, "files");
mkdirSync(files);
const people = Array.from({ length: 2000 }, (_, i) => `${i + 1},person ${i + 1},${i % 4 === 0 ? "SE" : "DK"}`);
writeFileSync(join(files, "people.csv"), `id,name,country\n${people.join("\n")}\n`);
const visits = Array.from({ length: 300 }, (_, i) => `{"at":"day ${i % 7}","kind":${i % 3}}`);
writeFileSync(join(files, "visits.ndjson"), `${visits.join("\n")}\n`);

describe("a sample of data files", () => {
  test("is a share of their rows, the same each time, and another under another seed", async () => {
    const share = async (seed: number) => {
      const sample = await opened(files, { people: { share: 0.1 } }, {}, seed);
      const rows = await sample.rows("people");
      await sample.source.close();
      return rows.map(([id]) => Number(id));
    };
    const taken = await share(7);
    expect(taken).toHaveLength(people.length / 10);
    expect(taken).toEqual(taken.toSorted((a, b) => a - b));
    expect(await share(7)).toEqual(taken);
    expect(await share(8)).not.toEqual(taken);
  });

  test("is a number of rows, of a file whose rows have no key, too", async () => {
    const sample = await opened(files, { people: { rows: 25 }, visits: { rows: 12 } });
    expect(await sample.rows("people")).toHaveLength(25);
    expect(await sample.rows("visits")).toHaveLength(12);
    await sample.source.close();
  });

  test("is what is picked by key", async () => {
    const sample = await opened(files, { people: { keys: [[17], [1999]] } });
    expect((await sample.rows("people")).map(([, name]) => name)).toEqual(["person 17", "person 1999"]);
    await sample.source.close();
  });

  test("is refused by a condition, which no file understands, or by a key that it has not", async () => {
    const asked = await opened(files, { people: { where: "country = 'SE'" } });
    await expect(asked.draw()).rejects.toMatchObject({ name: "SeedloomError", hint: expect.any(String) });
    await asked.source.close();
    const keyless = await opened(files, { visits: { keys: [[1]] } });
    await expect(keyless.draw()).rejects.toMatchObject({ name: "SeedloomError" });
    await keyless.source.close();
  });
});
