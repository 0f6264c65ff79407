import type { TestDatabase } from "../drivers/postgresql/test-database.ts";

/** Three tables, numbered by the database in two ways. */
export const shop = `
  CREATE TABLE customers (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, email text NOT NULL UNIQUE, balance numeric(10,2), vip boolean);
  CREATE TABLE orders (id serial PRIMARY KEY, customer_id int NOT NULL REFERENCES customers, status text NOT NULL CHECK (status IN ('new', 'paid')));
  CREATE TABLE order_items (order_id int NOT NULL REFERENCES orders, line int NOT NULL, note text, tags text[], PRIMARY KEY (order_id, line));
`;
export const rows = { customers: 40, orders: 100, order_items: 250 };
/** All that a database holds, as digests: what must not have changed. */
export async function content(database: TestDatabase): Promise<Readonly<Record<string, unknown>>> {
  const tables = await database.run(
    "SELECT oid::regclass::text AS name FROM pg_class WHERE relkind IN ('r', 'S') AND relnamespace = 'public'::regnamespace",
  );
  const digests = tables.map(
    ({ name }) =>
      `(SELECT md5(string_agg(t::text, chr(10) ORDER BY t::text)) FROM (SELECT * FROM ${String(name)}) AS t) AS "${String(name)}"`,
  );
  const [held = {}] = await database.run(`SELECT ${digests.join(", ")},
    (SELECT md5(string_agg(concat_ws(' ', tgrelid::regclass, tgtype, tgenabled, tgdeferrable, tginitdeferred), ',' ORDER BY tgrelid::regclass::text, tgtype)) FROM pg_trigger) AS triggers,
    (SELECT md5(string_agg(concat_ws(' ', conrelid::regclass, conname, condeferrable, condeferred), ',' ORDER BY conname)) FROM pg_constraint
      WHERE connamespace = 'public'::regnamespace) AS constraints`);
  return held;
}
