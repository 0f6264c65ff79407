import { afterAll, expect, test } from "vitest";
import { createDatabase, hasServer } from "../drivers/mysql/test-database.ts";
import { loadInto } from "./load-bench.ts";
import { WorkerPool } from "./worker-pool.ts";

// The schemas that broke other tools (nasty-schemas.db.test.ts) as MySQL and MariaDB have them, in one database: three loads
// are all that it takes.

const cases: Readonly<Record<string, string>> = {
  "1 two composite keys share tenant_id (drizzle-orm#5919, SDV#577)": `
    CREATE TABLE tenants (id INT PRIMARY KEY, name VARCHAR(50) NOT NULL);
    CREATE TABLE users (tenant_id INT NOT NULL, id INT NOT NULL, email VARCHAR(120) NOT NULL, PRIMARY KEY (tenant_id, id),
      UNIQUE (tenant_id, email), FOREIGN KEY (tenant_id) REFERENCES tenants (id));
    CREATE TABLE projects (tenant_id INT NOT NULL, id INT NOT NULL, PRIMARY KEY (tenant_id, id), FOREIGN KEY (tenant_id) REFERENCES tenants (id));
    CREATE TABLE members (tenant_id INT NOT NULL, user_id INT NOT NULL, project_id INT NOT NULL, PRIMARY KEY (tenant_id, user_id, project_id),
      FOREIGN KEY (tenant_id, user_id) REFERENCES users (tenant_id, id), FOREIGN KEY (tenant_id, project_id) REFERENCES projects (tenant_id, id))`,
  "2 and 3 a composite key to a unique, NULL as a whole (greenmask#279, dbeaver#4611)": `
    CREATE TABLE places (id INT PRIMARY KEY, country CHAR(2) NOT NULL, code INT NOT NULL, UNIQUE (country, code));
    CREATE TABLE visits (id INT PRIMARY KEY, code INT, country CHAR(2), FOREIGN KEY (country, code) REFERENCES places (country, code),
      CHECK ((code IS NULL) = (country IS NULL)))`,
  "4 two self references, one NOT NULL (seed#203, greenmask#279)": `
    CREATE TABLE threads (id INT PRIMARY KEY, parent_id INT REFERENCES threads (id), root_id INT NOT NULL REFERENCES threads (id), body TEXT NOT NULL)`,
  "5 and 6 overlapping rings, one without a nullable edge (greenmask#155, pgsync#254)": `
    CREATE TABLE staff (id INT PRIMARY KEY, store_id INT NOT NULL);
    CREATE TABLE stores (id INT PRIMARY KEY, manager_id INT NOT NULL UNIQUE, best_id INT, FOREIGN KEY (manager_id) REFERENCES staff (id));
    CREATE TABLE prizes (id INT PRIMARY KEY, store_id INT NOT NULL, FOREIGN KEY (store_id) REFERENCES stores (id));
    ALTER TABLE staff ADD FOREIGN KEY (store_id) REFERENCES stores (id);
    ALTER TABLE stores ADD FOREIGN KEY (best_id) REFERENCES prizes (id)`,
  "7 a primary key that is a foreign key (drizzle-orm#5204, SDV#2779)": `
    CREATE TABLE people (id INT PRIMARY KEY, name VARCHAR(80) NOT NULL);
    CREATE TABLE employees (id INT PRIMARY KEY, salary DECIMAL(10,2) NOT NULL, FOREIGN KEY (id) REFERENCES people (id));
    CREATE TABLE managers (id INT PRIMARY KEY, level INT NOT NULL CHECK (level BETWEEN 1 AND 5), FOREIGN KEY (id) REFERENCES employees (id))`,
  "8, 9 and 10 numbers and columns that the database makes (sequelize#9295, greenmask#77)": `
    CREATE TABLE tickets (id INT AUTO_INCREMENT PRIMARY KEY, quantity INT NOT NULL, price DECIMAL(8,2) NOT NULL, total DECIMAL(12,2) AS (quantity * price) STORED, label VARCHAR(40) AS (concat(id0, '/', quantity)) VIRTUAL, id0 INT NOT NULL)`,
  "12 checks over several columns and under a condition (drizzle-orm#3520, neosync#3461)": `
    CREATE TABLE bookings (id INT PRIMARY KEY, starts_on DATE NOT NULL, ends_on DATE NOT NULL, qty INT NOT NULL, price DECIMAL(8,2) NOT NULL, total DECIMAL(12,2) NOT NULL,
      CHECK (starts_on < ends_on), CHECK (total = qty * price));
    CREATE TABLE logins (id INT PRIMARY KEY, type VARCHAR(10) NOT NULL CHECK (type IN ('password', 'key')), secret VARCHAR(40), token VARCHAR(40),
      CHECK ((type = 'password') = (token IS NULL)), CHECK (type <> 'password' OR secret IS NOT NULL));
    CREATE TABLE orders (id INT PRIMARY KEY, status ENUM('new', 'shipped', 'cancelled') NOT NULL, active BOOLEAN NOT NULL, shipped_at DATETIME, reason VARCHAR(80), ended_on DATE,
      CHECK (status <> 'shipped' OR shipped_at IS NOT NULL), CHECK (CASE WHEN status = 'cancelled' THEN reason IS NOT NULL ELSE reason IS NULL END),
      CHECK (active OR ended_on IS NOT NULL), CHECK (NOT active OR ended_on IS NULL))`,
  "14 a junction table (drizzle-orm#4354)": `
    CREATE TABLE tags (id INT PRIMARY KEY, name VARCHAR(40) NOT NULL UNIQUE); CREATE TABLE notes (id INT PRIMARY KEY);
    CREATE TABLE note_tags (note_id INT NOT NULL, tag_id INT NOT NULL, PRIMARY KEY (note_id, tag_id), FOREIGN KEY (note_id) REFERENCES notes (id), FOREIGN KEY (tag_id) REFERENCES tags (id))`,
  "14b a table that joins another with itself, never a row with its own": `
    CREATE TABLE follows (follower_id INT NOT NULL, followee_id INT NOT NULL, PRIMARY KEY (follower_id, followee_id), FOREIGN KEY (follower_id) REFERENCES people (id), FOREIGN KEY (followee_id) REFERENCES people (id),
      CHECK (follower_id <> followee_id))`,
  "16 partitions (Jailer#109)": `
    CREATE TABLE sales (id INT, at DATE NOT NULL, PRIMARY KEY (id, at)) PARTITION BY RANGE (YEAR(at)) (PARTITION a VALUES LESS THAN (2020), PARTITION b VALUES LESS THAN (2025))`,
  "17 JSON that must be JSON (pgstream#545)": `CREATE TABLE events (id INT PRIMARY KEY, payload JSON NOT NULL CHECK (json_valid(payload)))`,
  "18 hostile names (seed#190, greenmask#407)": `
    CREATE TABLE \`select\` (id INT PRIMARY KEY, \`lifetime_plan?\` VARCHAR(9), \`say "hi"\` VARCHAR(20) NOT NULL, \`a.b\` INT, \`it\`\`s\` INT, \`naïve 列\` VARCHAR(10));
    CREATE TABLE \`order by\` (\`the id\` INT PRIMARY KEY, \`from\` INT NOT NULL, FOREIGN KEY (\`from\`) REFERENCES \`select\` (id))`,
  "19 types that are seldom met, and a table without a key (drizzle-super-seed#44, Jailer#36)": `
    CREATE TABLE odd (id INT PRIMARY KEY, place GEOMETRY, flags SET('a', 'b'), bits BIT(9), year YEAR, raw VARBINARY(9)); CREATE TABLE log (at TIMESTAMP NULL, line TEXT)`,
  "20 text that reads as a comment, a command or an end (supabase/cli#1183, greenmask#278)": `
    CREATE TABLE scripts (id INT PRIMARY KEY, body VARCHAR(40) NOT NULL CHECK (body IN ('-- not a comment', 'it''s; "quoted"', '\\\\N', '\\\\! ls', '\\t', ' ')))`,
};
const names = [
  ...Object.values(cases)
    .join(";")
    .matchAll(/CREATE TABLE (`(?:[^`]|``)+`|\w+)/g),
].map(([, name]) => name ?? "");

const pool = new WorkerPool();
afterAll(() => pool.end());

type Rows = readonly Readonly<Record<string, unknown>>[];

/** Loads what is suggested with all constraints on, proved; every table's rows, and the next number that the server gives. */
async function loaded(more: string): Promise<{ readonly rows: ReadonlyMap<string, Rows>; readonly next: unknown }> {
  const database = await createDatabase(`${Object.values(cases).join(";\n")};\n${more}`);
  const ask = async (sql: string): Promise<Rows> => JSON.parse(JSON.stringify((await database.admin.query(sql))[0]));
  try {
    const rowOverrides = Object.fromEntries(names.map((name) => [name.replaceAll(/^`|`$/g, ""), 60]));
    const { proof } = await loadInto(database.address, pool, { rowOverrides });
    expect(proof?.findings).toEqual([]);
    const rows = new Map<string, Rows>();
    for (const name of names) rows.set(name, await ask(`SELECT * FROM ${name}`));
    await ask("INSERT INTO tickets (quantity, price, id0) VALUES (1, 1, 1)");
    return { rows, next: (await ask("SELECT max(id) AS last FROM tickets"))[0]?.["last"] };
  } finally {
    await database.drop();
  }
}

test.skipIf(!hasServer)(
  "MySQL and MariaDB take every nasty schema with all constraints on, twice the same, and one more column each changes nothing else (skipped where no server answers)",
  async () => {
    const before = await loaded("");
    for (const [name, rows] of before.rows) expect(rows.length, name).toBeGreaterThan(0);
    expect(before.next).toBe((before.rows.get("tickets")?.length ?? 0) + 1);
    const orders = before.rows.get("orders") ?? [];
    for (const status of ["new", "shipped", "cancelled"])
      expect(
        orders.some((row) => row["status"] === status),
        status,
      ).toBe(true);
    expect((await loaded("")).rows).toEqual(before.rows);
    const after = await loaded(
      names.map((name) => `ALTER TABLE ${name} ADD COLUMN added_note VARCHAR(40)`).join(";\n"),
    );
    const sorted = (rows: Rows): readonly string[] =>
      rows.map(({ added_note: _added, ...row }) => JSON.stringify(row)).toSorted();
    for (const [name, rows] of after.rows) expect(sorted(rows), name).toEqual(sorted(before.rows.get(name) ?? []));
  },
);
