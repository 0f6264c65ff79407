// Reads all that worker threads run, so that NODE_COMPILE_CACHE has it: see keep-thread-code.ts.
import "../electron/drivers/sqlite/answer-calls.ts";
import "../electron/jobs/answer-requests.ts";
