import type { Pipe } from "./pipe.ts";

const CONNECTING = 0;
const OPEN = 1;
const CLOSING = 2;
const CLOSED = 3;

/**
 * Makes the WebSocket-like class that tRPC's client expects out of a text pipe. A pipe has one listener for the life of the
 * window, so frames go to the socket that was opened last.
 */
export function pipeSocketClass(pipe: Pipe): typeof WebSocket {
  const sockets = new Set<PipeSocket>();
  const newest = (): PipeSocket | undefined => [...sockets].at(-1);

  class PipeSocket extends EventTarget {
    static readonly CONNECTING = CONNECTING;
    static readonly OPEN = OPEN;
    static readonly CLOSING = CLOSING;
    static readonly CLOSED = CLOSED;
    readonly CONNECTING = CONNECTING;
    readonly OPEN = OPEN;
    readonly CLOSING = CLOSING;
    readonly CLOSED = CLOSED;
    readyState: number = CONNECTING;
    binaryType = "arraybuffer";

    constructor() {
      super();
      sockets.add(this);
      // The client adds its listeners after construction.
      setTimeout(() => {
        if (this.readyState !== CONNECTING) return;
        this.readyState = OPEN;
        this.dispatchEvent(new Event("open"));
      });
    }

    send(text: string): void {
      if (this.readyState === OPEN) pipe.send(text);
    }

    close(): void {
      if (this.readyState === CLOSED) return;
      this.readyState = CLOSED;
      sockets.delete(this);
      this.dispatchEvent(new CloseEvent("close", { code: 1000 }));
    }
  }

  pipe.onMessage((text) => newest()?.dispatchEvent(new MessageEvent("message", { data: text })));
  pipe.onClose(() => newest()?.close());
  // It has what the client uses of a WebSocket: the state constants, readyState, send, close and the events.
  return PipeSocket as unknown as typeof WebSocket;
}
