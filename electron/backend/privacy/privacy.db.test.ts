import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SessionView } from "../../../shared/api/views.ts";
import { applyEdit } from "../../../shared/project/apply-edit.ts";
import type { SingleEdit } from "../../../shared/project/project-edit.ts";
import type { Rule } from "../../../shared/rules/rule.ts";
import { createBackend } from "../create-backend.ts";
import { bareHost } from "../host.ts";
import { createCaller } from "../router.ts";
import { memorySecrets } from "../storage/secrets.ts";

const home = mkdtempSync(join(tmpdir(), "seedloom-privacy-"));
const database = join(home, "shop.sqlite");
const newBackend = () =>
  createBackend({
    host: { ...bareHost, secrets: memorySecrets("Kept until the end.") },
    dataFolder: join(home, "data"),
  });
const backend = newBackend();
const caller = createCaller(backend.context);
const key = "a key that nobody would ever guess";

const people = Array.from({ length: 40 }, (_, i) => ({
  first: ["Ada", "Grace", "Alan", "Edsger"][i % 4],
  mail: `person${i === 7 ? 3 : i}@mail.test`,
  card: i % 2 === 0 ? "4111111111111111" : "5555555555554444",
}));

beforeAll(() => {
  const made = new Database(database);
  made.exec(`
    CREATE TABLE customers (id INTEGER PRIMARY KEY, first_name TEXT, email TEXT, ref TEXT, birth_date DATE, payload TEXT);
    CREATE TABLE orders (id INTEGER PRIMARY KEY, customer_id INTEGER NOT NULL REFERENCES customers (id), total NUMERIC);
  `);
  const customer = made.prepare("INSERT INTO customers VALUES (?, ?, ?, ?, ?, ?)");
  const order = made.prepare("INSERT INTO orders VALUES (?, ?, ?)");
  people.forEach(({ first, mail, card }, i) => {
    customer.run(i + 1, i === 7 ? people[3]?.first : first, mail, card, `19${50 + i}-02-03`, "fine");
    order.run(i + 1, i + 1, 10);
  });
  made.close();
});
afterAll(async () => {
  await backend.close();
  rmSync(home, { recursive: true });
});

async function opened(...edits: readonly SingleEdit[]): Promise<SessionView> {
  const view = await caller.sources.open({ path: database });
  await edited(view, ...edits);
  return view;
}

async function edited(view: SessionView, ...edits: readonly SingleEdit[]): Promise<void> {
  const { project, revision } = await caller.projects.view({ session: view.session });
  const next = applyEdit(project, { kind: "several", label: "", edits });
  await caller.projects.update({ session: view.session, revision, project: next });
}

const masked = (table: string): SingleEdit => ({ kind: "set-mode", table, mode: "mask" });
const set = (column: string, rule: Rule): SingleEdit => ({ kind: "set-rule", table: "customers", column, rule });
const mask = (id: string, params: Readonly<Record<string, unknown>> = {}): Rule => ({
  kind: "mask",
  mask: id,
  params: { ...params },
});

describe("personal columns", () => {
  test("are found by name at once, and by values once the source was looked at", async () => {
    const { session } = await opened(masked("customers"), masked("orders"));
    const before = await caller.privacy.findings({ session });
    expect(before.scanned).toBeUndefined();
    expect(before.findings.map(({ column }) => column)).toEqual(["first_name", "email", "birth_date"]);

    const after = await caller.privacy.scan({ session });
    expect(after.scanned).toEqual({ columns: 9, rows: 1000 });
    expect(after.findings.find(({ column }) => column === "ref")).toMatchObject({
      looksLike: "Card number",
      decision: "open",
      strength: "direct",
      evidence: ["40 of 40 values pass the Luhn check"],
    });
    expect(JSON.stringify(after)).not.toMatch(/4111|person1|Grace/);
    const { problems } = await caller.projects.view({ session });
    expect(problems.filter(({ code }) => code === "personal-undecided").map(({ column }) => column)).toContain("ref");
  });

  test("are open, masked, kept with a reason, or of a table whose rows are made", async () => {
    const view = await opened();
    const { session } = view;
    const decisions = async (): Promise<readonly string[]> =>
      (await caller.privacy.findings({ session })).findings.map(({ decision }) => decision);
    expect(await decisions()).toEqual(["elsewhere", "elsewhere", "elsewhere"]);
    await edited(view, masked("customers"), masked("orders"));
    expect(await decisions()).toEqual(["open", "open", "open"]);
    await edited(view, set("email", mask("email")), set("birth_date", { kind: "keep", reason: "made up" }));
    expect(await decisions()).toEqual(["open", "masked", "kept"]);
  });

  test("get what the chosen policies ask for, where they are open and have a tag of theirs", async () => {
    const view = await opened(masked("customers"), masked("orders"), set("email", mask("hash")));
    const { session } = view;
    await caller.privacy.scan({ session });
    const pci = await caller.privacy.policy({ session, policies: ["pci"] });
    expect(pci.map(({ column, choice }) => [column, choice.label])).toEqual([["ref", "Card number"]]);
    const both = await caller.privacy.policy({ session, policies: ["pci", "hipaa"] });
    expect(both.map(({ column }) => column)).toEqual(["first_name", "ref", "birth_date"]);
  });

  test("are offered the masks that suit them first, then presets, then all that accept them", async () => {
    const { session } = await opened(masked("customers"));
    const choices = await caller.privacy.choices({ session, table: "customers", column: "email" });
    expect(choices.suggested[0]?.label).toBe("Pseudonymous e-mail");
    expect(choices.presets[0]?.label).toBe("Pseudonymous e-mail, domain kept");
    expect(choices.others.length).toBeGreaterThan(choices.suggested.length);
  });
});

describe("the masked preview", () => {
  test("has source and mask side by side, why, and who is one person", async () => {
    const { session } = await opened(masked("customers"), masked("orders"), set("email", mask("email")));
    await caller.privacy.setKey({ session, key });
    const page = await caller.privacy.page({ session, table: "customers", start: 2, count: 10, source: true });
    expect(page).toMatchObject({ rowCount: 40, start: 2, same: [[3, 7]] });
    const email = page.columns.find(({ name }) => name === "email");
    expect(email?.source?.[1]).toBe("person3@mail.test");
    expect(email?.masked[1]).toMatch(/^u[0-9a-f]+@mail\.test$/);
    expect(email?.masked[5]).toBe(email?.masked[1]);
    expect(email?.reason).toMatch(/^Pseudonymous e-mail · domain project · key [0-9a-f]{16}$/);
    const reasonOf = (column: string) => page.columns.find(({ name }) => name === column)?.reason;
    expect(reasonOf("first_name")).toBe("Kept, since nobody has decided");
    expect(page.columns.at(-1)).toMatchObject({ name: "payload", reason: "Kept · nothing personal was found" });
    expect(page.columns.at(-1)?.looksLike).toBeUndefined();
  });

  test("gives no source values where they are hidden, and none in an error", async () => {
    const view = await opened(masked("customers"), set("payload", mask("json")), set("email", mask("hash")));
    const { session } = view;
    await caller.privacy.setKey({ session, key });
    const page = await caller.privacy.page({ session, table: "customers", start: 0, count: 40, source: false });
    expect(page.columns.every(({ source }) => source === undefined)).toBe(true);
    const payload = page.columns.find(({ name }) => name === "payload");
    expect(payload?.masked).toEqual([]);
    expect(payload?.error?.message).toBeDefined();
    expect(JSON.stringify(payload)).not.toContain("fine");
    expect(page.columns.find(({ name }) => name === "email")?.masked).toHaveLength(40);
  });

  test("masks as a run does, at any row, and follows edits", async () => {
    const view = await opened(masked("customers"), set("email", mask("email")));
    const { session } = view;
    await caller.privacy.setKey({ session, key });
    const at = async (start: number): Promise<string | null | undefined> =>
      (await caller.privacy.page({ session, table: "customers", start, count: 1, source: false })).columns.find(
        ({ name }) => name === "email",
      )?.masked[0];
    const before = await at(39);
    expect(await at(39)).toBe(before);
    await edited(view, set("email", mask("email", { domain: "example" })));
    expect(await at(39)).toMatch(/@example\.com$/);
    const trial = { session, table: "customers", column: "email", start: 39, count: 1 };
    expect((await caller.privacy.trial({ ...trial, rule: mask("email") })).cells).toEqual([before]);
  });

  test("says what is missing: the key, or rows from the source", async () => {
    const other = createCaller(newBackend().context);
    const { session } = await other.sources.open({ path: database });
    await expect(other.privacy.page({ session, table: "customers", start: 0, count: 1, source: true })).rejects.toThrow(
      "do not come from the source",
    );
    const { project, revision } = await other.projects.view({ session });
    const edits = [masked("customers"), set("email", mask("email"))];
    const next = applyEdit(project, { kind: "several", label: "", edits });
    await other.projects.update({ session, revision, project: next });
    const page = await other.privacy.page({ session, table: "customers", start: 0, count: 1, source: true });
    expect(page.columns.find(({ name }) => name === "email")?.error?.code).toBe("secret-missing");
  });
});

describe("the key", () => {
  test("is made, kept under the project, told by its fingerprint, and forgotten", async () => {
    const { session } = await opened();
    await caller.privacy.forgetKey({ session });
    expect(await caller.privacy.key({ session })).toMatchObject({ state: "missing" });
    await expect(caller.privacy.setKey({ session, key: "short" })).rejects.toThrow("too short");
    const made = await caller.privacy.makeKey();
    expect(await caller.privacy.key({ session })).toMatchObject({ state: "missing" });
    const set = await caller.privacy.setKey({ session, key: made });
    expect(set).toMatchObject({ state: "set", from: "memory", fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/) });
    expect(JSON.stringify(set)).not.toContain(made);
    expect(await caller.privacy.forgetKey({ session })).toMatchObject({ state: "missing" });
  });
});
