import type { IncomingMessage } from "node:http";

/** Why a request is turned away: the status, and one sentence for a person who meets it in a browser. */
export interface Refusal {
  readonly status: 401 | 403 | 404 | 413;
  readonly message: string;
}

export const unauthorized: Refusal = {
  status: 401,
  message: "Seedloom opens with the address that it printed when it started, once. Start it again for a new one.",
};
export const notFound: Refusal = { status: 404, message: "There is nothing at this address." };
const foreign: Refusal = { status: 403, message: "Seedloom answers only its own window on this machine." };
const tooLarge: Refusal = { status: 413, message: "Seedloom takes no uploads." };

const once = (request: IncomingMessage, name: string): string | undefined => {
  const values = request.headersDistinct[name];
  return values?.length === 1 ? values[0] : undefined;
};

/**
 * The rules that come before any knowledge of who asks. A page of another site can make a browser send requests here; it
 * cannot forge Host (so a name that was re-bound to 127.0.0.1 shows) nor Origin (so its own name shows).
 */
export function refuseForeign(request: IncomingMessage, port: number): Refusal | undefined {
  const host = once(request, "host");
  if (host !== `127.0.0.1:${port}` && host !== `localhost:${port}`) return foreign;
  const upgrade = request.headers.upgrade !== undefined;
  if (request.headers.origin === undefined ? upgrade : once(request, "origin") !== `http://${host}`) return foreign;
  return undefined;
}

/** Only reading is possible over HTTP: what changes something goes through the pipe. */
export function refuseWriting(request: IncomingMessage): Refusal | undefined {
  const length = request.headers["content-length"];
  if ((length !== undefined && length !== "0") || request.headers["transfer-encoding"] !== undefined) return tooLarge;
  return request.method === "GET" || request.method === "HEAD" ? undefined : notFound;
}
