import { expect, it } from "vitest";
import { createDatabase, hasRealData, hasServer, realScript } from "../../drivers/mysql/test-database.ts";
import { expectClosure, opened } from "./test-bench.ts";

it.skipIf(!hasServer || !hasRealData)(
  "takes of Sakila, as MySQL has it, what brute force takes (skipped without a server or ../shared/data)",
  async () => {
    const database = await createDatabase(
      realScript("sakila/mysql-sakila-schema.sql") + realScript("sakila/mysql-sakila-data.sql"),
    );
    try {
      const sample = await opened(database.address, { customer: { keys: [[5], [130]] } });
      await expectClosure(sample, { customer: (row) => [5, 130].includes(Number(row["customer_id"])) });
      const { rows } = await sample.draw();
      expect(Object.fromEntries([...rows].map(([id, { size }]) => [id, size]))).toMatchObject({
        customer: 2,
        rental: 62,
        payment: 62,
        inventory: 62,
        film: 61,
        staff: 2,
        store: 2,
      });
      await sample.source.close();
    } finally {
      await database.drop();
    }
  },
  120_000,
);
