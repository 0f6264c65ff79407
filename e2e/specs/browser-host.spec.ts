import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { Page } from "playwright";
import { launchBrowser } from "../fixtures/find-browser.ts";
import { serve, type ServedHost } from "../fixtures/hosts.ts";
import { expect, test } from "../fixtures/seedloom.ts";

// A page of another site, in the very browser that holds the window's cookie, and what it can do to the window: nothing.

async function foreignSite(): Promise<{ readonly server: Server; readonly address: string }> {
  const server = createServer((_request, response) => {
    response.setHeader("content-type", "text/html").end("<!doctype html><title>A foreign page</title>");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { server, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
}

test("a foreign page in the same browser reaches neither files nor pipe", { tag: "@browser" }, async ({ scratch }) => {
  const host = await serve({ home: join(scratch, "home"), words: [] });
  const { server, address } = await foreignSite();
  const browser = await launchBrowser();
  try {
    const context = await browser.newContext();
    const window = await context.newPage();
    await window.goto(host.address);
    await expect(window).toHaveTitle("Seedloom");
    const foreign = await context.newPage();
    await foreign.goto(address);
    expect(await attack(foreign, new URL(host.address).origin)).toEqual([]);
    // A frame that was refused shows the browser's own error page.
    expect(foreign.frames().filter((frame) => frame.url().startsWith(new URL(host.address).origin))).toEqual([]);
  } finally {
    await browser.close();
    server.close();
    await host.close();
  }
});

/** Answers with the names of what got through. */
function attack(page: Page, target: string): Promise<string[]> {
  return page.evaluate(async (origin) => {
    const element = (name: "img" | "script", attributes: Record<string, string>): Promise<unknown> =>
      new Promise((resolve, reject) => {
        const made = Object.assign(document.createElement(name), attributes);
        made.addEventListener("load", resolve);
        made.addEventListener("error", reject);
        document.body.append(made);
      });
    const frame = document.createElement("iframe");
    frame.src = `${origin}/`;
    document.body.append(frame);
    const attempts: Record<string, () => Promise<unknown>> = {
      read: () => fetch(`${origin}/`, { credentials: "include" }),
      post: () => fetch(`${origin}/pipe`, { method: "POST", credentials: "include", body: "{}" }),
      script: () => element("script", { src: `${origin}/assets/index.js` }),
      image: () => element("img", { src: `${origin}/favicon.ico` }),
      socket: () =>
        new Promise((resolve, reject) => {
          const socket = new WebSocket(`${origin.replace("http", "ws")}/pipe`);
          socket.addEventListener("open", resolve);
          socket.addEventListener("error", reject);
        }),
    };
    const outcomes = await Promise.allSettled(Object.values(attempts).map((attempt) => attempt()));
    return Object.keys(attempts).filter((_, index) => outcomes[index]?.status === "fulfilled");
  }, target);
}

test("the address opens one window, and a second use of it none", { tag: "@browser" }, async ({ scratch }) => {
  const host: ServedHost = await serve({ home: join(scratch, "home"), words: [] });
  const browser = await launchBrowser();
  try {
    const first = await browser.newPage();
    await first.goto(host.address);
    await expect(first).toHaveTitle("Seedloom");
    expect(first.url()).not.toContain("token");
    const second = await (await browser.newContext()).newPage();
    expect((await second.goto(host.address))?.status()).toBe(401);
    await expect(second.locator("body")).toContainText("opens with the address that it printed");
    expect(host.printed().trim().split("\n")).toHaveLength(1);
  } finally {
    await browser.close();
    await host.close();
  }
});
