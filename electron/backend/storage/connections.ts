import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { SaveConnection, TestConnection } from "../../../shared/api/inputs.ts";
import type { ConnectionList, ConnectionView, ServerView } from "../../../shared/api/load-views.ts";
import { SeedloomError } from "../../../shared/base/errors.ts";
import { passwordVariable } from "../../drivers/address-password.ts";
import type { Driver } from "../../drivers/driver.ts";
import { expandAddress } from "../../drivers/expand-address.ts";
import { addressOf, databaseKey, valuesOf, type FieldValues } from "../../drivers/field-address.ts";
import { drivers, openSource } from "../../drivers/open-source.ts";
import { writeFileAtomic } from "../../sinks/write-file-atomic.ts";
import type { ConnectionService } from "../services.ts";
import { memorySecrets, type SecretStore } from "./secrets.ts";

const fileSchema = z.array(
  z.object({
    id: z.string(),
    label: z.string(),
    engine: z.enum(["sqlite", "postgresql", "mysql"]),
    values: z.record(z.string(), z.string()),
    protected: z.boolean(),
  }),
);
type Stored = z.infer<typeof fileSchema>[number];

/** The connections that this user keeps: one small file of the data folder, and the passwords with the host's secrets. */
export class Connections implements ConnectionService {
  readonly #file: string;
  readonly #secrets: SecretStore;
  #last: Promise<unknown> = Promise.resolve();

  constructor(
    dataFolder: string,
    secrets: SecretStore = memorySecrets("Without a window no passwords are kept: write ${NAME} and set the variable."),
  ) {
    this.#file = join(dataFolder, "connections.json");
    this.#secrets = secrets;
  }

  async list(): Promise<ConnectionList> {
    const stored = await this.#read();
    return {
      connections: await Promise.all(stored.map((connection) => this.#view(connection))),
      drivers: drivers.map(({ id, label, fields }) => ({ id, label, fields })),
      secrets: await this.#secrets.state(),
    };
  }

  /** Adds a connection, or changes the one with the id. Throws "usage" where a field is missing or the label is taken. */
  async save({
    id = randomUUID(),
    label,
    engine,
    values,
    protected: guarded,
  }: SaveConnection): Promise<ConnectionView> {
    const driver = driverOf(engine);
    addressOf(driver, values);
    const { plain, secret } = split(driver, values);
    const connection: Stored = { id, label, engine, values: plain, protected: guarded };
    await this.#change((stored) => {
      if (stored.some((other) => other.id !== id && other.label === label)) {
        throw new SeedloomError("usage", `There is a connection ${label} already.`, "Choose another name.");
      }
      const known = stored.some((other) => other.id === id);
      return known ? stored.map((other) => (other.id === id ? connection : other)) : [...stored, connection];
    });
    if (secret !== undefined) await this.#secrets.set(id, secret);
    return await this.#view(connection);
  }

  async remove(id: string): Promise<void> {
    await this.#change((stored) => stored.filter((connection) => connection.id !== id));
    await this.#secrets.delete(id);
  }

  /** Connects, and answers with what the server says of itself and of this user. Nothing is written. */
  async test({ id, engine, values }: TestConnection): Promise<ServerView> {
    const source = await openSource(addressOf(driverOf(engine), await this.#withSecret(id, engine, values)));
    try {
      const { version, limits } = await source.server();
      return { version, limits };
    } finally {
      await source.close();
    }
  }

  /** The form's values for an address that somebody pastes. */
  async parse(address: string): Promise<{ readonly engine: Driver["id"]; readonly values: FieldValues }> {
    const driver = drivers.find((candidate) => candidate.accepts(address.trim()));
    if (driver === undefined) throw new SeedloomError("source-unsupported", "This is no address of a known database.");
    return { engine: driver.id, values: valuesOf(driver, address.trim()) };
  }

  /** The whole address of a connection, for connecting only: it holds the password. */
  async address(id: string): Promise<string> {
    const { engine, values } = await this.#one(id);
    return addressOf(driverOf(engine), await this.#withSecret(id, engine, values));
  }

  /**
   * The address of a project with the kept password of the connection that leads to the same database as the same user, where
   * it leaves its password to the variable that Seedloom itself writes and nobody has set that. Else the address as it is.
   */
  async resolve(address: string): Promise<string> {
    const mark = `\${${passwordVariable}}`;
    if (!address.includes(mark) || process.env[passwordVariable]) return address;
    const driver = drivers.find((candidate) => candidate.accepts(address));
    if (driver === undefined) return address;
    const asked = valuesOf(driver, address);
    const known = (await this.#read()).find(
      ({ engine, values }) =>
        engine === driver.id &&
        values["user"] === asked["user"] &&
        databaseKey(driver, values) === databaseKey(driver, asked),
    );
    const secret = known === undefined ? undefined : await this.#secrets.get(known.id);
    return secret === undefined ? address : address.replaceAll(mark, encodeURIComponent(secret));
  }

  /** Throws unless a database may be loaded: where a connection to it is protected, its name must have been typed. */
  async confirm(address: string, typed: string | undefined): Promise<void> {
    const name = await this.protectedName(address);
    if (name === undefined || name === typed) return;
    throw new SeedloomError(
      "usage",
      `${name} is protected: a load into it asks for its name.`,
      `If you mean it, give the name: --confirm "${name}", or type it in the window.`,
    );
  }

  /** The name that must be typed before this database is loaded; undefined where it is not protected. */
  async protectedName(address: string): Promise<string | undefined> {
    const full = expandAddress(address);
    const driver = drivers.find((candidate) => candidate.accepts(full));
    const guarded = (await this.#read()).filter((connection) => connection.protected);
    if (driver === undefined || guarded.length === 0) return undefined;
    const key = databaseKey(driver, valuesOf(driver, full));
    return guarded.find(({ engine, values }) => engine === driver.id && databaseKey(driver, expanded(values)) === key)
      ?.label;
  }

  async #view({ id, label, engine, values, protected: guarded }: Stored): Promise<ConnectionView> {
    const kept = (await this.#secrets.get(id)) !== undefined;
    const { lasting } = await this.#secrets.state();
    return {
      id,
      label,
      engine,
      values,
      protected: guarded,
      password: !kept ? "none" : lasting ? "kept" : "session",
      address: addressOf(driverOf(engine), values),
    };
  }

  /** The values with the kept password, where they bring none of their own. */
  async #withSecret(id: string | undefined, engine: Driver["id"], values: FieldValues): Promise<FieldValues> {
    const field = driverOf(engine).fields.find(({ kind }) => kind === "secret");
    if (id === undefined || field === undefined || (values[field.name] ?? "") !== "") return values;
    const secret = await this.#secrets.get(id);
    return secret === undefined ? values : { ...values, [field.name]: secret };
  }

  async #one(id: string): Promise<Stored> {
    const connection = (await this.#read()).find((candidate) => candidate.id === id);
    if (connection !== undefined) return connection;
    throw new SeedloomError("usage", "This connection is no longer known.", "Choose another.");
  }

  async #change(edit: (stored: readonly Stored[]) => readonly Stored[]): Promise<void> {
    // One change at a time, each on what the file says then: another window's process writes it too.
    const change = this.#last.then(async () => {
      const stored = edit(await this.#read());
      await writeFileAtomic(this.#file, `${JSON.stringify(stored, null, 2)}\n`, 0o600);
    });
    this.#last = change.catch(() => undefined);
    await change;
  }

  async #read(): Promise<readonly Stored[]> {
    const text = await readFile(this.#file, "utf8").catch((error: unknown) => {
      if (error instanceof Error && "code" in error && error.code === "ENOENT") return "[]";
      throw unreadable(this.#file, error);
    });
    try {
      return fileSchema.parse(JSON.parse(text));
    } catch (error) {
      // Unlike a list of recent projects it protects something, so it is not taken for empty.
      throw unreadable(this.#file, error);
    }
  }
}

const unreadable = (file: string, cause: unknown): SeedloomError =>
  new SeedloomError(
    "source-unreadable",
    `The list of connections cannot be read: ${file}.`,
    "Mend the file, or remove it and add the connections again.",
    { cause },
  );

function driverOf(engine: Driver["id"]): Driver {
  const driver = drivers.find(({ id }) => id === engine);
  if (driver === undefined) throw new SeedloomError("source-unsupported", `There is no driver for ${engine}.`);
  return driver;
}

/** A password that is a variable is no secret, and stays with the values. */
function split(
  { fields }: Driver,
  values: FieldValues,
): { readonly plain: FieldValues; readonly secret: string | undefined } {
  const plain: Record<string, string> = {};
  let secret: string | undefined;
  for (const { name, kind } of fields) {
    const value = values[name] ?? "";
    if (value === "") continue;
    if (kind === "secret" && !/^\$\{[A-Za-z_][A-Za-z0-9_]*\}$/.test(value)) secret = value;
    else plain[name] = value;
  }
  return { plain, secret };
}

/** Values may name variables; one that is not set leads nowhere, and so to no database that could be mistaken. */
const expanded = (values: FieldValues): FieldValues =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      value.replaceAll(/\$\{([A-Za-z_][A-Za-z0-9_]*)\}/g, (whole, variable: string) => process.env[variable] ?? whole),
    ]),
  );
