import { enableCompileCache } from "node:module";

// The entry of a target's thread. As with the workers of a job, what the process keeps compiled serves its threads too.
if (process.env["NODE_COMPILE_CACHE"]) enableCompileCache();
await import("./answer-calls.ts");
