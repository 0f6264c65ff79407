import { EventEmitter } from "node:events";
import type { IncomingMessage } from "node:http";
import { getWSConnectionHandler } from "@trpc/server/adapters/ws";
import { backendRouter } from "./router.ts";
import type { BackendContext } from "./services.ts";

/** The carrier of text frames between one window and the backend: Electron's IPC or a WebSocket. */
export interface TextPipe {
  send(text: string): void;
  onMessage(listener: (text: string) => void): void;
  onClose(listener: () => void): void;
  close(): void;
}

const open = 1;
const closed = 3;

/** What tRPC's WebSocket handler uses of a WebSocket, over any pipe. */
class PipeSocket extends EventEmitter {
  readyState = open;
  readonly #pipe: TextPipe;

  constructor(pipe: TextPipe) {
    super();
    this.#pipe = pipe;
    pipe.onMessage((text) => this.emit("message", Buffer.from(text, "utf8"), false));
    pipe.onClose(() => this.#end());
  }

  send(data: string | Uint8Array): void {
    // An answer may be ready after its window has gone.
    if (this.readyState !== open) return;
    this.#pipe.send(typeof data === "string" ? data : Buffer.from(data).toString("utf8"));
  }

  close(): void {
    if (this.readyState !== open) return;
    this.#pipe.close();
    this.#end();
  }

  terminate(): void {
    this.close();
  }

  #end(): void {
    if (this.readyState === closed) return;
    this.readyState = closed;
    this.emit("close");
  }
}

/**
 * Serves the backend's procedures over one pipe until it closes. Subscriptions end with the pipe; jobs go on.
 */
export function serveRouter(pipe: TextPipe, context: BackendContext): void {
  const connect = getWSConnectionHandler({
    // Only read by applyWSSHandler.
    wss: new EventEmitter(),
    router: backendRouter,
    createContext: () => context,
    onError: ({ error, path }) => {
      if (process.env["SEEDLOOM_DEBUG"]) process.stderr.write(`${path ?? "?"}: ${error.stack ?? error.message}\n`);
    },
  });
  // The adapter asks the request for its address only, to look for connection parameters.
  const request = { url: "/", headers: {} } as unknown as IncomingMessage;
  connect(new PipeSocket(pipe), request);
}
