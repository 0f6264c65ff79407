import Database from "better-sqlite3";
import { expect, test } from "vitest";
import type { Rule } from "../../shared/rules/rule.ts";
import { introspect } from "../drivers/sqlite/introspect.ts";
import { jobOf, withFiles } from "./script-bench.ts";

// No SQL Server runs here: the statements are those of its documentation ("Table value constructor", "MERGE", "SET
// IDENTITY_INSERT", "DBCC CHECKIDENT", "ALTER TABLE … CHECK CONSTRAINT", "DISABLE TRIGGER", "datetimeoffset").

const constant = (value: string | number | boolean): Rule => ({
  kind: "generate",
  generator: "constant",
  params: { value },
});

async function script(options: Readonly<Record<string, unknown>>): Promise<string> {
  const database = new Database(":memory:");
  database.exec(`CREATE TABLE visits (id INTEGER PRIMARY KEY, "order]" TEXT NOT NULL, ok BOOLEAN, price DECIMAL(8,2), seen TIMESTAMPTZ, day DATE, blob BLOB);
    CREATE TABLE staff (code INT PRIMARY KEY, store INT NOT NULL REFERENCES stores);
    CREATE TABLE stores (code INT PRIMARY KEY, boss INT NOT NULL REFERENCES staff);`);
  const model = introspect(database);
  database.close();
  const rules = {
    visits: {
      "order]": constant("O'Brien\n$(x)"),
      ok: constant(true),
      price: constant("12.50"),
      seen: constant("2026-11-22T10:11:12Z"),
      day: { kind: "null" },
      blob: { kind: "null" },
    },
  } as const;
  const rowOverrides = { visits: 3, staff: 1, stores: 1 };
  return withFiles(jobOf(model, { options, dialect: "sqlserver", rules, rowOverrides }), ({ text }) => text);
}

test("insert", async () => {
  expect(await script({ files: "one", "rows-per-statement": 2, clear: "delete" })).toMatchInlineSnapshot(`
    "SET NOCOUNT, XACT_ABORT ON;
    SET DATEFORMAT ymd;
    BEGIN TRANSACTION;
    ALTER TABLE [staff] NOCHECK CONSTRAINT ALL;
    ALTER TABLE [stores] NOCHECK CONSTRAINT ALL;
    DELETE FROM [stores];
    DELETE FROM [staff];
    DELETE FROM [visits];
    ALTER TABLE [staff] WITH CHECK CHECK CONSTRAINT ALL;
    ALTER TABLE [stores] WITH CHECK CHECK CONSTRAINT ALL;
    IF OBJECTPROPERTY(OBJECT_ID(N'[visits]'), 'TableHasIdentity') = 1 SET IDENTITY_INSERT [visits] ON;
    INSERT INTO [visits] ([id], [order]]], [ok], [price], [seen], [day], [blob]) VALUES
    (1, N'O''Brien' + NCHAR(10) + N'$' + N'(x)', 1, 12.50, '2026-11-22 10:11:12+00:00', NULL, NULL),
    (2, N'O''Brien' + NCHAR(10) + N'$' + N'(x)', 1, 12.50, '2026-11-22 10:11:12+00:00', NULL, NULL);
    INSERT INTO [visits] ([id], [order]]], [ok], [price], [seen], [day], [blob]) VALUES
    (3, N'O''Brien' + NCHAR(10) + N'$' + N'(x)', 1, 12.50, '2026-11-22 10:11:12+00:00', NULL, NULL);
    IF OBJECTPROPERTY(OBJECT_ID(N'[visits]'), 'TableHasIdentity') = 1 SET IDENTITY_INSERT [visits] OFF;
    IF OBJECTPROPERTY(OBJECT_ID(N'[visits]'), 'TableHasIdentity') = 1 BEGIN DBCC CHECKIDENT (N'[visits]', RESEED, 0) WITH NO_INFOMSGS; DBCC CHECKIDENT (N'[visits]', RESEED) WITH NO_INFOMSGS; END;

    ALTER TABLE [staff] NOCHECK CONSTRAINT ALL;
    ALTER TABLE [stores] NOCHECK CONSTRAINT ALL;
    INSERT INTO [staff] ([code], [store]) VALUES
    (1, 1);

    INSERT INTO [stores] ([code], [boss]) VALUES
    (1, 1);
    ALTER TABLE [staff] WITH CHECK CHECK CONSTRAINT ALL;
    ALTER TABLE [stores] WITH CHECK CHECK CONSTRAINT ALL;
    COMMIT TRANSACTION;
    "
  `);
});

test("upsert", async () => {
  expect(await script({ statement: "upsert", triggers: "off", go: true, transaction: false })).toMatchInlineSnapshot(`
    "SET NOCOUNT, XACT_ABORT ON;
    GO
    SET DATEFORMAT ymd;
    GO
    DISABLE TRIGGER ALL ON [visits];
    GO
    IF OBJECTPROPERTY(OBJECT_ID(N'[visits]'), 'TableHasIdentity') = 1 SET IDENTITY_INSERT [visits] ON;
    GO
    MERGE INTO [visits] WITH (HOLDLOCK) AS target
    USING (VALUES
    (1, N'O''Brien' + NCHAR(10) + N'$' + N'(x)', 1, 12.50, '2026-11-22 10:11:12+00:00', CAST(NULL AS date), NULL),
    (2, N'O''Brien' + NCHAR(10) + N'$' + N'(x)', 1, 12.50, '2026-11-22 10:11:12+00:00', CAST(NULL AS date), NULL),
    (3, N'O''Brien' + NCHAR(10) + N'$' + N'(x)', 1, 12.50, '2026-11-22 10:11:12+00:00', CAST(NULL AS date), NULL)
    ) AS source ([id], [order]]], [ok], [price], [seen], [day], [blob])
    ON target.[id] = source.[id]
    WHEN MATCHED THEN UPDATE SET [order]]] = source.[order]]], [ok] = source.[ok], [price] = source.[price], [seen] = source.[seen], [day] = source.[day], [blob] = source.[blob]
    WHEN NOT MATCHED THEN INSERT ([id], [order]]], [ok], [price], [seen], [day], [blob]) VALUES (source.[id], source.[order]]], source.[ok], source.[price], source.[seen], source.[day], source.[blob]);
    GO
    IF OBJECTPROPERTY(OBJECT_ID(N'[visits]'), 'TableHasIdentity') = 1 SET IDENTITY_INSERT [visits] OFF;
    GO
    ENABLE TRIGGER ALL ON [visits];
    GO
    SET NOCOUNT, XACT_ABORT ON;
    GO
    SET DATEFORMAT ymd;
    GO
    ALTER TABLE [staff] NOCHECK CONSTRAINT ALL;
    GO
    ALTER TABLE [stores] NOCHECK CONSTRAINT ALL;
    GO
    DISABLE TRIGGER ALL ON [staff];
    GO
    DISABLE TRIGGER ALL ON [stores];
    GO
    MERGE INTO [staff] WITH (HOLDLOCK) AS target
    USING (VALUES
    (1, 1)
    ) AS source ([code], [store])
    ON target.[code] = source.[code]
    WHEN MATCHED THEN UPDATE SET [store] = source.[store]
    WHEN NOT MATCHED THEN INSERT ([code], [store]) VALUES (source.[code], source.[store]);
    GO
    MERGE INTO [stores] WITH (HOLDLOCK) AS target
    USING (VALUES
    (1, 1)
    ) AS source ([code], [boss])
    ON target.[code] = source.[code]
    WHEN MATCHED THEN UPDATE SET [boss] = source.[boss]
    WHEN NOT MATCHED THEN INSERT ([code], [boss]) VALUES (source.[code], source.[boss]);
    GO
    ENABLE TRIGGER ALL ON [staff];
    GO
    ENABLE TRIGGER ALL ON [stores];
    GO
    ALTER TABLE [staff] WITH CHECK CHECK CONSTRAINT ALL;
    GO
    ALTER TABLE [stores] WITH CHECK CHECK CONSTRAINT ALL;
    GO
    -- These rows are in 020_staff.sql: the tables reference each other.
    "
  `);
});
