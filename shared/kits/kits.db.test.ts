import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import Database from "better-sqlite3";
import { load } from "js-yaml";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createDatabase, testServer } from "../../electron/drivers/postgresql/test-database.ts";
import { writeFiles } from "../code/test-code.ts";
import { pythonEnvironment, runPython } from "../code/test-python.ts";
import type { SchemaModel } from "../schema/schema-model.ts";
import { kitById, kits } from "./index.ts";
import type { KitContext, KitFile } from "./kit.ts";

const folder = mkdtempSync(join(tmpdir(), "seedloom-kits-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const env = { ...process.env, SEEDLOOM_HOME: resolve("."), NODE_OPTIONS: "" };

const generated: Pick<KitContext, "exportable" | "masks"> = { exportable: true, masks: () => false };
const model = (engine: SchemaModel["engine"]): SchemaModel => ({
  engine,
  defaultSchema: "public",
  tables: [],
  views: [],
});

function filesOf(
  id: string,
  engine: SchemaModel["engine"],
  given: object = {},
  project = "project",
): readonly KitFile[] {
  const kit = kitById(id);
  if (kit === undefined) throw new Error(`There is no kit ${id}.`);
  return kit.files(
    { ...generated, model: model(engine), project, targets: ["smoke"], scenarios: ["smoke"] },
    kit.options.parse(given),
  );
}

const yamlOf = (id: string, engine: SchemaModel["engine"], path: string, given: object = {}): unknown =>
  load(filesOf(id, engine, given).find((file) => file.path === path)?.text ?? "");

beforeAll(() => {
  cpSync("examples/shop", join(folder, "project"), { recursive: true });
  const database = new Database(join(folder, "project/shop.sqlite"));
  database.exec(readFileSync("examples/shop/schema.sql", "utf8"));
  database.close();
  symlinkSync(resolve("node_modules"), join(folder, "node_modules"), "junction");
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }\n');
});

describe.each(kits.map((kit) => [kit.id, kit] as const))("%s", (id, kit) => {
  test.each(["postgresql", "mysql", "sqlite"] as const)(
    "is written for %s, or says that it is not for it",
    (engine) => {
      if (kit.engines?.includes(engine) === false) {
        expect(() => filesOf(id, engine)).toThrow(`The kit ${id} is for`);
        return;
      }
      for (const { path, text } of filesOf(id, engine)) {
        expect(text, path).toMatch(/^(#!\/bin\/sh\n)?(#|\/\/) Written by Seedloom\./);
        expect(text.endsWith("\n"), path).toBe(true);
        expect(text, path).not.toMatch(/(?<!=== )undefined|\[object|\bNaN\b/);
      }
    },
  );
});

test("TypeScript and Python kits are formatted", () => {
  const made = ["vitest-rollback", "playwright-reseed", "before-all", "testcontainers-node"];
  for (const id of made) writeFiles(join(folder, "formatted", id), filesOf(id, "postgresql"));
  writeFiles(join(folder, "formatted/workers"), filesOf("before-all", "postgresql", { workers: 4 }));
  const { status, stdout } = spawnSync(resolve("node_modules/.bin/oxfmt"), ["--check", "."], {
    cwd: join(folder, "formatted"),
    encoding: "utf8",
  });
  expect({ status, stdout }).toMatchObject({ status: 0 });
});

describe("workflows", () => {
  test("GitHub's has a healthy database, and the gates in their order", () => {
    const workflow = yamlOf("github-actions", "postgresql", ".github/workflows/test-data.yml");
    expect(workflow).toMatchObject({
      on: { push: null, pull_request: null },
      permissions: { contents: "read" },
      jobs: {
        "test-data": {
          "runs-on": "ubuntu-latest",
          services: { database: { image: "postgres:18", ports: ["5432:5432"] } },
        },
      },
    });
    const { steps } = (workflow as { jobs: Record<string, { steps: { run?: string }[] }> }).jobs["test-data"] ?? {
      steps: [],
    };
    expect(steps.flatMap(({ run }) => run ?? [])).toEqual([
      "npm ci --omit=dev --prefix .seedloom",
      'node "$SEEDLOOM_HOME/bin/seedloom.mjs" check project',
      'node "$SEEDLOOM_HOME/bin/seedloom.mjs" export project --check',
      "psql --set ON_ERROR_STOP=1 --quiet --file schema.sql postgresql://test@127.0.0.1:5432/test",
      'node "$SEEDLOOM_HOME/bin/seedloom.mjs" check project --against postgresql://test@127.0.0.1:5432/test',
      'node "$SEEDLOOM_HOME/bin/seedloom.mjs" load project --to postgresql://test@127.0.0.1:5432/test --proof',
    ]);
  });

  test("GitLab's does the same against its service", () => {
    const workflow = yamlOf("gitlab-ci", "mysql", "test-data.gitlab-ci.yml", { scenario: "smoke" });
    expect(workflow).toMatchObject({
      "test-data": {
        services: [{ name: "mysql:9", alias: "database" }],
        script: expect.arrayContaining([
          "mysql --host database --user root test < schema.sql",
          'node "$SEEDLOOM_HOME/bin/seedloom.mjs" load project --scenario smoke --to mysql://root@database:3306/test --proof',
        ]) as unknown,
      },
    });
  });

  test("their commands run, with what the options make of the schema", () => {
    const [, , compare, , , loads] =
      (
        yamlOf("github-actions", "sqlite", ".github/workflows/test-data.yml", {
          scenario: "smoke",
          schema: "true",
        }) as { jobs: Record<string, { steps: { run?: string }[] }> }
      ).jobs["test-data"]?.steps.flatMap(({ run }) => run ?? []) ?? [];
    const database = new Database(join(folder, "test.sqlite"));
    database.exec(readFileSync("examples/shop/schema.sql", "utf8"));
    database.close();
    for (const command of [compare, loads]) {
      const { status, stderr } = spawnSync("sh", ["-c", command ?? "false"], { cwd: folder, env, encoding: "utf8" });
      expect({ command, status, stderr }).toMatchObject({ status: 0 });
    }
  });

  test("Compose waits for the database's health, and Kubernetes counts its pods", () => {
    expect(yamlOf("docker-compose", "postgresql", "compose.yaml")).toMatchObject({
      services: {
        database: { healthcheck: { test: ["CMD-SHELL", "pg_isready -h 127.0.0.1 -U test -d test"] } },
        seed: { depends_on: { database: { condition: "service_healthy" } }, profiles: ["seed"] },
      },
    });
    expect(yamlOf("kubernetes-job", "sqlite", "job.yaml", { shards: 5 })).toMatchObject({
      apiVersion: "batch/v1",
      kind: "Job",
      spec: {
        completionMode: "Indexed",
        completions: 5,
        parallelism: 5,
        template: { spec: { restartPolicy: "Never" } },
      },
    });
  });
});

test("shards run the one export that has rows, and ask which where there are more", () => {
  const kit = kitById("spark-pipe");
  const script = (targets: readonly string[], given: object = {}): string =>
    kit
      ?.files({ ...generated, model: model("sqlite"), project: ".", targets, scenarios: [] }, kit.options.parse(given))
      .find(({ path }) => path === "shard.sh")?.text ?? "";
  expect(script(["sql"])).toContain("export . --target sql ");
  expect(() => script(["sql", "csv"])).toThrow("runs one export, and the project has 2 with rows");
  expect(script(["sql", "csv"], { target: "csv" })).toContain("--target csv ");
  expect(() => script(["sql"], { target: "cvs" })).toThrow("no export named cvs");
});

test("shards made by pods or by Spark's tasks join to the files of a single run, byte for byte", () => {
  const out = join(folder, "out");
  writeFiles(join(folder, "kube"), filesOf("kubernetes-job", "sqlite", { shards: 2, target: "smoke" }));
  writeFiles(join(folder, "spark"), filesOf("spark-pipe", "sqlite", { shards: 2, target: "smoke" }, "../project"));
  const sh = (where: string, input: string, ...words: string[]): string =>
    execFileSync("sh", words, {
      cwd: join(folder, where),
      env: { ...env, OUT: out },
      input,
      encoding: "utf8",
      stdio: ["pipe", "pipe", "pipe"],
    });
  // A pod calls it with its number; Spark gives numbers on standard input.
  const pod = readFileSync(join(folder, "kube/shard.sh"), "utf8").replaceAll("/project", join(folder, "project"));
  writeFileSync(join(folder, "kube/shard.sh"), pod);
  expect(sh("kube", "", "shard.sh", "2", "2")).toBe("part-2\n");
  expect(sh("spark", "1\n", "shard.sh", "2")).toBe("part-1\n");
  sh("spark", "", "join.sh", "2");
  const names = readdirSync(join(out, "whole")).toSorted();
  expect(names.length).toBe(8);
  for (const name of names) {
    expect(readFileSync(join(out, "whole", name)).equals(readFileSync(join("examples/shop/seeds", name))), name).toBe(
      true,
    );
  }
});

test("Playwright's global setup empties and fills the database; with workers, ids never meet", () => {
  const path = join(folder, "browser.sqlite");
  const database = new Database(path);
  database.exec(readFileSync("examples/shop/schema.sql", "utf8"));
  const count = (): unknown => database.prepare("SELECT count(*) FROM customers").pluck().get();
  const run = (name: string, id: string, given: object): void => {
    writeFiles(join(folder, name), filesOf(id, "sqlite", { scenario: "smoke", ...given }, "../project"));
    execFileSync(
      process.execPath,
      ["--input-type=module", "-e", `const { default: setup } = await import("./global-setup.ts"); setup();`],
      {
        cwd: join(folder, name),
        env: { ...env, DATABASE_URL: path },
        stdio: "pipe",
      },
    );
  };
  run("before", "before-all", { workers: 2 });
  expect(count()).toBe(24);
  expect(database.pragma("foreign_key_check")).toEqual([]);
  run("playwright", "playwright-reseed", {});
  expect(count()).toBe(12);
  database.close();
});

const python = pythonEnvironment();
const server = await testServer();

/** Gives the address of a database of its own, with one table. */
async function withNotes(use: (address: string) => void): Promise<void> {
  const database = await createDatabase("CREATE TABLE notes (id integer PRIMARY KEY)");
  try {
    use(database.address);
  } finally {
    await database.drop();
  }
}

describe.skipIf(server === undefined)("rollback after each test (skipped where there is no PostgreSQL)", () => {
  test.skipIf(python === undefined)("pytest (skipped where its libraries cannot be had)", async () => {
    await withNotes((address) => {
      writeFiles(join(folder, "pytest"), filesOf("pytest-rollback", "postgresql"));
      const tests = `
import pytest
from sqlalchemy import text

@pytest.mark.parametrize("turn", [1, 2])
def test_a_commit_is_undone(session, turn):
    assert session.execute(text("SELECT count(*) FROM notes")).scalar() == 0
    session.execute(text("INSERT INTO notes VALUES (1)"))
    session.commit()
    assert session.execute(text("SELECT count(*) FROM notes")).scalar() == 1
`;
      writeFileSync(join(folder, "pytest/test_notes.py"), tests);
      const said = runPython({ ...python, DATABASE_URL: address }, join(folder, "pytest"), [
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:cacheprovider",
      ]);
      expect(said).toContain("2 passed");
    });
  });

  test("vitest and pg", async () => {
    await withNotes((address) => {
      writeFiles(join(folder, "vitest"), filesOf("vitest-rollback", "postgresql"));
      const tests = `
import { expect } from "vitest";
import { test } from "./database-test.ts";
for (const turn of [1, 2]) {
  test(\`a row of turn \${turn} is undone\`, async ({ db }) => {
    await db.query("INSERT INTO notes VALUES (1)");
    expect((await db.query("SELECT count(*)::int AS n FROM notes")).rows).toEqual([{ n: 1 }]);
  });
}
`;
      writeFileSync(join(folder, "vitest/notes.test.ts"), tests);
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        [resolve("node_modules/vitest/vitest.mjs"), "run", "--root", join(folder, "vitest"), "--testTimeout=120000"],
        { cwd: join(folder, "vitest"), env: { ...env, VITEST: undefined, DATABASE_URL: address }, encoding: "utf8" },
      );
      expect({ status, said: stdout + stderr }).toMatchObject({ status: 0 });
    });
  });
});
