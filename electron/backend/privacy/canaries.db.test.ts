import { mkdtempSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createTRPCClient, createWSClient, wsLink } from "@trpc/client";
import Database from "better-sqlite3";
import superjson from "superjson";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { applyEdit } from "../../../shared/project/apply-edit.ts";
import type { SingleEdit } from "../../../shared/project/project-edit.ts";
import type { Rule } from "../../../shared/rules/rule.ts";
import type { TextPipe } from "../connect-pipe.ts";
import { createBackend } from "../create-backend.ts";
import { bareHost } from "../host.ts";
import type { AppRouter } from "../router.ts";
import { memorySecrets } from "../storage/secrets.ts";

// 10,000 values that are nowhere else in the world stand in a source. Every frame that the backend sends, every line that the
// process says and every file that it leaves is searched for them; only the preview's own source column may have any.

const people = 2000;
const key = "a key that is made for this test only";
const home = mkdtempSync(join(tmpdir(), "canaries-"));
const source = join(home, "source.sqlite");
const frames: string[] = [];
const said: string[] = [];

const backend = createBackend({
  host: { ...bareHost, secrets: memorySecrets("Kept until the end.") },
  dataFolder: join(home, "data"),
});

/** A window at the other end of a pipe whose frames are kept. */
class RecordedSocket extends EventTarget {
  static readonly CONNECTING = 0;
  static readonly OPEN = 1;
  static readonly CLOSING = 2;
  static readonly CLOSED = 3;
  readyState = 0;
  #toBackend: (text: string) => void = () => undefined;
  #closeBackend: () => void = () => undefined;

  constructor() {
    super();
    const pipe: TextPipe = {
      send: (text) => {
        frames.push(text);
        queueMicrotask(() => this.dispatchEvent(new MessageEvent("message", { data: text })));
      },
      onMessage: (listener) => (this.#toBackend = listener),
      onClose: (listener) => (this.#closeBackend = listener),
      close: () => this.close(),
    };
    setTimeout(() => {
      this.readyState = 1;
      backend.serve(pipe);
      this.dispatchEvent(new Event("open"));
    });
  }
  send(text: string): void {
    this.#toBackend(text);
  }
  close(): void {
    this.readyState = 3;
    this.#closeBackend();
    this.dispatchEvent(new Event("close"));
  }
}

const socket = createWSClient({ url: "pipe:", WebSocket: RecordedSocket as unknown as typeof WebSocket });
const client = createTRPCClient<AppRouter>({ links: [wsLink({ client: socket, transformer: superjson })] });

beforeAll(() => {
  mkdirSync(join(home, "tmp"));
  vi.stubEnv("TMPDIR", join(home, "tmp"));
  vi.stubEnv("SEEDLOOM_KEY", key);
  for (const stream of [process.stdout, process.stderr]) {
    const write = stream.write.bind(stream);
    vi.spyOn(stream, "write").mockImplementation((text: string | Uint8Array) => {
      said.push(String(text));
      return write(text);
    });
  }
  const database = new Database(source);
  database.exec(`
    CREATE TABLE people (id INTEGER PRIMARY KEY, email TEXT NOT NULL UNIQUE, first_name TEXT, phone TEXT, notes TEXT, city TEXT);
    CREATE TABLE letters (id INTEGER PRIMARY KEY, person INTEGER NOT NULL REFERENCES people (id), email TEXT NOT NULL);
  `);
  const person = database.prepare("INSERT INTO people VALUES (?, ?, ?, ?, ?, ?)");
  const letter = database.prepare("INSERT INTO letters VALUES (?, ?, ?)");
  database.transaction(() => {
    for (let i = 0; i < people; i++) {
      person.run(i, `canary${i}e@birds.test`, `Canary${i}f`, `canary${i}p`, `saw canary${i}n today`, `Canary${i}c`);
      letter.run(i, i, `canary${i}e@birds.test`);
    }
  })();
  database.close();
});
afterAll(async () => {
  await socket.close();
  await backend.close();
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  rmSync(home, { recursive: true, force: true });
});

const canaries = (text: string): number => new Set(text.match(/canary\d+[efpnc]/giu) ?? []).size;

/** Every file below a folder but the source, as text. */
function everything(folder: string): string {
  return readdirSync(folder)
    .map((name) => join(folder, name))
    .filter((path) => path !== source)
    .map((path) => (statSync(path).isDirectory() ? everything(path) : readFileSync(path, "latin1")))
    .join("\n");
}

/** What has gone out by now, but for the frames behind `from`. */
const outside = (from = 0): string => [...frames.slice(from), ...said, everything(home)].join("\n");

const set = (table: string, column: string, rule: Rule): SingleEdit => ({ kind: "set-rule", table, column, rule });
const mask = (id: string, params: Readonly<Record<string, unknown>> = {}): Rule => ({ kind: "mask", mask: id, params });
const rules: readonly SingleEdit[] = [
  { kind: "set-mode", table: "people", mode: "mask" },
  { kind: "set-mode", table: "letters", mode: "mask" },
  set("people", "email", mask("email")),
  set("people", "first_name", mask("consistent-fake", { generator: "person.firstName" })),
  set("people", "phone", mask("hash")),
  set("people", "notes", mask("constant")),
  set("people", "city", mask("consistent-fake", { generator: "location.city" })),
  set("letters", "email", mask("email")),
];

async function edit(session: string, edits: readonly SingleEdit[]): Promise<void> {
  const { project, revision } = await client.projects.view.query({ session });
  const next = applyEdit(project, { kind: "several", label: "", edits });
  await client.projects.update.mutate({ session, revision, project: next });
}

async function exported(session: string, folder: string): Promise<string> {
  const { job } = await client.jobs.start.mutate({ session, request: { format: "csv", folder } });
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const watching = client.jobs.watch.subscribe(
    { job },
    { onData: ({ data }) => (data.state === "running" ? undefined : resolve(data.state)), onError: reject },
  );
  return await promise.finally(() => watching.unsubscribe());
}

it("lets none of 10,000 planted values out of the backend, but into the preview's source column", async () => {
  const { session } = await client.sources.open.mutate({ path: source });
  await edit(session, rules);
  await client.privacy.findings.query({ session });
  await client.privacy.scan.mutate({ session });
  const rows = { session, table: "people", start: 0, count: 200 };
  await client.privacy.page.query({ ...rows, source: false });
  await client.privacy.trial.query({ ...rows, count: 50, column: "phone", rule: mask("hash", { digits: 20 }) });
  await client.preview.page.query(rows);
  const checks = await client.privacyChecks.sample.query({ session });
  expect(checks.leaks.leaks).toEqual([]);
  await client.privacyChecks.risk.query({ session, table: "people", quasi: ["city"], sensitive: "notes" });
  await client.privacyChecks.reach.mutate({ session, table: "people", quasi: ["city"], k: 5 });
  await client.privacyChecks.report.mutate({ session, folder: join(home, "report") });
  expect(readdirSync(join(home, "report"))).toHaveLength(2);
  expect(await exported(session, join(home, "out"))).toBe("done");
  expect(canaries(outside())).toBe(0);
  expect(outside()).not.toContain(key);

  const before = frames.length;
  const page = await client.privacy.page.query({ ...rows, source: true });
  const texts = page.columns.flatMap(({ source: cells }) => cells ?? []);
  expect(canaries(texts.join("\n"))).toBe(5 * rows.count);
  // What goes out is in those columns, and nowhere else.
  const shown = JSON.stringify({ ...page, columns: page.columns.map(({ source: _source, ...column }) => column) });
  expect(canaries(shown)).toBe(0);
  frames.splice(before);
  expect(canaries(outside())).toBe(0);

  const letters = await client.privacyChecks.sample.query({ session });
  expect(letters.tables.map(({ looked }) => looked)).toEqual([1000, 1000]);
});

it("lets none out either when a mask fails, or when one lets through what it should not", async () => {
  const { session } = await client.sources.open.mutate({ path: source });
  const database = new Database(source);
  // Too short to be encrypted.
  database.exec("UPDATE people SET phone = '12' WHERE id = 40");
  await edit(session, [...rules, set("people", "phone", mask("format-preserving"))]);
  await expect(client.privacyChecks.sample.query({ session })).rejects.toThrow();
  await expect(client.privacyChecks.report.mutate({ session, folder: join(home, "none") })).rejects.toThrow();
  await client.privacy.page.query({ session, table: "people", start: 0, count: 10, source: false });
  expect(await exported(session, join(home, "failed"))).toBe("failed");
  expect(canaries(outside())).toBe(0);

  await edit(session, [...rules, set("people", "notes", { kind: "keep", reason: "they are short" })]);
  database.exec("UPDATE people SET notes = 'write to ' || email WHERE id = 17");
  database.close();
  const { leaks } = (await client.privacyChecks.sample.query({ session })).leaks;
  expect(leaks).toMatchObject([
    { of: { column: "email" }, at: { table: "people", column: "notes" }, rows: 1, first: [17] },
  ]);
  expect(canaries(outside())).toBe(0);
});
