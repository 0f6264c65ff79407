import { z } from "zod";
import { parameter } from "../generators/parameter.ts";
import { defineKit, type KitContext } from "./kit.ts";
import { fillWords, heading, masks, maskVariables, scenario, schemaFile, servers, shellWord, source } from "./words.ts";

const options = z.strictObject({
  scenario,
  source,
  schema: parameter(z.string().default(""), {
    label: "Command for the schema",
    help: "Makes the tables: your migrations. Where empty, the engine's client runs schema.sql at the root of the repository, which must be there.",
  }),
});
type Options = z.infer<typeof options>;

const needs = ({ schema }: Options) =>
  schema === ""
    ? {
        ...schemaFile,
        otherwise: `${schemaFile.otherwise} Or give the command that makes them, your migrations, as the option schema.`,
      }
    : undefined;

/** What a workflow runs, in order: each with the sentence that it proves. */
interface Step {
  readonly name: string;
  readonly run: string;
}

const seedloom = 'node "$SEEDLOOM_HOME/bin/seedloom.mjs"';

/** The exports of rows that no source is needed for are what the project gives. */
function comparing({ targets, exportable }: KitContext, project: string): readonly Step[] {
  if (targets.length === 0) return [];
  const each = exportable ? [""] : targets.map((name) => ` --target ${shellWord(name)}`);
  return [
    {
      name: "The files in the repository are what the project gives",
      run: each.map((target) => `${seedloom} export ${project}${target} --check`).join(" && "),
    },
  ];
}

function steps(context: KitContext, asked: Options, host: string): readonly Step[] {
  const { schema } = asked;
  const { engine } = context.model;
  const project = shellWord(context.project);
  const server = engine === "sqlite" ? undefined : servers[engine];
  const address = server?.address(host, String(server.port)) ?? "test.sqlite";
  const make = schema === "" ? (server?.schema(address) ?? "sqlite3 test.sqlite < schema.sql") : schema;
  const fill = fillWords(context, asked, false).map(shellWord).join(" ");
  const does = masks(context, asked) ? "Mask the source's rows" : "Load";
  return [
    { name: "The project has no problems", run: `${seedloom} check ${project}` },
    ...comparing(context, project),
    { name: "Make the tables", run: make },
    {
      name: "The schema is the one that the project was made for",
      run: `${seedloom} check ${project} --against ${shellWord(address)}`,
    },
    { name: `${does}, and let the engine prove it`, run: `${seedloom} ${fill} --to ${shellWord(address)} --proof` },
  ];
}

/** A workflow of GitHub Actions with a database of its own. */
export const githubActions = defineKit<Options>({
  id: "github-actions",
  label: "GitHub Actions",
  help: "A workflow: a database that is thrown away, check and export --check as gates, then a load, or a run of masks, with its proof.",
  group: "Continuous integration",
  atRoot: true,
  options,
  needs,
  files: (context, asked) => [{ path: ".github/workflows/test-data.yml", text: github(context, asked) }],
});

function github(context: KitContext, asked: Options): string {
  const { engine } = context.model;
  const server = engine === "sqlite" ? undefined : servers[engine];
  const service =
    server === undefined
      ? ""
      : `    services:
      database:
        image: ${server.image}
        env:
${server.environment.map(([name, value]) => `          ${name}: "${value}"`).join("\n")}
        ports:
          - ${server.port}:${server.port}
        options: >-
          --health-cmd "${server.ready}"
          --health-interval 2s
          --health-timeout 3s
          --health-retries 30
`;
  const secrets = masks(context, asked) ? maskVariables(asked) : [];
  const told =
    secrets.length === 0
      ? ""
      : `# Secrets of the repository: ${secrets.join(", ")}. Pull requests from forks have none, so only a push starts it.\n`;
  const last = steps(context, asked, "127.0.0.1")
    .map(({ name, run }) => `      - name: ${name}\n        run: ${run}`)
    .join("\n");
  return `# ${heading}
# SEEDLOOM_REPOSITORY is a variable of the repository or its organisation: where Seedloom's source lies, as owner/name.
${told}name: Test data
on:
  push:
${secrets.length === 0 ? "  pull_request:\n" : ""}permissions:
  contents: read
jobs:
  test-data:
    runs-on: ubuntu-latest
    env:
      SEEDLOOM_HOME: \${{ github.workspace }}/.seedloom
${secrets.map((name) => `      ${name}: \${{ secrets.${name} }}\n`).join("")}${service}    steps:
      - uses: actions/checkout@v4
      - uses: actions/checkout@v4
        with:
          repository: \${{ vars.SEEDLOOM_REPOSITORY }}
          path: .seedloom
      - uses: actions/setup-node@v4
        with:
          node-version: 24
      - name: Install Seedloom
        run: npm ci --omit=dev --prefix .seedloom
${last}
`;
}

/** The same for GitLab. */
export const gitlabCi = defineKit<Options>({
  id: "gitlab-ci",
  label: "GitLab CI",
  help: "A job to include: a database that is thrown away, check and export --check as gates, then a load, or a run of masks, with its proof.",
  group: "Continuous integration",
  atRoot: true,
  options,
  needs,
  files: (context, asked) => [{ path: "test-data.gitlab-ci.yml", text: gitlab(context, asked) }],
});

function gitlab(context: KitContext, asked: Options): string {
  const { engine } = context.model;
  const server = engine === "sqlite" ? undefined : servers[engine];
  const client = { postgresql: "postgresql-client", mysql: "default-mysql-client", sqlite: "sqlite3" }[engine];
  const service =
    server === undefined
      ? ""
      : `  services:
    - name: ${server.image}
      alias: database
  variables:
${server.environment.map(([name, value]) => `    ${name}: "${value}"`).join("\n")}
`;
  const told = masks(context, asked)
    ? `# Masked variables of the project, which its jobs have in their environment: ${maskVariables(asked).join(", ")}.\n`
    : "";
  // The last step's lines are scripts of one job, and its names are comments.
  const lines = steps(context, asked, "database")
    .map(({ name, run }) => `    # ${name}\n    - ${run.replace("--host 127.0.0.1", "--host database")}`)
    .join("\n");
  return `# ${heading}
# include: [{ local: test-data.gitlab-ci.yml }]
# SEEDLOOM_REPOSITORY is a variable of the project or its group: the address that Seedloom's source is cloned from.
${told}test-data:
  image: node:24
${service}  before_script:
    - apt-get update --quiet && apt-get install --yes --quiet ${client}
    - git clone --quiet --depth 1 "$SEEDLOOM_REPOSITORY" .seedloom
    - npm ci --omit=dev --prefix .seedloom
    - export SEEDLOOM_HOME="$CI_PROJECT_DIR/.seedloom"
  script:
${lines}
`;
}
