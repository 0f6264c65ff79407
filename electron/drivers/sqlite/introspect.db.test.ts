import Database from "better-sqlite3";
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { findColumn, findTable, type SchemaModel, type TableModel } from "../../../shared/schema/schema-model.ts";
import { introspect } from "./introspect.ts";

/** The model of a database made by a script. */
function modelOf(script: string): SchemaModel {
  const database = new Database(":memory:");
  try {
    database.exec(script);
    return introspect(database);
  } finally {
    database.close();
  }
}
function tableOf(script: string, name = "t"): TableModel {
  const table = findTable(modelOf(script), name);
  if (table === undefined) throw new Error(`no table ${name}`);
  return table;
}
const sorted = (lines: readonly string[]): string[] => [...lines].sort();

const data = "../shared/data";
describe.skipIf(!existsSync(data))("real databases (skipped where ../shared/data is absent)", () => {
  const load = (path: string): SchemaModel => {
    if (path.endsWith(".sql")) return modelOf(readFileSync(`${data}/${path}`, "utf8"));
    const database = new Database(`${data}/${path}`, { readonly: true });
    try {
      return introspect(database);
    } finally {
      database.close();
    }
  };

  test.each([
    [
      "chinook/chinook.sqlite",
      { tables: 11, columns: 64, foreignKeys: 11, self: 1, composite: 1, checks: 0, views: 0 },
    ],
    ["sakila/sakila.sqlite", { tables: 16, columns: 89, foreignKeys: 22, self: 0, composite: 2, checks: 2, views: 5 }],
    [
      "northwind/northwind_sqlite.sql",
      { tables: 13, columns: 88, foreignKeys: 13, self: 1, composite: 3, checks: 7, views: 16 },
    ],
    [
      "omop-cdm/omop_cdm_5.4_sqlite_no_fk.sql",
      { tables: 39, columns: 432, foreignKeys: 0, self: 0, composite: 0, checks: 0, views: 0 },
    ],
  ])("%s is counted right", (path, expected) => {
    const { tables, views } = load(path);
    const keys = tables.flatMap((table) => table.foreignKeys.map((key) => ({ table, key })));
    expect({
      tables: tables.length,
      columns: tables.flatMap((table) => table.columns).length,
      foreignKeys: keys.length,
      self: keys.filter(({ table, key }) => key.referencedTable.name === table.name).length,
      composite: tables.filter((table) => table.primaryKey.length > 1).length,
      checks: tables.flatMap((table) => table.checks).length,
      views: views.length,
    }).toEqual(expected);
  });

  test.each([
    ["chinook", "chinook/chinook.sqlite"],
    ["sakila", "sakila/sakila.sqlite"],
    ["northwind", "northwind/northwind_sqlite.sql"],
  ])("every foreign key of %s is found as it is", (name, path) => {
    const truth = readFileSync(`${data}/truth/${name}.sqlite.fks.tsv`, "utf8").replace(/\n$/, "").split("\n").slice(1);
    const found = load(path).tables.flatMap((table) =>
      table.foreignKeys.map((key) =>
        [
          "",
          table.name,
          key.columns.join(),
          key.referencedTable.name,
          key.referencedColumns.join(),
          key.onUpdate ?? "NO ACTION",
          key.onDelete ?? "NO ACTION",
          "",
        ].join("\t"),
      ),
    );
    expect(sorted(found)).toEqual(sorted(truth));
  });
});

describe("columns", () => {
  test.each<[string, unknown]>([
    ["VARCHAR(20)", { kind: "text", maxLength: 20 }],
    ["nvarchar(9)", { kind: "text", maxLength: 9 }],
    ["CHAR(2)", { kind: "text", maxLength: 2, fixed: true }],
    ["TEXT", { kind: "text" }],
    ["DECIMAL(10, 2)", { kind: "decimal", precision: 10, scale: 2 }],
    ["NUMERIC(5,2)", { kind: "decimal", precision: 5, scale: 2 }],
    ["NUMERIC", { kind: "decimal" }],
    ["MONEY", { kind: "decimal" }],
    ["BOOLEAN", { kind: "boolean" }],
    ["bool", { kind: "boolean" }],
    ["DATE", { kind: "date" }],
    ["DATETIME", { kind: "timestamp" }],
    ["TIMESTAMPTZ(3)", { kind: "timestamp", precision: 3, zone: true }],
    ["TIMESTAMP WITHOUT TIME ZONE", { kind: "timestamp" }],
    ["TIME", { kind: "time" }],
    ["UUID", { kind: "uuid" }],
    ["JSONB", { kind: "json" }],
    ["BLOB", { kind: "bytes" }],
    ["VARBINARY(16)", { kind: "bytes", maxLength: 16 }],
    ["BLOB SUB_TYPE TEXT", { kind: "text" }],
    ["INTEGER", { kind: "integer", bits: 64 }],
    ["INT UNSIGNED", { kind: "integer", bits: 32, unsigned: true }],
    ["SMALLINT", { kind: "integer", bits: 16 }],
    ["POINT", { kind: "integer", bits: 64 }],
    ["DOUBLE PRECISION", { kind: "real", bits: 64 }],
    ["FLOAT", { kind: "real", bits: 64 }],
    ["ANYTHING", { kind: "unknown" }],
    ["", { kind: "unknown" }],
  ])("declared %s", (declared, valueType) => {
    expect(tableOf(`CREATE TABLE t (c ${declared})`).columns[0]).toMatchObject({ type: declared, valueType });
  });

  test("defaults, generated columns, not null and the rowid", () => {
    const { columns } = tableOf(`CREATE TABLE t (
      id INTEGER PRIMARY KEY AUTOINCREMENT, a TEXT NOT NULL DEFAULT 'it''s', b DATE DEFAULT (date('now')), c DEFAULT NULL,
      d AS (a || 'x'), e INT GENERATED ALWAYS AS (id * 2) STORED)`);
    expect(
      columns.map(({ name, nullable, default: value, generated, expression, identity }) => [
        name,
        nullable,
        value,
        generated === undefined ? undefined : `${generated}: ${expression}`,
        identity,
      ]),
    ).toEqual([
      ["id", false, undefined, undefined, "rowid"],
      ["a", false, "'it''s'", undefined, undefined],
      ["b", true, "date('now')", undefined, undefined],
      ["c", true, undefined, undefined, undefined],
      ["d", true, undefined, "virtual: a || 'x'", undefined],
      ["e", true, undefined, "stored: id * 2", undefined],
    ]);
  });

  test.each([
    ["CREATE TABLE t (id INT PRIMARY KEY)", undefined],
    ["CREATE TABLE t (id INTEGER PRIMARY KEY) WITHOUT ROWID", undefined],
    ["CREATE TABLE t (id INTEGER PRIMARY KEY DESC)", undefined],
    ["CREATE TABLE t (id integer, PRIMARY KEY (id))", "rowid"],
    ["CREATE TABLE t (id INTEGER, b, PRIMARY KEY (id, b))", undefined],
  ])("%s has the identity %s", (script, identity) => {
    expect(tableOf(script).columns[0]?.identity).toBe(identity);
  });

  test("text that is compared without case, by the column or by the key's index", () => {
    const { columns } = tableOf(`CREATE TABLE t (a TEXT COLLATE NOCASE, b TEXT, c TEXT UNIQUE);
      CREATE UNIQUE INDEX i ON t (b COLLATE NOCASE)`);
    expect(columns.map((column) => column.caseInsensitive ?? false)).toEqual([true, true, false]);
  });

  test("comments behind a column, above it, and of the table", () => {
    const table = tableOf(`CREATE TABLE t ( -- Everything about t
      id INTEGER PRIMARY KEY, -- The number; "unique", of course
      /* The name
       * in full */
      name TEXT DEFAULT '-- not a comment',
      -- Old things

      b INT CHECK (b > 0 /* never zero */), -- First line,
                                            -- second line
      c INT
    )`);
    expect(table.comment).toBe("Everything about t");
    expect(table.columns.map((column) => column.comment)).toEqual([
      'The number; "unique", of course',
      "The name in full",
      "First line, second line",
      undefined,
    ]);
    expect(table.checks).toEqual([{ name: "t_b_check", expression: "b > 0" }]);
  });
});

describe("constraints", () => {
  test("checks of columns and of the table, with brackets, strings and quoted names in them", () => {
    const { checks } = tableOf(`CREATE TABLE t (
      a INT CONSTRAINT positive CHECK (a > (0)) CHECK(a<>5), "b )" TEXT CHECK ("b )" <> ')' AND length("b )") < 9),
      CONSTRAINT "both of them" CHECK (a IS NULL OR "b )" IS NULL) CHECK (a IN (1, 2 -- two
      , 3)), UNIQUE (a))`);
    expect(checks).toEqual([
      { name: "positive", expression: "a > (0)" },
      { name: "t_a_check", expression: "a<>5" },
      { name: "t_b )_check", expression: `"b )" <> ')' AND length("b )") < 9` },
      { name: "both of them", expression: `a IS NULL OR "b )" IS NULL` },
      { name: "t_check", expression: "a IN (1, 2 , 3)" },
    ]);
  });

  test("unique constraints, unique indexes, partial ones and ones on expressions", () => {
    const { uniques, primaryKey } =
      tableOf(`CREATE TABLE t (a TEXT UNIQUE, b INT, c INT, d TEXT, CONSTRAINT pair UNIQUE (c, b), PRIMARY KEY (d, a));
      CREATE UNIQUE INDEX live ON t (b) WHERE c IS NOT NULL AND a <> '(';
      CREATE UNIQUE INDEX lower_d ON t (lower(d) DESC, b);
      CREATE INDEX plain ON t (c)`);
    expect(primaryKey).toEqual(["d", "a"]);
    expect(uniques).toEqual([
      { name: "t_a_key", columns: ["a"] },
      { name: "pair", columns: ["c", "b"] },
      { name: "live", columns: ["b"], where: "c IS NOT NULL AND a <> '('" },
      { name: "lower_d", columns: ["b"], expressions: ["lower(d)"] },
    ]);
  });

  test("foreign keys: named, implicit, composite, dangling, to a table written in another case", () => {
    const model = modelOf(`CREATE TABLE Parent (x INT, y INT, z INT UNIQUE, PRIMARY KEY (y, x));
      CREATE TABLE t (a INT REFERENCES PARENT (Z) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED, b INT, c INT,
        d INT CONSTRAINT gone_fk REFERENCES gone, e INT REFERENCES parent(z),
        CONSTRAINT both_fk FOREIGN KEY (b, c) REFERENCES parent, FOREIGN KEY (a) REFERENCES t (a) ON UPDATE SET NULL)`);
    expect(findTable(model, "t")?.foreignKeys).toEqual([
      {
        name: "t_a_fkey",
        columns: ["a"],
        referencedTable: { schema: "main", name: "Parent" },
        referencedColumns: ["z"],
        deferrable: true,
        onDelete: "CASCADE",
      },
      { name: "gone_fk", columns: ["d"], referencedTable: { schema: "main", name: "gone" }, referencedColumns: ["d"] },
      {
        name: "t_e_fkey",
        columns: ["e"],
        referencedTable: { schema: "main", name: "Parent" },
        referencedColumns: ["z"],
      },
      {
        name: "both_fk",
        columns: ["b", "c"],
        referencedTable: { schema: "main", name: "Parent" },
        referencedColumns: ["y", "x"],
      },
      {
        name: "t_a_fkey_2",
        columns: ["a"],
        referencedTable: { schema: "main", name: "t" },
        referencedColumns: ["a"],
        onUpdate: "SET NULL",
      },
    ]);
  });
});

test("names of every kind come back as they are", () => {
  const hostile = [
    '"',
    "a b",
    "[x]",
    "a.b",
    "select",
    "Ünïcode ☃",
    "O'Neil",
    "`",
    "--",
    "/*",
    "), x (",
    "sqlitex",
    "%_",
  ];
  const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
  const model = modelOf(
    hostile
      .map(
        (name) =>
          `CREATE TABLE ${quoted(name)} (${quoted(name)} TEXT CHECK (${quoted(name)} <> 'x') REFERENCES ${quoted(name)} (${quoted(name)}), "id" INTEGER PRIMARY KEY);`,
      )
      .join("\n") + "CREATE TABLE `back``tick` ([brack et] INT, 'single' TEXT)",
  );
  expect(model.tables.map((table) => table.name)).toEqual([...hostile, "back`tick"]);
  for (const name of hostile) {
    const table = findTable(model, name);
    expect(table?.columns.map((column) => column.name)).toEqual([name, "id"]);
    expect(table?.foreignKeys[0]).toMatchObject({
      columns: [name],
      referencedTable: { name },
      referencedColumns: [name],
    });
    expect(table?.checks[0]?.expression).toBe(`${quoted(name)} <> 'x'`);
  }
});

test("virtual tables, their shadow tables and SQLite's own are hidden; views are listed, even broken ones", () => {
  const model = modelOf(`CREATE TABLE notes (id INTEGER PRIMARY KEY AUTOINCREMENT, body TEXT);
    CREATE TABLE search_log (id INTEGER PRIMARY KEY);
    CREATE VIRTUAL TABLE search USING fts5(body, content='notes');
    CREATE VIRTUAL TABLE old_search USING fts4(body);
    CREATE VIRTUAL TABLE places USING rtree(id, x0, x1);
    CREATE VIEW v AS SELECT * FROM notes; CREATE VIEW broken AS SELECT * FROM nowhere;
    CREATE TRIGGER log AFTER INSERT ON notes BEGIN INSERT INTO search_log SELECT no_such_function(); END;
    INSERT INTO search_log VALUES (1); ANALYZE`);
  expect(model.tables.map((table) => table.name)).toEqual(["notes", "search_log"]);
  expect(model.views.map((view) => view.name)).toEqual(["v", "broken"]);
});

test("a table without any constraint, or of expressions only, and a database without tables", () => {
  expect(tableOf("CREATE TABLE t AS SELECT 1 AS a, 'x' AS b").columns.map((column) => column.name)).toEqual(["a", "b"]);
  expect(modelOf("SELECT 1")).toEqual({ engine: "sqlite", defaultSchema: "main", tables: [], views: [] });
});

test("columns that were added later count like the others", () => {
  const table = tableOf(
    "CREATE TABLE p (id INTEGER PRIMARY KEY); CREATE TABLE t (a INT REFERENCES p); ALTER TABLE t ADD COLUMN b INT CHECK (b > 0) REFERENCES p (id)",
  );
  expect(table.foreignKeys.map((key) => key.name)).toEqual(["t_a_fkey", "t_b_fkey"]);
  expect(findColumn(table, "b")).toBeDefined();
  expect(table.checks).toEqual([{ name: "t_b_check", expression: "b > 0" }]);
});

test("a schema of 500 tables and 1,000 foreign keys is read whole", () => {
  const tables = Array.from({ length: 500 }, (_, i) => {
    const parent = (k: number): string => `table_${Math.floor(i / k)}`;
    return `CREATE TABLE table_${i} (id INTEGER PRIMARY KEY, a INT REFERENCES ${parent(2)}, b INT NOT NULL, c VARCHAR(20) UNIQUE,
      CONSTRAINT b_${i} FOREIGN KEY (b) REFERENCES ${parent(3)} (id), CHECK (b > 0 AND c <> ''));`;
  });
  const model = modelOf(tables.join("\n"));
  expect(model.tables).toHaveLength(500);
  expect(model.tables.flatMap((table) => table.foreignKeys)).toHaveLength(1000);
  expect(model.tables[499]?.foreignKeys[1]).toMatchObject({ name: "b_499", referencedTable: { name: "table_166" } });
});
