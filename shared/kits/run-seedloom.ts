/** Starts Seedloom from a test's setup in Node: the same helper in every kit that loads. */
export const nodeRunner = (
  address: string,
): string => `/** Runs Seedloom, which SEEDLOOM_HOME says the folder of, and stops the tests where it fails. */
function seedloom(...words: readonly string[]): void {
  const home = process.env["SEEDLOOM_HOME"];
  if (home === undefined) {
    throw new Error("SEEDLOOM_HOME is not set: the folder that Seedloom is installed in.");
  }
  const done = spawnSync(process.execPath, [join(home, "bin/seedloom.mjs"), ...words], {
    cwd: import.meta.dirname,
    stdio: "inherit",
  });
  if (done.status !== 0) {
    throw new Error(\`seedloom \${words[0]} ended with exit code \${done.status}.\`);
  }
}

function address(): string {
  const found = process.env["${address}"];
  if (found === undefined) {
    throw new Error("${address} is not set: the address of the tests' database.");
  }
  return found;
}`;

/** The same for a test's setup in Python. */
export const pythonRunner = `def seedloom(*words):
    """Runs Seedloom, which SEEDLOOM_HOME says the folder of; stops the tests where it fails."""
    script = os.path.join(os.environ["SEEDLOOM_HOME"], "bin", "seedloom.mjs")
    subprocess.run(["node", script, *words], check=True, cwd=os.path.dirname(__file__))`;
