import { z } from "zod";
import { SeedloomError } from "../base/errors.ts";
import { engineFixture, sessionInSavepoints } from "../code/python/sqlalchemy-fixtures.ts";
import { parameter } from "../generators/parameter.ts";
import { defineKit, type KitContext } from "./kit.ts";
import { nodeRunner, pythonRunner } from "./run-seedloom.ts";
import { address, fillWords, heading, masks, scenario, source, words } from "./words.ts";

const rollbackOptions = z.strictObject({ address });
type Rollback = z.infer<typeof rollbackOptions>;

/** pytest and SQLAlchemy: what a test writes is gone when it ends. */
export const pytestRollback = defineKit<Rollback>({
  id: "pytest-rollback",
  label: "pytest: roll back each test",
  help: "conftest.py with a connection and a session of SQLAlchemy that are rolled back after each test.",
  group: "Tests",
  options: rollbackOptions,
  files: ({ model }, { address: name }) => [
    {
      path: "conftest.py",
      text: `# ${heading}
import os

import pytest
from sqlalchemy import create_engine, event
from sqlalchemy.orm import Session


${engineFixture(model.engine, name)}


@pytest.fixture
def connection(engine):
    """A connection whose transaction is undone after the test."""
    with engine.connect() as connection:
        outer = connection.begin()
        yield connection
        outer.rollback()


@pytest.fixture
def session(connection):
    """A session that may commit: its commits end savepoints, and are undone with the rest."""
    ${sessionInSavepoints}
`,
    },
  ],
});

/** vitest and pg: what a test writes is gone when it ends. */
export const vitestRollback = defineKit<Rollback>({
  id: "vitest-rollback",
  label: "vitest + pg: roll back each test",
  help: "A `test` with a `db` of its own, whose transaction is rolled back after it.",
  group: "Tests",
  options: rollbackOptions,
  engines: ["postgresql"],
  files: (_context, { address: name }) => [
    {
      path: "database-test.ts",
      text: `// ${heading}
import { Client } from "pg";
import { test as base } from "vitest";

interface Database {
  /** Rows of the database as it was loaded; what the test changes is undone when it ends. */
  db: Client;
}

export const test = base.extend<Database>({
  db: async ({ task: _task }, use) => {
    const client = new Client({ connectionString: process.env["${name}"] });
    await client.connect();
    try {
      await client.query("BEGIN");
      await use(client);
    } finally {
      await client.query("ROLLBACK");
      await client.end();
    }
  },
});
`,
    },
  ],
});

const reseedOptions = z.strictObject({ address, scenario, source });
type Reseed = z.infer<typeof reseedOptions>;

/** Playwright: the database is emptied and filled before all tests. */
export const playwrightReseed = defineKit<Reseed>({
  id: "playwright-reseed",
  label: "Playwright: truncate and reseed",
  help: "A global setup that empties the tables and loads the project before the first test.",
  group: "Tests",
  options: reseedOptions,
  files: (context, options) => [{ path: "global-setup.ts", text: nodeSetup(context, options, 0) }],
});

const beforeAllOptions = z.strictObject({
  address,
  scenario,
  source,
  language: parameter(z.enum(["typescript", "python"]).default("typescript"), {
    label: "Language",
    help: "vitest's global setup, or a session fixture of pytest.",
    control: "select",
  }),
  workers: parameter(z.int().min(0).max(64).default(0), {
    label: "Parallel workers",
    help: "Above 1: so many sets of rows, whose ids and unique values never meet; each worker of the tests takes one.",
  }),
});
type BeforeAll = z.infer<typeof beforeAllOptions>;

/** One load before all tests, for tests that only read, or that have rows of their own by worker. */
export const beforeAll = defineKit<BeforeAll>({
  id: "before-all",
  label: "vitest or pytest: load before all tests",
  help: "Loads the project once; with parallel workers, one set of rows for each.",
  group: "Tests",
  options: beforeAllOptions,
  files(context, options) {
    if (options.workers > 1 && masks(context, options)) throw workersNeedMadeRows();
    return options.language === "python"
      ? [{ path: "conftest.py", text: pythonSetup(context, options) }]
      : [{ path: "global-setup.ts", text: nodeSetup(context, options, options.workers) }];
  },
});

const workersNeedMadeRows = (): SeedloomError =>
  new SeedloomError(
    "export-blocked",
    "Sets of rows for several workers are generated, and tables of the project take their rows from the source.",
    "Leave `workers` out, or name a scenario in which these tables are generated.",
  );

/** A function that vitest and Playwright call before all tests. */
function nodeSetup(context: KitContext, asked: Reseed, workers: number): string {
  const { address: name } = asked;
  const load = (clear: boolean, ...more: readonly string[]): string =>
    `seedloom(${words([...fillWords(context, asked, clear), ...more])}, "--to", address());`;
  const several = `  ${load(true, "--rows", "0")}
  for (let worker = 1; worker <= ${workers}; worker++) {
    ${load(false).replace(", address());", `, address(), "--worker", \`\${worker}/${workers}\`);`)}
  }`;
  return `// ${heading}
import { spawnSync } from "node:child_process";
import { join } from "node:path";

${nodeRunner(name)}

/** Empties the tables and fills them again, before the first test. */
export default function setup(): void {
${workers > 1 ? several : `  ${load(true)}`}
}
`;
}

function pythonSetup(context: KitContext, asked: BeforeAll): string {
  const { address: name, workers } = asked;
  const load = (clear: boolean, indent: string, more: readonly string[]): string =>
    [...fillWords(context, asked, clear).map((word) => JSON.stringify(word)), ...more]
      .map((word) => `${indent}    ${word},`)
      .join("\n");
  const to = ['"--to"', `os.environ["${name}"]`];
  const one = `    seedloom(\n${load(true, "    ", to)}\n    )`;
  const several = `    seedloom(\n${load(true, "    ", [...to, '"--rows"', '"0"'])}\n    )
    for worker in range(1, ${workers + 1}):
        seedloom(\n${load(false, "        ", [...to, '"--worker"', `f"{worker}/${workers}"`])}\n        )`;
  return `# ${heading}
import os
import subprocess

import pytest


${pythonRunner}


@pytest.fixture(scope="session", autouse=True)
def rows():
    """Empties the tables and fills them again, before the first test."""
${workers > 1 ? several : one}
`;
}
