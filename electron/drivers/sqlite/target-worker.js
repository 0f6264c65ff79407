import { enableCompileCache } from "node:module";
import { parentPort, workerData } from "node:worker_threads";

// The entry of a target's thread: JavaScript, and on what the process keeps compiled, as with the workers of a job.
if (process.env["NODE_COMPILE_CACHE"]) enableCompileCache();
const { answerCalls } = await import("./answer-calls.ts");
answerCalls(parentPort, workerData);
