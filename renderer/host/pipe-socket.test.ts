import { describe, expect, it } from "vitest";
import { pipeSocketClass } from "./pipe-socket.ts";
import type { Pipe } from "./pipe.ts";

function fakePipe() {
  const sent: string[] = [];
  let receive: (text: string) => void = () => undefined;
  let close: () => void = () => undefined;
  const pipe: Pipe = {
    send: (text) => void sent.push(text),
    onMessage: (listener) => void (receive = listener),
    onClose: (listener) => void (close = listener),
  };
  return { pipe, sent, receive: (text: string) => receive(text), close: () => close() };
}
const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

describe("a WebSocket over the desktop window's pipe", () => {
  it("opens after its listeners are there, and carries text both ways", async () => {
    const { pipe, sent, receive } = fakePipe();
    const Socket = pipeSocketClass(pipe);
    const socket = new Socket("pipe:");
    const heard: unknown[] = [];
    socket.addEventListener("open", () => heard.push("open"));
    socket.addEventListener("message", ({ data }) => heard.push(data));
    expect(socket.readyState).toBe(Socket.CONNECTING);
    await turn();
    expect(socket.readyState).toBe(Socket.OPEN);
    socket.send("question");
    receive("answer");
    expect([sent, heard]).toEqual([["question"], ["open", "answer"]]);
  });

  it("closes with the pipe, once, and says nothing more", async () => {
    const { pipe, sent, close } = fakePipe();
    const Socket = pipeSocketClass(pipe);
    const socket = new Socket("pipe:");
    let closed = 0;
    socket.addEventListener("close", () => closed++);
    await turn();
    close();
    close();
    socket.send("late");
    expect([closed, sent, socket.readyState]).toEqual([1, [], Socket.CLOSED]);
  });

  it("hands frames to the socket that was opened last", async () => {
    const { pipe, receive } = fakePipe();
    const Socket = pipeSocketClass(pipe);
    const [first, second] = [new Socket("pipe:"), new Socket("pipe:")];
    const heard: string[] = [];
    first.addEventListener("message", () => heard.push("first"));
    second.addEventListener("message", () => heard.push("second"));
    await turn();
    receive("frame");
    expect(heard).toEqual(["second"]);
  });
});
