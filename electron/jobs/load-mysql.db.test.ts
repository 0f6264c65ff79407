import { afterAll, afterEach, describe, expect, test } from "vitest";
import {
  createDatabase,
  hasRealData,
  hasServer,
  realScript,
  type TestDatabase,
} from "../drivers/mysql/test-database.ts";
import { failure, loadInto } from "./load-bench.ts";
import { WorkerPool } from "./worker-pool.ts";

const pool = new WorkerPool();
afterAll(() => pool.end());

let open: TestDatabase[] = [];
afterEach(async () => {
  for (const database of open) await database.drop();
  open = [];
});
async function make(script: string): Promise<TestDatabase> {
  const database = await createDatabase(script);
  open.push(database);
  return database;
}

describe.skipIf(!hasServer || !hasRealData)("real databases (skipped where ../shared/data is absent)", () => {
  test.each([
    ["chinook/Chinook_MySql.sql", 11],
    ["sakila/mysql-sakila-schema.sql", 22],
    ["guacamole/guacamole_mysql.sql", 30],
  ])("%s takes 100 rows a table with all constraints on", async (path, foreignKeys) => {
    const database = await make(realScript(path));
    const { proof, rows } = await loadInto(database.address, pool, { clear: "delete" });
    expect(proof).toMatchObject({ foreignKeys, findings: [] });
    expect(rows).toBeGreaterThan(500);
  });
});

describe.skipIf(!hasServer)("MySQL and MariaDB (skipped where no server answers)", () => {
  const expectLoaded = async (script: string, tables: number): Promise<void> => {
    const database = await make(script);
    const { proof, tables: done } = await loadInto(database.address, pool);
    expect(done).toHaveLength(tables);
    expect(proof?.findings).toEqual([]);
  };

  test("every type has a suggested value that the server takes", () =>
    expectLoaded(
      `CREATE TABLE t (id BIGINT UNSIGNED PRIMARY KEY, ti TINYINT NOT NULL, tu TINYINT UNSIGNED NOT NULL, b BOOLEAN NOT NULL,
        me MEDIUMINT UNSIGNED NOT NULL, zi INT(6) ZEROFILL NOT NULL, big BIGINT UNSIGNED NOT NULL UNIQUE, de DECIMAL(12,4) NOT NULL,
        du DECIMAL(5,2) UNSIGNED NOT NULL, d0 DECIMAL NOT NULL, f FLOAT NOT NULL, db DOUBLE UNSIGNED NOT NULL, f2 FLOAT(7,3) NOT NULL,
        b1 BIT NOT NULL, b9 BIT(9) NOT NULL, b64 BIT(64) NOT NULL, y YEAR NOT NULL, built YEAR NOT NULL, da DATE NOT NULL,
        ti3 TIME(3) NOT NULL, dt DATETIME NOT NULL, dt6 DATETIME(6) NOT NULL, ts TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
        born_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP, c CHAR(3) NOT NULL, vc VARCHAR(40) NOT NULL, tt TINYTEXT NOT NULL,
        tx TEXT CHARACTER SET latin1 NOT NULL, mt MEDIUMTEXT NOT NULL, lt LONGTEXT NOT NULL, bi BINARY(16) NOT NULL UNIQUE,
        vb VARBINARY(20) NOT NULL, bl BLOB NOT NULL, tb TINYBLOB NOT NULL, lb LONGBLOB NOT NULL,
        e ENUM('it''s', 'a,b', 'x\\\\y', ')') NOT NULL, s SET('a', 'b') NOT NULL, j JSON NOT NULL, g GEOMETRY NOT NULL,
        p POINT NOT NULL, ls LINESTRING NOT NULL, po POLYGON NOT NULL, mp MULTIPOINT NOT NULL, ml MULTILINESTRING NOT NULL,
        mpo MULTIPOLYGON NOT NULL, gc GEOMETRYCOLLECTION NOT NULL)`,
      1,
    ));

  test("keys on beginnings, partitions, generated columns, counters and names that need quotes", () =>
    expectLoaded(
      `CREATE TABLE prefixed (id INT PRIMARY KEY AUTO_INCREMENT, u VARCHAR(200) NOT NULL, t TEXT NOT NULL, UNIQUE KEY (u(5)), UNIQUE KEY (t(8)));
       CREATE TABLE text_key (k TEXT NOT NULL, PRIMARY KEY (k(12)));
       CREATE TABLE ranged (id INT, d DATE NOT NULL, PRIMARY KEY (id, d)) PARTITION BY RANGE (YEAR(d)) (PARTITION a VALUES LESS THAN (2020), PARTITION b VALUES LESS THAN (2025));
       CREATE TABLE listed (id INT, k INT NOT NULL) PARTITION BY LIST (k) (PARTITION a VALUES IN (1, 2), PARTITION b VALUES IN (5));
       CREATE TABLE computed (id INT PRIMARY KEY, a INT NOT NULL, v INT AS (a * 2) VIRTUAL, st INT AS (a + 1) STORED);
       CREATE TABLE \`we\`\`ird "t' ☃\` (\`a b\` INT PRIMARY KEY, \`select\` VARCHAR(10) NOT NULL, \`c.d\` INT, FOREIGN KEY (\`c.d\`) REFERENCES \`we\`\`ird "t' ☃\` (\`a b\`));
       CREATE TABLE no_key (a INT, b VARCHAR(10))`,
      7,
    ));

  test("MariaDB's own types", async () => {
    const database = await make("");
    const [rows] = await database.admin.query("SELECT VERSION() AS version");
    if (!JSON.stringify(rows).includes("MariaDB")) return;
    await database.admin.query("CREATE TABLE t (u UUID NOT NULL PRIMARY KEY, i6 INET6 NOT NULL, i4 INET4 NOT NULL)");
    expect((await loadInto(database.address, pool)).proof?.findings).toEqual([]);
  });

  test("a value is not repeated in what is said of it", async () => {
    const database = await make("CREATE TABLE t (id INT PRIMARY KEY, email VARCHAR(80) NOT NULL UNIQUE)");
    await loadInto(database.address, pool);
    await database.admin.query("UPDATE t SET id = id + 1000");
    const said = await failure(loadInto(database.address, pool));
    expect(said).toMatchObject({ code: "load-failed" });
    expect(said.message).toMatch(/Duplicate entry for key/);
    expect(said.message).not.toContain("@");
  });
});
