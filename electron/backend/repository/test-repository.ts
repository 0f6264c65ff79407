import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** A git repository of a test's own, which no setting of the user or the system reaches. */
export class TestRepository {
  readonly root = realpathSync(mkdtempSync(join(tmpdir(), "seedloom-repository-")));

  constructor() {
    this.git("init", "--quiet", "--initial-branch=main");
    this.git("config", "user.name", "Kim");
    this.git("config", "user.email", "kim@example.com");
    this.git("config", "commit.gpgsign", "false");
  }

  git(...args: readonly string[]): string {
    return execFileSync("git", args, { cwd: this.root, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  }

  write(path: string, text: string): void {
    mkdirSync(dirname(join(this.root, path)), { recursive: true });
    writeFileSync(join(this.root, path), text);
  }

  /** Commits all that stands there. */
  commitAll(message: string): void {
    this.git("add", "--all");
    this.git("commit", "--quiet", "--message", message);
  }

  /** The paths of the last commit. */
  committed(): readonly string[] {
    return this.git("show", "--name-only", "--format=", "-z", "HEAD")
      .split("\0")
      .filter((path) => path !== "");
  }

  status(): string {
    return this.git("status", "--porcelain");
  }

  remove(): void {
    rmSync(this.root, { recursive: true });
  }
}
