import { afterAll, beforeAll, expect, test } from "vitest";
import { readFileSync, writeFileSync } from "node:fs";
import { CliBench } from "./test-bench.ts";

const bench = new CliBench();
beforeAll(async () => {
  expect(await bench.run("init", bench.database, "--out", bench.project)).toMatchObject({ code: 0 });
});
afterAll(() => bench.remove());

test("check --accept-versions takes over new values, and leaves the schema of the lock and the project as they are", async () => {
  const file = bench.path("project", "schema.lock.json");
  const project = readFileSync(bench.path("project", "seedloom.yaml"), "utf8");
  const fresh = readFileSync(file, "utf8");
  const lock = JSON.parse(fresh) as { versions: { engine: number } };
  // As if an earlier Seedloom had written it, and the source had changed since.
  const asAmount = (text: string): string => text.replace(/"name": "quantity"/, '"name": "amount"');
  const earlier = { ...lock, versions: { ...lock.versions, engine: 0 } };
  writeFileSync(file, asAmount(`${JSON.stringify(earlier, null, 2)}\n`));
  const before = await bench.run("check", bench.project);
  expect(before.out).toMatch(/^warning: These columns give other values than when the project was saved: /m);
  expect(before.out).toMatch(/^drift: .*quantity/m);

  const accepting = await bench.run("check", bench.project, "--accept-versions");
  expect(accepting.err).toMatch(/^seedloom: accepted\. These columns give other values/m);
  expect(accepting.out).not.toContain("other values");
  expect(accepting.out).toMatch(/^drift: .*quantity/m);
  const { versions, schema } = JSON.parse(asAmount(fresh)) as Record<string, unknown>;
  expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({ versions, schema });
  expect(readFileSync(bench.path("project", "seedloom.yaml"), "utf8")).toBe(project);

  writeFileSync(file, fresh);
  const again = await bench.run("check", bench.project, "--accept-versions");
  expect(again).toMatchObject({ code: 0 });
  expect(again.err).toContain("no column has other values than when the project was saved.");
  expect(readFileSync(file, "utf8")).toBe(fresh);
});

test("another suggestion than the project was saved with is told before values change, then kept or taken", async () => {
  const lockFile = bench.path("project", "schema.lock.json");
  const yaml = bench.path("project", "seedloom.yaml");
  const texts = { lock: readFileSync(lockFile, "utf8"), yaml: readFileSync(yaml, "utf8") };
  const told = "Other rules are suggested than when the project was saved, which gives other values: orders.status.";
  // As an earlier release would have suggested it.
  const earlier = texts.lock.replace(/"status": \{.*\}/, '"status": { "choice": { "sent": 1 } }');
  expect(earlier).not.toBe(texts.lock);
  writeFileSync(lockFile, earlier);
  const statuses = async (folder: string): Promise<ReadonlySet<string | undefined>> => {
    expect(await bench.export(folder, "--table", "orders")).toMatchObject({ code: 0 });
    const [head = "", ...lines] = bench.text(folder, "orders.csv").trim().split(/\r?\n/);
    return new Set(lines.map((line) => line.split(",")[head.split(",").indexOf("status")]));
  };

  expect(await statuses("changed")).toEqual(new Set(["new", "paid", "sent"]));
  expect((await bench.run("check", bench.project)).out).toContain(
    `warning: ${told} \`seedloom check --accept-versions\``,
  );
  const compared = await bench.export("changed", "--check", "--table", "orders");
  expect(compared).toMatchObject({ code: 0 });
  expect(compared.err).toContain(told);
  expect(readFileSync(lockFile, "utf8")).toBe(earlier);

  const keeping = await bench.run("check", bench.project, "--keep-rules");
  expect(keeping).toMatchObject({ code: 0, out: "" });
  expect(keeping.err).toContain(`kept. The earlier rules are in seedloom.yaml now. ${told}`);
  expect(readFileSync(yaml, "utf8")).toContain("status: { choice: { sent: 1 } }");
  expect(readFileSync(lockFile, "utf8")).toBe(texts.lock.replace(/,\n *"status": \{.*\}/, ""));
  expect(await statuses("kept")).toEqual(new Set(["sent"]));
  expect((await bench.run("check", bench.project, "--keep-rules")).err).toContain("there is no earlier rule to keep.");

  writeFileSync(lockFile, earlier);
  writeFileSync(yaml, texts.yaml);
  const accepting = await bench.run("check", bench.project, "--accept-versions");
  expect(accepting).toMatchObject({ code: 0, out: "" });
  expect(accepting.err).toContain(`accepted. ${told}`);
  expect({ lock: readFileSync(lockFile, "utf8"), yaml: readFileSync(yaml, "utf8") }).toEqual(texts);
});

test("a lock without suggestions is told nothing of, and filled when new values are accepted", async () => {
  const file = bench.path("project", "schema.lock.json");
  const fresh = readFileSync(file, "utf8");
  const { suggested: _none, ...lock } = JSON.parse(fresh) as Record<string, unknown>;
  const old = JSON.stringify({ ...lock, lock: 1 });
  writeFileSync(file, old);
  expect(await bench.run("check", bench.project)).toMatchObject({ code: 0, out: "" });
  expect(readFileSync(file, "utf8")).toBe(old);
  expect(await bench.run("check", bench.project, "--accept-versions")).toMatchObject({ code: 0, out: "" });
  expect(readFileSync(file, "utf8")).toBe(fresh);
});

test("help says what it does", async () => {
  const { out } = await bench.run("help", "check");
  expect(out).toContain("--accept-versions");
  expect(out).toContain("--keep-rules");
});
