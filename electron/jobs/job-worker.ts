import { enableCompileCache } from "node:module";

// The entry of a worker thread. Where the process keeps compiled modules, its threads use them too: each thread would else
// compile all of them for itself. The cache counts for what is loaded after it is switched on.
if (process.env["NODE_COMPILE_CACHE"]) enableCompileCache();
await import("./answer-requests.ts");
