import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import Database from "better-sqlite3";
import { load } from "js-yaml";
import { expect, onTestFinished, test } from "vitest";
import { writeFiles } from "../code/test-code.ts";
import type { EngineId } from "../schema/schema-model.ts";
import { kitById } from "./index.ts";
import type { KitFile } from "./kit.ts";

// Kits of a project whose rows come from the source, but for one export, and but for the scenario smoke.

function filesOf(id: string, engine: EngineId, given: object = {}, targets = ["made"]): readonly KitFile[] {
  const kit = kitById(id);
  if (kit === undefined) throw new Error(`There is no kit ${id}.`);
  return kit.files(
    {
      model: { engine, defaultSchema: "public", tables: [], views: [] },
      project: "project",
      targets,
      exportable: false,
      scenarios: ["smoke"],
      masks: (scenario) => scenario !== "smoke",
    },
    kit.options.parse(given),
  );
}

const textOf = (id: string, given: object = {}): string =>
  filesOf(id, "postgresql", given)
    .map(({ text }) => text)
    .join("\n");
const seedloom = 'node "$SEEDLOOM_HOME/bin/seedloom.mjs"';

test("workflows mask them with the secrets for it, and compare the files that need no source", () => {
  const github = textOf("github-actions", { source: "SHOP_URL" });
  expect(load(github)).toMatchObject({
    on: { push: null },
    jobs: {
      "test-data": {
        env: { SEEDLOOM_KEY: "${{ secrets.SEEDLOOM_KEY }}", SHOP_URL: "${{ secrets.SHOP_URL }}" },
        steps: expect.arrayContaining([
          expect.objectContaining({ run: `${seedloom} export project --target made --check` }),
          {
            name: "Mask the source's rows, and let the engine prove it",
            run: `${seedloom} mask project --from '\${SHOP_URL}' --to postgresql://test@127.0.0.1:5432/test --proof`,
          },
        ]) as unknown,
      },
    },
  });
  expect(github).not.toContain("pull_request:");
  expect(github).toContain("# Secrets of the repository: SEEDLOOM_KEY, SHOP_URL.");
  const gitlab = textOf("gitlab-ci");
  expect(gitlab).toContain("environment: SEEDLOOM_KEY.\n");
  expect(gitlab).toContain(`${seedloom} mask project --to postgresql://test@database:5432/test --proof`);
  expect(gitlab).not.toMatch(/ load /);
});

test("a scenario that generates them loads it", () => {
  const github = textOf("github-actions", { scenario: "smoke" });
  expect(github).toContain("load project --scenario smoke");
  expect(github).not.toContain("SEEDLOOM_KEY");
});

test("containers and tests mask, and Compose hands the key on", () => {
  const service = (load(textOf("docker-compose", { source: "SHOP_URL" })) as { services: Record<string, unknown> })
    .services["seed"];
  expect(service).toMatchObject({
    environment: { SEEDLOOM_KEY: expect.stringContaining("SEEDLOOM_KEY:?") as string },
    command: expect.arrayContaining(["mask", "/project", "--from", "$${SHOP_URL}"]) as unknown,
  });
  for (const id of ["testcontainers-node", "playwright-reseed", "before-all"]) {
    expect(textOf(id, { source: "SHOP_URL" }), id).toContain(`"mask", "project", "--from", "\${SHOP_URL}"`);
  }
  expect(textOf("testcontainers-python")).toMatch(/"mask",\s+"project",\s+"--to"/);
  expect(textOf("before-all", { language: "python" })).toMatch(/"mask",\s+"project",\s+"--clear"/);
});

test("what only generated rows can do is refused with the way out", () => {
  expect(() => textOf("before-all", { workers: 2 })).toThrow("Sets of rows for several workers are generated");
  expect(textOf("before-all", { workers: 2, scenario: "smoke" })).toContain("--worker");
  expect(textOf("spark-pipe")).toContain("--target made ");
  expect(() => filesOf("spark-pipe", "sqlite", {}, [])).toThrow("the project has none with rows");
});

test("the setup of the tests masks them, in truth", () => {
  const folder = mkdtempSync(join(tmpdir(), "seedloom-masking-kit-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  cpSync("examples/shop", join(folder, "project"), { recursive: true });
  const file = join(folder, "project/seedloom.yaml");
  const design = "{ mode: mask, columns: { name: { mask: hash }, slug: { keep: it is on every page } } }";
  writeFileSync(
    file,
    readFileSync(file, "utf8").replace(/ {2}categories:\n(?: {4}.*\n)+/, `  categories: ${design}\n`),
  );
  const [source, target] = [join(folder, "source.sqlite"), join(folder, "target.sqlite")];
  for (const path of [source, target]) {
    const database = new Database(path);
    database.exec(readFileSync("examples/shop/schema.sql", "utf8"));
    if (path === source) database.exec("INSERT INTO categories VALUES (7, NULL, 'Garden tools', 'outdoors', 1)");
    database.close();
  }
  writeFiles(folder, filesOf("playwright-reseed", "sqlite", { source: "SHOP_URL" }));
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }\n');
  execFileSync(
    process.execPath,
    ["--input-type=module", "-e", `const { default: setup } = await import("./global-setup.ts"); setup();`],
    {
      cwd: folder,
      env: {
        ...process.env,
        NODE_OPTIONS: "",
        SEEDLOOM_HOME: resolve("."),
        SEEDLOOM_KEY: "a key that is made for this test only",
        SHOP_URL: source,
        DATABASE_URL: target,
      },
      stdio: "pipe",
    },
  );
  const database = new Database(target, { readonly: true });
  expect(database.prepare("SELECT id, name, slug FROM categories").all()).toEqual([
    { id: 7, name: expect.stringMatching(/^[0-9a-f]+$/) as string, slug: "outdoors" },
  ]);
  database.close();
});
