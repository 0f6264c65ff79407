import type { WebSocket } from "ws";
import type { TextPipe } from "../backend/connect-pipe.ts";

const unsupportedData = 1003;

/** A WebSocket as the text pipe that the backend is served over. */
export function webSocketPipe(socket: WebSocket): TextPipe {
  // A frame over the limit or one that is broken: the socket closes itself, and close is what the backend listens to.
  socket.on("error", () => undefined);
  return {
    send: (text) => socket.send(text),
    onMessage: (listener) => {
      socket.on("message", (data, isBinary) => {
        if (isBinary || !(data instanceof Buffer)) socket.close(unsupportedData);
        else listener(data.toString("utf8"));
      });
    },
    onClose: (listener) => {
      socket.on("close", listener);
    },
    close: () => socket.close(),
  };
}
