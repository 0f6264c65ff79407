import { EventEmitter } from "node:events";
import type { WebContents } from "electron";
import { expect, test } from "vitest";
import type { TextPipe } from "../backend/connect-pipe.ts";
import { attachPipe } from "./ipc-pipe.ts";

const frame = "seedloom:frame";
const window = { url: "app://seedloom/" };

/** Contents as Electron has them, as far as the pipe looks at them, and a backend that keeps what it hears. */
function start() {
  const sent: unknown[][] = [];
  const heard: string[] = [];
  const pipes: TextPipe[] = [];
  let closings = 0;
  const ipc = new EventEmitter();
  const contents = Object.assign(new EventEmitter(), {
    ipc,
    mainFrame: window,
    isDestroyed: () => false,
    send: (...words: unknown[]) => void sent.push(words),
  });
  attachPipe(contents as unknown as WebContents, (pipe) => {
    pipes.push(pipe);
    pipe.onMessage((text) => heard.push(text));
    pipe.onClose(() => closings++);
  });
  const say = (senderFrame: unknown, text: unknown): void => void ipc.emit(frame, { senderFrame }, text);
  return { contents, sent, heard, pipes, say, closings: () => closings };
}

test("carries the window's frames to the backend, and its answers back", () => {
  const { say, heard, pipes, sent } = start();
  say(window, "one");
  say(window, "two");
  pipes[0]?.send("answer");
  expect(heard).toEqual(["one", "two"]);
  expect(pipes).toHaveLength(1);
  expect(sent).toEqual([[frame, "answer"]]);
});

test("hears no frame inside the window, no page in its place, and nobody who is gone", () => {
  const { contents, say, heard, pipes } = start();
  say({ url: "app://seedloom/" }, "from a frame of the same address");
  say({ url: "data:text/html,x" }, "from an injected frame");
  say(null, "from a frame that is gone");
  for (const url of [
    "https://evil.example/",
    "app://evil/",
    "file:///index.html",
    "data:text/html,x",
    "about:blank",
    "",
  ]) {
    const mainFrame = { url };
    Object.assign(contents, { mainFrame });
    say(mainFrame, `from ${url}`);
  }
  expect(heard).toEqual([]);
  expect(pipes).toEqual([]);
});

test("closes on a frame that is no text or too long, and says so", () => {
  for (const bad of [{ text: "x" }, 7, undefined, new Uint8Array(4), "x".repeat(32 * 2 ** 20 + 1)]) {
    const { say, heard, closings, sent } = start();
    say(window, "good");
    say(window, bad);
    expect(heard).toEqual(["good"]);
    expect(closings()).toBe(1);
    expect(sent).toEqual([["seedloom:closed"]]);
  }
});

test("a page that is loaded again gets a pipe of its own, and the old one ends", () => {
  const { contents, say, pipes, closings } = start();
  say(window, "before");
  contents.emit("did-start-navigation", { isMainFrame: true, isSameDocument: true });
  contents.emit("did-start-navigation", { isMainFrame: false, isSameDocument: false });
  expect(closings()).toBe(0);
  contents.emit("did-start-navigation", { isMainFrame: true, isSameDocument: false });
  expect(closings()).toBe(1);
  say(window, "after");
  expect(pipes).toHaveLength(2);
});

test("a window that crashed or closed ends its pipe", () => {
  for (const end of ["render-process-gone", "destroyed"]) {
    const { contents, say, closings } = start();
    say(window, "before");
    contents.emit(end);
    expect(closings()).toBe(1);
  }
});
