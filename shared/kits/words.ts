import { z } from "zod";
import { parameter } from "../generators/parameter.ts";
import type { EngineId } from "../schema/schema-model.ts";
import type { KitContext } from "./kit.ts";

/** What stands above each file, behind its mark for comments. */
export const heading = "Written by Seedloom. Change the project and export again, rather than this file.";

const noVariable = "is not a variable's name";

export const address = parameter(
  z
    .string()
    .regex(/^[A-Z_][A-Z0-9_]*$/, noVariable)
    .default("DATABASE_URL"),
  {
    label: "Variable of the address",
    help: "Holds the address of the tests' database.",
  },
);

export const source = parameter(
  z
    .string()
    .regex(/^(?:[A-Z_][A-Z0-9_]*)?$/, noVariable)
    .default(""),
  {
    label: "Variable of the source",
    help: "Where tables are masked: holds the address that their rows come from. The project's own source where empty.",
  },
);

export const scenario = parameter(z.string().default(""), {
  label: "Scenario",
  help: "The scenario that is loaded; the project's own where empty.",
});

/** The script that makes the tables, where a kit runs one. */
export const schemaFile = {
  path: "schema.sql",
  otherwise: "Put the script there that makes the tables: CREATE TABLE statements, or a dump without rows.",
};

/** Words of a command, in quotes where a shell would else take them apart. */
export const shellWord = (word: string): string =>
  /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;

/** Arguments of Seedloom as words for JavaScript, Python and YAML lists alike. */
export const words = (list: readonly string[]): string => list.map((word) => JSON.stringify(word)).join(", ");

/** What a kit that fills a database is asked for. */
export interface Filling {
  readonly scenario: string;
  readonly source: string;
}

/** Whether rows come from the source: then they are masked with the key. */
export const masks = ({ masks: inScenario }: KitContext, { scenario: named }: Filling): boolean =>
  inScenario(named === "" ? undefined : named);

/** The variables that masking needs, the key's first. */
export const maskVariables = (filling: Filling): readonly string[] => [
  "SEEDLOOM_KEY",
  ...(filling.source === "" ? [] : [filling.source]),
];

/** `load`, or `mask` where rows come from the source, with what the options say, but for the address. */
export const fillWords = (context: KitContext, filling: Filling, clear: boolean): readonly string[] => {
  const masked = masks(context, filling);
  return [
    masked ? "mask" : "load",
    context.project,
    ...(masked && filling.source !== "" ? ["--from", `\${${filling.source}}`] : []),
    ...(filling.scenario === "" ? [] : ["--scenario", filling.scenario]),
    ...(clear ? ["--clear", "truncate"] : []),
  ];
};

/** A server in a container, for an engine that has one; it is thrown away, so nobody needs a password for it. */
export interface Server {
  readonly image: string;
  readonly port: number;
  readonly environment: readonly (readonly [name: string, value: string])[];
  /**
   * A command in the container that succeeds once the server answers by TCP: while an image runs schema.sql, its server
   * answers by the socket only.
   */
  readonly ready: string;
  readonly address: (host: string, port: string) => string;
  /** Runs schema.sql with the engine's own client. */
  readonly schema: (address: string) => string;
}

export const servers: Readonly<Record<Exclude<EngineId, "sqlite">, Server>> = {
  postgresql: {
    image: "postgres:18",
    port: 5432,
    environment: [
      ["POSTGRES_USER", "test"],
      ["POSTGRES_DB", "test"],
      ["POSTGRES_HOST_AUTH_METHOD", "trust"],
    ],
    ready: "pg_isready -h 127.0.0.1 -U test -d test",
    address: (host, port) => `postgresql://test@${host}:${port}/test`,
    schema: (at) => `psql --set ON_ERROR_STOP=1 --quiet --file schema.sql ${at}`,
  },
  mysql: {
    image: "mysql:9",
    port: 3306,
    environment: [
      ["MYSQL_ALLOW_EMPTY_PASSWORD", "yes"],
      ["MYSQL_DATABASE", "test"],
    ],
    ready: "mysqladmin ping --host 127.0.0.1 --silent",
    address: (host, port) => `mysql://root@${host}:${port}/test`,
    schema: () => "mysql --host 127.0.0.1 --user root test < schema.sql",
  },
};

/** The server of the project's engine; SQLite has none, and kits with a server are not for it. */
export const serverOf = ({ model }: KitContext): Server => servers[model.engine === "mysql" ? "mysql" : "postgresql"];
