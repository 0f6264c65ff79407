import { shell, type Session, type WebContents } from "electron";
import { mayOpenExternally } from "./external-links.ts";
import { isWindowAddress } from "./window-address.ts";

/** Opens a listed address in the system's browser; any other is dropped without a word, since no link of ours is another. */
export async function openExternally(address: string): Promise<void> {
  if (mayOpenExternally(address)) await shell.openExternal(address);
}

/** The window stays on its page for life: no navigation, no second window, no embedded page. */
export function confine(contents: WebContents): void {
  contents.on("will-navigate", (event) => {
    const reload = event.isMainFrame && event.url === contents.getURL();
    if (!reload) event.preventDefault();
  });
  contents.on("will-frame-navigate", (event) => {
    if (!event.isMainFrame) event.preventDefault();
  });
  contents.on("will-redirect", (event) => event.preventDefault());
  contents.on("will-attach-webview", (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    void openExternally(url);
    return { action: "deny" };
  });
}

/** The one thing that the window may do beyond its page: put text that its user copies on the clipboard. Never read it. */
const mayDo = (contents: WebContents | null, permission: string): boolean =>
  permission === "clipboard-sanitized-write" && contents !== null && isWindowAddress(contents.getURL());

/** No camera, no place, no device, no notification, no download: Electron would grant all of them unasked. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((contents, permission, decide) => decide(mayDo(contents, permission)));
  session.setPermissionCheckHandler(mayDo);
  session.setDevicePermissionHandler(() => false);
  session.on("will-download", (event) => event.preventDefault());
}
