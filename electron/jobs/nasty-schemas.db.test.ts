import Database from "better-sqlite3";
import { describe, expect, test } from "vitest";
import { decodeUtf8 } from "../../shared/base/utf8.ts";
import { checkProblems } from "../../shared/batches/check-rows.ts";
import type { ByteBuffer } from "../../shared/encoders/encoder.ts";
import { generatorCatalogue } from "../../shared/generators/index.ts";
import { readProjectFile } from "../../shared/project/read-project-file.ts";
import { introspect } from "../drivers/sqlite/introspect.ts";
import { compileJob } from "./compile-job.ts";
import { RangeEncoder } from "./encode-range.ts";
import type { JobSpec } from "./job-spec.ts";
import { planProblems } from "./plan-problems.ts";
import { rowRanges } from "./ranges.ts";

// The schemas that broke other tools, each with the thread that told of it, as small as it can be. Every one is exported as it
// opens (suggested rules), loaded with all constraints on, exported again, and exported with one more column.

interface Nasty {
  readonly ddl: string;
  /** What goes under `tables:` in the project file. */
  readonly rules?: string;
  /** A table and column to add. */
  readonly grow: readonly [table: string, column: string];
  /** Queries that find no row where all is well. */
  readonly none?: readonly string[];
}

const cases: Readonly<Record<string, Nasty>> = {
  "1 two composite keys share tenant_id (drizzle-orm#5919, SDV#577)": {
    ddl: `CREATE TABLE tenants (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
      CREATE TABLE users (tenant_id INTEGER NOT NULL REFERENCES tenants, id INTEGER NOT NULL, email TEXT NOT NULL, PRIMARY KEY (tenant_id, id), UNIQUE (tenant_id, email));
      CREATE TABLE projects (tenant_id INTEGER NOT NULL REFERENCES tenants, id INTEGER NOT NULL, slug TEXT NOT NULL, PRIMARY KEY (tenant_id, id), UNIQUE (tenant_id, slug));
      CREATE TABLE members (tenant_id INTEGER NOT NULL REFERENCES tenants, user_id INTEGER NOT NULL, project_id INTEGER NOT NULL, role TEXT,
        PRIMARY KEY (tenant_id, user_id, project_id), FOREIGN KEY (tenant_id, user_id) REFERENCES users (tenant_id, id), FOREIGN KEY (tenant_id, project_id) REFERENCES projects (tenant_id, id));`,
    grow: ["users", "nickname TEXT"],
  },
  "2 a composite foreign key to a unique that is not the primary key (greenmask#279)": {
    ddl: `CREATE TABLE places (id INTEGER PRIMARY KEY, country CHAR(2) NOT NULL, code INTEGER NOT NULL, UNIQUE (country, code));
      CREATE TABLE visits (id INTEGER PRIMARY KEY, code INTEGER NOT NULL, country CHAR(2) NOT NULL, FOREIGN KEY (code, country) REFERENCES places (code, country));`,
    grow: ["places", "name TEXT"],
  },
  "3 a nullable composite foreign key is all or nothing (dbeaver#4611)": {
    ddl: `CREATE TABLE parts (maker INTEGER NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (maker, number));
      CREATE TABLE uses (id INTEGER PRIMARY KEY, maker INTEGER, number INTEGER, FOREIGN KEY (maker, number) REFERENCES parts (maker, number), CHECK ((maker IS NULL) = (number IS NULL)));`,
    rules: "  uses: { columns: { maker: { foreign-key: {}, nulls: 0.4 } } }",
    grow: ["uses", "note TEXT"],
  },
  "4 two self references, one NOT NULL (seed#203, greenmask#279)": {
    ddl: `CREATE TABLE posts (id INTEGER PRIMARY KEY, parent_id INTEGER REFERENCES posts, root_id INTEGER NOT NULL REFERENCES posts, body TEXT NOT NULL);`,
    grow: ["posts", "title TEXT"],
  },
  "5 overlapping rings (greenmask#155)": {
    ddl: `CREATE TABLE a (id INTEGER PRIMARY KEY, b_id INTEGER NOT NULL REFERENCES b);
      CREATE TABLE b (id INTEGER PRIMARY KEY, a_id INTEGER REFERENCES a, c_id INTEGER NOT NULL REFERENCES c);
      CREATE TABLE c (id INTEGER PRIMARY KEY, e_id INTEGER REFERENCES e);
      CREATE TABLE e (id INTEGER PRIMARY KEY, b_id INTEGER REFERENCES b);`,
    grow: ["c", "label TEXT"],
  },
  "6 a ring without a nullable edge, keys not deferrable (neosync, pgsync#254)": {
    ddl: `CREATE TABLE staff (id INTEGER PRIMARY KEY, store_id INTEGER NOT NULL REFERENCES stores);
      CREATE TABLE stores (id INTEGER PRIMARY KEY, manager_id INTEGER NOT NULL UNIQUE REFERENCES staff);`,
    grow: ["staff", "name TEXT"],
  },
  "7 a primary key that is a foreign key (drizzle-orm#5204, SDV#2779)": {
    ddl: `CREATE TABLE people (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
      CREATE TABLE employees (id INTEGER PRIMARY KEY REFERENCES people, salary DECIMAL(10,2) NOT NULL);
      CREATE TABLE managers (id INTEGER PRIMARY KEY REFERENCES employees, level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 5));
      CREATE TABLE translations (person_id INTEGER NOT NULL REFERENCES people, locale CHAR(2) NOT NULL, bio TEXT, PRIMARY KEY (person_id, locale));`,
    grow: ["employees", "desk TEXT"],
  },
  "8 keys that the database numbers (seed#199, neosync#3408)": {
    ddl: `CREATE TABLE demo (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL); CREATE TABLE uses (id INTEGER PRIMARY KEY AUTOINCREMENT, demo_id INTEGER NOT NULL REFERENCES demo);`,
    grow: ["demo", "note TEXT"],
  },
  "9 generated columns, stored and virtual (greenmask#77, Jailer#101)": {
    ddl: `CREATE TABLE lines (id INTEGER PRIMARY KEY, quantity INTEGER NOT NULL, price DECIMAL(8,2) NOT NULL, total AS (quantity * price) STORED, label GENERATED ALWAYS AS (id || '/' || quantity) VIRTUAL);`,
    grow: ["lines", "note TEXT"],
  },
  "10 explicit ids beside a sequence (sequelize#9295)": {
    ddl: `CREATE TABLE tickets (id INTEGER PRIMARY KEY AUTOINCREMENT, code TEXT NOT NULL UNIQUE); CREATE TABLE plain (id INTEGER PRIMARY KEY, code TEXT NOT NULL);`,
    grow: ["tickets", "note TEXT"],
    // The next row gets the next number, and none that is taken.
    none: [
      "SELECT 1 FROM sqlite_sequence WHERE name = 'tickets' AND seq <> (SELECT max(id) FROM tickets)",
      "INSERT INTO tickets (code) VALUES ('next') RETURNING id <> 101",
      "INSERT INTO plain (code) VALUES ('next') RETURNING id <> 101",
    ],
  },
  "12 checks over several columns (drizzle-orm#3520, neosync#3461)": {
    ddl: `CREATE TABLE bookings (id INTEGER PRIMARY KEY, starts_on DATE NOT NULL, ends_on DATE NOT NULL, low INTEGER NOT NULL, high INTEGER NOT NULL, CHECK (starts_on < ends_on), CHECK (low <= high));`,
    grow: ["bookings", "note TEXT"],
  },
  "12b checks under a condition, and one of several references (SeedStream#214, neosync#3461)": {
    ddl: `CREATE TABLE logins (id INTEGER PRIMARY KEY, type TEXT NOT NULL CHECK (type IN ('password', 'key')), secret TEXT, key TEXT,
        CHECK ((type = 'password') = (key IS NULL)), CHECK (type <> 'password' OR secret IS NOT NULL));
      CREATE TABLE posts (id INTEGER PRIMARY KEY); CREATE TABLE photos (id INTEGER PRIMARY KEY);
      CREATE TABLE likes (id INTEGER PRIMARY KEY, post_id INTEGER REFERENCES posts, photo_id INTEGER REFERENCES photos, CHECK ((post_id IS NULL) <> (photo_id IS NULL)));
      CREATE TABLE flags (id INTEGER PRIMARY KEY, post_id INTEGER REFERENCES posts, photo_id INTEGER REFERENCES photos, CHECK ((post_id IS NOT NULL) + (photo_id IS NOT NULL) = 1));
      CREATE TABLE notes (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, post_id INTEGER REFERENCES posts, photo_id INTEGER REFERENCES photos,
        CHECK ((kind = 'post' AND post_id IS NOT NULL AND photo_id IS NULL) OR (kind = 'photo' AND photo_id IS NOT NULL AND post_id IS NULL)));`,
    grow: ["likes", "note TEXT"],
    none: [
      ...["likes", "flags", "notes"].map(
        (table) =>
          `SELECT count(*) FROM ${table} HAVING count(post_id) NOT BETWEEN 20 AND 80 OR count(photo_id) NOT BETWEEN 20 AND 80`,
      ),
      "SELECT count(*) FROM logins HAVING count(key) NOT BETWEEN 20 AND 80",
    ],
  },
  "12c checks that leave a choice, and one that says what a column is (drizzle-orm#3520)": {
    ddl: `CREATE TABLE orders (id INTEGER PRIMARY KEY, status TEXT NOT NULL CHECK (status IN ('new', 'shipped', 'cancelled')), shipped_at TIMESTAMP, reason TEXT, quantity INTEGER NOT NULL,
        pence INTEGER NOT NULL, total INTEGER NOT NULL CHECK (total = quantity * pence), CHECK (status <> 'shipped' OR shipped_at IS NOT NULL),
        CHECK (CASE WHEN status = 'cancelled' THEN reason IS NOT NULL ELSE reason IS NULL END));
      CREATE TABLE ways (id INTEGER PRIMARY KEY, email TEXT, phone TEXT, CHECK (coalesce(email, phone) IS NOT NULL));`,
    grow: ["orders", "note TEXT"],
    none: [
      "SELECT count(*) FROM orders HAVING count(DISTINCT status) <> 3 OR count(shipped_at) NOT BETWEEN 10 AND 90",
      "SELECT count(*) FROM ways HAVING count(email) NOT BETWEEN 20 AND 99 OR count(phone) NOT BETWEEN 20 AND 99",
    ],
  },
  "13 partial and expression uniques (seed#191, slimdump#29)": {
    ddl: `CREATE TABLE accounts (id INTEGER PRIMARY KEY, email TEXT NOT NULL, phone TEXT, deleted BOOLEAN NOT NULL);
      CREATE UNIQUE INDEX live_email ON accounts (lower(email)); CREATE UNIQUE INDEX live_phone ON accounts (phone) WHERE deleted = 0;`,
    grow: ["accounts", "note TEXT"],
  },
  "14 a junction table up to its product (drizzle-orm#4354, mock-data#13)": {
    ddl: `CREATE TABLE tags (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE); CREATE TABLE notes (id INTEGER PRIMARY KEY);
      CREATE TABLE note_tags (note_id INTEGER NOT NULL REFERENCES notes, tag_id INTEGER NOT NULL REFERENCES tags, PRIMARY KEY (note_id, tag_id));`,
    rules: `  tags: { rows: 10 }\n  notes: { rows: 12 }\n  note_tags: { rows: 120 }`,
    grow: ["notes", "body TEXT"],
  },
  "14b a table that joins another with itself, never a row with its own": {
    ddl: `CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
      CREATE TABLE follows (follower_id INTEGER NOT NULL REFERENCES users, followee_id INTEGER NOT NULL REFERENCES users, PRIMARY KEY (follower_id, followee_id), CHECK (follower_id <> followee_id));
      CREATE TABLE transfers (id INTEGER PRIMARY KEY, from_id INTEGER NOT NULL REFERENCES users, to_id INTEGER NOT NULL REFERENCES users, CHECK (from_id != to_id));`,
    rules: `  users: { rows: 6 }\n  follows: { rows: 30 }`,
    grow: ["transfers", "note TEXT"],
  },
  "15 a reference whose table depends on another column (SDV#2136, greenmask#198)": {
    ddl: `CREATE TABLE posts (id INTEGER PRIMARY KEY); CREATE TABLE photos (id INTEGER PRIMARY KEY);
      CREATE TABLE comments (id INTEGER PRIMARY KEY, subject_type TEXT NOT NULL CHECK (subject_type IN ('post', 'photo')), subject_id INTEGER NOT NULL);`,
    rules: `  comments: { columns: { subject_id: { polymorphic: { by: subject_type, of: { post: posts.id, photo: photos.id } } } } }`,
    grow: ["photos", "note TEXT"],
  },
  "17 JSON that must be JSON (pgstream#545)": {
    ddl: `CREATE TABLE events (id INTEGER PRIMARY KEY, payload JSON NOT NULL CHECK (json_valid(payload)));`,
    grow: ["events", "note TEXT"],
  },
  "17b references within JSON: objects and numbers in lists (pgstream#145, Greenmask)": {
    ddl: `CREATE TABLE users (id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE); CREATE TABLE products (id INTEGER PRIMARY KEY);
      CREATE TABLE carts (id INTEGER PRIMARY KEY, content JSON NOT NULL CHECK (json_valid(content)), seen JSON NOT NULL CHECK (json_type(seen) = 'array'));`,
    rules: `  carts:
    columns:
      content: { json-document: { tree: { by: { $rule: { lookup: users.code } }, lines: { $list: { product: { $rule: { lookup: products.id } }, n: { $rule: { integer: { min: 1, max: 9 } } } }, min: 1, max: 3 } } } }
      seen: { list: { of: { lookup: products.id }, min: 1 } }`,
    grow: ["carts", "note TEXT"],
    none: [
      "SELECT 1 FROM carts WHERE content ->> 'by' NOT IN (SELECT code FROM users) OR json_array_length(content, '$.lines') NOT BETWEEN 1 AND 3",
      "SELECT 1 FROM carts, json_each(content, '$.lines') AS line WHERE line.value ->> 'product' NOT IN (SELECT id FROM products)",
      "SELECT 1 FROM carts, json_each(seen) AS one WHERE one.value NOT IN (SELECT id FROM products)",
      "SELECT count(*) FROM carts, json_each(seen) AS one HAVING count(DISTINCT one.value) < 20",
    ],
  },
  "18 hostile names (seed#190, greenmask#407)": {
    ddl: `CREATE TABLE "select" ("id" INTEGER PRIMARY KEY, "lifetime_plan?" TEXT, "say ""hi""" TEXT NOT NULL, "a.b" INTEGER, "(x)::y" TEXT, "naïve 列" TEXT);
      CREATE TABLE "order by" ("the id" INTEGER PRIMARY KEY, "from" INTEGER NOT NULL REFERENCES "select" ("id"));`,
    grow: ["select", "plain TEXT"],
  },
  "19 a type that nobody knows (drizzle-super-seed#44)": {
    ddl: `CREATE TABLE points (id INTEGER PRIMARY KEY, embedding VECTOR(3), place GEOMETRY, tags "varchar[]", anything);`,
    grow: ["points", "note TEXT"],
  },
  "19b a table without a key, and one with nothing to say (Jailer#36)": {
    ddl: `CREATE TABLE log (at TIMESTAMP, line TEXT); CREATE TABLE defaults (id INTEGER PRIMARY KEY);`,
    rules: `  defaults: { columns: { id: default } }`,
    grow: ["log", "level TEXT"],
  },
  "20 text that reads as a comment, a command or an end (supabase/cli#1183, greenmask#278)": {
    ddl: `CREATE TABLE scripts (id INTEGER PRIMARY KEY, body TEXT NOT NULL);`,
    rules: `  scripts: { columns: { body: { weighted-choice: { "-- not a comment": 1, ".quit\\n.quit": 1, "it's; 'quoted'": 1, "a\\r\\nb": 1, "\\\\! ls": 1, "\\0": 1 } } } }`,
    grow: ["scripts", "note TEXT"],
  },
};

function jobOf(ddl: string, rules: string | undefined): JobSpec {
  const database = new Database(":memory:");
  database.exec(ddl);
  const model = introspect(database);
  database.close();
  const text = `seedloom: 1\nsource: x.sqlite\nseed: 7\nnow: 2026-11-22\nlocales: { en: 1 }\nrows: 100\n${rules === undefined ? "" : `tables:\n${rules}\n`}`;
  return {
    model,
    project: readProjectFile(text, generatorCatalogue).project,
    referenceDate: "2026-11-22",
    format: "sql",
    dialect: "sqlite",
  };
}

async function exported(spec: JobSpec): Promise<string> {
  const job = await compileJob(spec);
  expect(planProblems(job.plan).filter(({ severity }) => severity === "error")).toEqual([]);
  const encoder = new RangeEncoder(job);
  const out: ByteBuffer = { bytes: new Uint8Array(1024), length: 0 };
  for (const range of rowRanges(job.files, undefined, () => undefined)) encoder.encode(range, out);
  return decodeUtf8(out.bytes, 0, out.length);
}

/** Loads the script with all constraints on and returns every table's rows. */
function loaded(ddl: string, script: string, none: Nasty["none"] = []): Map<string, unknown[]> {
  const database = new Database(":memory:");
  database.exec(ddl);
  database.pragma("foreign_keys = ON");
  database.exec(script);
  expect(database.pragma("foreign_key_check")).toEqual([]);
  expect(database.pragma("integrity_check", { simple: true })).toBe("ok");
  const names = database
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .pluck()
    .all();
  const rows = names.map((name) => [String(name), database.prepare(`SELECT * FROM "${String(name)}"`).all()] as const);
  for (const query of none) expect(database.prepare(query).pluck().all().filter(Boolean), query).toEqual([]);
  database.close();
  return new Map(rows);
}

describe.each(Object.entries(cases))("%s", (_name, { ddl, rules, none, grow: [table, column] }) => {
  test("loads with every constraint on, twice the same", async () => {
    const script = await exported(jobOf(ddl, rules));
    const rows = loaded(ddl, script, none);
    for (const [name, found] of rows) expect(found.length, name).toBeGreaterThan(0);
    expect(await exported(jobOf(ddl, rules))).toBe(script);
  });

  test("one more column changes nothing else", async () => {
    const before = loaded(ddl, await exported(jobOf(ddl, rules)));
    const wider = `${ddl} ALTER TABLE "${table}" ADD COLUMN ${column};`;
    const after = loaded(wider, await exported(jobOf(wider, rules)));
    const added = column.split(" ")[0] ?? "";
    for (const [name, rows] of after) {
      const without = rows.map((row) =>
        Object.fromEntries(Object.entries(row as object).filter(([key]) => name !== table || key !== added)),
      );
      expect(without).toEqual(before.get(name));
    }
  });
});

test("a junction asked for more than its product is refused, with what would mend it", async () => {
  const { ddl } = cases["14 a junction table up to its product (drizzle-orm#4354, mock-data#13)"] ?? { ddl: "" };
  const { plan } = await compileJob(
    jobOf(ddl, "  tags: { rows: 10 }\n  notes: { rows: 12 }\n  note_tags: { rows: 121 }"),
  );
  expect(plan.problems.map(({ fixes }) => fixes.map(({ label }) => label))).toContainEqual([
    "Lower note_tags to 120 rows",
  ]);
});

test("a CHECK that nothing satisfies is an error at its column, and none in a table without rows", async () => {
  const ddl = `CREATE TABLE a (id INTEGER PRIMARY KEY, x INTEGER NOT NULL CHECK (x > 10 AND x < 5));
    CREATE TABLE b (id INTEGER PRIMARY KEY, y INTEGER NOT NULL, z INTEGER NOT NULL, CHECK (y > z AND z > y));
    CREATE TABLE c (id INTEGER PRIMARY KEY, s TEXT NOT NULL CHECK (s IN ('a', 'b') AND s = 'c'));
    CREATE TABLE d (id INTEGER PRIMARY KEY, s VARCHAR(3) NOT NULL CHECK (length(s) > 5));`;
  const found = async (rules?: string): Promise<readonly string[]> => {
    const { plan } = await compileJob(jobOf(ddl, rules));
    const problems = [...planProblems(plan), ...[...plan.tables.keys()].flatMap((id) => checkProblems(plan, id, 100))];
    return problems.map(({ severity, table, column, code, message, fixes }) =>
      [severity, code, `${table}.${column}`, message, ...fixes.map(({ label }) => label)].join(" | "),
    );
  };
  expect(await found()).toEqual([
    "error | check-conflict | a.x | No value was found for a.x that its type takes and CHECK (x > 10 AND x < 5) lets pass. | Lower a to 0 rows",
    "error | check-conflict | d.s | No value was found for d.s that its type takes and CHECK (length(s) > 5) lets pass. | Lower d to 0 rows",
    "error | check-conflict | b.y | 100% of rows break CHECK (y > z AND z > y). | Lower b to 0 rows",
    "error | check-conflict | c.s | 100% of rows break CHECK (s IN ('a', 'b') AND s = 'c'). | Lower c to 0 rows",
  ]);
  expect(await found("  a: { rows: 0 }\n  b: { rows: 0 }\n  c: { rows: 0 }\n  d: { rows: 0 }")).toEqual([]);
});
