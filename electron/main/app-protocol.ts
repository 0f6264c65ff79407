import { protocol, type Session } from "electron";
import { windowHeaders } from "../window-files/content-security-policy.ts";
import { windowFile } from "../window-files/window-file.ts";
import { isWindowAddress, windowScheme as scheme } from "./window-address.ts";

/** Must run before the application is ready. A scheme of our own has an origin, which file: has not. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Answers the window's requests with files of the built window, and anything else with 404. */
export function serveWindow(session: Session, rendererFolder: string): void {
  session.protocol.handle(scheme, (request) => answer(request, rendererFolder));
}

async function answer(request: Request, rendererFolder: string): Promise<Response> {
  const headers = windowHeaders();
  const readable = request.method === "GET" && isWindowAddress(request.url);
  const file = readable ? await windowFile(rendererFolder, new URL(request.url).pathname) : undefined;
  if (file === undefined) return new Response("Not found", { status: 404, headers });
  return new Response(file.body, { headers: { ...headers, "content-type": file.type } });
}
