import { chmodSync, mkdtempSync, rmSync, unlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { commitFiles } from "./commit-files.ts";
import { repositoryState } from "./repository-state.ts";
import { TestRepository } from "./test-repository.ts";

let repository: TestRepository;
beforeEach(() => {
  repository = new TestRepository();
  repository.write("readme", "a shop\n");
  repository.commitAll("Begin");
});
afterEach(() => repository.remove());

test("a repository says its branch, its head and what is changed in it, whatever the names", async () => {
  repository.write("seeds/-rf.sql", "x");
  repository.write("größe\n.csv", "x");
  repository.git("add", "--all");
  const state = await repositoryState(join(repository.root, "not", "there", "yet"));
  expect(state).toMatchObject({
    git: "repository",
    root: repository.root,
    branch: "main",
    detached: false,
    changes: 2,
  });
  expect(state.changed.toSorted()).toEqual(["größe\n.csv", "seeds/-rf.sql"]);
  expect(repository.git("rev-parse", "HEAD").startsWith(state.head ?? "?")).toBe(true);
});

test("a folder outside of any repository is its own border, and so it is where git cannot be run", async () => {
  const folder = mkdtempSync(join(tmpdir(), "seedloom-plain-"));
  try {
    expect(await repositoryState(folder)).toMatchObject({ git: "none", root: folder, base: folder });
    vi.stubEnv("PATH", folder);
    expect(await repositoryState(repository.root)).toMatchObject({ git: "absent", root: repository.root });
    await expect(commitFiles(repository.root, { paths: ["readme"], message: "x" })).rejects.toMatchObject({
      message: "Git cannot be run here.",
    });
  } finally {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
  }
});

test("only these files are committed, hostile names too, and what the user has staged stays staged", async () => {
  repository.write("readme", "a larger shop\n");
  repository.write("mine", "staged\n");
  repository.git("add", "--all");
  repository.write("readme", "edited after staging\n");
  const paths = ["seeds/-rf.sql", "seeds/a\nb.sql", "seeds/größe*.sql", ":(top)x"];
  for (const path of paths) repository.write(path, "insert\n");
  repository.write("seeds/größe-other.sql", "not exported\n");
  const done = await commitFiles(repository.root, { paths, message: "-m seeds" });
  expect(done).toMatchObject({ branch: "main", files: 4 });
  expect(repository.committed().toSorted()).toEqual(paths.toSorted());
  expect(repository.git("log", "-1", "--format=%s").trim()).toBe("-m seeds");
  expect(repository.status().split("\n").toSorted()).toEqual(
    ["", "A  mine", "MM readme", String.raw`?? "seeds/gr\303\266\303\237e-other.sql"`].toSorted(),
  );
});

test("a file that no target gives any more is committed as gone", async () => {
  repository.write("seeds/old.sql", "x");
  repository.commitAll("Old");
  unlinkSync(join(repository.root, "seeds/old.sql"));
  await commitFiles(repository.root, { paths: ["seeds/old.sql"], message: "Clear" });
  expect(repository.status()).toBe("");
  expect(repository.git("ls-files")).toBe("readme\n");
});

test("a commit on a new branch leaves the old one where it was", async () => {
  const before = repository.git("rev-parse", "main");
  repository.write("seeds/a.sql", "x");
  expect(
    await commitFiles(repository.root, { paths: ["seeds/a.sql"], message: "Seeds", branch: "test-data/smoke" }),
  ).toMatchObject({
    branch: "test-data/smoke",
  });
  expect(repository.git("rev-parse", "main")).toBe(before);
  expect(repository.status()).toBe("");
  await expect(commitFiles(repository.root, { paths: ["readme"], message: "x", branch: "main" })).rejects.toMatchObject(
    { code: "usage" },
  );
  await expect(
    commitFiles(repository.root, { paths: ["readme"], message: "x", branch: "--force" }),
  ).rejects.toMatchObject({ code: "usage" });
});

test("where a hook refuses, nothing is committed, staged or switched", async () => {
  repository.write(".git/hooks/pre-commit", "#!/bin/sh\necho 'seeds are frozen' >&2\nexit 1\n");
  chmodSync(join(repository.root, ".git/hooks/pre-commit"), 0o755);
  repository.write("seeds/a.sql", "x");
  const head = repository.git("rev-parse", "HEAD");
  await expect(
    commitFiles(repository.root, { paths: ["seeds/a.sql"], message: "Seeds", branch: "seeds" }),
  ).rejects.toMatchObject({ code: "commit-failed", message: expect.stringContaining("seeds are frozen") as string });
  expect(repository.git("rev-parse", "HEAD")).toBe(head);
  expect(repository.git("branch", "--show-current")).toBe("main\n");
  expect(repository.git("branch", "--list", "seeds")).toBe("");
  expect(repository.status()).toBe("?? seeds/\n");
});

test("a detached head asks for a branch, and goes back to itself where the commit fails", async () => {
  repository.git("checkout", "--quiet", "--detach");
  repository.write("seeds/a.sql", "x");
  const request = { paths: ["seeds/a.sql"], message: "Seeds" };
  await expect(commitFiles(repository.root, request)).rejects.toMatchObject({
    message: expect.stringContaining("detached") as string,
  });
  await expect(commitFiles(repository.root, { ...request, paths: ["readme"], branch: "seeds" })).rejects.toMatchObject({
    code: "commit-failed",
  });
  expect(await repositoryState(repository.root)).toMatchObject({ detached: true });
  expect(await commitFiles(repository.root, { ...request, branch: "seeds" })).toMatchObject({ branch: "seeds" });
});

test("what git has no answer to is said in words", async () => {
  repository.write(".gitignore", "*.sql\n");
  repository.write("seeds/a.sql", "x");
  await expect(commitFiles(repository.root, { paths: ["seeds/a.sql"], message: "x" })).rejects.toMatchObject({
    message: "The repository ignores seeds/a.sql.",
  });
  vi.stubEnv("HOME", repository.root);
  vi.stubEnv("XDG_CONFIG_HOME", repository.root);
  vi.stubEnv("GIT_CONFIG_NOSYSTEM", "1");
  repository.git("config", "--unset", "user.name");
  repository.git("config", "--unset", "user.email");
  repository.git("config", "user.useConfigOnly", "true");
  try {
    await expect(commitFiles(repository.root, { paths: ["readme"], message: "x" })).rejects.toMatchObject({
      message: "Git does not know who commits.",
    });
  } finally {
    vi.unstubAllEnvs();
  }
});

test("the first commit of a repository may be an export", async () => {
  repository.git("checkout", "--quiet", "--orphan", "fresh");
  repository.git("rm", "--quiet", "-r", "--cached", ".");
  repository.write("seeds/a.sql", "x");
  expect(await commitFiles(repository.root, { paths: ["seeds/a.sql"], message: "First" })).toMatchObject({
    branch: "fresh",
  });
  expect(repository.git("ls-files")).toBe("seeds/a.sql\n");
});
