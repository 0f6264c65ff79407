import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright";
import { projectFolder } from "../fixtures/hosts.ts";
import { expect, test } from "../fixtures/seedloom.ts";

// Electron's security checklist, as far as a window can show it. What only the real binary can show is in the packaging test.

const provokesErrors = { annotation: { type: "provokes errors" } };

test("the page has no Node and no Electron, only one frozen pipe", async ({ seedloom: { page } }) => {
  const seen = await page.evaluate(() => {
    const api = Object.getOwnPropertyDescriptor(window, "seedloom");
    return {
      node: ["require", "process", "Buffer", "module", "ipcRenderer", "electron"].filter((name) => name in window),
      names: Object.keys(api?.value as object).sort(),
      frozen: Object.isFrozen(api?.value),
      fixed: api?.writable === false && api.configurable === false,
    };
  });
  expect(seen).toEqual({ node: [], names: ["host", "onClose", "onMessage", "send"], frozen: true, fixed: true });
});

test("text in the page does not become code", provokesErrors, async ({ seedloom: { page } }) => {
  const ran = await page.evaluate(async () => {
    const script = document.createElement("script");
    script.textContent = "window.inline = true";
    document.body.append(script);
    const image = document.createElement("img");
    image.setAttribute("onerror", "window.handler = true");
    image.src = "data:,";
    document.body.append(image);
    document.defaultView?.setTimeout("window.fromText = true");
    await new Promise((resolve) => setTimeout(resolve, 100));
    return { inline: "inline" in window, handler: "handler" in window, fromText: "fromText" in window };
  });
  expect(ran).toEqual({ inline: false, handler: false, fromText: false });
});

test("the page reaches no other place", provokesErrors, async ({ seedloom: { page } }) => {
  const reached = await page.evaluate(async () => {
    const attempts = {
      fetch: () => fetch("https://example.com/"),
      socket: () =>
        new Promise((resolve, reject) => {
          const socket = new WebSocket("wss://example.com/");
          socket.addEventListener("open", resolve);
          socket.addEventListener("error", reject);
        }),
      frame: () =>
        new Promise((resolve, reject) => {
          const frame = document.createElement("iframe");
          document.addEventListener("securitypolicyviolation", reject, { once: true });
          frame.addEventListener("load", () => setTimeout(resolve, 200));
          frame.src = "https://example.com/";
          document.body.append(frame);
        }),
    };
    const outcomes = await Promise.allSettled(Object.values(attempts).map((attempt) => attempt()));
    return Object.keys(attempts).filter((_, index) => outcomes[index]?.status === "fulfilled");
  });
  expect(reached).toEqual([]);
});

test("the window does not leave its page", provokesErrors, async ({ seedloom: { page } }) => {
  const before = page.url();
  for (const address of ["https://example.com/", "http://127.0.0.1:1/", "file:///etc/passwd", "data:text/html,x"]) {
    await page.evaluate((target) => void (location.href = target), address);
    await page.waitForTimeout(100);
    expect(page.url()).toBe(before);
  }
  await submitForm(page);
  expect(page.url()).toBe(before);
});

async function submitForm(page: Page): Promise<void> {
  await page.evaluate(() => {
    const form = document.createElement("form");
    form.action = "https://example.com/";
    form.method = "post";
    document.body.append(form);
    form.submit();
  });
  await page.waitForTimeout(100);
}

test(
  "no second window opens, and only listed addresses go to the system's browser",
  provokesErrors,
  async ({ seedloom }) => {
    const { page } = seedloom;
    const opened = await page.evaluate(() =>
      [
        "https://evil.example/",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "https://a@github.com/",
        "https://github.com/",
      ].map((address) => window.open(address)),
    );
    expect(opened).toEqual([null, null, null, null, null]);
    await expect.poll(() => seedloom.opened()).toEqual(["https://github.com/"]);
    expect(
      page
        .context()
        .pages()
        .filter((other) => other.url() !== "about:blank"),
    ).toHaveLength(1);
  },
);

test("nothing is permitted that a browser asks about", async ({ seedloom: { page } }) => {
  const states = await page.evaluate(async () => {
    const names = ["geolocation", "notifications", "camera", "microphone", "clipboard-read"];
    const answers = await Promise.all(
      names.map((name) => navigator.permissions.query({ name: name as PermissionName })),
    );
    return answers.map(({ state }) => state);
  });
  expect(states).not.toContain("granted");
});

test("paths out of the window's folder lead nowhere", provokesErrors, async ({ seedloom: { page } }) => {
  const statuses = await page.evaluate(async () => {
    const paths = [
      "/../main/index.js",
      "/%2e%2e/main/index.js",
      "/..%2fmain/index.js",
      "//etc/passwd",
      "/etc/passwd",
      "/absent.js",
    ];
    const answers = await Promise.all(
      paths.map((path) => fetch(new URL(path, location.origin)).catch(() => undefined)),
    );
    return answers.map((answer) => answer?.status ?? 404);
  });
  expect([...new Set(statuses)]).toEqual([404]);
});

test("what ships asks for no weaker window", async () => {
  const main = await readBundle("main");
  for (const option of [
    "sandbox: true",
    "contextIsolation: true",
    "nodeIntegration: false",
    "webviewTag: false",
    "webSecurity: true",
  ]) {
    expect(main).toContain(option);
  }
  expect(main).toMatch(/nodeIntegrationInWorker: false[\s\S]*nodeIntegrationInSubFrames: false/);
  expect(main).toContain("app.enableSandbox()");
  expect(main).toMatch(/setPermissionRequestHandler[\s\S]*setPermissionCheckHandler/);
  expect(main).not.toMatch(
    /allowRunningInsecureContent|experimentalFeatures|enableBlinkFeatures|@electron\/remote|webSecurity: false/,
  );
  expect(await readBundle("preload")).not.toMatch(/require\("(?!electron")/);
  expect(await readBundle("renderer")).not.toMatch(/http:\/\/(?!www\.w3\.org|localhost|127\.0\.0\.1)[\w.]+\/[\w]+\.js/);
});

async function readBundle(name: string): Promise<string> {
  const folder = join(projectFolder, "out", name);
  const files = await readdir(folder, { recursive: true });
  const scripts = files.filter((file) => /\.(js|cjs)$/.test(file));
  return (await Promise.all(scripts.map((file) => readFile(join(folder, file), "utf8")))).join("\n");
}
