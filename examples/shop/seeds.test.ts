import { fileURLToPath } from "node:url";
import Database from "better-sqlite3";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runCli } from "../../electron/cli/main.ts";
import type { Terminal } from "../../electron/cli/terminal.ts";

const folder = fileURLToPath(new URL(".", import.meta.url));

test("the sample's seeds are what its project gives", async () => {
  const said: string[] = [];
  const terminal: Terminal = { out: async () => undefined, note: (line) => void said.push(line), watched: false, width: undefined };
  expect(await runCli(["export", folder, "--check"], { serve: async () => 0 }, terminal), said.join("\n")).toBe(0);
  // Its lock has the rules that are suggested now: `check examples/shop --accept-versions` where they are meant to be others.
  expect(said.join("\n")).not.toContain("Other rules are suggested");
});

test("the sample's seeds load with every constraint on, and each order's total is the sum of its lines", () => {
  const database = new Database(":memory:");
  database.exec(readFileSync(join(folder, "schema.sql"), "utf8"));
  database.pragma("foreign_keys = ON");
  const seeds = readdirSync(join(folder, "seeds")).filter((name) => name.endsWith(".sql"));
  for (const name of seeds.toSorted()) database.exec(readFileSync(join(folder, "seeds", name), "utf8"));
  expect(database.pragma("foreign_key_check")).toEqual([]);
  const wrong = database.prepare(
    "SELECT count(*) FROM orders JOIN order_totals ON order_id = id WHERE abs(orders.total_amount - order_totals.total_amount) > 0.001",
  );
  expect(wrong.pluck().get()).toBe(0);
  expect(database.prepare("SELECT count(*) FROM orders").pluck().get()).toBe(30);
  database.close();
});
