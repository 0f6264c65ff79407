import { readScript } from "../electron/drivers/ddl-script/read-script.ts";
import { openSource } from "../electron/drivers/open-source.ts";
import type { SchemaModel } from "../shared/schema/schema-model.ts";
import { proposeKeys } from "../shared/rules/propose-keys.ts";

// node scripts/run.mjs bench/key-proposals.ts [--wrong]: how many of the real databases' foreign keys are proposed once they are
// forgotten (recall), and how many of the proposals are such keys (precision).

const data = "../shared/data";

const databases: readonly (readonly [name: string, path: string, truth?: string])[] = [
  ["chinook, PostgreSQL", "chinook/Chinook_PostgreSql.sql"],
  ["chinook, MySQL", "chinook/Chinook_MySql.sql"],
  ["chinook, SQLite", "chinook/chinook.sqlite"],
  ["sakila, PostgreSQL", "sakila/postgres-sakila-schema.sql"],
  ["sakila, MySQL", "sakila/mysql-sakila-schema.sql"],
  ["sakila, SQLite", "sakila/sakila.sqlite"],
  ["northwind, PostgreSQL", "northwind/northwind_postgres.sql"],
  ["northwind, SQLite", "northwind/northwind_sqlite.sql"],
  ["omop, PostgreSQL", "omop-cdm/omop_cdm_5.4_postgres.sql"],
  // This form declares no key at all, primary ones neither.
  ["omop, SQLite", "omop-cdm/omop_cdm_5.4_sqlite_no_fk.sql", "omop-cdm/omop_cdm_5.4_postgres.sql"],
  ["guacamole, PostgreSQL", "guacamole/guacamole_postgresql.sql"],
  ["guacamole, MySQL", "guacamole/guacamole_mysql.sql"],
];

async function modelOf(path: string): Promise<SchemaModel> {
  if (path.endsWith(".sql")) return (await readScript(`${data}/${path}`)).model;
  const source = await openSource(`${data}/${path}`);
  try {
    return await source.model();
  } finally {
    await source.close();
  }
}

const keysOf = (model: SchemaModel): ReadonlySet<string> =>
  new Set(
    model.tables.flatMap((table) =>
      table.foreignKeys.map((key) =>
        `${table.name} (${key.columns.join()}) -> ${key.referencedTable.name} (${key.referencedColumns.join()})`.toLowerCase(),
      ),
    ),
  );

const percent = (part: number, whole: number): string =>
  `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`.padStart(8);

let [allTrue, allProposed, allRight] = [0, 0, 0];
for (const [name, path, truthPath] of databases) {
  const model = await modelOf(path);
  const truth = keysOf(truthPath === undefined ? model : await modelOf(truthPath));
  const forgetful = { ...model, tables: model.tables.map((table) => ({ ...table, foreignKeys: [] })) };
  const proposed = new Map(
    proposeKeys(forgetful).map((key) => [
      `${key.table} (${key.columns.join()}) -> ${key.referencedTable} (${key.referencedColumns.join()})`.toLowerCase(),
      key,
    ]),
  );
  const right = [...proposed.keys()].filter((key) => truth.has(key)).length;
  [allTrue, allProposed, allRight] = [allTrue + truth.size, allProposed + proposed.size, allRight + right];
  console.log(
    `${name.padEnd(24)} ${String(truth.size).padStart(4)} keys  ${String(proposed.size).padStart(4)} proposed  precision ${percent(right, proposed.size)}  recall ${percent(right, truth.size)}`,
  );
  if (!process.argv.includes("--wrong")) continue;
  for (const [key, { confidence }] of proposed) if (!truth.has(key)) console.log(`    wrong   ${key}  ${confidence}`);
  for (const key of truth) if (!proposed.has(key)) console.log(`    missed  ${key}`);
}
console.log(
  `${"all".padEnd(24)} ${String(allTrue).padStart(4)} keys  ${String(allProposed).padStart(4)} proposed  precision ${percent(allRight, allProposed)}  recall ${percent(allRight, allTrue)}`,
);
