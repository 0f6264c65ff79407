import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { WebSocketServer } from "ws";
import { SeedloomError } from "../../shared/base/errors.ts";
import type { TextPipe } from "../backend/connect-pipe.ts";
import { windowHeaders } from "../window-files/content-security-policy.ts";
import { windowFile } from "../window-files/window-file.ts";
import { createAccess, type Access } from "./access.ts";
import { notFound, refuseForeign, refuseWriting, unauthorized, type Refusal } from "./request-rules.ts";
import { webSocketPipe } from "./web-socket-pipe.ts";

export interface BrowserHostOptions {
  /** 0 or absent: any free port. */
  readonly port?: number;
  /** The folder of the built window. */
  readonly rendererFolder: string;
  /** The query of the window's first address: what it opens at once. */
  readonly query?: string;
  /** Called with the pipe of each window. */
  readonly connect: (pipe: TextPipe) => void;
}

export interface BrowserHost {
  readonly port: number;
  /** An address that opens the window once. Each call gives a new one. */
  address(): string;
  close(): Promise<void>;
}

/** A whole project draft crosses in one frame; a schema of thousands of tables stays far below this. */
const maxFrameBytes = 32 * 2 ** 20;
const maxWindows = 32;

/** Serves the window and the backend's pipe to browsers of this machine. */
export async function startBrowserHost(options: BrowserHostOptions): Promise<BrowserHost> {
  const server = createServer({ maxHeaderSize: 16 * 1024, requestTimeout: 30_000 });
  const sockets = new WebSocketServer({ noServer: true, maxPayload: maxFrameBytes, perMessageDeflate: false });
  const port = await listen(server, options.port ?? 0);
  const access = createAccess(port);
  const headers = windowHeaders([`ws://127.0.0.1:${port}`, `ws://localhost:${port}`]);

  server.on("request", (request, response) => {
    const refusal = refuseForeign(request, port) ?? refuseWriting(request);
    if (refusal) refuse(response, headers, refusal);
    else
      void answer(request, response, {
        access,
        headers,
        rendererFolder: options.rendererFolder,
        start: `/${options.query ?? ""}`,
      });
  });
  server.on("upgrade", (request, socket: Duplex, head) => {
    socket.on("error", () => undefined);
    const refusal = refuseForeign(request, port) ?? refuseUpgrade(request, access, sockets.clients.size);
    if (refusal) refuseSocket(socket, refusal);
    else sockets.handleUpgrade(request, socket, head, (webSocket) => options.connect(webSocketPipe(webSocket)));
  });

  return {
    port,
    address: () => `http://127.0.0.1:${port}/?token=${access.issueToken()}`,
    close: async () => {
      for (const client of sockets.clients) client.terminate();
      sockets.close();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

async function listen(server: ReturnType<typeof createServer>, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(portProblem(error, port)));
    // Loopback only: the name localhost could stand for something else.
    server.listen(port, "127.0.0.1", () => resolve());
  });
  const address = server.address() as AddressInfo;
  return address.port;
}

function portProblem(error: NodeJS.ErrnoException, port: number): SeedloomError {
  const why =
    error.code === "EADDRINUSE" ? "is in use" : error.code === "EACCES" ? "needs more rights" : "cannot be used";
  return new SeedloomError("host-unavailable", `Port ${port} ${why}.`, "Choose another with --port, or leave it out.");
}

interface Site {
  readonly access: Access;
  readonly headers: Readonly<Record<string, string>>;
  readonly rendererFolder: string;
  readonly start: string;
}

async function answer(request: IncomingMessage, response: ServerResponse, site: Site): Promise<void> {
  const { access, headers } = site;
  const [path = "/", query = ""] = (request.url ?? "/").split("?", 2);
  const admitted = access.admits(request.headers.cookie);
  const token = path === "/" ? new URLSearchParams(query).get("token") : null;
  if (token !== null) {
    const cookie = access.exchange(token);
    if (cookie === undefined && !admitted) return refuse(response, headers, unauthorized);
    const setCookie = cookie === undefined ? {} : { "set-cookie": cookieLine(access.cookieName, cookie) };
    // The token leaves the address bar and the history at once.
    response.writeHead(303, { ...headers, ...setCookie, location: site.start }).end();
    return;
  }
  if (!admitted) return refuse(response, headers, unauthorized);
  const file = await windowFile(site.rendererFolder, path);
  if (file === undefined) return refuse(response, headers, notFound);
  response.writeHead(200, { ...headers, "content-type": file.type, "content-length": file.body.byteLength });
  response.end(request.method === "HEAD" ? undefined : file.body);
}

const cookieLine = (name: string, value: string): string => `${name}=${value}; Path=/; HttpOnly; SameSite=Strict`;

function refuseUpgrade(request: IncomingMessage, access: Access, windows: number): Refusal | undefined {
  if (!access.admits(request.headers.cookie)) return unauthorized;
  if (request.url !== "/pipe" || request.method !== "GET") return notFound;
  return windows >= maxWindows ? { status: 403, message: "Too many windows are open." } : undefined;
}

function refuse(response: ServerResponse, headers: Readonly<Record<string, string>>, refusal: Refusal): void {
  const body = `${refusal.message}\n`;
  // Closing keeps a refused sender from going on with a body.
  response.writeHead(refusal.status, {
    ...headers,
    "content-type": "text/plain; charset=utf-8",
    "content-length": Buffer.byteLength(body),
    connection: "close",
  });
  response.end(body);
}

function refuseSocket(socket: Duplex, refusal: Refusal): void {
  socket.end(`HTTP/1.1 ${refusal.status} Refused\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`, () =>
    socket.destroy(),
  );
}
