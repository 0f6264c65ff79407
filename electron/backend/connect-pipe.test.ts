import { setTimeout as wait } from "node:timers/promises";
import { createTRPCClient, createWSClient, TRPCClientError, wsLink } from "@trpc/client";
import superjson from "superjson";
import { afterEach, expect, test } from "vitest";
import { SeedloomError } from "../../shared/base/errors.ts";
import type { JobProgress } from "../../shared/api/views.ts";
import { serveRouter, type TextPipe } from "./connect-pipe.ts";
import { bareHost } from "./host.ts";
import type { AppRouter } from "./router.ts";
import type { BackendContext, JobService } from "./services.ts";

const progress = (rows: number): JobProgress => ({
  job: "1",
  state: "running",
  rows,
  totalRows: 100,
  bytes: rows,
  elapsed: 1,
  rowsPerSecond: rows,
  tables: [],
});

/** What the pipe is tested with: services that only answer. */
function context(overrides: { readonly jobs?: Partial<JobService>; readonly view?: () => never }): BackendContext {
  const unused = (): never => {
    throw new Error("secret /home/someone/db?password=hunter2");
  };
  return {
    host: bareHost,
    info: { version: "1.2.3", host: "browser", platform: "linux", nativeDialogs: false, homeFolder: "/home/x" },
    sessions: {
      openSource: unused,
      openConnection: unused,
      openProject: unused,
      openSample: unused,
      view: overrides.view ?? unused,
      update: unused,
      findings: unused,
      save: unused,
      close: unused,
      table: unused,
      trial: unused,
      assignment: unused,
      valueRules: unused,
      scope: unused,
      page: unused,
      profile: unused,
      sparks: unused,
    },
    jobs: { start: unused, watch: unused, cancel: unused, running: () => [], ...overrides.jobs },
    loads: { preview: unused, start: unused },
    connections: { list: unused, save: unused, remove: unused, test: unused, parse: unused },
    privacy: {
      findings: unused,
      scan: unused,
      choices: unused,
      policy: unused,
      page: unused,
      preview: unused,
      masks: unused,
      trial: unused,
      key: unused,
      makeKey: unused,
      setKey: unused,
      forgetKey: unused,
      acceptKey: unused,
    },
    privacyChecks: { sample: unused, all: unused, risk: unused, reach: unused, report: unused },
    targets: { kinds: unused, compare: unused, repository: unused, start: unused, file: unused, commit: unused },
    sampling: { choices: unused, counts: unused, why: unused },
    recents: { list: async () => [], forget: async () => undefined },
    drift: { compare: unused },
    snapshots: {
      list: unused,
      databases: unused,
      tables: unused,
      save: unused,
      restore: unused,
      watch: unused,
      cancel: unused,
      diff: unused,
      delete: unused,
    },
    files: { list: unused, reveal: unused },
    generators: () => [],
  };
}

let hangUp: () => void = () => undefined;
afterEach(() => hangUp());

/** A window at the other end of a pipe, with the real client. */
function connect(backend: BackendContext) {
  let toBackend: (text: string) => void = () => undefined;
  let closeBackend: () => void = () => undefined;
  class Socket extends EventTarget {
    static readonly CONNECTING = 0;
    static readonly OPEN = 1;
    static readonly CLOSING = 2;
    static readonly CLOSED = 3;
    readyState = 0;
    constructor() {
      super();
      const pipe: TextPipe = {
        send: (text) => queueMicrotask(() => this.dispatchEvent(new MessageEvent("message", { data: text }))),
        onMessage: (listener) => (toBackend = listener),
        onClose: (listener) => (closeBackend = listener),
        close: () => this.close(),
      };
      setTimeout(() => {
        this.readyState = 1;
        serveRouter(pipe, backend);
        this.dispatchEvent(new Event("open"));
      });
    }
    send(text: string): void {
      toBackend(text);
    }
    close(): void {
      this.readyState = 3;
      closeBackend();
      this.dispatchEvent(new Event("close"));
    }
  }
  const socket = createWSClient({
    url: "pipe:",
    WebSocket: Socket as unknown as typeof WebSocket,
    retryDelayMs: () => 60_000,
  });
  hangUp = () => void socket.close();
  return {
    client: createTRPCClient<AppRouter>({ links: [wsLink({ client: socket, transformer: superjson })] }),
    send: (text: string) => toBackend(text),
    closePipe: () => closeBackend(),
  };
}

const failure = async (call: Promise<unknown>) => {
  const error = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return error instanceof TRPCClientError ? (error as TRPCClientError<AppRouter>) : undefined;
};

test("a call is answered over the pipe", async () => {
  const { client } = connect(context({}));
  expect(await client.app.info.query()).toMatchObject({ version: "1.2.3" });
});

test("an error reaches the window as code, sentence and hint", async () => {
  const view = (): never => {
    throw new SeedloomError("source-locked", "shop.sqlite is locked by another program.", "Close it there.");
  };
  const { client } = connect(context({ view }));
  const error = await failure(client.projects.view.query({ session: "x" }));
  expect(error?.data?.seedloom).toEqual({
    code: "source-locked",
    message: "shop.sqlite is locked by another program.",
    hint: "Close it there.",
  });
});

test("a fault of ours tells the window nothing of stacks, paths or secrets", async () => {
  const { client } = connect(context({}));
  const error = await failure(client.projects.openSample.mutate());
  expect(error?.data?.seedloom.code).toBe("internal");
  expect(JSON.stringify(error?.shape)).not.toMatch(/secret|hunter2|home\/someone|\.ts:/);
});

test("an input that the door does not know is refused", async () => {
  const { client } = connect(context({}));
  const error = await failure(client.jobs.start.mutate({ session: "x", request: { format: "csv", folder: "" } }));
  expect(error?.data?.seedloom).toMatchObject({ code: "usage", message: expect.stringContaining("request.folder") });
});

test("a job's progress arrives in order, and leaving it ends the watch", async () => {
  let ended = false;
  const jobs: Partial<JobService> = {
    async *watch(_job, signal) {
      try {
        for (let rows = 0; !signal.aborted; rows++) {
          yield progress(rows);
          await wait(1);
        }
      } finally {
        ended = true;
      }
    },
  };
  const { client } = connect(context({ jobs }));
  const seen: number[] = [];
  await new Promise<void>((resolve) => {
    const subscription = client.jobs.watch.subscribe(
      { job: "1" },
      {
        onData: ({ data }) => {
          seen.push(data.rows);
          if (seen.length < 5) return;
          subscription.unsubscribe();
          resolve();
        },
      },
    );
  });
  expect(seen).toEqual([0, 1, 2, 3, 4]);
  await expect.poll(() => ended).toBe(true);
});

test("a window that goes away ends its watches", async () => {
  let ended = false;
  const jobs: Partial<JobService> = {
    async *watch(_job, signal) {
      yield progress(1);
      await new Promise((resolve) => signal.addEventListener("abort", resolve));
      ended = true;
    },
  };
  const { client, closePipe } = connect(context({ jobs }));
  await new Promise<void>((resolve) => {
    client.jobs.watch.subscribe({ job: "1" }, { onData: () => resolve() });
  });
  closePipe();
  await expect.poll(() => ended).toBe(true);
});

test.each([
  "",
  "{",
  "null",
  "[]",
  '{"id":1}',
  '{"id":1,"method":"query","params":{"path":"nope.nope"}}',
  "\u0000",
  "x".repeat(100_000),
])("frame %# that is no call does no harm", async (frame) => {
  const { client, send } = connect(context({}));
  await client.app.info.query();
  send(frame);
  expect(await client.app.info.query()).toMatchObject({ version: "1.2.3" });
});
