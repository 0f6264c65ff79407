import type { WebContents, WebFrameMain } from "electron";
import type { TextPipe } from "../backend/connect-pipe.ts";
import { isWindowAddress } from "./window-address.ts";

// As in the preload, which imports nothing.
const frameChannel = "seedloom:frame";
const closedChannel = "seedloom:closed";

/** A whole project draft crosses in one frame; a schema of thousands of tables stays far below this. */
const maxFrameLength = 32 * 2 ** 20;

interface OpenPipe {
  readonly receive: (text: string) => void;
  readonly end: () => void;
}

/** Serves the backend to one window over its IPC. A page that is loaded again gets a new pipe. */
export function attachPipe(contents: WebContents, connect: (pipe: TextPipe) => void): void {
  let current: OpenPipe | undefined;
  const end = (): void => {
    const ended = current;
    current = undefined;
    ended?.end();
  };
  const close = (): void => {
    end();
    if (!contents.isDestroyed()) contents.send(closedChannel);
  };

  contents.ipc.on(frameChannel, (event, text: unknown) => {
    if (!isWindowItself(event.senderFrame, contents)) return;
    if (typeof text !== "string" || text.length > maxFrameLength) return close();
    current ??= openPipe(contents, connect, close);
    current.receive(text);
  });
  contents.on("did-start-navigation", ({ isMainFrame, isSameDocument }) => {
    if (isMainFrame && !isSameDocument) end();
  });
  contents.on("render-process-gone", end);
  contents.on("destroyed", end);
}

function openPipe(contents: WebContents, connect: (pipe: TextPipe) => void, close: () => void): OpenPipe {
  const messages: ((text: string) => void)[] = [];
  const closings: (() => void)[] = [];
  connect({
    send: (text) => {
      if (!contents.isDestroyed()) contents.send(frameChannel, text);
    },
    onMessage: (listener) => messages.push(listener),
    onClose: (listener) => closings.push(listener),
    close,
  });
  return {
    receive: (text) => {
      for (const listener of messages) listener(text);
    },
    end: () => {
      for (const listener of closings) listener();
    },
  };
}

/** A frame inside the window, or a page that took its place, must not speak for it. */
function isWindowItself(frame: WebFrameMain | null, contents: WebContents): boolean {
  return frame !== null && frame === contents.mainFrame && isWindowAddress(frame.url);
}
