import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, expect, test } from "vitest";
import { runCli } from "../../electron/cli/main.ts";

/** Keys and checks of every kind that suggestions promise to keep. */
const schema = `
CREATE TABLE t_codes (code CHAR(2) PRIMARY KEY,
  name VARCHAR(30) NOT NULL UNIQUE,
  CHECK (length(code)=2),
  CHECK (code GLOB '[A-Z][A-Z]'));
CREATE TABLE users (id INTEGER PRIMARY KEY,
  email TEXT NOT NULL,
  username VARCHAR(12) NOT NULL UNIQUE,
  handle TEXT COLLATE NOCASE UNIQUE,
  age INTEGER CHECK (age BETWEEN 18 AND 99),
  score REAL CHECK (score >= 0 AND score <= 1),
  pct INTEGER NOT NULL CHECK(pct>=0 AND pct<=100),
  kind TEXT NOT NULL CHECK (kind IN ('admin','user')),
  active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0,1)),
  zip TEXT CHECK (length(zip)=5 AND zip NOT GLOB '*[^0-9]*'),
  phone TEXT CHECK (phone LIKE '+%' AND length(phone) BETWEEN 8 AND 15),
  born DATE CHECK (born < '2010-01-01'),
  created_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP CHECK (datetime(created_at) IS NOT NULL),
  updated_at TEXT CHECK (updated_at >= created_at),
  pin TEXT NOT NULL CHECK (length(pin) BETWEEN 4 AND 6),
  upper_code TEXT CHECK (upper_code = upper(upper_code)),
  low TEXT CHECK (low = lower(low)),
  country CHAR(2) REFERENCES t_codes(code),
  balance NUMERIC(6,2) NOT NULL CHECK (balance <> 0),
  js TEXT CHECK (json_valid(js)),
  email2 TEXT CHECK (email2 LIKE '%_@__%.__%'),
  CHECK (email LIKE '%@%'));
CREATE UNIQUE INDEX u_lower ON users (lower(email));
CREATE TABLE products (id INTEGER PRIMARY KEY,
  sku TEXT NOT NULL UNIQUE CHECK (sku LIKE 'SKU-%'),
  name TEXT NOT NULL UNIQUE,
  price NUMERIC(10,2) NOT NULL CHECK (price > 0),
  discount_price NUMERIC(10,2) CHECK (discount_price < price AND discount_price > 0),
  min_qty INT NOT NULL CHECK (min_qty >= 1),
  max_qty INT NOT NULL CHECK (max_qty <= 500),
  weight REAL CHECK (weight IS NULL OR weight > 0),
  status TEXT NOT NULL DEFAULT 'draft' CHECK (status = 'draft' OR status = 'live'),
  published_at TIMESTAMP,
  color TEXT CHECK(color IN ('red','green') OR color IS NULL),
  CHECK (max_qty >= min_qty),
  CHECK (status <> 'live' OR published_at IS NOT NULL));
CREATE TABLE orders (id INTEGER PRIMARY KEY,
  user_id INTEGER NOT NULL REFERENCES users(id) ON DELETE CASCADE,
  no TEXT NOT NULL UNIQUE,
  placed_at TIMESTAMP NOT NULL,
  shipped_at TIMESTAMP,
  delivered_at TIMESTAMP,
  total NUMERIC(10,2) CHECK (total >= 10 AND total <= 20),
  qty TINYINT UNIQUE,
  CHECK (shipped_at >= placed_at),
  CHECK (delivered_at IS NULL OR (shipped_at IS NOT NULL AND delivered_at >= shipped_at)));
CREATE TABLE order_items (order_id INTEGER NOT NULL REFERENCES orders(id),
  line_number INTEGER NOT NULL CHECK(line_number > 0),
  product_id INTEGER NOT NULL REFERENCES products(id),
  quantity INTEGER NOT NULL CHECK (quantity BETWEEN 1 AND 3),
  PRIMARY KEY (order_id, line_number),
  UNIQUE (order_id, product_id)) WITHOUT ROWID;
CREATE TABLE reviews (id INTEGER PRIMARY KEY,
  product_id INTEGER NOT NULL REFERENCES products(id),
  user_id INTEGER NOT NULL REFERENCES users(id),
  stars INTEGER NOT NULL CHECK (stars >= 1 AND stars <= 5),
  body TEXT,
  UNIQUE(product_id, user_id));
CREATE TABLE profile (user_id INTEGER PRIMARY KEY REFERENCES users(id),
  bio TEXT,
  starts DATE,
  ends DATE,
  a INT,
  b INT,
  c INT,
  d INT,
  CHECK (ends > starts),
  CHECK (a < b),
  CHECK (c BETWEEN 0 AND d),
  CHECK (d <= 10));
CREATE TABLE categories (id INTEGER PRIMARY KEY,
  parent_id INTEGER REFERENCES categories(id),
  name TEXT NOT NULL,
  depth INTEGER NOT NULL CHECK (depth % 2 = 0 AND depth <= 8),
  UNIQUE (parent_id, name),
  CHECK (parent_id <> id));
CREATE TABLE follows (a_id INTEGER NOT NULL REFERENCES users(id),
  b_id INTEGER NOT NULL REFERENCES users(id),
  since DATE NOT NULL,
  PRIMARY KEY (a_id, b_id));
CREATE TABLE settings (user_id INTEGER NOT NULL REFERENCES users(id), key TEXT NOT NULL CHECK (key IN ('theme','lang','tz')), value TEXT NOT NULL, PRIMARY KEY (user_id, key));
CREATE TABLE misc (x,
  y UNIQUE,
  z NOT NULL,
  w BLOB UNIQUE,
  u UUID UNIQUE,
  n DECIMAL(3,1) UNIQUE,
  bool BOOLEAN,
  big BIGINT CHECK(big > 9000000000),
  neg INT CHECK (neg < 0),
  tm TIME,
  hash BINARY(32),
  either_a TEXT,
  either_b TEXT,
  opt TEXT CHECK (opt IS NULL),
  gen INT GENERATED ALWAYS AS (neg*2) STORED,
  CHECK ((either_a IS NULL) <> (either_b IS NULL)));
CREATE TABLE shares (tag VARBINARY(7) NOT NULL UNIQUE,
  a INT NOT NULL,
  b INT NOT NULL,
  c INT NOT NULL CHECK (c >= 0),
  d INT NOT NULL CHECK (d >= 0),
  e INT NOT NULL,
  f INT NOT NULL CHECK (f BETWEEN 5 AND 50),
  g INT NOT NULL,
  h INT,
  i INT,
  CHECK (a + b < 1000),
  CHECK (c + d <= 100),
  CHECK (c + d <= e),
  CHECK (f + g > 60),
  CHECK (h - i >= 10));
CREATE TABLE periods (room INT NOT NULL,
  from_date DATE NOT NULL,
  to_date DATE NOT NULL,
  price REAL NOT NULL DEFAULT 0,
  PRIMARY KEY (room, from_date),
  CHECK (from_date <= to_date));
`;

const folder = mkdtempSync(join(tmpdir(), "seedloom-suggested-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(...words: readonly string[]): Promise<void> {
  const notes: string[] = [];
  const terminal = {
    out: async () => {},
    note: (line: string) => void notes.push(line),
    watched: false,
    width: undefined,
  };
  const code = await runCli(words, { serve: async () => 0 }, terminal);
  expect(code, notes.join("\n")).toBe(0);
}

test("rows by suggested rules alone pass every key and check of a database", async () => {
  const source = join(folder, "source.sqlite");
  new Database(source).exec(schema).close();
  await run("init", source, "--out", join(folder, "project"));
  await run("export", join(folder, "project"), "--format", "sql", "--out", join(folder, "seeds"));
  const target = new Database(":memory:").exec(schema);
  target.pragma("foreign_keys = ON");
  for (const file of readdirSync(join(folder, "seeds")).toSorted()) {
    if (file.endsWith(".sql")) target.exec(readFileSync(join(folder, "seeds", file), "utf8"));
  }
  expect(target.pragma("foreign_key_check")).toEqual([]);
  const tables = target.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all();
  for (const table of tables) {
    const rows = target
      .prepare(`SELECT count(*) FROM "${String(table)}"`)
      .pluck()
      .get();
    expect(Number(rows), String(table)).toBeGreaterThan(0);
  }
  target.close();
});

test("a lookup table repeats no name as long as there are others, and no more rows are refused", async () => {
  const source = join(folder, "lookup.sqlite");
  new Database(source).exec("CREATE TABLE genres (id INTEGER PRIMARY KEY, name TEXT NOT NULL)").close();
  await run("init", source, "--out", join(folder, "lookup"));
  const names = async (...options: readonly string[]): Promise<readonly string[]> => {
    const out = join(folder, `genres-${options.length}`);
    await run("export", join(folder, "lookup"), "--format", "csv", "--out", out, ...options);
    const lines = readFileSync(join(out, "genres.csv"), "utf8").trim().split("\n").slice(1);
    return lines.map((line) => line.replace(/^\d+,/, ""));
  };
  const few = await names();
  expect(new Set(few).size).toBe(few.length);
  const many = await names("--rows", "5000");
  expect(many).toHaveLength(5000);
  expect(many.filter((name) => few.includes(name)).length).toBeGreaterThan(few.length);
});
