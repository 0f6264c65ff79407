import { defineConfig } from "vitest/config";
import { threadCode } from "./scripts/keep-thread-code.ts";

const common = {
  setupFiles: ["scripts/fix-properties.ts"],
  // What hangs must end; what is slow, on a machine that has other things to do, must not fail.
  testTimeout: 120_000,
  hookTimeout: 120_000,
  expect: { poll: { timeout: 60_000 } },
};

export default defineConfig({
  test: {
    globalSetup: "scripts/keep-thread-code.ts",
    // By itself, Vitest leaves one core free: half of the machine, where there are two.
    maxWorkers: "100%",
    projects: [
      {
        test: {
          name: "node",
          environment: "node",
          env: { NODE_COMPILE_CACHE: threadCode },
          include: ["{shared,electron,bench,examples,scripts,e2e}/**/*.test.ts"],
          ...common,
        },
      },
      { test: { name: "window", environment: "jsdom", include: ["renderer/**/*.test.{ts,tsx}"], ...common } },
    ],
  },
});
