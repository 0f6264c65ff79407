import { enableCompileCache } from "node:module";
import { parentPort } from "node:worker_threads";

// The entry of a worker thread. Where the process keeps compiled modules, its threads use them too: each thread would else
// compile all of them for itself. The cache counts for what is loaded after it is switched on, and not for this file: it is
// JavaScript, so that no thread loads what reads TypeScript, 4 MB of WebAssembly that also detach a buffer, after which V8 asks
// every typed array whether it still has its memory; and several threads with WebAssembly of their own can bring V8 down.
if (process.env["NODE_COMPILE_CACHE"]) enableCompileCache();
const { answerRequests } = await import("./answer-requests.ts");
answerRequests(parentPort);
