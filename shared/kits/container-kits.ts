import { z } from "zod";
import { defineKit, type KitContext } from "./kit.ts";
import { nodeRunner, pythonRunner } from "./run-seedloom.ts";
import { fillWords, heading, masks, maskVariables, scenario, schemaFile, serverOf, source, words } from "./words.ts";

const options = z.strictObject({ scenario, source });
type Options = z.infer<typeof options>;

/** A database in a container for the time of the tests, from Node. */
export const testcontainersNode = defineKit<Options>({
  id: "testcontainers-node",
  label: "Testcontainers for Node",
  help: "A global setup for vitest: starts the database in a container, makes the tables of schema.sql, and loads the project.",
  group: "Containers",
  options,
  engines: ["postgresql", "mysql"],
  needs: () => schemaFile,
  files: (context, asked) => [{ path: "global-setup.ts", text: node(context, asked) }],
});

function node(context: KitContext, asked: Options): string {
  const { image, port, environment, ready, address } = serverOf(context);
  return `// ${heading}
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { GenericContainer, Wait } from "testcontainers";

${nodeRunner("DATABASE_URL")}

/** Starts a database with the tables of schema.sql and the project's rows; what it returns stops it after the last test. */
export default async function setup(): Promise<() => Promise<unknown>> {
  const container = await new GenericContainer("${image}")
    .withEnvironment({
${environment.map(([name, value]) => `      ${name}: "${value}",`).join("\n")}
    })
    .withExposedPorts(${port})
    .withBindMounts([
      {
        source: join(import.meta.dirname, "schema.sql"),
        target: "/docker-entrypoint-initdb.d/schema.sql",
      },
    ])
    .withHealthCheck({
      test: ["CMD-SHELL", "${ready}"],
      interval: 500,
      timeout: 3000,
      retries: 60,
    })
    .withWaitStrategy(Wait.forHealthCheck())
    .start();
  process.env["DATABASE_URL"] =
    \`${address("${container.getHost()}", `\${container.getMappedPort(${port})}`)}\`;
  seedloom(${words(fillWords(context, asked, false))}, "--to", address());
  return () => container.stop();
}
`;
}

/** The same from Python. */
export const testcontainersPython = defineKit<Options>({
  id: "testcontainers-python",
  label: "Testcontainers for Python",
  help: "conftest.py: starts the database in a container, makes the tables of schema.sql, and loads the project.",
  group: "Containers",
  options,
  engines: ["postgresql", "mysql"],
  needs: () => schemaFile,
  files: (context, asked) => [{ path: "conftest.py", text: python(context, asked) }],
});

function python(context: KitContext, asked: Options): string {
  const { image, port, environment, ready, address } = serverOf(context);
  const list = [...fillWords(context, asked, false), "--to"].map((word) => JSON.stringify(word));
  return `# ${heading}
import os
import subprocess
import time

import pytest
from testcontainers.core.container import DockerContainer

SCHEMA = os.path.join(os.path.dirname(os.path.abspath(__file__)), "schema.sql")


${pythonRunner}


@pytest.fixture(scope="session")
def database_url():
    """The address of a database with the tables of schema.sql and the project's rows."""
    container = DockerContainer("${image}").with_exposed_ports(${port})
${environment.map(([name, value]) => `    container.with_env("${name}", "${value}")`).join("\n")}
    container.with_volume_mapping(
        SCHEMA, "/docker-entrypoint-initdb.d/schema.sql", "ro"
    )
    with container:
        for _attempt in range(120):
            if container.exec("${ready}").exit_code == 0:
                break
            time.sleep(0.5)
        host = container.get_container_host_ip()
        port = container.get_exposed_port(${port})
        url = f"${address("{host}", "{port}")}"
        seedloom(
${[...list, "url"].map((word) => `            ${word},`).join("\n")}
        )
        yield url
`;
}

/** A database for a developer's machine, filled when it is healthy. */
export const dockerCompose = defineKit<Options>({
  id: "docker-compose",
  label: "Docker Compose",
  help: "compose.yaml: the database with a health check, and a service that loads the project once it is healthy.",
  group: "Containers",
  options,
  engines: ["postgresql", "mysql"],
  needs: () => schemaFile,
  files: (context, asked) => {
    const { image, port, environment, ready, address } = serverOf(context);
    const list = [
      ...fillWords({ ...context, project: "/project" }, asked, true),
      "--to",
      address("database", String(port)),
    ];
    return [
      {
        path: "compose.yaml",
        text: `# ${heading}
# docker compose up --wait database && docker compose run --rm seed
services:
  database:
    image: ${image}
    environment:
${environment.map(([name, value]) => `      ${name}: "${value}"`).join("\n")}
    ports:
      - "127.0.0.1:${port}:${port}"
    volumes:
      - ./schema.sql:/docker-entrypoint-initdb.d/schema.sql:ro
    healthcheck:
      test: ["CMD-SHELL", "${ready}"]
      interval: 2s
      timeout: 3s
      retries: 30

  seed:
    image: node:24
    profiles: ["seed"]
    depends_on:
      database:
        condition: service_healthy
    volumes:
      # SEEDLOOM_HOME: the folder that Seedloom is installed in.
      - \${SEEDLOOM_HOME:?set it to the folder of Seedloom}:/seedloom:ro
      - ${context.project === "." || context.project.startsWith("..") ? context.project : `./${context.project}`}:/project:ro
${environmentOf(masks(context, asked) ? maskVariables(asked) : [])}    command: ["node", "/seedloom/bin/seedloom.mjs", ${words(list).replaceAll("$", "$$$$")}]
`,
      },
    ];
  },
});

/** Variables that Compose hands on from where it is called. */
const environmentOf = (names: readonly string[]): string =>
  names.length === 0
    ? ""
    : `    environment:\n${names.map((name) => `      ${name}: \${${name}:?set it for the masks}\n`).join("")}`;
