import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { expect } from "vitest";
import { runCli } from "./main.ts";

/** A shop with an owner chain, a composite key and two tables that need each other. */
export const shopSchema = `
  CREATE TABLE customers (id INTEGER PRIMARY KEY, email TEXT NOT NULL UNIQUE, name TEXT, balance DECIMAL(10,2), big BIGINT NOT NULL);
  CREATE TABLE orders (
    id INTEGER PRIMARY KEY,
    customer_id INTEGER NOT NULL REFERENCES customers (id),
    status TEXT NOT NULL CHECK (status IN ('new', 'paid', 'sent')),
    placed_at TIMESTAMP NOT NULL
  );
  CREATE TABLE order_items (
    order_id INTEGER NOT NULL REFERENCES orders (id),
    line INTEGER NOT NULL,
    quantity INTEGER NOT NULL CHECK (quantity > 0),
    PRIMARY KEY (order_id, line)
  );
  CREATE TABLE departments (id INTEGER PRIMARY KEY, head INTEGER NOT NULL REFERENCES employees (id));
  CREATE TABLE employees (id INTEGER PRIMARY KEY, department INTEGER NOT NULL REFERENCES departments (id));
`;

export const shopTables = ["customers", "orders", "order_items", "departments", "employees"] as const;

export interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A folder with a SQLite file and a project of it, and the command line that works on them. */
export class CliBench {
  readonly home = mkdtempSync(join(tmpdir(), "seedloom-cli-"));
  readonly database = join(this.home, "shop.sqlite");
  readonly project = join(this.home, "project");

  constructor() {
    const created = new Database(this.database);
    created.exec(shopSchema);
    created.close();
  }

  path(...parts: readonly string[]): string {
    return join(this.home, ...parts);
  }

  /** Runs the command line in this process. */
  async run(...words: readonly string[]): Promise<Outcome> {
    let out = "";
    let err = "";
    const code = await runCli(
      words,
      { serve: async () => 0 },
      {
        out: async (text) => {
          out += text;
        },
        note: (line) => {
          err += `seedloom: ${line}\n`;
        },
        watched: false,
        width: undefined,
      },
    );
    return { code, out, err };
  }

  /** Exports the project as CSV into a folder of this bench. */
  export(out: string, ...words: readonly string[]): Promise<Outcome> {
    return this.run("export", this.project, "--format", "csv", "--out", this.path(out), ...words);
  }

  /** The hashes of the files in a folder, by name. */
  hashes(folder: string): Readonly<Record<string, string>> {
    const names = readdirSync(this.path(folder)).toSorted();
    const hash = (name: string): string =>
      createHash("sha256")
        .update(readFileSync(this.path(folder, name)))
        .digest("hex");
    return Object.fromEntries(names.map((name) => [name, hash(name)]));
  }

  /** The names of a folder's files but the manifest. */
  dataFiles(folder: string): readonly string[] {
    return readdirSync(this.path(folder))
      .toSorted()
      .filter((name) => name !== "manifest.json");
  }

  text(...parts: readonly string[]): string {
    return readFileSync(this.path(...parts), "utf8");
  }

  remove(): void {
    rmSync(this.home, { recursive: true });
  }
}

/** Every message is a calm sentence without a stack. */
export function expectCalm({ err }: Pick<Outcome, "err">): void {
  expect(err).toMatch(/^seedloom: .+\./);
  expect(err).not.toMatch(/\n\s+at |node:internal|\.ts:\d/);
}
