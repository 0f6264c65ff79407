import { execFileSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { request as httpRequest, type IncomingHttpHeaders } from "node:http";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { WebSocket } from "ws";
import { startBrowserHost, type BrowserHost } from "./start.ts";

// The browser host must be usable by its own window and by nothing else on or off this machine. The pipe here only counts:
// whatever reaches it is what an attack got through.
let host: BrowserHost;
let folder = "";
let cookie = "";
let earlierToken = "";
let usedToken = "";
const reached = { pipes: 0, frames: [] as string[] };

const tokenOf = (address: string): string => new URL(address).searchParams.get("token") ?? "";

const start = (): Promise<BrowserHost> =>
  startBrowserHost({
    rendererFolder: folder,
    connect: (pipe) => {
      reached.pipes++;
      pipe.onMessage((text) => {
        reached.frames.push(text);
        pipe.send(`heard ${text}`);
      });
    },
  });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "seedloom-host-"));
  await writeFile(join(folder, "index.html"), "<title>Seedloom</title>");
  const earlier = await start();
  earlierToken = tokenOf(earlier.address());
  await earlier.close();
  host = await start();
  usedToken = tokenOf(host.address());
  const opened = await ask({ path: `/?token=${usedToken}` });
  cookie = opened.headers["set-cookie"]?.[0]?.split(";")[0] ?? "";
});
afterAll(async () => {
  await host.close();
  await rm(folder, { recursive: true });
});

interface Ask {
  readonly path?: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
}
interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

function ask({ path = "/", method = "GET", headers = {} }: Ask): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = httpRequest({ host: "127.0.0.1", port: host.port, path, method, headers }, (response) => {
      let body = "";
      response.setEncoding("utf8").on("data", (text: string) => (body += text));
      response.on("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
    });
    request.on("error", reject);
    request.end();
  });
}

/** For requests that no client library would send. Answers with the status, 0 if the connection just ends. */
function askRaw(text: string): Promise<number> {
  return new Promise((resolve) => {
    let heard = "";
    const socket = connect(host.port, "127.0.0.1", () => socket.write(text));
    socket.setEncoding("latin1").on("data", (part: string) => (heard += part));
    socket.on("error", () => undefined);
    socket.on("close", () => resolve(Number(/^HTTP\/1\.[01] (\d{3})/.exec(heard)?.[1] ?? 0)));
  });
}

/** The status that an upgrade ends with: 101 if it was let in. */
function upgrade(headers: Readonly<Record<string, string>>, path = "/pipe"): Promise<number> {
  return new Promise((resolve) => {
    const socket = new WebSocket(`ws://127.0.0.1:${host.port}${path}`, { headers });
    socket.on("open", () => {
      socket.close();
      resolve(101);
    });
    socket.on("unexpected-response", (_request, response) => resolve(response.statusCode ?? 0));
    socket.on("error", () => undefined);
  });
}

const own = (): string => `http://127.0.0.1:${host.port}`;
const port = (): number => host.port;
const withCookie = (headers: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> => ({
  cookie,
  ...headers,
});

test("the address opens the window once, and its cookie is bound to this port and to same-site requests", async () => {
  const opened = await ask({ path: `/?token=${tokenOf(host.address())}` });
  expect(opened.status).toBe(303);
  expect(opened.headers.location).toBe("/");
  expect(opened.headers["set-cookie"]).toEqual([
    expect.stringMatching(new RegExp(`^seedloom-${port()}=[\\w-]{43}; Path=/; HttpOnly; SameSite=Strict$`)),
  ]);
  const page = await ask({ headers: withCookie() });
  expect(page).toMatchObject({ status: 200, body: "<title>Seedloom</title>" });
});

test("every answer carries the headers that keep other pages out", async () => {
  for (const answer of [await ask({ headers: withCookie() }), await ask({})]) {
    const policy = String(answer.headers["content-security-policy"]);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline/);
    expect(answer.headers).toMatchObject({
      "cross-origin-resource-policy": "same-origin",
      "cross-origin-opener-policy": "same-origin",
      "referrer-policy": "no-referrer",
      "x-content-type-options": "nosniff",
    });
    expect(Object.keys(answer.headers).filter((name) => name.startsWith("access-control-"))).toEqual([]);
  }
});

test("the window's own pipe is let in", async () => {
  const before = reached.pipes;
  const socket = new WebSocket(`ws://127.0.0.1:${port()}/pipe`, { headers: withCookie({ origin: own() }) });
  const heard = await new Promise((resolve) => {
    socket.on("open", () => socket.send("Linnéa"));
    socket.on("message", (data: Buffer) => resolve(data.toString()));
  });
  socket.close();
  expect(heard).toBe("heard Linnéa");
  expect(reached.pipes).toBe(before + 1);
});

const gigabyte = 2 ** 30;
const attacks: Readonly<Record<string, () => Promise<number>>> = {
  "no token": async () => (await ask({})).status,
  "a wrong token": async () => (await ask({ path: `/?token=${"A".repeat(43)}` })).status,
  "a token of an earlier run": async () => (await ask({ path: `/?token=${earlierToken}` })).status,
  "a token used before": async () => (await ask({ path: `/?token=${usedToken}` })).status,
  "Host evil.com": async () => (await ask({ headers: withCookie({ host: "evil.com" }) })).status,
  "Host 127.0.0.1.nip.io": async () =>
    (await ask({ headers: withCookie({ host: `127.0.0.1.nip.io:${port()}` }) })).status,
  "Host localhost.evil.com": async () =>
    (await ask({ headers: withCookie({ host: `localhost.evil.com:${port()}` }) })).status,
  "the right Host with a wrong port": async () =>
    (await ask({ headers: withCookie({ host: `127.0.0.1:${port() ^ 1}` }) })).status,
  "no Host, as HTTP/1.0 allows": () => askRaw(`GET / HTTP/1.0\r\ncookie: ${cookie}\r\n\r\n`),
  "Origin https://evil.com": async () => (await ask({ headers: withCookie({ origin: "https://evil.com" }) })).status,
  "Origin null": async () => (await ask({ headers: withCookie({ origin: "null" }) })).status,
  "an upgrade from a foreign page, with the cookie": () => upgrade(withCookie({ origin: "https://evil.com" })),
  "a form that posts text": async () =>
    (await ask({ method: "POST", path: "/pipe", headers: withCookie({ "content-type": "text/plain", origin: own() }) }))
      .status,
  "GET on what changes state": async () =>
    (await ask({ path: "/pipe?method=jobs.start", headers: withCookie() })).status,
  "a path out of the folder, plain": () => askRaw(rawGet("/../../etc/passwd")),
  "a path out of the folder, encoded": () => askRaw(rawGet("/%2e%2e%2f%2e%2e%2fetc/passwd")),
  "a body of 1 GB": () =>
    askRaw(`POST / HTTP/1.1\r\nhost: 127.0.0.1:${port()}\r\ncookie: ${cookie}\r\ncontent-length: ${gigabyte}\r\n\r\n`),
  "a body without end": () =>
    askRaw(
      `POST / HTTP/1.1\r\nhost: 127.0.0.1:${port()}\r\ncookie: ${cookie}\r\ntransfer-encoding: chunked\r\n\r\nfffffff\r\n`,
    ),
  "an upgrade without Origin": () => upgrade(withCookie()),
  "an upgrade without the cookie": () => upgrade({ origin: own() }),
  "an upgrade with the cookie of another port": () => upgrade({ origin: own(), cookie: cookie.replace(/\d+=/, "1=") }),
  "an upgrade of another name of this machine": () => upgrade(withCookie({ origin: `http://localhost:${port()}` })),
  "two Host headers": () =>
    askRaw(
      `GET / HTTP/1.1\r\nhost: 127.0.0.1:${port()}\r\nhost: evil.com\r\ncookie: ${cookie}\r\nconnection: close\r\n\r\n`,
    ),
};
const rawGet = (path: string): string =>
  `GET ${path} HTTP/1.1\r\nhost: 127.0.0.1:${port()}\r\ncookie: ${cookie}\r\nconnection: close\r\n\r\n`;

test.each(Object.keys(attacks))("refuses %s, and nothing happens", async (name) => {
  const before = structuredClone(reached);
  expect([400, 401, 403, 404, 413]).toContain(await attacks[name]?.());
  expect(reached).toEqual(before);
});

test("a frame over the limit closes the pipe and does not reach the backend", async () => {
  const before = reached.frames.length;
  const socket = new WebSocket(`ws://127.0.0.1:${port()}/pipe`, { headers: withCookie({ origin: own() }) });
  const code = await new Promise((resolve) => {
    socket.on("open", () => socket.send("x".repeat(33 * 2 ** 20)));
    socket.on("close", resolve);
    socket.on("error", () => undefined);
  });
  expect(code).not.toBe(1000);
  expect(reached.frames.length).toBe(before);
});

test("listens on loopback only", (context) => {
  let listening: string;
  try {
    listening = execFileSync("ss", ["-ltnH"], { encoding: "utf8" });
  } catch {
    context.skip("ss, the lister of sockets, is not on this machine");
    return;
  }
  const addresses = listening.split("\n").map((line) => line.trim().split(/\s+/)[3] ?? "");
  expect(addresses.filter((address) => address.endsWith(`:${port()}`))).toEqual([`127.0.0.1:${port()}`]);
});
