import { afterAll, describe, expect, test } from "vitest";
import { newProject } from "../../shared/project/new-project.ts";
import type { Problem } from "../../shared/rules/problem.ts";
import type { Rule } from "../../shared/rules/rule.ts";
import { postgresqlDriver } from "../drivers/postgresql/driver.ts";
import { createDatabase, testServer, type TestDatabase } from "../drivers/postgresql/test-database.ts";
import { loadInto } from "./load-bench.ts";
import { loadPlan } from "./load-plan.ts";
import { WorkerPool } from "./worker-pool.ts";

// The schemas that broke other tools (nasty-schemas.db.test.ts) which only PostgreSQL can hold.

interface Nasty {
  readonly ddl: string;
  readonly rows: Readonly<Record<string, number>>;
  /** A table and column to add. */
  readonly grow: readonly [table: string, column: string];
  /** Queries that find no row where all is well. */
  readonly none?: readonly string[];
}

const cases: Readonly<Record<string, Nasty>> = {
  "3 a composite key that shares a column with another, and may be NULL in part (dbeaver#4611)": {
    ddl: `CREATE TABLE tenants (id int PRIMARY KEY); CREATE TABLE users (tenant_id int NOT NULL REFERENCES tenants, id int NOT NULL, PRIMARY KEY (tenant_id, id));
      CREATE TABLE tasks (id int PRIMARY KEY, tenant_id int NOT NULL REFERENCES tenants, author_id int NOT NULL, assignee_id int,
        FOREIGN KEY (tenant_id, author_id) REFERENCES users, FOREIGN KEY (tenant_id, assignee_id) REFERENCES users);
      CREATE TABLE boxes (a int, b int, PRIMARY KEY (a, b)); CREATE TABLE uses (id int PRIMARY KEY, a int, b int, FOREIGN KEY (a, b) REFERENCES boxes MATCH FULL);`,
    rows: { tenants: 8, users: 60, tasks: 200, boxes: 30, uses: 80 },
    grow: ["tasks", "note text"],
  },
  "1, 2 and 14 keys that share tenant_id, a key to a unique, a junction to its product (drizzle-orm#5919, greenmask#279, drizzle-orm#4354)":
    {
      ddl: `CREATE TABLE tenants (id int PRIMARY KEY, name text NOT NULL);
      CREATE TABLE users (tenant_id int NOT NULL REFERENCES tenants, id int NOT NULL, email text NOT NULL, PRIMARY KEY (tenant_id, id), UNIQUE (tenant_id, email));
      CREATE TABLE projects (tenant_id int NOT NULL REFERENCES tenants, id int NOT NULL, slug text NOT NULL, PRIMARY KEY (tenant_id, id), UNIQUE (tenant_id, slug));
      CREATE TABLE members (tenant_id int NOT NULL, user_id int NOT NULL, project_id int NOT NULL, PRIMARY KEY (tenant_id, user_id, project_id),
        FOREIGN KEY (tenant_id, user_id) REFERENCES users (tenant_id, id), FOREIGN KEY (tenant_id, project_id) REFERENCES projects (tenant_id, id));
      CREATE TABLE places (id int PRIMARY KEY, country char(2) NOT NULL, code int NOT NULL, UNIQUE (country, code));
      CREATE TABLE visits (id int PRIMARY KEY, code int NOT NULL, country char(2) NOT NULL, FOREIGN KEY (code, country) REFERENCES places (code, country));
      CREATE TABLE tags (id int PRIMARY KEY, name text NOT NULL UNIQUE);
      CREATE TABLE place_tags (place_id int NOT NULL REFERENCES places, tag_id int NOT NULL REFERENCES tags, PRIMARY KEY (place_id, tag_id));
      CREATE TABLE follows (tag_id int NOT NULL REFERENCES tags, other_id int NOT NULL REFERENCES tags, PRIMARY KEY (tag_id, other_id), CHECK (tag_id <> other_id));`,
      rows: {
        tenants: 6,
        users: 60,
        projects: 40,
        members: 6,
        places: 12,
        visits: 90,
        tags: 10,
        place_tags: 30,
        follows: 30,
      },
      grow: ["users", "nickname text"],
    },
  "4, 5, 6, 9, 17 and 18 trees, rings, computed columns, JSON, hostile names (seed#203, greenmask#155, pgsync#254, greenmask#77, pgstream#545, seed#190)":
    {
      ddl: `CREATE TABLE threads (id int PRIMARY KEY, parent_id int REFERENCES threads, root_id int NOT NULL REFERENCES threads);
      CREATE TABLE a (id int PRIMARY KEY, b_id int NOT NULL); CREATE TABLE b (id int PRIMARY KEY, a_id int REFERENCES a, c_id int NOT NULL);
      CREATE TABLE c (id int PRIMARY KEY, e_id int); CREATE TABLE e (id int PRIMARY KEY, b_id int REFERENCES b);
      ALTER TABLE a ADD FOREIGN KEY (b_id) REFERENCES b; ALTER TABLE b ADD FOREIGN KEY (c_id) REFERENCES c; ALTER TABLE c ADD FOREIGN KEY (e_id) REFERENCES e;
      CREATE TABLE staff (id int PRIMARY KEY, store_id int NOT NULL); CREATE TABLE stores (id int PRIMARY KEY, manager_id int NOT NULL UNIQUE REFERENCES staff DEFERRABLE);
      ALTER TABLE staff ADD FOREIGN KEY (store_id) REFERENCES stores DEFERRABLE;
      CREATE TABLE lines (id int PRIMARY KEY, quantity int NOT NULL, price numeric(8,2) NOT NULL, total numeric(12,2) GENERATED ALWAYS AS (quantity * price) STORED, payload jsonb NOT NULL);
      CREATE TABLE "select" ("id" int PRIMARY KEY, "lifetime_plan?" text, "say ""hi""" text NOT NULL, "a.b" int, "(x)::y" text, "naïve 列" text);
      CREATE TABLE "order by" ("the id" int PRIMARY KEY, "from" int NOT NULL REFERENCES "select" ("id"));`,
      rows: { threads: 60, a: 20, b: 20, c: 20, e: 20, staff: 40, stores: 8, lines: 50, select: 20, "order by": 40 },
      grow: ["threads", "note text"],
    },
  "7 a primary key that is a foreign key, across schemas (drizzle-orm#5204, condenser#18)": {
    ddl: `CREATE SCHEMA hr; CREATE TABLE hr.people (id int PRIMARY KEY, name text NOT NULL); CREATE TABLE people (id int PRIMARY KEY REFERENCES hr.people, desk text NOT NULL);
      CREATE TABLE hr.managers (id int PRIMARY KEY REFERENCES people, level int NOT NULL CHECK (level BETWEEN 1 AND 5));`,
    rows: { "hr.people": 60, people: 40, "hr.managers": 25 },
    grow: ["people", "note text"],
  },
  "8 keys that the database always makes itself (seed#199, neosync#3408)": {
    ddl: `CREATE TABLE demo (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text NOT NULL);
      CREATE TABLE uses (id bigint GENERATED BY DEFAULT AS IDENTITY (START 50 INCREMENT 5) PRIMARY KEY, demo_id int NOT NULL REFERENCES demo);`,
    rows: { demo: 50, uses: 200 },
    grow: ["demo", "note text"],
    // 10: explicit ids, and then the next number (sequelize#9295).
    none: [
      "WITH next AS (INSERT INTO demo (name) VALUES ('next') RETURNING id) SELECT * FROM next WHERE id <> 51",
      "WITH next AS (INSERT INTO uses (demo_id) VALUES (1) RETURNING id) SELECT * FROM next WHERE id <= (SELECT max(id) FROM uses)",
    ],
  },
  "11 exclusions: rows that must not overlap (greenmask#451)": {
    ddl: `CREATE EXTENSION IF NOT EXISTS btree_gist; CREATE TABLE rooms (id int PRIMARY KEY, name text NOT NULL);
      CREATE TABLE bookings (id int PRIMARY KEY, room_id int NOT NULL REFERENCES rooms, during tstzrange NOT NULL,
        EXCLUDE USING gist (room_id WITH =, during WITH &&));
      CREATE TABLE prices (id int PRIMARY KEY, product text NOT NULL, valid daterange NOT NULL, EXCLUDE USING gist (product WITH =, valid WITH &&));
      CREATE TABLE seats (number int4range NOT NULL, EXCLUDE USING gist (number WITH &&));
      CREATE TABLE alike (code text NOT NULL UNIQUE, EXCLUDE (code WITH =), weight numrange, EXCLUDE USING gist (weight WITH &&) WHERE (code <> 'x'));`,
    rows: { rooms: 10, bookings: 400, prices: 300, seats: 200, alike: 100 },
    grow: ["bookings", "note text"],
  },
  "12 checks under a condition, and one of several references (SeedStream#214, neosync#3461)": {
    ddl: `CREATE TABLE posts (id int PRIMARY KEY); CREATE TABLE photos (id int PRIMARY KEY);
      CREATE TABLE logins (id int PRIMARY KEY, type text NOT NULL CHECK (type IN ('password', 'key')), secret text, key text,
        CHECK ((type = 'password') = (key IS NULL)), CHECK (type <> 'password' OR secret IS NOT NULL));
      CREATE TABLE likes (id int PRIMARY KEY, post_id int REFERENCES posts, photo_id int REFERENCES photos, CHECK (num_nonnulls(post_id, photo_id) = 1));
      CREATE TABLE flags (id int PRIMARY KEY, post_id int REFERENCES posts, photo_id int REFERENCES photos,
        CHECK ((post_id IS NOT NULL)::int + (photo_id IS NOT NULL)::int = 1));
      CREATE TYPE state AS ENUM ('new', 'shipped', 'cancelled');
      CREATE TABLE orders (id int PRIMARY KEY, status state NOT NULL, shipped_at timestamptz, reason text, quantity int NOT NULL, price numeric(8,2) NOT NULL, discount numeric(8,2),
        total numeric(12,2) NOT NULL CHECK (total = quantity * price - coalesce(discount, 0)), CHECK (status <> 'shipped' OR shipped_at IS NOT NULL),
        CHECK (CASE WHEN status = 'cancelled' THEN reason IS NOT NULL ELSE reason IS NULL END));`,
    rows: { posts: 20, photos: 20, logins: 100, likes: 100, flags: 100, orders: 100 },
    grow: ["likes", "note text"],
    none: [
      ...["likes", "flags"].map(
        (table) =>
          `SELECT 1 FROM ${table} HAVING count(post_id) NOT BETWEEN 20 AND 80 OR count(photo_id) NOT BETWEEN 20 AND 80`,
      ),
      "SELECT 1 FROM logins HAVING count(key) NOT BETWEEN 20 AND 80",
      "SELECT 1 FROM orders HAVING count(DISTINCT status) <> 3 OR count(shipped_at) NOT BETWEEN 10 AND 90",
    ],
  },
  "13 uniques that take NULL for a value, or only hold for some rows (seed#191)": {
    ddl: `CREATE TABLE accounts (id int PRIMARY KEY, email text NOT NULL, phone text, code int, deleted boolean NOT NULL, UNIQUE NULLS NOT DISTINCT (phone), UNIQUE NULLS NOT DISTINCT (code, deleted));
      CREATE UNIQUE INDEX ON accounts (lower(email)) WHERE NOT deleted; CREATE UNIQUE INDEX ON accounts ((id % 1000), email);`,
    rows: { accounts: 300 },
    grow: ["accounts", "note text"],
  },
  "19 one type that nobody knows takes no other table with it (drizzle-super-seed#44)": {
    ddl: `CREATE TYPE pair AS (a int, b text); CREATE DOMAIN short AS varchar(5) CHECK (VALUE <> ''); CREATE DOMAIN shorter AS short NOT NULL;
      CREATE TABLE users (id int PRIMARY KEY, tags varchar[], couple pair, code shorter, at xml, where_ point, spans int4multirange, seen pg_lsn);
      CREATE TABLE logs (user_id int NOT NULL REFERENCES users, line text); CREATE TABLE nothing ();`,
    rows: { users: 50, logs: 100, nothing: 3 },
    grow: ["users", "note text"],
  },
  "20 values that are equal and read unlike, and text that ends a COPY (drizzle-seed, greenmask#278)": {
    ddl: `CREATE TABLE spans (length interval PRIMARY KEY, exact numeric UNIQUE, code char(4) UNIQUE, at timestamptz UNIQUE, address inet UNIQUE, flag bit(9) UNIQUE);
      CREATE TABLE lines (id int PRIMARY KEY, body text NOT NULL CHECK (body IN ('\\.', '-- not a comment', '\\N', '\\t', '"', ' ')));`,
    rows: { spans: 300, lines: 60 },
    grow: ["spans", "note text"],
  },
  "16 partitions: one table, rows that find their part (Jailer#109, pgsync#71)": {
    ddl: `CREATE TABLE accounts (id int PRIMARY KEY);
      CREATE TABLE sales (id bigint, at date NOT NULL, account_id int NOT NULL REFERENCES accounts, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
      CREATE TABLE sales_1 PARTITION OF sales FOR VALUES FROM ('2023-01-01') TO ('2023-07-01');
      CREATE TABLE sales_2 PARTITION OF sales FOR VALUES FROM ('2023-07-01') TO ('2024-01-01') PARTITION BY HASH (id);
      CREATE TABLE sales_2a PARTITION OF sales_2 FOR VALUES WITH (MODULUS 2, REMAINDER 0);
      CREATE TABLE sales_2b PARTITION OF sales_2 FOR VALUES WITH (MODULUS 2, REMAINDER 1);
      CREATE TABLE places (id int, region text NOT NULL, PRIMARY KEY (id, region)) PARTITION BY LIST (region);
      CREATE TABLE places_n PARTITION OF places FOR VALUES IN ('north', 'far north'); CREATE TABLE places_s PARTITION OF places FOR VALUES IN ('south');
      CREATE TABLE levels (n int NOT NULL) PARTITION BY RANGE (n); CREATE TABLE levels_low PARTITION OF levels FOR VALUES FROM (10) TO (20);
      CREATE TABLE moments (at timestamptz NOT NULL) PARTITION BY RANGE (at);
      CREATE TABLE moments_1 PARTITION OF moments FOR VALUES FROM ('2020-01-01 00:00:00+00') TO ('2021-01-01 00:00:00+00');
      CREATE TABLE returns (id int PRIMARY KEY, sale_id bigint NOT NULL, sale_at date NOT NULL, FOREIGN KEY (sale_id, sale_at) REFERENCES sales);`,
    rows: { accounts: 20, sales: 600, places: 90, levels: 40, moments: 50, returns: 80 },
    grow: ["sales", "note text"],
  },
};

/** A table of these schemas by the name that rows are asked for: hr.people, order by. */
const quoted = (name: string): string =>
  name
    .split(".")
    .map((part) => `"${part}"`)
    .join(".");

const server = await testServer();
const pool = new WorkerPool();
afterAll(() => pool.end());

/** Loads what is suggested into a new database with all constraints on, proved, and gives every table's rows. */
async function loaded({
  ddl,
  rows,
  none = [],
}: Nasty): Promise<ReadonlyMap<string, readonly Record<string, unknown>[]>> {
  const database: TestDatabase = await createDatabase(ddl);
  try {
    const { proof } = await loadInto(database.address, pool, { rowOverrides: rows });
    expect(proof?.findings).toEqual([]);
    const tables = Object.keys(rows);
    const held = await Promise.all(
      tables.map((name) =>
        database.run(`SELECT to_jsonb(t) AS row FROM ${quoted(name)} AS t ORDER BY to_jsonb(t)::text`),
      ),
    );
    held.forEach((found, k) => expect(found, tables[k]).toHaveLength(rows[tables[k] ?? ""] ?? 0));
    for (const query of none) expect(await database.run(query), query).toEqual([]);
    return new Map(tables.map((name, k) => [name, (held[k] ?? []).map(({ row }) => row as Record<string, unknown>)]));
  } finally {
    await database.drop();
  }
}

describe.skipIf(server === undefined).each(Object.entries(cases))(
  "%s (skipped where no server answers)",
  (_name, nasty) => {
    test("loads with every constraint on, twice the same, and one more column changes nothing else", async () => {
      const before = await loaded(nasty);
      expect(await loaded(nasty)).toEqual(before);
      const [table, column] = nasty.grow;
      const after = await loaded({ ...nasty, ddl: `${nasty.ddl} ALTER TABLE ${table} ADD COLUMN ${column};` });
      const added = column.split(" ")[0] ?? "";
      for (const [name, rows] of after) {
        const without = rows.map((row) =>
          Object.fromEntries(Object.entries(row).filter(([key]) => name !== table || key !== added)),
        );
        const sorted = (list: readonly object[]): string[] => list.map((row) => JSON.stringify(row)).toSorted();
        expect(sorted(without)).toEqual(sorted(before.get(name) ?? []));
      }
    });
  },
);

test.skipIf(server === undefined)(
  "an exclusion that nothing keeps is told before the run, with what would mend it",
  async () => {
    const database = await createDatabase(`CREATE EXTENSION btree_gist;
    CREATE TABLE bookings (id int PRIMARY KEY, room int NOT NULL, during daterange NOT NULL, EXCLUDE USING gist (room WITH =, during WITH &&));
    CREATE TABLE talks (id int PRIMARY KEY, starts timestamp NOT NULL, ends timestamp NOT NULL CHECK (ends > starts),
      CONSTRAINT one_at_a_time EXCLUDE USING gist (tsrange(starts, ends) WITH &&));
    CREATE TABLE cages (id int PRIMARY KEY, cage int NOT NULL, animal text NOT NULL, CONSTRAINT one_kind EXCLUDE USING gist (cage WITH =, animal WITH <>));`);
    try {
      const source = await postgresqlDriver.open(database.address);
      const model = await source.model();
      await source.close();
      const problemsWith = async (
        during: Rule | undefined,
        rows: number,
        animal?: Rule,
      ): Promise<readonly Problem[]> => {
        const base = newProject({ source: "x", seed: 1, now: "2026-11-22", locales: { en: 1 } });
        const tables = {
          bookings: { rows: 50, columns: during === undefined ? {} : { during } },
          talks: { rows, columns: {} },
          cages: { rows: rows === 3 ? 50 : 1, columns: animal === undefined ? {} : { animal } },
        };
        return (await loadPlan({ model, project: { ...base, tables }, referenceDate: "2026-11-22" })).problems;
      };
      expect(await problemsWith(undefined, 1)).toEqual([]);
      const anywhere: Rule = { kind: "generate", generator: "range", params: {} };
      expect(await problemsWith(anywhere, 1)).toMatchObject([
        {
          severity: "error",
          code: "capacity",
          table: "bookings",
          message:
            "bookings may hold no two rows that meet (bookings_room_during_excl), and nothing keeps its rows apart.",
          fixes: [{ label: "Let during lie apart" }, { label: "Lower bookings to 1 row" }],
        },
      ]);
      expect(await problemsWith(undefined, 2)).toMatchObject([
        { severity: "warning", table: "talks", fixes: [{ label: "Lower talks to 1 row" }] },
      ]);
      const unlike = (await problemsWith(undefined, 3)).find(({ table }) => table === "cages");
      expect(unlike?.message).toBe(
        "cages may hold no two rows that have unlike animal where all else is equal (one_kind), and nothing keeps animal alike.",
      );
      const [fix] = unlike?.fixes ?? [];
      expect(fix?.label).toBe("Give every row the same animal");
      const same = fix?.edit.kind === "set-rule" ? (fix.edit.rule ?? undefined) : undefined;
      expect((await problemsWith(undefined, 3, same)).filter(({ table }) => table === "cages")).toEqual([]);
    } finally {
      await database.drop();
    }
  },
);
