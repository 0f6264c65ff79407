import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "node",
          environment: "node",
          include: ["{shared,electron,bench,examples,scripts,e2e}/**/*.test.ts"],
          testTimeout: 60_000,
        },
      },
      { test: { name: "window", environment: "jsdom", include: ["renderer/**/*.test.{ts,tsx}"], testTimeout: 30_000 } },
    ],
  },
});
