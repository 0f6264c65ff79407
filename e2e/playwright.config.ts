import { defineConfig } from "playwright/test";
import type { HostOptions } from "./fixtures/seedloom.ts";

export default defineConfig<HostOptions>({
  testDir: "specs",
  outputDir: "../test-results",
  // For a machine that has other things to do, too.
  timeout: 120_000,
  expect: { timeout: 30_000 },
  workers: 2,
  retries: 0,
  forbidOnly: true,
  reporter: "list",
  globalSetup: "./fixtures/global-setup.ts",
  projects: [
    { name: "desktop", use: { host: "desktop" }, grepInvert: /@browser/ },
    { name: "browser host", use: { host: "browser" }, grep: /@both|@browser/ },
  ],
});
