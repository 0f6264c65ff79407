import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

// Python with the libraries that the printed code is for. Where the machine does not have them, they come as packages of Debian
// into a folder of the user's, once; nothing is installed.

const python = "/usr/bin/python3";
const modules = "import factory, faker, sqlalchemy, pytest, psycopg2, black";
const packages = [
  "python3-factory-boy python3-fake-factory python3-dateutil python3-six python3-unidecode python3-sqlalchemy python3-greenlet",
  "python3-pytest python3-attr python3-iniconfig python3-packaging python3-pluggy python3-more-itertools python3-py python3-psycopg2",
  "black python3-click python3-colorama python3-pathspec python3-platformdirs python3-mypy-extensions python3-typing-extensions",
  "python3-tomli python3-pkg-resources libpq5",
].flatMap((line) => line.split(" "));

type Environment = Readonly<Record<string, string | undefined>>;

const works = (env: Environment): boolean =>
  existsSync(python) && spawnSync(python, ["-c", modules], { env, stdio: "ignore" }).status === 0;

/** The environment that Python finds the libraries in; undefined where they cannot be had. */
export function pythonEnvironment(): Environment | undefined {
  const plain = { ...process.env, PYTHONDONTWRITEBYTECODE: "1" };
  if (works(plain)) return plain;
  const cache = join(tmpdir(), `seedloom-python-${process.getuid?.() ?? 0}`);
  const cached = { ...plain, PYTHONPATH: join(cache, "usr/lib/python3/dist-packages") };
  const wasThere = existsSync(cache);
  if (wasThere && works(cached)) return cached;
  try {
    // It comes there whole: what does not work is what is left of it.
    if (wasThere) rmSync(cache, { recursive: true, force: true });
    fetchPackages(cache);
  } catch {
    return undefined;
  }
  return works(cached) ? cached : undefined;
}

/** Fills a folder beside the cache first, so that another run never sees half of it; the first to be ready fills it for all. */
function fetchPackages(cache: string): void {
  const folder = mkdtempSync(`${cache}-`);
  try {
    const archives = join(folder, "archives");
    mkdirSync(archives);
    const download = [
      "download",
      "--quiet",
      "-o",
      "Acquire::Retries=0",
      "-o",
      "Acquire::http::Timeout=10",
      ...packages,
    ];
    // Where no network answers, tests are skipped rather than kept waiting.
    execFileSync("apt-get", download, { cwd: archives, stdio: "ignore", timeout: 60_000 });
    for (const name of readdirSync(archives)) execFileSync("dpkg-deb", ["-x", join(archives, name), folder]);
    rmSync(archives, { recursive: true });
    try {
      renameSync(folder, cache);
    } catch (error) {
      if (!existsSync(cache)) throw error;
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs Python in a folder and returns what it prints; its words are the error where it fails. */
export function runPython(env: Environment, cwd: string, words: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(python, words, { cwd, env, encoding: "utf8" });
  if (status === 0) return stdout;
  throw new Error(`${words.join(" ").slice(0, 200)}\n${stdout}${stderr}`);
}
