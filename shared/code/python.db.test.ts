import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { codeTargetById } from "./index.ts";
import { codeFolder, nastyContext, nastyDdl, shopContext, shopDdl, writeFiles } from "./test-code.ts";
import { pythonEnvironment, runPython } from "./test-python.ts";

const env = pythonEnvironment();
const folder = codeFolder();
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const projects = [
  ["shop", shopContext, shopDdl],
  ["nasty", nastyContext, nastyDdl],
] as const;

describe.skipIf(env === undefined)("Python (skipped where its libraries cannot be had)", { timeout: 120_000 }, () => {
  const run = (where: string, ...words: string[]): string => runPython(env ?? {}, join(folder, where), words);

  beforeAll(async () => {
    for (const [name, contextOf, ddl] of projects) {
      const context = await contextOf();
      const write = (id: string, into: string, given: object): void => {
        const target = codeTargetById(id);
        if (target) writeFiles(join(folder, name, into), target.files(context, target.options.parse(given)));
      };
      write("factory-boy", "rows", { samples: 8 });
      write("factory-boy", "objects", { base: "sqlalchemy", samples: 8 });
      write("sqlalchemy", "fixtures", { rows: 8 });
      write("constants-python", "constants", {});
      const database = new Database(join(folder, name, "test.sqlite"));
      database.exec(ddl);
      database.close();
    }
  });

  test("the code is formatted as Black formats it", () => {
    expect(run(".", "-m", "black", "--check", "--quiet", "shop", "nasty")).toBe("");
  });

  test.each(projects)("%s: factories build rows that the database takes, 15 of each table", (name) => {
    const insert = `
import sqlite3, json, decimal, datetime, factories
database = sqlite3.connect("../test.sqlite", isolation_level=None)
database.execute("BEGIN")
def plain(value):
    if isinstance(value, (dict, list)): return json.dumps(value)
    if isinstance(value, datetime.datetime): return value.isoformat(" ")
    return str(value) if isinstance(value, (decimal.Decimal, datetime.date)) else value
def insert(table, row):
    names = ", ".join('"%s"' % name.replace('"', '""') for name in row)
    marks = ", ".join("?" for _ in row)
    database.execute('INSERT INTO "%s" (%s) VALUES (%s)' % (table, names, marks), [plain(value) for value in row.values()])
tables = {"Order": "orders", "OrderItem": "order_items", "Address": "addresses", "Category": "categories", "OrderBy": "order by", "Select": "select", "User2": "User", "Staff": "staff"}
for name in dir(factories):
    made = getattr(factories, name)
    if not name.endswith("Factory") or name == "StoreFactory": continue
    noun = name[: -len("Factory")]
    for row in made.build_batch(15): insert(tables.get(noun, noun.lower() + "s"), row)
database.execute("ROLLBACK")
print("done")
`;
    writeFileSync(join(folder, name, "rows", "insert.py"), insert);
    expect(run(`${name}/rows`, "insert.py")).toBe("done\n");
  });

  test("traits, parents and keys are taken as they are given", () => {
    const asked = `
from factories import CustomerFactory, OrderFactory
customer = CustomerFactory(vip=True, first_name="Ada")
order = OrderFactory(customer=customer, status="paid")
print(customer["loyalty_tier"], customer["first_name"], order["customer_id"] == customer["id"], order["status"], "customer" in order)
`;
    writeFileSync(join(folder, "shop/rows/asked.py"), asked);
    expect(run("shop/rows", "asked.py")).toBe("gold Ada True paid False\n");
  });

  test("objects of the models are saved by a session, parents first", () => {
    const saved = `
from sqlalchemy import create_engine, event, func, select
import factories, models
engine = create_engine("sqlite:///../test.sqlite")
event.listen(engine, "connect", lambda connection, _: connection.execute("PRAGMA foreign_keys = ON"))
factories.Session.configure(bind=engine)
for _ in range(12):
    factories.OrderItemFactory()
    factories.ReviewFactory(customer=factories.CustomerFactory(vip=True))
session = factories.Session()
print(session.execute(select(func.count()).select_from(models.OrderItem)).scalar(), session.query(models.Customer).filter_by(loyalty_tier="gold").count() >= 12)
session.rollback()
`;
    writeFileSync(join(folder, "shop/objects/saved.py"), saved);
    expect(run("shop/objects", "saved.py")).toBe("12 True\n");
  });

  test("fixtures load the project's rows for a test, and undo what it does, even what it commits", () => {
    const tests = `
import pytest
from models import Category, Customer

@pytest.mark.parametrize("turn", [1, 2])
def test_rows_are_there_and_go(session, rows, turn):
    assert session.query(Customer).count() == len(dict((m.__tablename__, v) for m, v in rows)["customers"])
    session.add(Category(id=900, name="Mine", slug="mine", position=1))
    session.commit()
    assert session.query(Category).filter_by(slug="mine").count() == 1

def test_nothing_is_left(session):
    assert session.query(Customer).count() == 0
    assert session.query(Category).count() == 0
`;
    writeFileSync(join(folder, "shop/fixtures/test_shop.py"), tests);
    const address = `sqlite:///${join(folder, "shop/test.sqlite")}`;
    const said = runPython({ ...env, DATABASE_URL: address }, join(folder, "shop/fixtures"), [
      "-m",
      "pytest",
      "-q",
      "-p",
      "no:cacheprovider",
    ]);
    expect(said).toContain("3 passed");
  });

  test("models make tables that hold the rows, whatever the names", () => {
    const made = `
from sqlalchemy import create_engine, insert
from sqlalchemy.orm import configure_mappers
import models
from rows import ROWS
configure_mappers()
engine = create_engine("sqlite://")
models.Base.metadata.create_all(engine)
with engine.begin() as connection:
    for model, values in ROWS:
        connection.execute(insert(model.__table__), values)
print(len(ROWS))
`;
    for (const [name] of projects) {
      writeFileSync(join(folder, name, "fixtures", "made.py"), made);
      expect(Number(run(`${name}/fixtures`, "-W", "ignore", "made.py"))).toBeGreaterThan(7);
    }
  });

  test("constants have the rows' own values under names", () => {
    expect(run("shop/constants", "-c", "from seed_rows import Customers; print(Customers.ROW_2['id'])")).toBe("2\n");
  });
});
