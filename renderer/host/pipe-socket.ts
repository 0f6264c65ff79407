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
  let current: PipeSocket | undefined;

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
      current = this;
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
      if (current === this) current = undefined;
      this.dispatchEvent(new CloseEvent("close", { code: 1000 }));
    }
  }

  pipe.onMessage((text) => current?.dispatchEvent(new MessageEvent("message", { data: text })));
  pipe.onClose(() => current?.close());
  // It has what the client uses of a WebSocket: the state constants, readyState, send, close and the events.
  return PipeSocket as unknown as typeof WebSocket;
}
