import { describe, expect, test } from "vitest";
import { findColumn, findTable, type SchemaModel, type TableModel } from "../../../shared/schema/schema-model.ts";
import { openMysql } from "./open-mysql.ts";
import { addressOf, createDatabase, hasRealData, hasServer, realScript } from "./test-database.ts";

async function modelAt(address: string): Promise<SchemaModel> {
  const source = await openMysql(address);
  try {
    return await source.model();
  } finally {
    await source.close();
  }
}

/** The model of a database made by a script. */
async function modelOf(script: string): Promise<SchemaModel> {
  const database = await createDatabase(script);
  try {
    return await modelAt(database.address);
  } finally {
    await database.drop();
  }
}

async function tableOf(script: string, name = "t"): Promise<TableModel> {
  const table = findTable(await modelOf(script), name);
  if (table === undefined) throw new Error(`no table ${name}`);
  return table;
}

describe.skipIf(!hasServer || !hasRealData)("real databases (skipped where ../shared/data is absent)", () => {
  test.each([
    ["chinook", "chinook/Chinook_MySql.sql", { tables: 11, columns: 64, keys: 11, composite: 1, uniques: 0, views: 0 }],
    [
      "sakila",
      "sakila/mysql-sakila-schema.sql",
      { tables: 16, columns: 89, keys: 22, composite: 2, uniques: 2, views: 7 },
    ],
    [
      "guacamole",
      "guacamole/guacamole_mysql.sql",
      { tables: 23, columns: 104, keys: 30, composite: 14, uniques: 6, views: 0 },
    ],
  ])("%s is as the truth has it", async (name, path, expected) => {
    const { tables, views } = await modelOf(realScript(path));
    const keys = tables.flatMap((table) => table.foreignKeys.map((key) => ({ table, key })));
    expect({
      tables: tables.length,
      columns: tables.flatMap((table) => table.columns).length,
      keys: keys.length,
      composite: tables.filter((table) => table.primaryKey.length > 1).length,
      uniques: tables.flatMap((table) => table.uniques).length,
      views: views.length,
    }).toEqual(expected);
    const [, ...truth] = realScript(`truth/${name}.mysql.fks.tsv`).trim().split("\n");
    const lines = keys.map(({ table, key }) =>
      [
        key.name,
        table.name,
        key.columns.join(","),
        key.referencedTable.name,
        key.referencedColumns.join(","),
        key.onUpdate ?? "NO ACTION",
        key.onDelete ?? "NO ACTION",
        "no",
      ].join("\t"),
    );
    expect(lines.sort()).toEqual(truth.sort());
  });

  test("Sakila's types", async () => {
    const film = findTable(await modelOf(realScript("sakila/mysql-sakila-schema.sql")), "film");
    const type = (name: string): unknown => film && findColumn(film, name)?.valueType;
    expect(type("film_id")).toEqual({ kind: "integer", bits: 32, unsigned: true });
    expect(type("release_year")).toEqual({ kind: "integer", bits: 16, unsigned: true, minimum: 1901, maximum: 2155 });
    expect(type("rating")).toEqual({ kind: "enum", values: ["G", "PG", "PG-13", "R", "NC-17"] });
    expect(type("special_features")).toMatchObject({ kind: "enum", several: true });
    expect(type("rental_rate")).toEqual({ kind: "decimal", precision: 4, scale: 2 });
  });
});

describe.skipIf(!hasServer)("a database of its own (skipped where no server answers)", () => {
  test("columns of every type", async () => {
    const { columns } = await tableOf(`CREATE TABLE t (
      ti TINYINT, tu TINYINT UNSIGNED, b BOOLEAN, sm SMALLINT, me MEDIUMINT UNSIGNED, i INT(6) ZEROFILL, big BIGINT UNSIGNED,
      de DECIMAL(12,4), du DECIMAL(5,2) UNSIGNED, d0 DECIMAL, f FLOAT, db DOUBLE UNSIGNED, f2 FLOAT(7,3), b1 BIT, b9 BIT(9), y YEAR,
      da DATE, ti3 TIME(3), dt DATETIME, dt6 DATETIME(6), ts TIMESTAMP NULL, c CHAR(3), vc VARCHAR(40), tt TINYTEXT,
      tx TEXT CHARACTER SET latin1, mt MEDIUMTEXT, lt LONGTEXT, bi BINARY(16), vb VARBINARY(20), bl BLOB, lb LONGBLOB,
      e ENUM('it''s', 'a,b', 'x\\\\y', ')'), s SET('a', 'b'), j JSON, g GEOMETRY, p POINT)`);
    expect(columns.map(({ name, valueType }) => [name, valueType])).toEqual([
      ["ti", { kind: "integer", bits: 8 }],
      ["tu", { kind: "integer", bits: 8, unsigned: true }],
      ["b", { kind: "boolean" }],
      ["sm", { kind: "integer", bits: 16 }],
      ["me", { kind: "integer", bits: 24, unsigned: true }],
      ["i", { kind: "integer", bits: 32, unsigned: true }],
      ["big", { kind: "integer", bits: 64, unsigned: true }],
      ["de", { kind: "decimal", precision: 12, scale: 4 }],
      ["du", { kind: "decimal", precision: 5, scale: 2, unsigned: true }],
      ["d0", { kind: "decimal", precision: 10, scale: 0 }],
      ["f", { kind: "real", bits: 32 }],
      ["db", { kind: "real", bits: 64, unsigned: true }],
      ["f2", { kind: "real", bits: 32 }],
      ["b1", { kind: "boolean" }],
      ["b9", { kind: "notation", notation: "bits", length: 9 }],
      ["y", { kind: "integer", bits: 16, unsigned: true, minimum: 1901, maximum: 2155 }],
      ["da", { kind: "date" }],
      ["ti3", { kind: "time", precision: 3 }],
      ["dt", { kind: "timestamp", precision: 0 }],
      ["dt6", { kind: "timestamp", precision: 6 }],
      ["ts", { kind: "timestamp", precision: 0, minimum: "1970-01-01 00:00:01", maximum: "2038-01-19 03:14:07" }],
      ["c", { kind: "text", maxLength: 3, fixed: true }],
      ["vc", { kind: "text", maxLength: 40 }],
      ["tt", { kind: "text", maxLength: 63 }],
      ["tx", { kind: "text", maxLength: 65_535 }],
      ["mt", { kind: "text", maxLength: 4_194_303 }],
      ["lt", { kind: "text" }],
      ["bi", { kind: "bytes", maxLength: 16 }],
      ["vb", { kind: "bytes", maxLength: 20 }],
      ["bl", { kind: "bytes", maxLength: 65_535 }],
      ["lb", { kind: "bytes" }],
      ["e", { kind: "enum", values: ["it's", "a,b", "x\\y", ")"] }],
      ["s", { kind: "enum", values: ["a", "b"], several: true }],
      ["j", { kind: "json" }],
      ["g", { kind: "notation", notation: "geometry" }],
      ["p", { kind: "notation", notation: "geometry" }],
    ]);
  });

  test("defaults, generated columns, counters, comments and cases", async () => {
    const { columns, comment } = await tableOf(`CREATE TABLE t (
      id INT NOT NULL AUTO_INCREMENT PRIMARY KEY COMMENT 'it''s the id', a VARCHAR(9) NOT NULL DEFAULT 'it''s', b INT DEFAULT -1,
      c INT DEFAULT NULL, n VARCHAR(9) DEFAULT 'NULL', e VARCHAR(9) DEFAULT '', d DATETIME DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
      x VARCHAR(9) DEFAULT (CONCAT('a', 'b')), v INT GENERATED ALWAYS AS (b * 2) VIRTUAL, st INT AS (b + 1) STORED,
      bin VARCHAR(9) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin, en ENUM('p', 'q') DEFAULT 'q') COMMENT 'All of t; "quoted"'`);
    expect(comment).toBe('All of t; "quoted"');
    expect(
      columns.map(({ name, default: value, generated, expression, identity, caseInsensitive }) => [
        name,
        value?.toLowerCase(),
        generated && `${generated}: ${expression}`,
        identity,
        caseInsensitive,
      ]),
    ).toEqual([
      ["id", undefined, undefined, "auto", undefined],
      ["a", expect.stringMatching(/^'it(?:''|\\')s'$/), undefined, undefined, true],
      ["b", "-1", undefined, undefined, undefined],
      ["c", undefined, undefined, undefined, undefined],
      ["n", "'null'", undefined, undefined, true],
      ["e", "''", undefined, undefined, true],
      ["d", expect.stringMatching(/^current_timestamp/), undefined, undefined, undefined],
      ["x", "concat('a','b')", undefined, undefined, true],
      ["v", undefined, "virtual: `b` * 2", undefined, undefined],
      ["st", undefined, "stored: `b` + 1", undefined, undefined],
      ["bin", undefined, undefined, undefined, undefined],
      ["en", "'q'", undefined, undefined, undefined],
    ]);
    expect(columns[0]).toMatchObject({ comment: "it's the id", nullable: false });
    expect(columns[2]?.nullable).toBe(true);
  });

  test("what a column's collation takes for the same", async () => {
    const { columns } =
      await tableOf(`CREATE TABLE t (a VARCHAR(9) COLLATE utf8mb4_general_ci, b VARCHAR(9) COLLATE utf8mb4_bin,
      c VARCHAR(9) CHARACTER SET latin1 COLLATE latin1_general_cs, d ENUM('x') COLLATE utf8mb4_general_ci)`);
    expect(columns.map((column) => [column.caseInsensitive, column.accentInsensitive])).toEqual([
      [true, true],
      [undefined, undefined],
      [undefined, undefined],
      [undefined, undefined],
    ]);
  });

  test("keys: composite in another order, on beginnings, several of them; checks; a table without any", async () => {
    const model = await modelOf(`
      CREATE TABLE t (a INT NOT NULL, b INT NOT NULL, u VARCHAR(100), w VARCHAR(100), h TEXT, PRIMARY KEY (b, a),
        UNIQUE KEY beginnings (u(10), w), UNIQUE KEY pair (w, a), KEY plain (u), UNIQUE KEY part_of_text (h(20)),
        CONSTRAINT ordered CHECK (a < b), CHECK (u <> 'it''s (' AND (a > 1 OR b > 1)));
      CREATE TABLE text_key (k TEXT NOT NULL, PRIMARY KEY (k(12)));
      CREATE TABLE nothing (a INT)`);
    const table = findTable(model, "t");
    expect(table?.primaryKey).toEqual(["b", "a"]);
    expect(table?.uniques).toEqual([
      { name: "beginnings", columns: ["u", "w"], prefixes: [10, null] },
      { name: "pair", columns: ["w", "a"] },
      { name: "part_of_text", columns: ["h"], prefixes: [20] },
    ]);
    expect(table?.checks.map((check) => check.expression)).toEqual(
      expect.arrayContaining([
        "`a` < `b`",
        expect.stringMatching(/^`?u`? <> 'it(?:''|\\')s \(' and \(`a` > 1 or `b` > 1\)$/),
      ]),
    );
    expect(findTable(model, "text_key")).toMatchObject({
      primaryKey: ["k"],
      uniques: [{ name: "PRIMARY", columns: ["k"], prefixes: [12] }],
    });
    expect(findTable(model, "nothing")).toMatchObject({ primaryKey: [], uniques: [], foreignKeys: [], checks: [] });
  });

  test("foreign keys: to a unique key, composite in another order, of the table itself, with every rule", async () => {
    const model = await modelOf(`
      CREATE TABLE p (x INT, y INT, z VARCHAR(9) UNIQUE, PRIMARY KEY (y, x), KEY (x, y));
      CREATE TABLE t (id INT PRIMARY KEY, a INT, b INT, c VARCHAR(9), up INT,
        CONSTRAINT pair FOREIGN KEY (b, a) REFERENCES p (y, x) ON DELETE SET NULL ON UPDATE CASCADE,
        CONSTRAINT \`ON DELETE CASCADE\` FOREIGN KEY (c) REFERENCES p (z), CONSTRAINT self FOREIGN KEY (up) REFERENCES t (id) ON DELETE CASCADE)`);
    expect(findTable(model, "t")?.foreignKeys).toMatchObject([
      {
        name: "ON DELETE CASCADE",
        columns: ["c"],
        referencedTable: { schema: model.defaultSchema, name: "p" },
        referencedColumns: ["z"],
      },
      { name: "pair", columns: ["b", "a"], referencedColumns: ["y", "x"], onDelete: "SET NULL", onUpdate: "CASCADE" },
      { name: "self", columns: ["up"], referencedTable: { name: "t" }, referencedColumns: ["id"], onDelete: "CASCADE" },
    ]);
  });

  test("a parent in another database comes with it, and with its own parents", async () => {
    const other = await createDatabase(
      "CREATE TABLE root (id INT PRIMARY KEY); CREATE TABLE unrelated (id INT); CREATE TABLE parent (id INT PRIMARY KEY, r INT, FOREIGN KEY (r) REFERENCES root (id))",
    );
    const database = await createDatabase(
      `CREATE TABLE parent (id INT PRIMARY KEY); CREATE TABLE t (id INT PRIMARY KEY, p INT, FOREIGN KEY (p) REFERENCES \`${other.name}\`.parent (id))`,
    );
    try {
      const model = await modelAt(database.address);
      expect(model.tables.map((table) => table.id)).toEqual([
        "parent",
        "t",
        `${other.name}.parent`,
        `${other.name}.root`,
      ]);
      expect(findTable(model, "t")?.foreignKeys[0]?.referencedTable).toEqual({ schema: other.name, name: "parent" });
    } finally {
      await database.drop();
      await other.drop();
    }
  });

  test("partitioned tables are one table, with what a row must keep to find a partition", async () => {
    const { tables } = await modelOf(`
      CREATE TABLE ranged (id INT, d DATE, PRIMARY KEY (id, d)) PARTITION BY RANGE (YEAR(d)) (PARTITION a VALUES LESS THAN (2020), PARTITION b VALUES LESS THAN (2030));
      CREATE TABLE open_end (id INT) PARTITION BY RANGE (id) (PARTITION a VALUES LESS THAN (10), PARTITION b VALUES LESS THAN MAXVALUE);
      CREATE TABLE listed (k INT) PARTITION BY LIST (k) (PARTITION a VALUES IN (1, 2), PARTITION b VALUES IN (5));
      CREATE TABLE hashed (k INT) PARTITION BY HASH (k) PARTITIONS 3`);
    expect(tables.map((table) => [table.name, table.partitions?.bounds])).toEqual([
      ["hashed", undefined],
      ["listed", "`k` IS NOT NULL AND `k` IN (1, 2, 5)"],
      ["open_end", undefined],
      ["ranged", "`d` < '2030-01-01'"],
    ]);
    expect(tables.every((table) => table.partitions !== undefined)).toBe(true);
  });

  test("names of every kind come back as they are", async () => {
    const names = [
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
      "%_",
      "do$llar$s",
      ":arr->ow::cast",
      "\\",
      "FOREIGN KEY",
    ];
    const q = (name: string): string => `\`${name.replaceAll("`", "``")}\``;
    const model = await modelOf(
      names
        .map(
          (name, k) =>
            `CREATE TABLE ${q(name)} (${q(name)} INT NOT NULL CHECK (${q(name)} <> 7), id INT PRIMARY KEY, UNIQUE KEY ${q(name)} (${q(name)}),
             CONSTRAINT ${q(`${name}${k}`)} FOREIGN KEY (${q(name)}) REFERENCES ${q(name)} (id));`,
        )
        .join("\n"),
    );
    expect(model.tables.map((table) => table.name).sort()).toEqual(names.toSorted());
    for (const [k, name] of names.entries()) {
      const table = findTable(model, name);
      expect(table?.columns.map((column) => column.name)).toEqual([name, "id"]);
      expect(table?.uniques).toEqual([{ name, columns: [name] }]);
      expect(table?.foreignKeys[0]).toMatchObject({ name: `${name}${k}`, columns: [name], referencedTable: { name } });
      expect(table?.checks[0]?.expression).toBe(`${q(name)} <> 7`);
    }
  });

  test("views are listed and never read, even broken ones", async () => {
    const model =
      await modelOf(`CREATE TABLE gone (a INT); CREATE TABLE t (a INT); CREATE VIEW broken AS SELECT * FROM gone;
      CREATE VIEW v AS SELECT * FROM t; DROP TABLE gone`);
    expect(model.tables.map((table) => table.name)).toEqual(["t"]);
    expect(model.views.map((view) => view.name)).toEqual(["broken", "v"]);
  });

  test("a user who may only read sees every key, with its rules, and the others are told apart", async () => {
    const database = await createDatabase(`CREATE TABLE p (id INT PRIMARY KEY); CREATE TABLE hidden (id INT);
      CREATE TABLE t (a INT, b INT CHECK (b > 0), UNIQUE KEY u (b), CONSTRAINT f FOREIGN KEY (a) REFERENCES p (id) ON DELETE CASCADE)`);
    const user = `sl_${database.name.slice(14)}`;
    await database.admin.query(
      `CREATE USER '${user}'@'%' IDENTIFIED BY 'it''s secret'; GRANT SELECT ON \`${database.name}\`.p TO '${user}'@'%';
       GRANT SELECT ON \`${database.name}\`.t TO '${user}'@'%'; GRANT INSERT ON \`${database.name}\`.hidden TO '${user}'@'%'`,
    );
    try {
      const address = addressOf(database.name, user, "it's secret");
      const model = await modelAt(address);
      expect(findTable(model, "t")).toEqual(findTable(await modelAt(database.address), "t"));
      expect(findTable(model, "t")?.foreignKeys[0]?.onDelete).toBe("CASCADE");
      const source = await openMysql(address);
      const { version, limits } = await source.server();
      await source.close();
      expect(version).toMatch(/^(?:MariaDB|MySQL) \d+\.\d+\.\d+$/);
      expect(limits).toEqual([`The user ${user} may not read hidden (1 of 3 tables).`]);
    } finally {
      await database.admin.query(`DROP USER '${user}'@'%'`);
      await database.drop();
    }
  });

  test("500 tables and 1,000 foreign keys are read whole", async () => {
    const tables = Array.from({ length: 500 }, (_, i) => {
      const parent = (k: number): string => `table_${Math.floor(i / k)}`;
      return `CREATE TABLE table_${i} (id INT PRIMARY KEY, a INT, b INT NOT NULL, c VARCHAR(20) UNIQUE, CONSTRAINT a_${i} FOREIGN KEY (a)
        REFERENCES ${parent(2)} (id), CONSTRAINT b_${i} FOREIGN KEY (b) REFERENCES ${parent(3)} (id), CHECK (b > 0 AND c <> ''));`;
    });
    const model = await modelOf(tables.join("\n"));
    expect(model.tables).toHaveLength(500);
    expect(model.tables.flatMap((table) => table.foreignKeys)).toHaveLength(1000);
    expect(findTable(model, "table_499")?.foreignKeys[1]).toMatchObject({
      name: "b_499",
      referencedTable: { name: "table_166" },
    });
  });
});
