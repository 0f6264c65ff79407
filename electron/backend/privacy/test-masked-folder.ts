import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { sessionOfProject } from "../sessions/open-session.ts";
import type { Session } from "../sessions/session.ts";
import { withMaskedSource, type MaskedSource } from "./masked-source.ts";

/** A folder with a SQLite file and a project that masks it; gone after the test. */
export class MaskedFolder {
  readonly path = mkdtempSync(join(tmpdir(), "privacy-test-"));

  /** `tables`: the part of seedloom.yaml below "tables:". */
  constructor(fill: (database: Database.Database) => void, tables: string) {
    this.change(fill);
    this.rules(tables);
  }

  change(by: (database: Database.Database) => void): void {
    const database = new Database(join(this.path, "source.sqlite"));
    database.transaction(() => by(database))();
    database.close();
  }

  rules(tables: string): void {
    const head = "seedloom: 1\nsource: source.sqlite\nseed: 1\nnow: 2026-01-01\nlocales: { en: 1 }\n";
    writeFileSync(join(this.path, "seedloom.yaml"), `${head}tables:${tables}`);
  }

  session(): Promise<Session> {
    return sessionOfProject(this.path);
  }

  /** Asks the project's source, under a key that is made for tests only. */
  async ask<T>(
    use: (source: MaskedSource, session: Session) => Promise<T>,
    { scenario }: { readonly scenario?: string | undefined } = {},
  ): Promise<T> {
    const session = await this.session();
    session.scenario = scenario;
    const key = new Uint8Array(32).fill(7);
    return await withMaskedSource(session, { key, signal: new AbortController().signal }, (source) =>
      use(source, session),
    );
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
