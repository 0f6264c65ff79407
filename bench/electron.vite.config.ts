import { defineConfig } from "electron-vite";

// What is measured is what an installation runs: built as electron.vite.config.ts builds the application, with the measurement as its
// only entry beside the worker of a job.
export default defineConfig({
  main: {
    build: {
      outDir: "node_modules/.cache/seedloom/bench",
      rolldownOptions: {
        input: { "export-run": "bench/export-run.ts", "job-worker": "electron/jobs/job-worker.js" },
        output: { format: "es", entryFileNames: "[name].js", chunkFileNames: "chunk-[hash].js" },
      },
    },
  },
});
