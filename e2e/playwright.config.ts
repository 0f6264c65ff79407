import { defineConfig } from "playwright/test";
import type { HostOptions } from "./fixtures/seedloom.ts";

export default defineConfig<HostOptions>({
  testDir: "specs",
  outputDir: "../test-results",
  timeout: 60_000,
  expect: { timeout: 10_000 },
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
